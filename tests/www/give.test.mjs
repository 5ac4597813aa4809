// Share and Copy give the redacted body first, and the body as it is to whoever asks for that.
import assert from "node:assert/strict";
import test from "node:test";
import { readFileSync } from "node:fs";
import { normalize } from "hooklens";
import { catalog } from "hooklens/catalog";
import {
  bodyOf,
  cannot,
  clipboard,
  noServiceWorker,
  paste,
  requestsOf,
  usePage,
  verdict,
} from "./browser.mjs";

const { open } = usePage();
const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));

const { example, source } = catalog.find(({ id }) => id === "seam/acs_credential.issued");
const personal = {
  acs_credential_id: "7b1f0a52-0c6e-4b7e-8a9f-51d2f5c0a911",
  workspace_id: "11aa22bb-33cc-44dd-95ee-66ff77008899",
  note: "Ada Lovelace 😀 <ada@example.org>, room 7",
};
const { acs_system_id: _, ...rest } = example;
const body = JSON.stringify({ ...rest, ...personal }, null, 2);
const told = /^Invalid\. Seam event acs_credential\.issued; 1 problem, 1 warning\.$/;
const secrets = [...Object.values(personal), "Lovelace", "ada@example", "7b1f0a52", "66ff77008899"];

const dialogOf = (page) => page.locator("#give-dialog");
const giveButton = (page) => page.locator("#give-copy");
const link = (page) => page.locator("#share-link").inputValue();
const preview = (page) => page.locator(".give-preview").textContent();

/** The page with that body in it. */
async function withBody(t, options) {
  const page = await open(t, options);
  await paste(page, body);
  await verdict(page, told);
  return page;
}

/** The body of a link, opened as somebody else would, where it is told that. */
async function bodyOfLink(t, url, pattern) {
  const other = await open(t, { hash: new URL(url).hash });
  await verdict(other, pattern);
  return bodyOf(other);
}

function assertRedacted(text) {
  for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} in ${text}`);
  const value = JSON.parse(text);
  assert.deepEqual(Object.keys(value), Object.keys(JSON.parse(body)));
  assert.equal(value.event_type, "acs_credential.issued");
  assert.match(value.acs_credential_id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.equal(text.split("\n").length, body.split("\n").length);
}

test("a link has the redacted body, unless the body as it is was chosen", async (t) => {
  const page = await withBody(t);
  await page.locator("#share").click();
  await giveButton(page).waitFor();
  assert.equal(
    await page.locator("#give-content .notice").textContent(),
    "The link contains the redacted body. Anyone with the link can read it. It is in the part after “#”, which browsers never send to a server.",
  );
  const redacted = await preview(page);
  assertRedacted(redacted);
  const redactedLink = await link(page);
  assert.ok(redactedLink.startsWith(`${page.site.url}#body=`), "the body is in the fragment");
  assert.equal(new URL(redactedLink).search, "");
  assert.equal(await bodyOfLink(t, redactedLink, told), redacted);

  await page.getByRole("radio", { name: "The body as it is" }).check();
  await page.locator("#give-content", { hasText: "The link contains the body as it is." }).waitFor();
  const wholeLink = await link(page);
  assert.equal(await bodyOfLink(t, wholeLink, told), body);

  // Nothing is redacted anew: what was read is what is given.
  await page.getByRole("radio", { name: "Redacted" }).check();
  await page.locator("#give-content", { hasText: "The link contains the redacted body." }).waitFor();
  assert.equal(await link(page), redactedLink);
  await giveButton(page).click();
  await dialogOf(page).waitFor({ state: "detached" });
  assert.equal(await clipboard(page), redactedLink);
  await page.locator("#toast", { hasText: "Copied the link to the redacted body." }).waitFor();
});

test("so has what is copied", async (t) => {
  const page = await withBody(t);
  await page.locator("#copy").click();
  assert.equal(await giveButton(page).innerText(), "Copy the redacted body");
  const redacted = await preview(page);
  assertRedacted(redacted);
  await giveButton(page).click();
  await dialogOf(page).waitFor({ state: "detached" });
  assert.equal(await clipboard(page), redacted);
  await page.locator("#toast", { hasText: "Copied the redacted body." }).waitFor();

  await page.locator("#copy").click();
  await page.getByRole("radio", { name: "The body as it is" }).check();
  await page.locator("#give-copy", { hasText: "Copy the body as it is" }).click();
  await dialogOf(page).waitFor({ state: "detached" });
  assert.equal(await clipboard(page), body);
});

