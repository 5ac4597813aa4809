// What is compressed is decompressed where it is found, and offered.
import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { catalog } from "hooklens/catalog";
import { bodyOf, openFile, openIt, paste, rows, usePage, verdict } from "./browser.mjs";

const { open } = usePage();

const seam = JSON.stringify(catalog.find(({ id }) => id === "seam/acs_credential.issued").example);
const told = "Valid. Seam event acs_credential.issued";
const more = "no problems 2025-01-01 00:00:00 UTC Open it";
const gzip = gzipSync(seam);
const base64 = gzip.toString("base64");

const title = (page) => page.locator("#inside-title").innerText();
const note = (page) => page.locator("#inside-note").innerText();

test("a body that is gzip is decompressed and offered; Back leads to its bytes", async (t) => {
  const page = await open(t);
  await openFile(page, "body", gzip);
  assert.equal(
    await verdict(page, /^Malformed/),
    "Malformed. Not UTF-8 text: expected UTF-8, found gzip (line 1, column 1).",
  );
  await page.locator("#inside-title", { hasText: "A compressed body is inside" }).waitFor();
  assert.deepEqual(await rows(page), [`${told} in gzip ${more}`]);
  await openIt(page);
  await verdict(page, /^Valid/);
  assert.equal(await bodyOf(page), seam);
  await page.locator("#back").click();
  await verdict(page, /^Malformed\. Not UTF-8 text: expected UTF-8, found gzip/);
  assert.deepEqual(await rows(page), [`${told} in gzip ${more}`]);
});

test("so is base64 of it, on one line or on many, and URL-safe", async (t) => {
  const page = await open(t);
  for (const body of [base64, base64.replace(/.{76}/g, "$&\n"), gzip.toString("base64url")]) {
    await page.locator("#clear").click();
    await paste(page, body);
    await verdict(page, /^Malformed\. Not JSON: expected JSON, found base64, and in it gzip/);
    await page.locator(".inside-body").waitFor();
    assert.deepEqual(await rows(page), [`${told} in base64 and gzip ${more}`]);
  }
});

test("so are strings of a document, with where they are", async (t) => {
  const page = await open(t);
  const other = gzipSync('{"x":1}').toString("base64");
  await paste(page, JSON.stringify({ awslogs: { data: base64 }, "a/b": [1, other] }));
  await verdict(page, /^Unknown/);
  await page.locator("#inside-title", { hasText: "2 compressed bodies are inside" }).waitFor();
  assert.deepEqual(await rows(page), [
    `${told} in base64 and gzip at /awslogs/data ${more}`,
    "Unknown. Not a known webhook event in base64 and gzip at /a~1b/1 1 problem Open it",
  ]);
  await openIt(page);
  await verdict(page, /^Valid/);
  assert.equal(await bodyOf(page), seam);
});

test("what was compressed may be a file of lines, or something that is no text", async (t) => {
  const page = await open(t);
  await openFile(page, "body", gzipSync(`${seam}\n${seam}`));
  await page.locator(".inside-body", { hasText: "in gzip" }).waitFor();
  await openIt(page);
  await page.locator("#inside-title", { hasText: "2 bodies, one a line" }).waitFor();
  await openFile(page, "twice", gzipSync(gzip));
  await page.locator(".inside-body", { hasText: "found gzip" }).waitFor();
  await openIt(page);
  await page.locator(".inside-body", { hasText: "Seam event" }).waitFor();
  await openIt(page);
  await verdict(page, /^Valid/);
  assert.equal(await bodyOf(page), seam);
});

test("gzip that is endless stops at the most that a body may have, and broken gzip is told", async (t) => {
  const page = await open(t);
  await openFile(page, "body", gzipSync(Buffer.alloc(1 << 28)));
  await page.locator("#inside-note").waitFor();
  assert.equal(await title(page), "Compressed, and cannot be read");
  assert.equal(await note(page), "What is in gzip has more than 16 MiB, which no body can have.");
  assert.deepEqual(await rows(page), []);
  await openFile(page, "body", gzip.subarray(0, 60));
  await page.locator("#inside-note", { hasText: "broken" }).waitFor();
  assert.equal(await note(page), "What is in gzip is broken or cut off, and cannot be decompressed.");
  // Of several, those that can be read are there.
  const bomb = gzipSync(Buffer.alloc(17 << 20)).toString("base64");
  await paste(page, JSON.stringify([bomb, base64]));
  await page.locator("#inside-note", { hasText: "at /0" }).waitFor();
  assert.equal(
    await note(page),
    "What is in base64 and gzip at /0 has more than 16 MiB, which no body can have.",
  );
  assert.deepEqual(await rows(page), [`${told} in base64 and gzip at /1 ${more}`]);
});

test("of many large ones no more is kept than there is room for", async (t) => {
  const page = await open(t);
  const large = gzipSync(Buffer.alloc(15 << 20, " ")).toString("base64");
  await paste(page, JSON.stringify(Array(8).fill(large)));
  await page.locator("#inside-note").waitFor();
  assert.equal(
    await note(page),
    "There is no room for what is in base64 and gzip at /4, nor for what comes after it.",
  );
  await page.locator(".inside-body").nth(3).waitFor();
  assert.equal((await rows(page)).length, 4);
});

test("what is nothing like gzip is left alone", async (t) => {
  const page = await open(t);
  for (const body of ['{"a":"H4sI"}', '{"a":"H4sI is how gzip starts, and this is text"}', "H4sIAAAA"]) {
    await paste(page, body);
    await verdict(page, /^(Unknown|Malformed)/);
    await page.waitForTimeout(50);
    assert.equal(await page.locator("#inside").isVisible(), false, body);
  }
});

test("a file whose name says that it is compressed is opened decompressed", async (t) => {
  const page = await open(t);
  await openFile(page, "body.json.gz", gzip);
  await verdict(page, /^Valid\. Seam/);
  assert.equal(await bodyOf(page), seam);
  await openFile(page, "body.json.gz", gzip.subarray(0, 60));
  await page.locator("#toast", { hasText: "body.json.gz is gzip that is broken." }).waitFor();
  await openFile(page, "zeros.gz", gzipSync(Buffer.alloc(65 << 20)));
  await page
    .locator("#toast", {
      hasText: "zeros.gz is too large (once it is decompressed): a file can have at most 64 MiB.",
    })
    .waitFor();
  assert.equal(await bodyOf(page), seam);
});
