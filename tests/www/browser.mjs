import { readFile, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { build } from "../../www/build.mjs";
import { startEngine } from "./engines/index.mjs";
import { startSites } from "./sites.mjs";

export { cannot, ENGINE } from "./engines/index.mjs";
export { PATIENCE } from "./patience.mjs";

/** Builds the page, serves it from a sub-path of a free port and starts an engine. */
export async function startPage(engineName) {
  const folder = await mkdtemp(join(tmpdir(), "hooklens-page-"));
  const files = await build({ out: folder });
  const sites = await startSites(folder);
  const engine = startEngine(engineName);

  /**
   * Opens a page of the engine at a site of its own, with what a user set in the system. `before` runs ahead of the
   * page's own scripts, `refused` is a file that cannot be had.
   */
  async function open({
    hash = "",
    width = 1280,
    height = 860,
    ready = true,
    before,
    refused,
    ...media
  } = {}) {
    const site = sites.open();
    if (refused) site.refuse(refused);
    const page = await engine.open(site, { width, height, ...media });
    page.site = site;
    await page.addInitScript(noteViolations);
    if (before) await page.addInitScript(before);
    await page.goto(site.url + hash);
    if (ready) await page.waitForSelector("html[data-ready]");
    return page;
  }

  return {
    open,
    files,
    folder,
    url: sites.url,
    async close() {
      await engine.close();
      await sites.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function noteViolations() {
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );
}

/** For `before`: a browser that keeps no files of the page by itself. */
export const noServiceWorker = () => delete Navigator.prototype.serviceWorker;

/**
 * Starts the page for a test file. `open` gives a page at an origin of its own, whose errors, console
 * errors and Content-Security-Policy violations end the test.
 */
export function usePage() {
  const shared = {};
  before(async () => Object.assign(shared, await startPage()));
  after(() => shared.close?.());

  return {
    shared,
    async open(t, options) {
      const page = await shared.open(options);
      t.after(async () => {
        const violations = page.isClosed()
          ? []
          : await page.evaluate(() => window.violations).catch(() => []);
        await page.endTest();
        const troubles = [...page.troubles, ...(violations ?? [])];
        if (troubles.length > 0) throw new Error(troubles.join("\n"));
      });
      return page;
    },
  };
}

/**
 * Gives the requests that were made since this was called: of the server, and to anywhere else. Browsers look for a
 * newer service worker when they like.
 */
export function requestsOf(page) {
  const before = page.site.asked.length;
  return () => page.site.asked.slice(before).filter((url) => url !== `${page.site.url}sw.js`);
}

/** Replaces the body by a real paste from the clipboard. */
export async function paste(page, text, place = "#editor") {
  await page.locator(`${place} .cm-content`).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("ControlOrMeta+v");
}

/** Clicks on what asks for a file, and chooses it; the window in which a user would do that stays closed. */
export async function chooseFile(page, selector, name, content) {
  await page.evaluate(() => {
    for (const input of document.querySelectorAll("[data-asked]")) delete input.dataset.asked;
    const stop = (event) => {
      if (!event.target.matches("input[type=file]")) return;
      event.preventDefault();
      event.target.dataset.asked = "";
      removeEventListener("click", stop, true);
    };
    addEventListener("click", stop, true);
  });
  await page.locator(selector).click();
  const buffer = Buffer.from(content);
  await page.locator("[data-asked]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** Drops a file on an element as the browser would when it is dragged from a folder. */
export const drop = (page, selector, name, content) =>
  page.locator(selector).evaluate(
    (element, [fileName, bytes]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], fileName, { type: "application/json" }));
      for (const type of ["dragenter", "dragover", "drop"])
        element.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
        );
    },
    [name, [...Buffer.from(content)]],
  );

/** Writes into a field in place of what is there, with keys: Firefox takes no other text for a user's. */
export async function write(page, field, text) {
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Opens a file as the button does. */
export const openFile = (page, name, content) => chooseFile(page, "#open", name, content);

/** What the clipboard holds. */
export const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The whole text of the editor, copied as a user would: only the lines in view are in the document. */
export async function bodyOf(page) {
  await page.locator("#editor .cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  return selected(page);
}

/** What is selected where the focus is, copied as a user would. */
export async function selected(page) {
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
export async function rows(page) {
  await page.locator("#inside-title").waitFor();
  return (await page.locator(".inside-body").allInnerTexts()).map(plain);
}

export const openIt = (page, index = 0) => page.locator(".inside-body").nth(index).click();

/** What a screen reader says of the current row of the list that has the focus. */
export const currentRow = (page) =>
  page.evaluate(() => {
    const id = document.activeElement.getAttribute("aria-activedescendant");
    const row = document.getElementById(id)?.cloneNode(true);
    for (const unsaid of row?.querySelectorAll("[aria-hidden=true]") ?? []) unsaid.remove();
    const parts = [...(row?.querySelectorAll("div") ?? [])].filter((part) => !part.querySelector("div"));
    return row && parts.map((part) => part.textContent).join(", ");
  });

export const problemTexts = (page) => page.locator(".problem-go").allTextContents();

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, as lines to read. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.flat().join(" ")} ${node.failureSummary}`),
  );
}