const reported = async (page) => {
  await giveButton(page).click();
  return clipboard(page);
};

test("a report for a bug tracker has what is said of the body, which is redacted", async (t) => {
  const page = await withBody(t);
  await page.locator("#copy-report").click();
  await giveButton(page).waitFor();
  assert.equal(await giveButton(page).innerText(), "Copy the redacted report");
  const shown = await preview(page);
  const text = await reported(page);
  assert.equal(text, shown);
  for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} in ${text}`);
  const [, redacted] = text.match(
    /<summary>The redacted body<\/summary>\n\n```json\n([^]*)\n```\n\n<\/details>\n$/,
  );
  assertRedacted(redacted);
  const line = (start) => redacted.split("\n").find((each) => each.trim().startsWith(start));
  assert.equal(
    text.slice(0, text.indexOf("<details>")),
    `**Invalid.** Seam event acs\\_credential.issued; 1 problem, 1 warning.

- Event: \`seam/acs_credential.issued\`, ${source.replaceAll("_", "\\_")}
- HookLens ${version}

### 2 problems

1. **Error** \`missing-field\`, line 1, column 1, \`/acs_system_id\`: Expected the field \`acs_system_id\`, found no such field

   \`\`\`text
   1 | {
     | ^
   \`\`\`

2. **Warning** \`unexpected-field\`, line 9, column 3, \`/note\`: Expected a known field of this event, found \`note\`

   \`\`\`text
   9 | ${line('"note"')}
     |   ^^^^^^
   \`\`\`

`,
  );

  await page.locator("#copy-report").click();
  await giveButton(page).waitFor();
  await page.getByRole("radio", { name: "The body as it is" }).check();
  await page.locator("#give-copy", { hasText: "Copy the report as it is" }).waitFor();
  const whole = await reported(page);
  assert.ok(whole.includes(`<summary>The body as it is</summary>\n\n\`\`\`json\n${body}\n\`\`\``));
});

test("a report on a valid body has its canonical form", async (t) => {
  const page = await open(t);
  await paste(page, JSON.stringify(example));
  await verdict(page, /^Valid/);
  await page.locator("#copy-report").click();
  await giveButton(page).waitFor();
  await page.getByRole("radio", { name: "The body as it is" }).check();
  await page.locator("#give-copy", { hasText: "as it is" }).waitFor();
  const [, events] = (await reported(page)).match(/CloudEvents<\/summary>\n\n```json\n([^]*?)\n```/);
  assert.deepEqual(JSON.parse(events), normalize(example));
});

test("nothing in a body ends the block that it is in, or is taken for Markdown", async (t) => {
  const page = await open(t);
  const text = '{"a``b": "```\\n</details> @all *b*", "*c*": 1}';
  await paste(page, text);
  await verdict(page, /^Unknown/);
  await page.locator("#copy-report").click();
  await giveButton(page).waitFor();
  await page.getByRole("radio", { name: "The body as it is" }).check();
  await page.locator("#give-copy", { hasText: "as it is" }).waitFor();
  const report = await reported(page);
  assert.ok(report.endsWith(`\n\n\`\`\`\`json\n${text}\n\`\`\`\`\n\n</details>\n`), report);
});

test("text that is no JSON is redacted as well", async (t) => {
  const page = await open(t);
  await paste(page, `2026-05-04 Ada Lovelace sent\n${body}`);
  await verdict(page, /^Malformed\. Not JSON: expected JSON, found text before the body/);
  await page.locator("#copy").click();
  await giveButton(page).waitFor();
  const redacted = await preview(page);
  for (const secret of secrets) assert.ok(!redacted.includes(secret), `${secret} in ${redacted}`);
  assert.match(redacted, /"event_type": "acs_credential\.issued"/);
});

