// Colors, sizes, spaces and corners are chosen in one file.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const folder = new URL("../../www/", import.meta.url);
const read = (path) => readFileSync(new URL(path, folder), "utf8");

const tokens = read("style/tokens.css");
const sheets = readdirSync(new URL("style", folder)).filter((name) => name.endsWith(".css"));
/** The editor has its rules in a script: its shadow root is out of the style sheets' reach. */
const EDITOR = "page/editor-theme.js";
const others = [...sheets.filter((name) => name !== "tokens.css").map((name) => `style/${name}`), EDITOR];

/** Each declaration: its property and its value. */
const declarations = (path) =>
  path === EDITOR
    ? [...read(path).matchAll(/([a-zA-Z]+): "([^"]*)"/g)]
    : [...read(path).matchAll(/^\s*([a-z-]+): ([^;{]+);$/gm)];

const findings = (test) =>
  others.flatMap((path) =>
    declarations(path)
      .filter(([, property, value]) => test(property, value))
      .map(([, property, value]) => `${path}: ${property}: ${value}`),
  );

test("a color is named, never written", () => {
  const raw = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|hwb|lab|lch|oklab|oklch|light-dark)a?\(/i;
  assert.deepEqual(
    findings((_, value) => raw.test(value)),
    [],
  );
});

test("so are spaces, corners and the sizes of type", () => {
  const pixels = (value) => value.replaceAll("1px", "").match(/\d+px/);
  const isSpace = (property) => /^(padding|margin|gap|rowGap|row-gap|column-gap)/i.test(property);
  const LARGE = 40;
  assert.deepEqual(
    findings((property, value) => isSpace(property) && parseInt(pixels(value) ?? LARGE) < LARGE),
    [],
  );
  assert.deepEqual(
    findings((property, value) => /radius$/i.test(property) && pixels(value)),
    [],
  );
  assert.deepEqual(
    findings((property, value) => /^font-?size$/i.test(property) && /\d(px|rem)/.test(value)),
    [],
  );
});

test("every name that is used has a value, and every value is used", () => {
  const named = new Set([...tokens.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
  const all = [tokens, ...others.map(read)].join("\n");
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const local = new Set(
    others.flatMap((path) => [...read(path).matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name)),
  );
  assert.deepEqual(
    [...used].filter((name) => !named.has(name) && !local.has(name)),
    [],
  );
  const inScripts = readdirSync(new URL("page", folder))
    .map((name) => read(`page/${name}`))
    .join("\n");
  assert.deepEqual(
    [...named].filter((name) => !used.has(name) && !inScripts.includes(name)),
    [],
  );
});
