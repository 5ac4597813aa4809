// Chromium and Firefox, driven by Playwright.
import * as playwright from "playwright-core";
import { PATIENCE } from "../patience.mjs";
import { programs } from "./installed.mjs";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Firefox takes what a user set in the system from its preferences. */
function preferences({ colorScheme, reducedMotion, contrast, forcedColors }) {
  return {
    // One process for all sites starts no further ones.
    "fission.autostart": false,
    "dom.ipc.processCount": 1,
    "dom.ipc.processPrelaunch.enabled": false,
    // Scripts may read the clipboard, as a user allows it.
    "dom.events.testing.asyncClipboard": true,
    "dom.events.asyncClipboard.readText": true,
    "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
    "ui.prefersReducedMotion": reducedMotion === "reduce" ? 1 : 0,
    ...(contrast === "more" && { "layout.css.prefers-contrast.content-override": 0 }),
    ...(forcedColors === "active" && { "browser.display.document_color_use": 2 }),
  };
}

/** Starts Chromium or Firefox, as Playwright has them. */
export function launch(name, firefoxUserPrefs = preferences({})) {
  const executablePath = programs(name).browser;
  return name === "firefox"
    ? playwright.firefox.launch({ channel: "moz-firefox", executablePath, firefoxUserPrefs })
    : playwright.chromium.launch({ executablePath, args: QUIET });
}

/** A page in a context of its own; what is wrong with it, and what it asks of others, is told of its `now`. */
async function newPage(browser, name, viewport, media) {
  const context = await browser.newContext({ viewport, ...(name === "chromium" && media) });
  if (name === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on("pageerror", (error) => page.troubles.push(String(error.stack)));
  page.on("console", (message) => message.type() === "error" && page.troubles.push(message.text()));
  context.on("request", (request) => {
    if (!request.url().startsWith(page.site.origin)) page.site.tell(request.url());
  });
  return page;
}

/**
 * Browsers are kept while the tests of a file run. In Chromium each page has a context of its own; in Firefox, where
 * that takes long, a page is used again: each site has an origin of its own.
 */
export function playwrightEngine(name) {
  const browsers = new Map();
  function browserFor(media) {
    const preferred = name === "firefox" ? preferences(media) : {};
    const key = JSON.stringify(preferred);
    if (!browsers.has(key)) browsers.set(key, { starting: launch(name, preferred), idle: [] });
    return browsers.get(key);
  }

  return {
    async open(site, { width, height, ...media }) {
      const { starting, idle } = browserFor(media);
      const viewport = { width, height };
      const kept = idle.pop();
      if (kept) await kept.setViewportSize(viewport);
      const page = kept ?? (await newPage(await starting, name, viewport, media));
      Object.assign(page, { site, troubles: [], endTest: () => page.context().close() });
      if (name === "firefox")
        Object.assign(page, {
          addInitScript: (script) => site.addScript(script),
          async endTest() {
            const { troubles } = page;
            page.troubles = []; // What is cut off by leaving is no trouble.
            await page.goto("about:blank");
            page.troubles = troubles;
            idle.push(page);
          },
        });
      return page;
    },
    async close() {
      for (const { starting } of browsers.values()) await (await starting).close();
    },
  };
}