test("events of the user's own documents are redacted by what these say", async (t) => {
  const page = await open(t);
  const properties = {
    kind: { const: "shipped" },
    carrier: { type: "string", "x-hooklens": { public: true } },
    receiver: { type: "string" },
  };
  const document = { title: "shipped", type: "object", required: ["kind", "receiver"], properties };
  const source = JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", ...document });
  await page.locator("#documents").setInputFiles({
    name: "parcels.json",
    mimeType: "application/json",
    buffer: Buffer.from(source),
  });
  await paste(page, '{"kind":"shipped","carrier":"Pigeon","receiver":"Lovelace"}');
  await verdict(page, /^Valid\. .* event shipped/);
  await page.locator("#copy").click();
  await giveButton(page).waitFor();
  assert.match(
    await preview(page),
    /^\{"kind":"shipped","carrier":"Pigeon","receiver":"(?!Lovelace)[A-Z][a-z]{7}"\}$/,
  );
});

test("code has the redacted body, unless that is not wanted", async (t) => {
  const page = await withBody(t);
  const code = page.locator("#details-panel pre");
  await page.locator("#tab-code").click();
  await page.locator("#details-panel pre", { hasText: "curl --request POST" }).waitFor();
  assertRedacted((await code.textContent()).match(/--data-raw '(.*)'\n$/s)[1]);
  await page.locator("#details-panel select").selectOption("test");
  await page.locator("#details-panel pre", { hasText: "node:test" }).waitFor();
  assertRedacted((await code.textContent()).match(/String\.raw`(.*)`;/s)[1]);
  await page.locator("#details-copy").click();
  assert.equal(await clipboard(page), await code.textContent());

  await page.getByLabel("Redact the body").uncheck();
  assert.equal(await page.evaluate(() => document.activeElement.id), "code-redacted");
  assert.equal((await code.textContent()).match(/String\.raw`(.*)`;/s)[1], body);
  await page.locator("#details-panel select").selectOption("curl");
  assert.equal((await code.textContent()).match(/--data-raw '(.*)'\n$/s)[1], body);
  // Handlers have no body in them, and no such choice.
  await page.locator("#details-panel select").selectOption("fetch");
  await page.locator("#details-panel pre", { hasText: "hooklens/fetch" }).waitFor();
  assert.equal(await page.locator("#code-redacted").count(), 0);
});

test("code says so where what redacts cannot be fetched, and has the body as it is if that is wanted", async (t) => {
  const page = await withBody(t, { before: noServiceWorker });
  page.site.refuse("full_bg-*.wasm");
  await page.locator("#tab-code").click();
  await page.locator("#details-panel .none", { hasText: "could not be redacted" }).waitFor();
  assert.equal(await page.locator("#details-panel pre").count(), 0);
  assert.equal(await page.locator("#details-copy").isDisabled(), true);
  page.troubles.length = 0;
  await page.getByLabel("Redact the body").uncheck();
  await page.locator("#details-panel pre", { hasText: "Lovelace" }).waitFor();
  page.site.giveAgain("full_bg-*.wasm");
  await page.getByLabel("Redact the body").check();
  await page.locator("#details-panel pre", { hasText: "curl --request POST" }).waitFor();
  assertRedacted((await page.locator("#details-panel pre").textContent()).match(/--data-raw '(.*)'\n$/s)[1]);
});

