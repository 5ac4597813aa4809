#!/usr/bin/env node
// Takes a picture of every state of the page, in each engine, at three widths, light and dark: to be looked at,
// not to be kept. `node www/pictures.mjs /tmp/pictures --engine webkit --width 360 --colors dark`
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPage } from "../tests/www/browser.mjs";
import { ENGINES } from "../tests/www/engines/installed.mjs";
import { OWN_STATES } from "../tests/www/own-documents.mjs";
import { STATES } from "../tests/www/states.mjs";

const HEIGHT = { 1280: 860, 768: 1024, 360: 740 };
const list = (values, all) => values ?? all;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", multiple: true },
    width: { type: "string", multiple: true },
    colors: { type: "string", multiple: true },
    state: { type: "string", multiple: true },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error(
    "usage: node www/pictures.mjs <folder> [--engine <name>] [--width <pixels>] [--colors light|dark] [--state <words>]",
  );
  process.exit(2);
}
const wanted = ([name]) => (values.state ?? [""]).some((words) => name.includes(words));
const states = [
  ...Object.entries(STATES).map(([name, reach]) => [name, "#/", reach]),
  ...Object.entries(OWN_STATES).map(([name, reach]) => [`own, ${name}`, "#/yours", reach]),
].filter(wanted);
const slug = (words) => words.replaceAll(/[^a-z]+/g, "-");

await mkdir(folder, { recursive: true });
for (const engine of list(values.engine, Object.keys(ENGINES))) {
  const { open, close } = await startPage(engine);
  try {
    for (const width of list(values.width, Object.keys(HEIGHT)).map(Number))
      for (const colorScheme of list(values.colors, ["light", "dark"]))
        for (const [name, hash, reach] of states) {
          const height = HEIGHT[width] ?? 860;
          const page = await open({ hash, width, height, colorScheme, reducedMotion: "reduce" });
          await reach(page);
          await page.screenshot({
            path: join(folder, `${slug(name)}.${engine}.${width}.${colorScheme}.png`),
          });
          await page.endTest();
        }
  } finally {
    await close();
  }
}
