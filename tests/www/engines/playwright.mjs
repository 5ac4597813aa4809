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

/** Browsers are kept while the tests of a file run, each page has a context of its own. */
export function playwrightEngine(name) {
  const browsers = new Map();
  function browserFor(media) {
    const preferred = name === "firefox" ? preferences(media) : {};
    const key = JSON.stringify(preferred);
    if (!browsers.has(key)) browsers.set(key, launch(name, preferred));
    return browsers.get(key);
  }

  return {
    async open(site, { width, height, ...media }) {
      const browser = await browserFor(media);
      const context = await browser.newContext({
        viewport: { width, height },
        ...(name === "chromium" && media),
      });
      if (name === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const troubles = [];
      page.on("pageerror", (error) => troubles.push(String(error.stack)));
      page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
      context.on("request", (request) => {
        if (!request.url().startsWith(site.origin)) site.tell(request.url());
      });
      const close = () => context.close();
      return Object.assign(page, { troubles, endTest: close });
    },
    async close() {
      for (const browser of browsers.values()) await (await browser).close();
    },
  };
}
