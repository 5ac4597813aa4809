import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { axe, bodyOf, paste, usePage, verdict } from "./browser.mjs";

const { open } = usePage();

const seam = catalog.find(({ id }) => id === "seam/acs_credential.issued").example;
const markup = `<img src=x onerror="window.ran = 1"><script>window.ran = 1</script><b id=bold>&amp;`;
const tabs = ["normalized", "fields", "schema", "code"];

async function visitTabs(page) {
  for (const tab of tabs) {
    await page.locator(`#tab-${tab}`).click();
    await page.locator(`#details-panel[data-tab=${tab}] :is(pre, .fields, .none)`).first().waitFor();
  }
}

test("markup in names and values is shown as text", async (t) => {
  const page = await open(t);
  const body = { ...seam, [markup]: markup, event_id: markup, event_description: markup };
  await paste(page, JSON.stringify(body, null, 2));
  await verdict(page, /^Invalid/);
  await visitTabs(page);
  const valid = { ...seam, event_description: markup, [markup]: { [markup]: [markup] } };
  await paste(page, JSON.stringify(valid, null, 2));
  await verdict(page, /^Valid/);
  await visitTabs(page);
  await page.locator("#tab-fields").click();
  await page.locator(".field-value", { hasText: "<img src=x" }).first().waitFor();
  const found = await page.evaluate(() => {
    const inside = document.querySelector("#editor").shadowRoot;
    return [document, inside].flatMap((root) => [
      ...root.querySelectorAll("img:not(.cm-widgetBuffer), #bold, main script"),
    ]).length;
  });
  assert.equal(found, 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

test("markup in the event's name is shown as text", async (t) => {
  const page = await open(t);
  await paste(page, JSON.stringify({ ...seam, event_type: markup }));
  await verdict(page, /^Unknown/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("main img, main b#bold").length), 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

test("__proto__ and constructor are fields like any other", async (t) => {
  const page = await open(t);
  const body = JSON.stringify(seam).replace(
    "{",
    '{"__proto__":{"polluted":true},"constructor":1,"toString":null,"hasOwnProperty":[],',
  );
  await paste(page, body);
  await verdict(page, /^Valid\..*4 warnings\.$/);
  await visitTabs(page);
  await page.locator("#tab-fields").click();
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"])
    await page.locator(".field-name", { hasText: new RegExp(`^${name}$`) }).waitFor();
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
});

test("right-to-left marks and control characters are made visible", async (t) => {
  const page = await open(t);
  const body = JSON.stringify({ ...seam, event_description: "a\u202eb\u200bc\ufeffd" });
  await paste(page, body);
  await verdict(page, /^Valid/);
  assert.ok((await page.locator(".cm-specialChar").count()) >= 3);
  assert.equal(await bodyOf(page), body);
});

test("lone surrogates are told and survive", async (t) => {
  const page = await open(t);
  await paste(page, JSON.stringify(seam).replace("{", '{"x":"\\ud800",'));
  await verdict(page, /^Valid\..*2 warnings\.$/);
  await visitTabs(page);
});

test("a megabyte on one line is read, marked and edited", async (t) => {
  const page = await open(t);
  const body = JSON.stringify({ ...seam, event_id: 5, event_description: "long ".repeat(200_000) });
  await paste(page, body);
  await verdict(page, /^Invalid\..*1 problem\.$/);
  await page.locator(".problem-go").click();
  await page.locator(".tip").waitFor();
  await page.keyboard.type('"x"');
  await verdict(page, /^Invalid/);
  await visitTabs(page);
});

test("a body of 5 MB is read, marked and edited", async (t) => {
  const page = await open(t);
  const body = structuredClone(catalog.find(({ id }) => id === "paybook/refresh").example);
  const path = body.endpoints.transactions[0];
  body.endpoints.transactions = Array.from({ length: 60_000 }, (_, at) =>
    path.replace("skip=0", `skip=${at}`),
  );
  body.endpoints.transactions.push(7);
  const text = JSON.stringify(body, null, 2);
  assert.ok(text.length > 5_000_000);
  await paste(page, text);
  await verdict(page, /^Invalid\. Paybook Sync event refresh; 1 problem\.$/);
  await page.locator(".problem-go").click();
  await page.locator(".tip").waitFor();
  assert.equal((await page.locator(".cm-activeLine").textContent()).trim(), "7");
  await page.keyboard.type(JSON.stringify(path));
  await verdict(page, /^Valid/);
  await visitTabs(page);
  await page.locator("#tab-fields").click();
  await page.locator("#details-panel").getByRole("button", { name: "Show anyway" }).click();
  await page.locator("#details-panel", { hasText: "more values are not shown" }).waitFor();
  assert.deepEqual(await axe(page), []);
});

test("a body over the limit is refused in words", async (t) => {
  const page = await open(t);
  await page.locator("#file").setInputFiles({
    name: "large.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ ...seam, event_description: "x".repeat(17 * 1024 * 1024) })),
  });
  await verdict(page, /^Malformed\. Too large to read/);
});

test("deep nesting is refused in words", async (t) => {
  const page = await open(t);
  await paste(page, "[".repeat(5000) + "]".repeat(5000));
  await verdict(page, /^Malformed\. Nested too deeply to read/);
});

test("a hundred problems and more are counted", async (t) => {
  const page = await open(t);
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`zz_${at}`, at]));
  await paste(page, JSON.stringify({ ...seam, ...many }, null, 1));
  await verdict(page, /^Valid.*250 problems\.$/);
  assert.equal(await page.locator("#problems-count").textContent(), "250");
  assert.equal(await page.locator(".problem").count(), 100);
  await page.locator("#problems-body", { hasText: "and 150 more, not listed" }).waitFor();
});
