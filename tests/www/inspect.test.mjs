import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { bodyOf, cannot, paste, problemTexts, selected, usePage, verdict } from "./browser.mjs";

const { open } = usePage();

const example = (id) => structuredClone(catalog.find((entry) => entry.id === id).example);
const text = (value) => JSON.stringify(value, null, 2);

/** A flat Paybook event with three errors, of which two have a fix, and a warning. */
function broken() {
  const { id_credential: id, id_user: _, ...rest } = example("paybook/credential_create");
  return text({ ...rest, id_credental: id, is_executing: 7, colour: "red" });
}

const twoEvents = () => {
  const first = example("paybook/credentials.created");
  const second = example("paybook/documents.success");
  return { ...first, events: [...first.events, ...second.events] };
};

test("a valid body is recognized when it is pasted", async (t) => {
  const page = await open(t);
  await paste(page, text(example("seam/acs_credential.issued")));
  assert.equal(await verdict(page, /^Valid/), "Valid. Seam event acs_credential.issued; no problems.");
  assert.equal(await page.locator("#verdict").getAttribute("data-status"), "valid");
  assert.equal(await page.locator("#problems-count").textContent(), "0");
  const { description } = catalog.find(({ id }) => id === "seam/acs_credential.issued");
  assert.ok((await page.locator("#events").textContent()).includes(description));
});

test("a body that is typed is recognized as it grows", async (t) => {
  const page = await open(t);
  await page.locator("#editor .cm-content").click();
  await page.keyboard.type('{"event": "refresh"');
  await verdict(page, /^Malformed\. Not JSON: /);
  await page.keyboard.type("}");
  await verdict(page, /^Invalid\. Paybook Sync event refresh; \d+ problems/);
});

test("each problem of a broken body is told, underlined and marked in the gutter", async (t) => {
  const page = await open(t);
  await paste(page, broken());
  await verdict(page, /^Invalid\. Paybook Sync event credential_create; 3 problems, 1 warning\.$/);
  assert.equal((await problemTexts(page)).length, 4);
  assert.equal(await page.locator(".problem-error").count(), 3);
  assert.equal(await page.locator(".problem-warning").count(), 1);
  const underlined = await page.locator(".cm-problem").allTextContents();
  assert.ok(underlined.includes('"id_credental"'), underlined.join(" "));
  assert.ok(underlined.includes('"colour"'));
  assert.ok((await page.locator(".cm-problem-gutter .mark").count()) >= 3);
  await page.locator(".cm-problem", { hasText: '"id_credental"' }).hover();
  await page.locator(".tip", { hasText: "id_credential" }).waitFor();
});

test("a fix mends its problem alone, and undo takes it back", async (t) => {
  const page = await open(t);
  await paste(page, broken());
  await verdict(page, /3 problems/);
  const before = await bodyOf(page);
  await page.locator(".problem", { hasText: "id_credental" }).locator(".fix").click();
  await verdict(page, /2 problems/);
  assert.equal(await bodyOf(page), before.replace("id_credental", "id_credential"));
  await page.keyboard.press("ControlOrMeta+z");
  await verdict(page, /3 problems/);
  assert.equal(await bodyOf(page), before);
});

test("the focus goes on where what had it is mended", async (t) => {
  const page = await open(t);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
  await paste(page, broken());
  await verdict(page, /3 problems/);
  await page.locator(".problem .fix").first().focus();
  await page.keyboard.press("Enter");
  await verdict(page, /2 problems/);
  assert.match(await focused(), /^(fix|problem-go)$/);
  await paste(page, broken());
  await verdict(page, /3 problems/);
  await page.locator("#fix-all").focus();
  await page.keyboard.press("Enter");
  await page.locator("#fixable").waitFor({ state: "hidden" });
  assert.equal(await focused(), "problems-title");
});

test("fix all mends what can be mended, also what a syntax error hid, as one step to undo", async (t) => {
  const page = await open(t);
  const { id_credential: id, ...rest } = example("paybook/credential_create");
  const before = text({ ...rest, id_credental: id }).replace(/\n}$/, ",\n}");
  await paste(page, before);
  await verdict(page, /^Malformed/);
  await page.locator("#fix-all").click();
  await verdict(page, /^Valid/);
  assert.deepEqual(JSON.parse(await bodyOf(page)), { ...rest, id_credential: id });
  await page.keyboard.press("ControlOrMeta+z");
  await verdict(page, /^Malformed/);
  assert.equal(await bodyOf(page), before);
});

