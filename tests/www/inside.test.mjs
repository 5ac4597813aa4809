// What is inside the body is offered under the verdict, opened, and left again.
import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { catalog } from "hooklens/catalog";
import { axe, bodyOf, paste, usePage, verdict } from "./browser.mjs";

const { open } = usePage();

const example = (id) => catalog.find((entry) => entry.id === id).example;
const compact = (id) => JSON.stringify(example(id));
const seam = compact("seam/acs_credential.issued");
const notification = JSON.stringify({ TopicArn: "arn:aws:sns:eu-west-1:1:hooks", Message: seam }, null, 2);
const message = JSON.stringify({ Records: [{ receiptHandle: "AQ", body: notification }] }, null, 2);

const rows = (page) => page.locator(".inside-body").allInnerTexts();
const openIt = (page, index = 0) => page.locator(".inside-body button").nth(index).click();
const plain = (text) => text.replaceAll(/\s+/g, " ").replaceAll(" ,", ",").trim();

/** Opens a file as the button does. */
async function openFile(page, name, content) {
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#open").click();
  await (
    await chooser
  ).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
}

test("an event that is inside is opened, and Back leads to what is around it", async (t) => {
  const page = await open(t);
  await paste(page, message);
  assert.equal(
    await verdict(page, /^Invalid/),
    "Invalid. Expected a webhook event by itself, found something around it: seam/acs_credential.issued is inside, " +
      "as text, at /Records/0/body, there, as text, at /Message.",
  );
  assert.equal(
    plain(await page.locator("#verdict-more").innerText()),
    "This is an SQS message. A handler should answer 422.",
  );
  assert.equal(await page.locator("#inside-title").innerText(), "An event is inside");
  assert.deepEqual((await rows(page)).map(plain), [
    "Valid. Seam event acs_credential.issued; no problems as text at /Records/0/body, there as text at /Message Open it",
  ]);
  await openIt(page);
  await verdict(page, /^Valid\. Seam event/);
  assert.equal(await bodyOf(page), seam);
  assert.equal(await page.locator("#inside-title").isVisible(), false);
  await page.locator("#back").click();
  await verdict(page, /^Invalid/);
  assert.equal(await bodyOf(page), message);
  assert.equal(await page.locator("#back").isVisible(), false);
});

test("it can be done with the keyboard alone", async (t) => {
  const page = await open(t);
  await paste(page, notification);
  await verdict(page, /^Invalid/);
  await page.locator(".inside-body button").focus();
  await page.keyboard.press("Enter");
  await verdict(page, /^Valid/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "back");
  await page.keyboard.press("Enter");
  await verdict(page, /^Invalid/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "inside-title");
});

test("another body has nothing to go back to", async (t) => {
  const page = await open(t);
  await paste(page, notification);
  await openIt(page);
  await verdict(page, /^Valid/);
  await paste(page, compact("chift/account.flow.executed"));
  await verdict(page, /^Valid\. Chift/);
  assert.equal(await page.locator("#inside").isVisible(), false);
});

test("undo leads back as well", async (t) => {
  const page = await open(t);
  await paste(page, notification);
  await openIt(page);
  await verdict(page, /^Valid/);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+z");
  await verdict(page, /^Invalid/);
  assert.equal(await page.locator("#back").isVisible(), false);
});

test("a file of lines is a list of bodies with their verdicts", async (t) => {
  const page = await open(t);
  const lines = [seam, '{"event":"refresh"}', "", notification.replaceAll("\n", ""), '{"x":1}'];
  await openFile(page, "deliveries.ndjson.gz", gzipSync(lines.join("\n")));
  await verdict(page, /^Malformed/);
  assert.equal(await page.locator("#inside-title").innerText(), "4 bodies, one a line");
  assert.equal(await page.locator("#inside .panel-head .faint").innerText(), "1 valid, 2 invalid, 1 unknown");
  const told = (await rows(page)).map(plain);
  assert.match(told[0], /^Valid\. Seam event .* line 1 Open it$/);
  assert.match(told[1], /^Invalid\. Paybook Sync event refresh; \d+ problems line 2 Open it$/);
  assert.match(told[2], /^Invalid\. Expected .* line 4 Open it$/);
  assert.equal(told[3], "Unknown. Not a known webhook event line 5 Open it");
  // What is inside one of them is opened from there.
  await openIt(page, 2);
  await verdict(page, /^Invalid\. Expected/);
  await openIt(page);
  await verdict(page, /^Valid/);
  await page.locator("#back").click();
  await page.locator("#back").click();
  await verdict(page, /^Malformed/);
});

