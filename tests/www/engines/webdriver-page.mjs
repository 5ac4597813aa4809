// A page and its locators over WebDriver: what the tests use of Playwright's, under the same names.
import { mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PATIENCE } from "../patience.mjs";
import { NAME, setUp } from "./in-page.mjs";
import { chord, typed } from "./keys.mjs";
import { WebDriverError } from "./webdriver.mjs";

const { iso } = createRequire(import.meta.url)("playwright-core/lib/coreBundle");

const INTERVAL = 15;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries until there is an answer; a page that is just being replaced has none. */
async function until(what, attempt, timeout = PATIENCE) {
  const end = performance.now() + timeout;
  for (;;) {
    let trouble;
    const answer = await attempt().catch((error) => {
      if (!(error instanceof WebDriverError)) throw error;
      trouble = error;
    });
    if (answer) return answer;
    if (performance.now() > end)
      throw new Error(`waited ${timeout} ms in vain for ${what}`, { cause: trouble });
    await wait(INTERVAL);
  }
}

/** A function and its argument as a script for WebDriver, which gives its value as JSON, or what was thrown. */
const call = (fn, prelude = "") => `
  const [argument, done] = arguments;
  ${prelude}
  Promise.resolve()
    .then(() => (${fn})(argument))
    .then((value) => done({ json: JSON.stringify(value) ?? "" }), (error) => done({ thrown: String(error?.stack ?? error), message: String(error?.message) }));
`;
const valueOf = (json) => (json === "" ? undefined : JSON.parse(json));
const ABSENT = `const page = window.${NAME}; if (!page) return done({ absent: true });`;

export class Locator {
  #page;

  constructor(page, selector, { hasText, has } = {}) {
    this.#page = page;
    this.selector = selector;
    if (hasText !== undefined)
      this.selector += ` >> internal:has-text=${iso.escapeForTextSelector(hasText, false)}`;
    if (has) this.selector += ` >> internal:has=${JSON.stringify(has.selector)}`;
  }

  #with = (part, options) => new Locator(this.#page, `${this.selector} >> ${part}`, options);
  locator = (selector, options) => this.#with(selector, options);
  getByRole = (...args) => this.#with(byRole(...args));
  getByLabel = (text) => this.#with(byLabel(text));
  and = (other) => this.#with(`internal:and=${JSON.stringify(other.selector)}`);
  filter = ({ visible }) => this.#with(`visible=${visible}`);
  nth = (index) => this.#with(`nth=${index}`);
  first = () => this.nth(0);
  last = () => this.nth(-1);

  /** Calls a function in the page with the page's actions, this locator's selector and an argument. */
  #ask = (fn, arg) => this.#page.act(fn, { selector: this.selector, arg });

  /** Calls a function in the page with the element, once it is there. */
  async evaluate(fn, arg) {
    const source = `({ selector, arg }, page) => {
      const element = page.one(selector);
      return element ? Promise.resolve((${fn})(element, arg, page)).then((value) => ({ value })) : null;
    }`;
    const found = await until(this.selector, () => this.#ask(source, arg));
    return found.value;
  }

  async #place(...states) {
    let lacks;
    return until(`${this.selector} to be ${states.join(" and ")}`, async () => {
      const place = await this.#ask(({ selector, arg }, page) => page.place(page.one(selector), arg), states);
      if (lacks !== place.lacks) lacks = place.lacks;
      return lacks ? null : place;
    }).catch((error) => {
      throw lacks ? new Error(`${error.message}: it is not ${lacks}`) : error;
    });
  }

  async click() {
    await this.#page.pointer(await this.#place("visible", "enabled"), { press: true });
  }

  async hover() {
    await this.#page.pointer(await this.#place("visible"));
  }

