// A file of many bodies is a list of them with their verdicts.
import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { catalog } from "hooklens/catalog";
import {
  axe,
  bodyOf,
  clipboard,
  currentRow,
  openFile,
  openIt,
  paste,
  plain,
  rows,
  usePage,
  verdict,
} from "./browser.mjs";

const { open } = usePage();

const entry = (name) => JSON.stringify(catalog.find(({ id }) => id === name).example);
const seam = entry("seam/acs_credential.issued");
const notification = JSON.stringify({ TopicArn: "arn:aws:sns:eu-west-1:1:hooks", Message: seam });
const told = "Valid. Seam event acs_credential.issued";
const more = "no problems 2025-01-01 00:00:00 UTC";
const mixed = [seam, '{"event":"refresh"}', "", notification, '{"x":1}', `${seam}x}`];

const title = (page) => page.locator("#inside-title").innerText();
const tally = (page) => page.locator(".inside-filters button:visible").allInnerTexts();
const filter = (page, words) => page.locator(".inside-filters button", { hasText: words });

test("a file of lines is listed line by line, and each is opened from there", async (t) => {
  const page = await open(t);
  await openFile(page, "deliveries.ndjson.gz", gzipSync(mixed.join("\r\n")));
  await verdict(page, /^Malformed/);
  assert.equal(await title(page), "5 bodies, one a line");
  assert.deepEqual(await tally(page), ["1 valid", "2 invalid", "1 unknown", "1 malformed"]);
  const listed = await rows(page);
  assert.deepEqual(listed, [
    `${told} line 1 ${more} Open it`,
    "Invalid. Paybook Sync event refresh line 2 8 problems Open it",
    "Invalid. Expected a webhook event by itself, found something around it: seam/acs_credential.issued is inside, as text, at /Message line 4 1 problem Open it",
    "Unknown. Not a known webhook event line 5 1 problem Open it",
    "Malformed. Not JSON: expected JSON, found text after the body (line 1, column 400) line 6 1 problem Open it",
  ]);
  // What is inside one of them is opened from there, and left again to where it was.
  await openIt(page, 2);
  await verdict(page, /^Invalid\. Expected/);
  assert.equal(await bodyOf(page), notification);
  assert.equal(plain(await page.locator(".inside-from").innerText()), "Taken from another body, line 4.");
  await openIt(page);
  await verdict(page, /^Valid/);
  assert.equal(await bodyOf(page), seam);
  await page.locator("#back").click();
  await verdict(page, /^Invalid\. Expected/);
  assert.equal(
    await currentRow(page),
    "Valid. Seam event acs_credential.issued, as text at /Message, no problems, 2025-01-01 00:00:00 UTC",
  );
  await page.locator("#back").click();
  await verdict(page, /^Malformed/);
  assert.equal(await page.locator("#back").isVisible(), false);
  assert.deepEqual(await rows(page), listed);
  assert.match(await currentRow(page), /^Invalid\. Expected .*, line 4, 1 problem$/);
});

test("the list shows those of one verdict alone, also after Back", async (t) => {
  const page = await open(t);
  await paste(page, mixed.join("\n"));
  await verdict(page, /^Malformed/);
  await filter(page, "invalid").click();
  assert.equal(await filter(page, "invalid").getAttribute("aria-pressed"), "true");
  assert.deepEqual(
    (await rows(page)).map((row) => row.match(/line \d/)[0]),
    ["line 2", "line 4"],
  );
  await openIt(page, 0);
  await verdict(page, /^Invalid\. Paybook/);
  await page.locator("#back").click();
  await verdict(page, /^Malformed/);
  assert.equal((await rows(page)).length, 2);
  assert.match(await currentRow(page), /^Invalid\. Paybook .*, line 2, 8 problems$/);
  await filter(page, "invalid").click();
  assert.equal((await rows(page)).length, 5);
});