test("what redacts is fetched when it is asked for, and once", async (t) => {
  const page = await withBody(t, { before: noServiceWorker });
  await page.site.quiet();
  const requests = requestsOf(page);
  const names = () => requests().map((url) => url.replace(/^.*\//, "").replace(/-\w+\./, "."));
  await page.locator("#share").click();
  await giveButton(page).waitFor();
  assert.deepEqual(names(), ["dialogs.js", "full_bg.js", "full_bg.wasm"]);
  await page.keyboard.press("Escape");
  await page.locator("#copy").click();
  await giveButton(page).waitFor();
  assert.deepEqual(names(), ["dialogs.js", "full_bg.js", "full_bg.wasm"]);
});

test("while it is on its way the page says so, and the body as it is can be had", async (t) => {
  const page = await withBody(t, { before: noServiceWorker });
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  page.site.hold("full_bg-*.wasm", held);
  await page.locator("#copy").click();
  await page.locator("#give-said", { hasText: "Redacting the body…" }).waitFor();
  assert.deepEqual(await dialogOf(page).locator("button").allTextContents(), ["Close"]);
  await page.getByRole("radio", { name: "The body as it is" }).check();
  await page.locator("#give-copy", { hasText: "Copy the body as it is" }).waitFor();
  arrive();
  await page.site.quiet();
  assert.equal(await giveButton(page).innerText(), "Copy the body as it is");
  assert.equal(await preview(page), body);
  await page.getByRole("radio", { name: "Redacted" }).check();
  await page.locator("#give-copy", { hasText: "Copy the redacted body" }).waitFor();
  assertRedacted(await preview(page));
});

for (const part of ["full_bg-*.js", "full_bg-*.wasm"])
  test(
    `where ${part} cannot be fetched, that is said, nothing is given, and it can be tried again`,
    { skip: part.endsWith(".js") && cannot("import again") },
    async (t) => {
      const page = await withBody(t, { before: noServiceWorker });
      page.site.refuse(part);
      await page.locator("#share").click();
      await page.locator("#give-again").waitFor();
      assert.match(
        await page.locator("#give-said").innerText(),
        /^The body could not be redacted: what redacts could not be fetched \(.+\)\. Nothing was shared\.$/,
      );
      assert.deepEqual(await dialogOf(page).locator("button").allTextContents(), ["Close", "Try again"]);
      assert.equal(await page.locator("#share-link").count(), 0);
      page.troubles.length = 0;
      page.site.giveAgain(part);
      await page.locator("#give-again").click();
      await giveButton(page).waitFor();
      assertRedacted(await preview(page));
    },
  );

test("it is there without a network", async (t) => {
  const page = await open(t);
  await page.waitForSelector("html[data-offline=ready]");
  page.site.offline = true;
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await paste(page, body);
  await verdict(page, told);
  await page.locator("#share").click();
  await giveButton(page).waitFor();
  assertRedacted(await preview(page));
});

test("it can be done with the keyboard alone", async (t) => {
  const page = await withBody(t);
  await page.locator("#share").focus();
  await page.keyboard.press("Enter");
  await giveButton(page).waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute("aria-label"));
  assert.equal(await focused(), "give-redacted");
  await page.keyboard.press("ArrowDown");
  await page.locator("#give-content", { hasText: "The link contains the body as it is." }).waitFor();
  assert.equal(await focused(), "give-whole");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "The body as it is");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "share-link");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "give-copy");
  const whole = await link(page);
  await page.keyboard.press("Enter");
  await dialogOf(page).waitFor({ state: "detached" });
  assert.equal(await clipboard(page), whole);
  assert.equal(await focused(), "share");
});

test("a screen reader is told what there is to choose", async (t) => {
  const page = await withBody(t);
  await page.locator("#copy").click();
  await giveButton(page).waitFor();
  const names = (await dialogOf(page).ariaSnapshot()).replace(/(region .*?: ).*/, "$1…");
  assert.equal(
    names,
    `- dialog "Copy this body":
  - heading "Copy this body" [level=2]
  - group "What is copied":
    - text: What is copied
    - radio "Redacted" [checked]
    - text: Redacted
    - paragraph: Names, ids, addresses, tokens and free text are replaced by others of the same form. Events and problems stay the same.
    - radio "The body as it is"
    - text: The body as it is
    - paragraph: With every name, id and token in it.
  - status
  - region "The redacted body": …
  - button "Close"
  - button "Copy the redacted body"`,
  );
});

test("there is nothing to give of an empty page", async (t) => {
  const page = await open(t);
  await page.locator("#share").click();
  await page.locator("#toast", { hasText: "There is no body to share yet." }).waitFor();
  await page.locator("#copy").click();
  await page.locator("#toast", { hasText: "There is no body to copy yet." }).waitFor();
  await page.locator("#copy-report").click();
  await page.locator("#toast", { hasText: "There is no body to report on yet." }).waitFor();
  assert.equal(await dialogOf(page).count(), 0);
});
