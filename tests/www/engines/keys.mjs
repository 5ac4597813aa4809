// Keys by Playwright's names, as WebDriver's code points. https://www.w3.org/TR/webdriver2/#keyboard-actions
const POINTS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  ControlOrMeta: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  F8: "\uE038",
  Space: " ",
  BracketLeft: "[",
};

const point = (key) => {
  if (!(key in POINTS) && key.length !== 1) throw new Error(`tests/www/engines/keys.mjs has no key ${key}`);
  return POINTS[key] ?? key;
};

const perform = (actions) => ({ actions: [{ type: "key", id: "keyboard", actions }] });
const down = (value) => ({ type: "keyDown", value });
const up = (value) => ({ type: "keyUp", value });

/** Keys pressed together, such as "Shift+F8". */
export function chord(names) {
  const points = names.split("+").map(point);
  return perform([...points.map(down), ...points.toReversed().map(up)]);
}

/** Keys pressed one after the other. */
export const typed = (text) => perform([...text].flatMap((key) => [down(key), up(key)]));