test("lines are opened and left with the keyboard alone", async (t) => {
  const page = await open(t);
  await paste(page, mixed.join("\n"));
  await verdict(page, /^Malformed/);
  await page.locator("#inside-title").focus();
  for (let at = 0; at < 3; at++) await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "1 unknown");
  await page.keyboard.press("Space");
  assert.deepEqual(await rows(page), ["Unknown. Not a known webhook event line 5 1 problem Open it"]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "1 unknown");
  // Past the malformed, the words and the event.
  for (let at = 0; at < 4; at++) await page.keyboard.press("Tab");
  assert.equal(await currentRow(page), "Unknown. Not a known webhook event, line 5, 1 problem");
  await page.keyboard.press("Enter");
  await verdict(page, /^Unknown/);
  assert.equal(await bodyOf(page), '{"x":1}');
  await page.locator("#back").focus();
  await page.keyboard.press("Enter");
  await verdict(page, /^Malformed/);
  assert.equal(await currentRow(page), "Unknown. Not a known webhook event, line 5, 1 problem");
});

test("a screen reader is told what is in the file, and of each body what it is and where", async (t) => {
  const page = await open(t);
  await paste(page, [seam, seam, '{"x":1}'].join("\n"));
  await verdict(page, /^Malformed/);
  await page.locator("#announce", { hasText: /^3 bodies, one a line: 2 valid, 1 unknown$/ }).waitFor();
  assert.equal(
    await page.locator("#inside").ariaSnapshot(),
    `- region "What is inside":
  - heading "3 bodies, one a line" [level=2]
  - group "Show only":
    - button "2 valid"
    - button "1 unknown"
  - searchbox "Filter by event or status"
  - combobox "Event" [disabled]:
    - option "All events" [selected]
    - option "seam/acs_credential.issued (2)"
  - listbox "Bodies":
    - option "${told} line 1 ${more}"
    - option "${told} line 2 ${more}"
    - option "Unknown. Not a known webhook event line 3 1 problem"`,
  );
});

test("100,000 lines are looked at in slices, with the page alive, and left when another body comes", async (t) => {
  const page = await open(t);
  const lines = Array.from({ length: 100_000 }, (_, at) => (at % 1000 === 7 ? '{"event":"refresh"}' : seam));
  await page.evaluate(() => {
    window.told = [];
    window.drawn = [];
    new MutationObserver(() => {
      const progress = document.getElementById("inside-progress");
      if (!progress) return;
      window.told.push(progress.textContent);
      window.drawn.push(document.querySelectorAll(".inside-body").length);
    }).observe(document.getElementById("inside"), { childList: true, characterData: true, subtree: true });
  });
  await openFile(page, "deliveries.ndjson", lines.join("\n"));
  await page.locator("#announce", { hasText: "99,900 valid, 100 invalid" }).waitFor();
  assert.equal(await title(page), "100,000 bodies, one a line");
  assert.deepEqual(await tally(page), ["99,900 valid", "100 invalid"]);
  const progress = await page.evaluate(() => window.told);
  assert.ok(progress.length > 5, `${progress.length} slices`);
  const numbers = progress.filter(Boolean).map((words) => {
    const [, done] = words.match(/^([\d,]+) of 100,000 looked at$/);
    return Number(done.replaceAll(",", ""));
  });
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a - b),
  );
  assert.equal(progress.at(-1), "");
  assert.ok(
    (await page.evaluate(() => window.drawn)).every((count) => count <= 30),
    "no more rows are there than can be seen",
  );
  await filter(page, "invalid").click();
  await page.locator("#inside-list").focus();
  await page.keyboard.press("End");
  for (let at = 0; at < 50; at++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await verdict(page, /^Invalid\. Paybook/);
  assert.equal(
    plain(await page.locator(".inside-from").innerText()),
    "Taken from another body, line 49,008.",
  );
  await page.locator("#back").click();
  await verdict(page, /^Malformed/);
  assert.deepEqual(await tally(page), ["99,900 valid", "100 invalid"]);

  // Another body while they are looked at: nothing of them comes later.
  await page.locator("#clear").click();
  await verdict(page, /^Paste/);
  await openFile(page, "deliveries.ndjson", lines.join("\n"));
  await page.locator("#inside-progress", { hasText: "looked at" }).waitFor();
  await page.evaluate((body) => navigator.clipboard.writeText(body), seam);
  await page.locator("#help").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await verdict(page, /^Valid\. Seam/);
  await page.waitForTimeout(300);
  assert.equal(await page.locator("#inside").isVisible(), false);
});