test("the list says how many problems are below, and how many can be fixed", async (t) => {
  const page = await open(t);
  await paste(page, '{"event": "refresh", "id_usr": "5e751d54d0510472295413b3"}');
  await verdict(page, /8 problems/);
  assert.match(await page.locator("#fixable").textContent(), /^1 of 8 can be fixed automatically\./);
  const below = page.locator("#below");
  assert.match(await below.textContent(), /^\d more below$/);
  await page.locator("#editor .cm-content").press("ControlOrMeta+Home");
  for (let at = 0; at < 8; at++) {
    await page.keyboard.press("F8");
    // The list scrolls a little later than the cursor moves.
    await page.waitForFunction(
      (at) => {
        const current = document.querySelector(".problem.current");
        if ([...document.querySelectorAll(".problem")].indexOf(current) !== at) return false;
        const list = document.querySelector(".problem-list").getBoundingClientRect();
        const end = list.bottom - document.getElementById("below").offsetHeight;
        const { top, bottom } = current.getBoundingClientRect();
        return top >= list.top - 1 && bottom <= end + 1;
      },
      at,
      { timeout: 5000 },
    );
  }
  await below.waitFor({ state: "hidden" });
  await page.locator("#fix-all").click();
  await verdict(page, /7 problems/);
  await page.locator("#fixable").waitFor({ state: "hidden" });
});

test("a click on a problem goes to its text", async (t) => {
  const page = await open(t);
  const body = example("paybook/refresh");
  body.endpoints.accounts = Array.from({ length: 300 }, (_, at) => `/v1/accounts?skip=${at}`);
  body.endpoints.accounts.push(5);
  await paste(page, text(body));
  await verdict(page, /^Invalid.*1 problem/);
  await page.locator("#editor .cm-content").press("ControlOrMeta+Home");
  await page.locator(".problem-go").first().click();
  await page.locator(".tip").waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "editor");
  assert.equal(await selected(page), "5");
  const line = page.locator(".cm-activeLine");
  assert.equal((await line.textContent()).trim(), "5");
  const box = await line.boundingBox();
  assert.ok(box.y > 0 && box.y < 860, "the line is in view");
});

test("the problem's pointer is copied", async (t) => {
  const page = await open(t);
  await paste(page, broken());
  await verdict(page, /3 problems/);
  await page.locator(".problem", { hasText: "colour" }).locator(".tiny").click();
  await page.locator("#toast.shown").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "/colour");
});

test("an unknown event says what it could be, and why", async (t) => {
  const page = await open(t);
  const body = { ...example("seam/acs_credential.issued"), event_type: "acs_credential.isued" };
  await paste(page, text(body));
  await verdict(page, /^Unknown\. Not a known webhook event; the closest .*acs_credential\.issued/);
  assert.match(await page.locator("#events").textContent(), /Could be/);
  assert.match(await page.locator("#verdict-more").textContent(), /A handler should answer 2xx/);
});

test("an ambiguous body names all that fit", async (t) => {
  const page = await open(t);
  await paste(
    page,
    text({ flowid: "00000000-0000-0000-0000-000000000000", syncid: "00000000-0000-0000-0000-000000000000" }),
  );
  await verdict(page, /^Unknown\. Any of 2 events: account\.flow\.enabled or account\.flow\.disabled/);
});

test("a body of another system is unknown without a guess", async (t) => {
  const page = await open(t);
  await paste(page, text({ action: "opened", repository: { full_name: "a/b" }, sender: { login: "c" } }));
  assert.equal(await verdict(page, /^Unknown/), "Unknown. Not a known webhook event.");
});

test("a malformed body says what the JSON lacks and where", async (t) => {
  const page = await open(t);
  await paste(page, '{\n  "event": "refresh",\n  "id_user": \n}');
  await verdict(page, /^Malformed\. Not JSON: .*line \d+, column \d+\)\.$/);
  assert.match(await page.locator("#verdict-more").textContent(), /A handler should answer 400/);
  assert.equal(await page.locator(".problem").count(), 1);
});

test("an envelope with two events tells both, and whose problem it is", async (t) => {
  const page = await open(t);
  const body = twoEvents();
  await paste(page, text(body));
  await verdict(
    page,
    /^Valid\. Paybook Sync 3\.1 envelope with 2 events: credentials\.created, documents\.success; no problems\.$/,
  );
  assert.equal(await page.locator("#events .event").count(), 2);
  await page.locator("#tab-fields").click();
  await page.locator(".event-fields").nth(1).waitFor();
  assert.equal(await page.locator(".event-fields").count(), 2);
  delete body.events[1].header.event.eid;
  await paste(page, text(body));
  await verdict(page, /2 events.*1 problem\.$/);
  assert.equal(await page.locator(".pointer").textContent(), "/events/1/header/event/eid");
});

test("an empty editor asks for a body", async (t) => {
  const page = await open(t);
  await paste(page, "[]");
  await verdict(page, /^Unknown/);
  await page.locator("#clear").click();
  await verdict(page, /^Paste a webhook body/);
  assert.equal(await page.locator("#problems-count").textContent(), "");
  await page.locator("#starters .chip").first().click();
  await verdict(page, /^Valid/);
});

test("tidy indents and loses nothing", async (t) => {
  const page = await open(t);
  await paste(page, '{"a":12345678901234567890,"a":[1,{}],"b":[ ],"c":"x, {y}\\""}');
  await verdict(page, /^Unknown/);
  await page.locator("#tidy").click();
  await page.locator("#body-size", { hasText: "9 lines" }).waitFor();
  assert.equal(
    await bodyOf(page),
    '{\n  "a": 12345678901234567890,\n  "a": [\n    1,\n    {}\n  ],\n  "b": [],\n  "c": "x, {y}\\""\n}',
  );
});