  #check = async (wanted) => {
    if ((await this.isChecked()) === wanted) return;
    await this.click();
    if ((await this.isChecked()) !== wanted) throw new Error(`${this.selector} did not change by a click`);
  };
  check = () => this.#check(true);
  uncheck = () => this.#check(false);

  async fill(value) {
    await until(`${this.selector} to be editable`, () =>
      this.evaluate((element, text, page) => page.fill(element, text), value),
    );
  }

  focus = () => this.evaluate((element, _, page) => page.focus(element));

  async press(key) {
    await this.focus();
    await this.#page.keyboard.press(key);
  }

  async pressSequentially(text) {
    await this.focus();
    await this.#page.keyboard.type(text);
  }

  selectOption = (value) =>
    this.evaluate(
      (element, option, page) => page.injected.selectOptions(element, [{ valueOrLabel: option }]),
      value,
    );

  /** Chooses a file, given as a path or with its name and content, as a user would. */
  setInputFiles = (file) => this.#page.chooseFile(this, file);

  async waitFor({ state = "visible" } = {}) {
    const now = ({ selector, arg }, page) => {
      const element = page.one(selector);
      if (arg === "attached") return Boolean(element);
      if (arg === "detached") return !element;
      const visible = Boolean(element) && page.is(element, "visible");
      return arg === "visible" ? visible : !visible;
    };
    await until(`${this.selector} to be ${state}`, () => this.#ask(now, state));
  }

  count = () => this.#ask(({ selector }, page) => page.all(selector).length);
  allTextContents = () =>
    this.#ask(({ selector }, page) => page.all(selector).map((element) => element.textContent));
  allInnerTexts = () =>
    this.#ask(({ selector }, page) => page.all(selector).map((element) => element.innerText));
  isVisible = () =>
    this.#ask(({ selector }, page) => {
      const element = page.one(selector);
      return Boolean(element) && page.is(element, "visible");
    });

  textContent = () => this.evaluate((element) => element.textContent);
  innerText = () => this.evaluate((element) => element.innerText);
  inputValue = () => this.evaluate((element) => element.value);
  getAttribute = (name) => this.evaluate((element, attribute) => element.getAttribute(attribute), name);
  isChecked = () => this.evaluate((element, _, page) => page.is(element, "checked"));
  isDisabled = () => this.evaluate((element, _, page) => page.is(element, "disabled"));
  ariaSnapshot = () =>
    this.evaluate((element, _, page) => page.injected.ariaSnapshot(element, { mode: "default" }));
  boundingBox = () =>
    this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
}

const byRole = (role, { name } = {}) =>
  `internal:role=${role}${name === undefined ? "" : `[name=${iso.escapeForAttributeSelector(name, false)}]`}`;
const byLabel = (text) => `internal:label=${iso.escapeForTextSelector(text, false)}`;

export class WebDriverPage {
  #session;

  constructor(session) {
    this.#session = session;
  }

  keyboard = {
    press: (key) => this.#session.post("/actions", chord(key)),
    type: (text) => this.#session.post("/actions", typed(text)),
    insertText: (text) => this.evaluate((words) => document.execCommand("insertText", false, words), text),
  };

  locator = (selector, options) => new Locator(this, selector, options);
  getByRole = (...args) => this.locator(byRole(...args));
  getByLabel = (text) => this.locator(byLabel(text));
  waitForSelector = (selector, options) => this.locator(selector).waitFor(options);
  waitForTimeout = wait;

  async evaluate(fn, arg) {
    const source = typeof fn === "string" ? `() => { ${fn}\n }` : fn;
    const { json, thrown } = await this.#session.run(call(source), [arg]);
    if (thrown) throw new Error(thrown);
    return valueOf(json);
  }

  /** Calls a function with an argument and the actions of in-page.mjs, which are brought into the page. */
  async act(fn, arg) {
    const run = () => this.#session.run(call(`(argument) => (${fn})(argument, page)`, ABSENT), [arg]);
    let answer = await run();
    if (answer.absent) {
      await this.#session.run(await setUp());
      answer = await run();
    }
    if (answer.thrown) throw new Error(`${answer.message}\n${answer.thrown}`);
    return valueOf(answer.json);
  }

  async waitForFunction(fn, arg, { timeout } = {}) {
    await until("what a function says", () => this.evaluate(fn, arg), timeout);
  }

  /** Moves the mouse to a point of the viewport, and presses its first button there. */
  async pointer({ x, y }, { press = false } = {}) {
    const clicks = press
      ? [
          { type: "pointerDown", button: 0 },
          { type: "pointerUp", button: 0 },
        ]
      : [];
    const actions = [{ type: "pointerMove", duration: 0, x, y }, ...clicks];
    await this.#session.post("/actions", {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
    });
  }

  async chooseFile(input, file) {
    await input.waitFor({ state: "attached" });
    const script = `return window.${NAME}.one(arguments[0])`;
    const element = await this.#session.post("/execute/sync", { script, args: [input.selector] });
    let path = file;
    if (typeof file !== "string") {
      const folder = await mkdtemp(join(this.#session.folder, "file-"));
      path = join(folder, file.name);
      await writeFile(path, file.buffer);
    }
    await this.#session.post(`/element/${Object.values(element)[0]}/value`, { text: path });
  }

  goto = (url) => this.#session.post("/url", { url });
  reload = () => this.#session.post("/refresh");
  title = () => this.#session.get("/title");

  async setViewportSize({ width, height }) {
    await this.#session.post("/window/rect", { width, height });
    await until(`a window of ${width} × ${height}`, () =>
      this.evaluate(([w, h]) => innerWidth === w && innerHeight === h, [width, height]),
    );
  }

  async screenshot({ path } = {}) {
    const picture = Buffer.from(await this.#session.get("/screenshot"), "base64");
    if (path) await writeFile(path, picture);
    return picture;
  }
}