test("of 5,000 bodies only those in view are in the document, and each is reached", async (t) => {
  const page = await open(t);
  const pool = [seam, '{"event":"refresh"}', '{"x":1}', "{oops}", entry("chift/account.flow.executed")];
  const lines = Array.from({ length: 5000 }, (_, at) => pool[at % 5]);
  await openFile(page, "deliveries.ndjson", lines.join("\n"));
  await page.locator("#announce", { hasText: "2,000 valid, 1,000 invalid" }).waitFor();
  assert.deepEqual(await tally(page), ["2,000 valid", "1,000 invalid", "1,000 unknown", "1,000 malformed"]);
  assert.deepEqual(await page.locator("#inside-event option").allInnerTexts(), [
    "All events (3)",
    "seam/acs_credential.issued (1,000)",
    "paybook/refresh (1,000)",
    "chift/account.flow.executed (1,000)",
  ]);
  const list = page.locator("#inside-list");
  const drawn = async () => {
    const number = await page.locator(".inside-body").count();
    assert.ok(number > 0 && number < 30, `${number} rows`);
    return number;
  };
  await drawn();
  assert.equal(await page.locator(".inside-body").first().getAttribute("aria-setsize"), "5000");
  await list.focus();
  assert.match(await currentRow(page), /, line 1,/);
  await page.keyboard.press("End");
  assert.match(await currentRow(page), /^Valid\. Chift event account\.flow\.executed, line 5,000,/);
  await drawn();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowUp");
  assert.match(await currentRow(page), /, line 4,99\d,/);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  assert.match(await currentRow(page), /^Invalid\. Paybook Sync event refresh, line 2, 8 problems$/);
  // Scrolled in the middle, the rows are where they belong, whatever is current.
  const [first, last] = await list.evaluate(async (element) => {
    element.scrollTop = element.scrollHeight / 2;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { top, bottom } = element.getBoundingClientRect();
    const inView = [...element.querySelectorAll("[role=option]")].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
    return [inView[0], inView.at(-1)].map((row) => Number(row.getAttribute("aria-posinset")));
  });
  assert.ok(first > 2450 && last < 2550 && last - first >= 4, `${first} to ${last}`);
  await drawn();
  assert.equal(await currentRow(page), undefined);
  await page.keyboard.press("ArrowUp");
  assert.match(await currentRow(page), /, line 1,/);

  const shown = () => page.locator("#inside-progress").innerText();
  await page.locator("#inside-words").fill("FLOW");
  assert.equal(await shown(), "1,000 shown");
  assert.match((await rows(page))[0], / line 5 /);
  await page.locator("#inside-words").fill("valid seam");
  assert.equal(await shown(), "1,000 shown");
  await page.locator("#inside-words").fill("valid");
  assert.equal(await shown(), "2,000 shown");
  await page.locator("#inside-event").selectOption("chift/account.flow.executed");
  assert.equal(await shown(), "1,000 shown");
  await filter(page, "malformed").click();
  assert.equal(await page.locator("#inside-none").innerText(), "No body passes this filter.");
  await filter(page, "malformed").click();
  await list.focus();
  await page.keyboard.press("End");
  assert.equal(await list.locator("[aria-selected=true]").getAttribute("aria-posinset"), "1000");
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press("Enter");
  await verdict(page, /^Valid\. Chift/);
  assert.equal(plain(await page.locator(".inside-from").innerText()), "Taken from another body, line 5,000.");
  await page.locator("#back").click();
  await verdict(page, /^Malformed/);
  assert.match(await currentRow(page), /line 5,000,/);
  assert.equal(await page.locator("#inside-words").inputValue(), "valid");
});

