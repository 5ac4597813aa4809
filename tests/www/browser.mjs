import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { build } from "../../www/build.mjs";
import { createPageServer } from "../../www/serve.mjs";

/** Slow machines take long; a wait ends as soon as what it waits for is there. */
export const PATIENCE = Number(process.env.PATIENCE ?? 60_000);

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function findChromium() {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)));
  const found = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", ...onPath].find(
    (path) => path && existsSync(path),
  );
  if (!found)
    throw new Error("No Chromium was found. Install Debian's chromium, or set CHROMIUM_PATH to one.");
  return found;
}

export const launch = () => chromium.launch({ executablePath: findChromium(), args: ARGS });

/** Builds the page, serves it from a sub-path of a free port and opens a browser. */
export async function startPage() {
  const folder = await mkdtemp(join(tmpdir(), "hooklens-page-"));
  const files = await build({ out: folder });
  const server = createPageServer(folder, { base: "/some/where/" });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  const browser = await launch();
  return {
    browser,
    files,
    folder,
    url: `http://localhost:${server.address().port}/some/where/`,
    server,
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts the page for a test file. `open` gives a fresh browser context with the page in it, whose
 * errors, console errors and Content-Security-Policy violations end the test.
 */
export function usePage() {
  const shared = {};
  before(async () => Object.assign(shared, await startPage()));
  after(() => shared.close?.());

  return {
    shared,
    async open(t, { hash = "", width = 1280, height = 860, ready = true, ...options } = {}) {
      const context = await shared.browser.newContext({ viewport: { width, height }, ...options });
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const troubles = [];
      page.on("pageerror", (error) => troubles.push(String(error.stack)));
      page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
      await page.addInitScript(() => {
        window.violations = [];
        addEventListener("securitypolicyviolation", (event) =>
          window.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      t.after(async () => {
        const violations = page.isClosed()
          ? []
          : await page.evaluate(() => window.violations).catch(() => []);
        await context.close();
        if (troubles.length + violations.length > 0) throw new Error([...troubles, ...violations].join("\n"));
      });
      await page.goto(shared.url + hash);
      if (ready) await page.waitForSelector("html[data-ready]");
      return Object.assign(page, { troubles });
    },
  };
}

/** The requests that are made from here on: of the server, and to anywhere else. */
export function requestsOf(t, page, { server, url }) {
  const requests = [];
  const note = (request) => requests.push(request.url);
  server.on("request", note);
  t.after(() => server.off("request", note));
  page.context().on("request", (request) => request.url().startsWith(url) || requests.push(request.url()));
  return requests;
}

/** Replaces the body by a real paste from the clipboard. */
export async function paste(page, text) {
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("ControlOrMeta+v");
}

/** Opens a file as the button does. */
export async function openFile(page, name, content) {
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#open").click();
  const buffer = Buffer.from(content);
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** What the clipboard holds. */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The whole text of the editor, copied as a user would: only the lines in view are in the document. */
export async function bodyOf(page) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await page.keyboard.press("ControlOrMeta+c");
  return clipboard(page);
}

/** Waits for the verdict to match; says what it was where it never does. */
export async function verdict(page, pattern) {
  const line = page.locator("#verdict-line");
  const { source, flags } = pattern;
  await page
    .waitForFunction(
      ([expression, how]) =>
        new RegExp(expression, how).test(document.getElementById("verdict-line").textContent),
      [source, flags],
    )
    .catch(async (error) => {
      throw new Error(`the verdict never matched ${pattern}; it was: ${await line.textContent()}`, {
        cause: error,
      });
    });
  return line.textContent();
}

/** A text as it is read: what the page's layout puts between words is one space. */
export const plain = (text) => text.replaceAll(/\s+/g, " ").replaceAll(" ,", ",").trim();

/** What is said of each body that was found inside. */
export const rows = async (page) => (await page.locator(".inside-body").allInnerTexts()).map(plain);

export const openIt = (page, index = 0) => page.locator(".inside-body button").nth(index).click();

export const problemTexts = (page) => page.locator(".problem-go").allTextContents();

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, as lines to read. */
export async function axe(page) {
  await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(" ")} ${node.failureSummary}`),
  );
}
