#!/usr/bin/env node
// Takes the pictures that are kept in the project, from the real page: www/screenshot.png for the README
// and the icons of www/icons that are not vectors.
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { catalog } from "hooklens/catalog";
import { startPage } from "../tests/www/browser.mjs";
import { launch } from "../tests/www/engines/playwright.mjs";

const LARGEST = 200_000;
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** An example with a misspelled field, a wrong value and a field that nobody knows. */
function brokenBody() {
  const { example } = catalog.find(({ id }) => id === "paybook/credentials.created");
  const [{ header, payload }] = example.events;
  const { id_credential, ...rest } = payload;
  const changed = Object.fromEntries(
    Object.entries({ ...rest, is_executing: "yes" }).flatMap((pair) =>
      pair[0] === "id_external" ? [["id_credental", id_credential], pair] : [pair],
    ),
  );
  return JSON.stringify({ rid: example.rid, events: [{ header, payload: changed }] }, null, 2);
}

async function screenshot(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  const body = brokenBody();
  await page
    .locator("#file")
    .setInputFiles({ name: "body.json", mimeType: "text/plain", buffer: Buffer.from(body) });
  await page.locator("#verdict[data-status=invalid]").waitFor();
  await page.locator("#toast:not(.shown)").waitFor({ state: "attached" });
  await page.locator(".problem-go", { hasText: "id_credental" }).click();
  await page.locator(".tip").waitFor();
  await page.screenshot({ path: path("screenshot.png") });
  await page.close();
  const { size } = await stat(path("screenshot.png"));
  if (size > LARGEST) throw new Error(`screenshot.png has ${size} bytes: at most ${LARGEST} are wanted`);
}

async function icon(browser, name, size, { maskable = false } = {}) {
  const svg = await readFile(path("icons/icon.svg"), "utf8");
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  // A maskable icon fills its square, for systems that cut their own shape out of it.
  const drawn = maskable
    ? svg.replace('rx="7"', "").replace("<g ", '<g transform="translate(4 4) scale(.75)" ')
    : svg;
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawn}`);
  await page.screenshot({ path: path(`icons/${name}`), omitBackground: true });
  await page.close();
}

const { url, close } = await startPage("chromium");
const browser = await launch("chromium");
try {
  await icon(browser, "icon-192.png", 192);
  await icon(browser, "icon-512.png", 512);
  await icon(browser, "icon-maskable.png", 512, { maskable: true });
  await screenshot(browser, url);
} finally {
  await browser.close();
  await close();
}