test("a long list is drawn in parts", async (t) => {
  const page = await open(t);
  await paste(page, Array(120).fill(seam).join("\n"));
  await verdict(page, /^Malformed/);
  assert.equal((await rows(page)).length, 50);
  await page.locator("#inside-more", { hasText: "Show 50 more of 70" }).click();
  assert.equal((await rows(page)).length, 100);
  await page.locator("#inside-more", { hasText: "Show 20 more of 20" }).click();
  assert.equal(await page.locator("#inside-more").isVisible(), false);
});

test("so are the requests of an HTTP Archive and of a Postman collection", async (t) => {
  const page = await open(t);
  const request = (url, text) => ({ request: { method: "POST", url, postData: { text } } });
  const archive = {
    log: { entries: [request("https://a.example/hooks", seam), { request: {} }, request("/", "x")] },
  };
  await paste(page, JSON.stringify(archive));
  await verdict(page, /^Invalid/);
  assert.equal(await page.locator("#inside-title").innerText(), "2 bodies in an HTTP Archive");
  assert.match(
    plain((await rows(page))[0]),
    /^Valid\. Seam event .* POST https:\/\/a\.example\/hooks Open it$/,
  );
  const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
  const item = [{ name: "Seam", item: [{ name: "issued", request: { body: { mode: "raw", raw: seam } } }] }];
  await paste(page, JSON.stringify({ info: { name: "Hooks", schema }, item }));
  await page.locator("#inside-title", { hasText: "1 body in a Postman collection" }).waitFor();
  assert.match(plain((await rows(page))[0]), /^Valid\. .* Seam \/ issued Open it$/);
});

test("an answer of the API is no delivery, and has its events inside", async (t) => {
  const page = await open(t);
  await paste(page, JSON.stringify({ events: [JSON.parse(seam)] }));
  assert.equal(await verdict(page, /^Unknown/), "Unknown. Not a delivery: an answer of the Seam API.");
  assert.match(
    await page.locator("#verdict-more").innerText(),
    /No delivery: .* is inside, at \/events\/0\. A handler/,
  );
  await openIt(page);
  await verdict(page, /^Valid/);
});

test("after a paste the first problem is in view", async (t) => {
  const page = await open(t);
  const { event_id: _, ...rest } = example("seam/device.connected");
  const many = Array.from({ length: 300 }, (_, index) => index);
  const inView = () =>
    page.waitForFunction(() => {
      const editor = document.getElementById("editor");
      const mark = editor.shadowRoot.querySelector(".cm-problem");
      const place = mark?.getBoundingClientRect();
      const frame = editor.getBoundingClientRect();
      return place && place.top >= frame.top && place.bottom <= frame.bottom;
    });
  await paste(page, JSON.stringify({ many, event_id: 7, ...rest }, null, 2));
  await verdict(page, /^Invalid/);
  await inView();
  await paste(page, JSON.stringify({ ...rest, event_id: 7, many }, null, 2));
  await inView();
  // A body without a problem shows its start.
  await paste(
    page,
    JSON.stringify(example("seam/device.connected"), null, 2).replace("{", "{" + "\n".repeat(300)),
  );
  await verdict(page, /^Valid/);
  await page.waitForFunction(
    () => document.getElementById("editor").shadowRoot.querySelector(".cm-scroller").scrollTop < 20,
  );
});

test("gzip that is broken, or endless, is told", async (t) => {
  const page = await open(t);
  await openFile(page, "body.json.gz", gzipSync(seam).subarray(0, 60));
  await page.locator("#toast", { hasText: "body.json.gz is gzip that is broken." }).waitFor();
  await openFile(page, "zeros.gz", gzipSync(Buffer.alloc(65 << 20)));
  await page.locator("#toast", { hasText: "zeros.gz is too large" }).waitFor();
});

for (const colorScheme of ["light", "dark"])
  for (const width of [1280, 360])
    test(`axe finds nothing wrong, ${colorScheme}, ${width} pixels wide`, async (t) => {
      const page = await open(t, { colorScheme, width });
      await paste(page, [seam, '{"event":"refresh"}', '{"x":1}'].join("\n"));
      await verdict(page, /^Malformed/);
      assert.deepEqual(await axe(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels beyond the window`);
      await openIt(page);
      await verdict(page, /^Valid/);
      assert.deepEqual(await axe(page), []);
    });
