// Where the canonical events came from: what belongs together is marked in them and in the body.
import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { axe, noServiceWorker, paste, plain, requestsOf, usePage, verdict } from "./browser.mjs";

const { open } = usePage();

const exampleOf = (id) => catalog.find((entry) => entry.id === id).example;
const seam = JSON.stringify(exampleOf("seam/acs_credential.issued"), null, 2);

async function withBody(t, body, options) {
  const page = await open(t, options);
  await paste(page, typeof body === "string" ? body : JSON.stringify(body, null, 2));
  await verdict(page, /^Valid/);
  await page.locator("#details-panel pre", { hasText: "specversion" }).waitFor();
  return page;
}

/** What is marked in the body, and in the canonical events. */
const marked = async (page) => ({
  body: await page.locator(".cm-linked").allTextContents(),
  events: await page.locator("#details-panel .linked").allTextContents(),
});

const NOTHING = { body: [], events: [] };

const line = (page) => page.locator("#origin");
const says = (page, words) => page.locator("#origin", { hasText: words }).waitFor();
const inEvents = (page, text) => page.locator("#details-panel pre span", { hasText: text }).first();
const inBody = (page, text) => page.locator("#editor .cm-line span", { hasText: text }).first();

/** Puts the cursor to so many places before the end of a line of the body, by keys alone. */
async function toLine(page, text, back) {
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  const active = page.locator("#editor .cm-line.cm-activeLine");
  for (let step = 0; step < 20 && !(await active.textContent()).includes(text); step++)
    await page.keyboard.press("ArrowDown");
  // A line that is wrapped has an end in each row.
  await page.keyboard.press("End");
  await page.keyboard.press("End");
  for (let step = 0; step < back; step++) await page.keyboard.press("ArrowLeft");
}

test("a value that is pointed at is marked, and what belongs to it on the other side", async (t) => {
  const page = await withBody(t, seam);
  assert.deepEqual(await marked(page), NOTHING);
  assert.equal(await page.locator("#origin-hint").isVisible(), true);

  await inEvents(page, "2025-01-01").hover();
  await says(page, "/time: from /occurred_at");
  const time = '"2025-01-01T00:00:00.000Z"';
  assert.deepEqual(await marked(page), { body: [time], events: [time] });
  assert.equal(await page.locator("#origin-hint").isVisible(), false);
  // Its name stands for it.
  await inEvents(page, '"source"').hover();
  await says(page, "/source: from /workspace_id");
  assert.deepEqual((await marked(page)).events, ['"/seam/workspaces/00000000-0000-0000-0000-000000000000"']);

  await inBody(page, '"event_type"').hover();
  await says(page, "/event_type: becomes /type");
  assert.deepEqual(await marked(page), {
    body: ['"acs_credential.issued"'],
    events: ['"co.seam.acs_credential.issued"'],
  });
  await page.locator("#body-title").hover();
  await page.locator("#origin-hint").waitFor();
  assert.deepEqual(await marked(page), NOTHING);
});

test("it is said of what has no place in the body why", async (t) => {
  const page = await withBody(t, exampleOf("paybook/credential_create"));
  for (const [field, words] of [
    ["specversion", "/specversion: the same for every event of this provider"],
    ["id", "/id: made of the content"],
    ["type", "/type: from the event’s name, /event"],
    ["subject", "/subject: from /id_credential"],
  ]) {
    await inEvents(page, `"${field}"`).hover();
    await says(page, words);
    assert.equal(plain(await line(page).textContent()), words);
    const { body, events } = await marked(page);
    assert.equal(events.length, 1);
    assert.equal(body.length, field === "type" || field === "subject" ? 1 : 0);
  }
});

test("all places are marked where there are several", async (t) => {
  const page = await withBody(t, exampleOf("paybook/credentials.created"));
  await inEvents(page, '"user_id"').hover();
  await says(page, "/data/user_id: from /events/0/header/user/id_user and /events/0/payload/id_user");
  const { body, events } = await marked(page);
  assert.equal(events.length, 1);
  assert.deepEqual(body, [events[0], events[0]]);

  const one = await withBody(t, seam);
  await inBody(one, '"workspace_id"').hover();
  await says(one, "/workspace_id: becomes /source and /data/workspace_id");
  assert.equal((await marked(one)).events.length, 2);
});

test("the cursor does what the pointer does, in both", async (t) => {
  const page = await withBody(t, seam);
  await toLine(page, "event_type", 2);
  await says(page, "/event_type: becomes /type");
  assert.deepEqual(await marked(page), {
    body: ['"acs_credential.issued"'],
    events: ['"co.seam.acs_credential.issued"'],
  });

  const events = page.locator("#details-panel pre");
  const before = await events.textContent();
  await events.focus();
  await page.evaluate(() => getSelection().collapse(document.querySelector("#details-panel code"), 0));
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await says(page, "/id: from /event_id");
  assert.deepEqual((await marked(page)).body, ['"00000000-0000-0000-0000-000000000000"']);
  assert.equal(await events.getAttribute("aria-readonly"), "true");
  await page.keyboard.type("x");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  assert.equal(await events.textContent(), before);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.tagName !== "PRE"), true);
});

