// What finds elements, and says when they can be used: Playwright's own script, which Chromium and
// Firefox have too, so that a selector means the same in every engine.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Where the script is kept on the page's `window`. */
export const NAME = "__findsElements";

/** The script that Playwright brings into each page, which it does not export: its version is pinned. */
async function playwrightScript() {
  const bundle = await readFile(require.resolve("playwright-core/lib/coreBundle"), "utf8");
  const found = bundle.match(/injectedScriptSource\.ts"\(\) \{\s+"use strict";\s+\w+ = ('(?:[^'\\]|\\.)*')/);
  if (!found)
    throw new Error("playwright-core has its script elsewhere: adapt tests/www/engines/in-page.mjs");
  return (0, eval)(found[1]);
}

/** What can be asked of the page, beside what a test evaluates itself. Runs in the page. */
function actions(injected) {
  const all = (selector) => [...injected.querySelectorAll(injected.parseSelector(selector), document)];
  const one = (selector) => injected.querySelector(injected.parseSelector(selector), document, true);
  const is = (element, state) => injected.elementState(element, state, true).matches;

  /** The middle of the element once it can be clicked, else what it lacks. */
  async function place(element, states) {
    if (!element) return { lacks: "attached" };
    const state = await injected.checkElementStates(element, ["stable", ...states], true);
    if (state) return { lacks: state.missingState ?? "attached" };
    const middle = () => {
      const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const { left, top, width, height } = boxes[0] ?? element.getBoundingClientRect();
      return { x: Math.floor(left + width / 2), y: Math.floor(top + height / 2) };
    };
    const within = ({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    if (!within(middle()) || injected.expectHitTarget(middle(), element) !== "done") {
      element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    const point = middle();
    const hit = injected.expectHitTarget(point, element);
    return hit === "done" ? point : { lacks: `uncovered: ${hit.hitTargetDescription}` };
  }

  const focus = (element) => injected.focusNode(element);

  function fill(element, value) {
    if (!is(element, "editable")) return false;
    if (injected.fill(element, value) === "needsinput")
      document.execCommand(value ? "insertText" : "delete", false, value);
    return true;
  }

  return { injected, all, one, is, place, focus, fill };
}

const script = playwrightScript();
const OPTIONS = {
  isUnderTest: false,
  sdkLanguage: "javascript",
  testIdAttributeName: "data-testid",
  stableRafCount: 1,
  browserName: "webkit",
  customEngines: [],
};

/** The body of a function that makes the page ready for the actions. */
export const setUp = async () => `
  const module = {};
  ${await script}
  const injected = new (module.exports.InjectedScript())(globalThis, ${JSON.stringify(OPTIONS)});
  Object.defineProperty(window, "${NAME}", { value: (${actions})(injected) });
  arguments[0]({});
`;
