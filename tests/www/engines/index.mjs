// The engine that the tests run in: `ENGINE=firefox node --test tests/www/inspect.test.mjs`.
import { CANNOT } from "./cannot.mjs";
import { ENGINES } from "./installed.mjs";
import { playwrightEngine } from "./playwright.mjs";
import { webkitEngine } from "./webkit.mjs";

export const ENGINE = process.env.ENGINE ?? "chromium";
if (!(ENGINE in ENGINES))
  throw new Error(`ENGINE is ${ENGINE}; it can be ${Object.keys(ENGINES).join(", ")}`);

/** Why the engine cannot do it, for a test's `skip`; false where it can. */
export function cannot(what) {
  if (!Object.values(CANNOT).some((reasons) => what in reasons)) throw new Error(`every engine can ${what}`);
  return CANNOT[ENGINE][what] ?? false;
}

/** Starts an engine: `open` gives a page of it, `close` ends its processes. */
export const startEngine = (name = ENGINE) => (name === "webkit" ? webkitEngine() : playwrightEngine(name));