test("marks go when the body is edited, and come back with the events", async (t) => {
  const page = await withBody(t, seam);
  await toLine(page, "occurred_at", 3);
  await says(page, "/occurred_at: becomes /time");
  await page.keyboard.press("Backspace");
  await verdict(page, /^Valid/);
  await page.locator("#details-panel .linked", { hasText: "2025" }).waitFor();
  assert.deepEqual((await marked(page)).body, ['"2025-01-01T00:00:00.00Z"']);
  assert.equal(plain(await line(page).textContent()), "/occurred_at: becomes /time");

  for (let step = 0; step < 8; step++) await page.keyboard.press("Backspace");
  await verdict(page, /^Invalid/);
  assert.deepEqual(await marked(page), NOTHING);
  // How many steps are undone at once depends on how fast they were made.
  const isInvalid = () =>
    page.evaluate(() => document.querySelector("#verdict-line").textContent.startsWith("Invalid"));
  while (await isInvalid()) {
    await page.keyboard.press("ControlOrMeta+z");
    // The verdict is not behind what was done by more than a frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  }
  await verdict(page, /^Valid/);
  await page.locator("#details-panel .linked").waitFor();
});

test("the other side is scrolled to what is marked, and the page stays where it is", async (t) => {
  const body = { ...exampleOf("paybook/credentials.created") };
  const text = JSON.stringify(body, null, 2).replace("{", `{${"\n".repeat(200)}`);
  const page = await withBody(t, text, { height: 500 });
  const seen = () =>
    page.evaluate(() => {
      const { top, bottom } = document
        .querySelector("#editor")
        .shadowRoot.querySelector(".cm-linked")
        .getBoundingClientRect();
      const box = document.querySelector("#editor").getBoundingClientRect();
      return top >= box.top && bottom <= box.bottom;
    });
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await inEvents(page, '"user_id"').evaluate((element) => element.scrollIntoView({ block: "center" }));
  const before = await page.evaluate(() => scrollY);
  await inEvents(page, '"user_id"').hover();
  await says(page, "/data/user_id");
  assert.equal(await seen(), true);
  assert.equal(await page.evaluate(() => scrollY), before);
});

test("what tells it is fetched when it is used, and nothing breaks without it", async (t) => {
  const page = await withBody(t, seam, { before: noServiceWorker });
  await page.site.quiet();
  const requests = requestsOf(page);
  const names = () => requests().map((url) => url.replace(/^.*\//, "").replace(/-\w+\./, "."));
  page.site.refuse("full_bg-*.wasm");
  await inEvents(page, '"time"').hover();
  await says(page, "Where the values came from cannot be told: what tells it could not be fetched");
  assert.deepEqual(await marked(page), NOTHING);
  page.troubles.length = 0;
  page.site.giveAgain("full_bg-*.wasm");
  await page.locator("#tab-code").click();
  await page.locator("#tab-normalized").click();
  await inEvents(page, '"time"').hover();
  await says(page, "/time: from /occurred_at");
  assert.deepEqual(
    [...new Set(names())].filter((name) => !name.startsWith("snippets")),
    ["origins.js", "chunk.js", "full_bg.js", "full_bg.wasm"],
  );
  // Another tab has nothing to do with it.
  await page.locator("#tab-code").click();
  await inBody(page, '"event_id"').hover();
  await page.locator("#details-panel pre", { hasText: "curl" }).waitFor();
  assert.deepEqual(await marked(page), NOTHING);
});

test("a body of the user's own events is linked as well", async (t) => {
  const page = await open(t);
  const properties = { kind: { const: "shipped" }, receiver: { type: "string" } };
  const document = { title: "shipped", type: "object", required: ["kind", "receiver"], properties };
  await page.locator("#documents").setInputFiles({
    name: "parcels.json",
    mimeType: "application/json",
    buffer: Buffer.from(
      JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", ...document }),
    ),
  });
  await paste(page, '{"kind":"shipped","receiver":"Lovelace"}');
  await verdict(page, /^Valid\. .* event shipped/);
  await inEvents(page, '"receiver"').hover();
  await says(page, "/data/receiver: from /receiver");
  assert.deepEqual(await marked(page), { body: ['"Lovelace"'], events: ['"Lovelace"'] });
});

test("so large a body is not linked, and that is said", async (t) => {
  const page = await open(t);
  const many = seam.replace("{", `{${" ".repeat(2_000_000)}`);
  await page.evaluate((text) => navigator.clipboard.writeText(text), many);
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await page.locator("#details-panel").getByRole("button", { name: "Show anyway" }).click();
  await page.locator("#details-panel", { hasText: "so large a body" }).waitFor();
  assert.equal(await page.locator("#origin-hint").count(), 0);
});

for (const colorScheme of ["light", "dark"])
  test(`axe finds nothing where values are marked, ${colorScheme}`, async (t) => {
    const page = await withBody(t, seam, { colorScheme });
    await inEvents(page, '"source"').hover();
    await says(page, "/source");
    assert.deepEqual(await axe(page), []);
    const outline = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).outlineStyle);
    assert.equal(await outline("#editor .cm-linked"), "solid");
    assert.equal(await outline("#details-panel .linked"), "solid");
  });