test("a file of lines is redacted with the page alive, the same value by the same one", async (t) => {
  const page = await open(t);
  const lines = Array.from({ length: 3000 }, (_, at) =>
    JSON.stringify({ note: "Lovelace", id: 100_000 + at }),
  );
  await openFile(page, "notes.ndjson", `${lines.join("\n")}\n`);
  await page.locator("#announce", { hasText: "3,000 unknown" }).waitFor();
  await page.evaluate(() => {
    window.frames = 0;
    const next = () => {
      window.frames++;
      if (!document.getElementById("give-copy")) requestAnimationFrame(next);
    };
    document.getElementById("copy").click();
    next();
  });
  await page.locator("#give-copy").click();
  await page.locator("#give-dialog").waitFor({ state: "detached" });
  const redacted = (await clipboard(page)).split("\n");
  assert.equal(redacted.pop(), "");
  const notes = redacted.map((line) => JSON.parse(line).note);
  assert.equal(notes.length, 3000);
  assert.match(notes[0], /^(?!Lovelace)[A-Z][a-z]{7}$/);
  assert.equal(new Set(notes).size, 1);
  assert.ok((await page.evaluate(() => window.frames)) > 5, "frames were drawn in between");
});

test("the requests of a HAR file and of a Postman collection are listed", async (t) => {
  const page = await open(t);
  const request = (url, text) => ({ request: { method: "POST", url, postData: { text } } });
  const entries = [request("https://a.example/hooks", seam), null, { request: {} }, request("/", "x")];
  await paste(page, JSON.stringify({ log: { entries } }));
  await verdict(page, /^Invalid/);
  assert.equal(await title(page), "2 bodies in a HAR file");
  assert.deepEqual(await rows(page), [
    `${told} POST https://a.example/hooks ${more} Open it`,
    "Malformed. Not JSON: expected a value, found x (line 1, column 1) POST / 1 problem Open it",
  ]);
  await openIt(page);
  await verdict(page, /^Valid/);
  assert.equal(await bodyOf(page), seam);

  const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
  const issued = { name: "issued", request: { body: { mode: "raw", raw: seam } } };
  const item = [{ name: "Seam", item: [issued, null, { name: "none", request: "https://a.example" }] }];
  await paste(page, JSON.stringify({ info: { name: "Hooks", schema }, item }));
  await page.locator("#inside-title", { hasText: "1 body in a Postman collection" }).waitFor();
  assert.deepEqual(await rows(page), [`${told} Seam / issued ${more} Open it`]);
  assert.deepEqual(await tally(page), []);
});

test("a HAR file that is too large for a body is listed all the same", async (t) => {
  const page = await open(t);
  const entries = [
    { response: { content: { text: "x".repeat(17 << 20) } }, request: { postData: { text: seam } } },
  ];
  await openFile(page, "large.har", JSON.stringify({ log: { entries } }));
  await verdict(page, /^Malformed\. Too large to read/);
  assert.deepEqual(await rows(page), [`${told} request 1 ${more} Open it`]);
});

test("what is no file of many bodies is not listed", async (t) => {
  const page = await open(t);
  const few = [seam, "some words", "and some more"].join("\n");
  for (const body of [
    `{\n"a": 1,\n`,
    "one\ntwo",
    '{"log":{"entries":[]}}',
    '{"info":{"schema":"x"},"item":[]}',
  ]) {
    await paste(page, body);
    await verdict(page, /^(Malformed|Unknown)/);
    assert.equal(await page.locator("#inside").isVisible(), false, body);
  }
  await paste(page, few);
  await page.locator("#inside-title", { hasText: "An event is inside" }).waitFor();
  assert.deepEqual(await rows(page), [`${told} line 1 ${more} Open it`]);
});
