#!/usr/bin/env node
// Takes the pictures that are kept in the project, from the real page: those of www/screenshots, which the README
// shows, and the icons of www/icons that are not vectors.
import { mkdir, readFile, stat } from "node:fs/promises";
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

/** Deliveries, one a line: most of them well, some of them not. */
function deliveries() {
  const examples = catalog.filter(({ event }) => event).map(({ example }) => JSON.stringify(example));
  const lines = Array.from({ length: 240 }, (_, at) => examples[(at * 7) % examples.length]);
  lines.splice(2, 0, JSON.stringify(JSON.parse(brokenBody())), '{"kind":"parcel.sent","to":"Utrecht"}');
  lines.splice(5, 0, lines[0].slice(0, -12));
  return lines.join("\n");
}

/** What is shown in each picture: the file that is opened, and what is done with it. */
const PICTURES = {
  async problem(page) {
    await openFile(page, brokenBody(), "invalid");
    await page.locator(".problem-go", { hasText: "id_credental" }).click();
    await page.locator(".tip").waitFor();
  },
  async link(page) {
    const { example } = catalog.find(({ id }) => id === "seam/acs_credential.issued");
    await openFile(page, JSON.stringify(example, null, 2), "valid");
    await page.locator("#details-panel pre span", { hasText: '"time"' }).hover();
    await page.locator("#origin", { hasText: "occurred_at" }).waitFor();
    await page.locator("#details").scrollIntoViewIfNeeded();
  },
  async list(page) {
    await openFile(page, deliveries(), "malformed");
    await page.locator("#announce", { hasText: "valid" }).waitFor();
    await page.locator("#inside-list").focus();
    for (let at = 0; at < 2; at++) await page.keyboard.press("ArrowDown");
  },
};

async function openFile(page, text, status) {
  const buffer = Buffer.from(text);
  await page.locator("#file").setInputFiles({ name: "body.json", mimeType: "text/plain", buffer });
  await page.locator(`#verdict[data-status=${status}]`).waitFor();
  await page.locator("#toast:not(.shown)").waitFor({ state: "attached" });
}

async function screenshot(browser, url, name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  await PICTURES[name](page);
  const file = path(`screenshots/${name}.png`);
  await page.screenshot({ path: file });
  await page.close();
  const { size } = await stat(file);
  if (size > LARGEST) throw new Error(`${name}.png has ${size} bytes: at most ${LARGEST} are wanted`);
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
  await mkdir(path("screenshots"), { recursive: true });
  for (const name of Object.keys(PICTURES)) await screenshot(browser, url, name);
} finally {
  await browser.close();
  await close();
}