test("find, folding and bracket matching work in the editor", async (t) => {
  const page = await open(t);
  await paste(page, text(example("paybook/credential_create")));
  await verdict(page, /^Valid/);
  // Brackets are matched when the cursor moves, as far as the text has been parsed by then.
  const matched = page.locator(".cm-matchingBracket");
  for (let tries = 0; tries < 100 && (await matched.count()) === 0; tries++) {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ControlOrMeta+Home");
  }
  assert.equal(await matched.count(), 2);
  await page.keyboard.press("ControlOrMeta+f");
  await page.locator(".cm-search input[name=search]").pressSequentially("id_site_");
  await page.locator(".cm-searchMatch").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".cm-search").waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Control+Shift+BracketLeft");
  await page.locator(".cm-foldPlaceholder").waitFor();
});

test("the tabs show the event's other forms, to copy", async (t) => {
  const page = await open(t);
  const body = example("seam/acs_credential.deleted");
  await paste(page, text(body));
  await verdict(page, /^Valid/);
  await page.locator("#details-panel pre", { hasText: "specversion" }).waitFor();
  await page.locator("#details-copy").click();
  const [event] = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(event.id, body.event_id);
  assert.equal(event.time, body.occurred_at);

  await page.locator("#tab-fields").click();
  const row = page.locator(".field", { hasText: "workspace_id" });
  await row.waitFor();
  assert.ok((await row.textContent()).includes(body.workspace_id));

  await page.locator("#tab-schema").click();
  await page.locator("#details-panel pre", { hasText: "json-schema.org" }).waitFor();

  await page.locator("#tab-code").click();
  await page.locator("#details-panel pre", { hasText: "curl --request POST" }).waitFor();
  await page.locator(".chooser select").selectOption("fetch");
  await page.locator("#details-panel pre", { hasText: 'case "seam/acs_credential.deleted"' }).waitFor();
});

test("they are to download as well", { skip: cannot("tell of a download") }, async (t) => {
  const page = await open(t);
  await paste(page, text(example("seam/acs_credential.deleted")));
  await page.locator("#details-panel pre", { hasText: "specversion" }).waitFor();
  const download = page.waitForEvent("download");
  await page.locator("#details-download").click();
  assert.equal((await download).suggestedFilename(), "cloudevents.json");
});

test("the fields of an invalid body show what is missing", async (t) => {
  const page = await open(t);
  await paste(page, broken());
  await verdict(page, /^Invalid/);
  await page.locator("#tab-fields").click();
  await page.locator(".field.missing", { hasText: "id_user" }).waitFor();
  await page
    .locator(".field", { hasText: "colour" })
    .locator(".field-kind", { hasText: "not in the catalog" })
    .waitFor();
});

test("everything is reached by the keyboard alone", async (t) => {
  const page = await open(t);
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at.id || at.className || at.tagName;
    });
  const tabTo = async (id, key = "Tab") => {
    for (let presses = 0; presses < 60; presses++) {
      if ((await focused()) === id) return;
      await page.keyboard.press(key);
    }
    assert.fail(`${id} is not reached by ${key}`);
  };

  await page.keyboard.press("Tab");
  assert.equal(await focused(), "skip");
  await tabTo("editor");
  await page.evaluate((body) => navigator.clipboard.writeText(body), broken());
  await page.keyboard.press("ControlOrMeta+v");
  await verdict(page, /3 problems/);

  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  await page.locator(".problem[aria-current=true]").waitFor();
  const first = await page.locator(".problem[aria-current=true] .problem-go").textContent();
  await page.keyboard.press("F8");
  assert.notEqual(await page.locator(".problem[aria-current=true] .problem-go").textContent(), first);
  await page.keyboard.press("Shift+F8");
  assert.equal(await page.locator(".problem[aria-current=true] .problem-go").textContent(), first);

  await page.locator(".tip").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".tip").waitFor({ state: "detached" });

  await tabTo("fix-all");
  await page.keyboard.press("Enter");
  await verdict(page, /2 problems/);
  await tabTo("tab-normalized");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "tab-fields");
  assert.equal(await page.locator("#tab-fields").getAttribute("aria-selected"), "true");
  await tabTo("keep-draft");
  await tabTo("theme", "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
  await tabTo("help", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator("#help-dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#help-dialog").waitFor({ state: "detached" });
  assert.equal(await focused(), "help");
});

test("the fix at the cursor is applied by its key", async (t) => {
  const page = await open(t);
  await paste(page, broken());
  await verdict(page, /3 problems/);
  const index = (await problemTexts(page)).findIndex((words) => words.includes("id_credental"));
  await page.keyboard.press("ControlOrMeta+Home");
  for (let at = 0; at <= index; at++) await page.keyboard.press("F8");
  await page.locator(".tip", { hasText: "id_credental" }).waitFor();
  await page.keyboard.press("ControlOrMeta+.");
  await verdict(page, /2 problems/);
});
