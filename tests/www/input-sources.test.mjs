import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { bodyOf, drop, openFile, paste, usePage, verdict } from "./browser.mjs";

const { open, shared } = usePage();

const seam = JSON.stringify(catalog.find(({ id }) => id === "seam/acs_credential.issued").example, null, 2);

test("a file that is dropped replaces the body", async (t) => {
  const page = await open(t);
  await paste(page, "{}");
  await verdict(page, /^Unknown/);
  await drop(page, "#editor .cm-content", "body.json", seam);
  await verdict(page, /^Valid\. Seam event acs_credential\.issued/);
  assert.equal(await bodyOf(page), seam);
  assert.equal(await page.locator("#drop").isVisible(), false);
});

test("a file that is dropped on the catalog is inspected", async (t) => {
  const page = await open(t, { hash: "#/catalog" });
  await drop(page, "#catalog-title", "body.json", seam);
  await verdict(page, /^Valid\. Seam/);
  await page.locator("#inspect").waitFor();
});

test("a file is opened", async (t) => {
  const page = await open(t);
  await openFile(page, "body.json", seam);
  await verdict(page, /^Valid\. Seam/);
});

test("a file that is not UTF-8 is told at its place, until it is edited", async (t) => {
  const page = await open(t);
  const content = Buffer.concat([
    Buffer.from('{\r\n  "event": "'),
    Buffer.from([0xff]),
    Buffer.from('"\r\n}'),
  ]);
  await drop(page, "#editor .cm-content", "latin.json", content);
  await verdict(page, /^Malformed\. Not UTF-8 text: .*line 2, column 13\)/);
  assert.deepEqual(await page.locator(".cm-problem").allTextContents(), ["\uFFFD"]);
  await page.locator("#editor .cm-content").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" ");
  await verdict(page, /^Unknown/);
});

test("a byte order mark is no problem", async (t) => {
  const page = await open(t);
  await drop(page, "#editor .cm-content", "mark.json", `\uFEFF${seam.replaceAll("\n", "\r\n")}`);
  await verdict(page, /^Valid\. Seam/);
  await page.locator("#tab-fields").click();
  await page.locator(".field", { hasText: "event_id" }).waitFor();
});

test("a paste anywhere on the page is a new body", async (t) => {
  const page = await open(t);
  await page.evaluate((body) => navigator.clipboard.writeText(body), seam);
  await page.locator("#help").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await verdict(page, /^Valid\. Seam/);
});

test("a link that is pasted into an open page is followed", async (t) => {
  const page = await open(t);
  await paste(page, seam);
  await verdict(page, /^Valid/);
  await page.locator("#share").click();
  const link = await page.locator("#share-link").inputValue();
  await page.keyboard.press("Escape");
  await page.locator("#clear").click();
  await verdict(page, /^Paste/);
  await page.goto(link);
  await verdict(page, /^Valid\. Seam/);
});

test("a damaged link is told and leaves the page working", async (t) => {
  const page = await open(t, { hash: "#body=AAAA____" });
  await page.locator("#toast", { hasText: "The link is damaged" }).waitFor();
  await paste(page, seam);
  await verdict(page, /^Valid/);
});

test("a link that would unfold to too much is not opened", async (t) => {
  const page = await open(t);
  const hash = await page.evaluate(async () => {
    const stream = new Blob([new Uint8Array(40_000_000)])
      .stream()
      .pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `#body=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  });
  const other = await open(t, { hash });
  await other.locator("#toast", { hasText: "more than 16 MiB" }).waitFor();
  await verdict(other, /^Paste/);
});

test("a body that is too large for a link is refused in plain words", async (t) => {
  const page = await open(t);
  const noise = Array.from({ length: 6000 }, (_, at) => Math.sin(at).toString(36)).join("");
  await paste(page, JSON.stringify({ noise }));
  await verdict(page, /^Unknown/);
  await page.locator("#share").click();
  await page.locator("#give-dialog", { hasText: "too large for a link" }).waitFor();
  assert.equal(await page.locator("#share-link").count(), 0);
});

test("a draft is kept only where the user turns that on", async (t) => {
  const page = await open(t);
  await paste(page, seam);
  await verdict(page, /^Valid/);
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  assert.equal(await page.locator("#keep-draft").isChecked(), false);
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), "{}");
  await verdict(page, /^Paste/);

  await paste(page, seam);
  await page.locator("#keep-draft").check();
  await page.reload();
  await verdict(page, /^Valid\. Seam/);
  await page.locator("#keep-draft").uncheck();
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), "{}");
});
