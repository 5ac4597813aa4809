import assert from "node:assert/strict";
import test from "node:test";
import { axe, cannot, paste, usePage, verdict } from "./browser.mjs";
import { STATES, broken } from "./states.mjs";

const { open } = usePage();

/** Brings each state about, one after the other on one page, and calls back. */
async function throughStates(t, page, look) {
  for (const [name, reach] of Object.entries(STATES))
    await t.test(name, async () => {
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
      await page.evaluate(() => (location.hash = "#/"));
      await page.locator("#inspect").waitFor();
      // Two states with the same body are told apart by the verdict in between.
      await page.locator("#clear").click();
      const compared = page.locator("#compare-close");
      if (await compared.isVisible()) await compared.click();
      await verdict(page, /^Paste/);
      await reach(page);
      await look();
    });
}

for (const colorScheme of ["light", "dark"])
  for (const width of [1280, 360])
    test(`axe finds nothing wrong, ${colorScheme}, ${width} pixels wide`, async (t) => {
      const page = await open(t, { colorScheme, width, height: 800, reducedMotion: "reduce" });
      await throughStates(t, page, async () => assert.deepEqual(await axe(page), []));
    });

for (const width of [320, 360, 768, 1000, 1920])
  test(
    `nothing is wider than a window of ${width} pixels`,
    { skip: width === 320 && cannot("be 320 pixels wide") },
    async (t) => {
      const page = await open(t, { width });
      await throughStates(t, page, async () =>
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0),
      );
    },
  );

const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("the colors follow the system, and the switch overrules it and is kept", async (t) => {
  const light = await open(t, { colorScheme: "light" });
  const dark = await open(t, { colorScheme: "dark" });
  const [day, night] = [await background(light), await background(dark)];
  assert.notEqual(day, night);

  await dark.locator("#theme").click();
  assert.equal(await dark.locator("#theme").getAttribute("aria-label"), "Colors: light");
  assert.equal(await background(dark), day);
  await dark.reload();
  await dark.waitForSelector("html[data-ready]");
  assert.equal(await background(dark), day);
  await dark.locator("#theme").click();
  assert.equal(await background(dark), night);
  await dark.locator("#theme").click();
  assert.equal(await dark.evaluate(() => localStorage.length), 0);
});

test("they follow it at once when it changes", { skip: cannot("change colors") }, async (t) => {
  const page = await open(t, { colorScheme: "light" });
  const day = await background(page);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.notEqual(await background(page), day);
});

test("nothing moves where the user wants no motion", async (t) => {
  const page = await open(t, { reducedMotion: "reduce" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => !/^0s(, 0s)*$/.test(getComputedStyle(element).transitionDuration))
      .map((element) => element.tagName),
  );
  assert.deepEqual(moving, []);
});

for (const [name, options, skip] of [
  ["stronger contrast", { contrast: "more" }, cannot("ask for contrast")],
  ["forced colors", { forcedColors: "active" }, cannot("force colors")],
])
  test(`every state stays readable with ${name}`, { skip }, async (t) => {
    const page = await open(t, options);
    const [[feature, value]] = Object.entries(options);
    const query = `(${feature === "contrast" ? "prefers-contrast" : "forced-colors"}: ${value})`;
    assert.ok(await page.evaluate((media) => matchMedia(media).matches, query), query);
    await paste(page, broken);
    await verdict(page, /^Invalid/);
    const decoration = await page
      .locator(".cm-problem-error")
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine);
    assert.equal(decoration, "underline");
    assert.deepEqual(await axe(page), []);
  });

test("the focus is seen on every control", async (t) => {
  const page = await open(t);
  await paste(page, broken);
  await verdict(page, /^Invalid/);
  await page.locator(".brand").focus();
  const unseen = [];
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === document.body || activeElement.id === "editor") return null;
      // Firefox goes on to its own controls.
      if (!document.hasFocus()) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? null : activeElement.outerHTML;
    });
    if (name) unseen.push(name);
  }
  assert.deepEqual(unseen, []);
});

test("the page has its landmarks and a live verdict", async (t) => {
  const page = await open(t);
  for (const role of ["banner", "main", "contentinfo", "navigation"])
    assert.equal(await page.getByRole(role).filter({ visible: true }).count(), 1, role);
  assert.equal(await page.locator("#verdict-line").getAttribute("role"), "status");
  assert.equal(await page.locator("#verdict-line").getAttribute("aria-live"), "polite");
});

test("a browser without WebAssembly is told so", async (t) => {
  for (const hash of ["", "#/catalog"]) {
    const page = await open(t, { hash, before: () => delete globalThis.WebAssembly, ready: false });
    await verdict(page, /^HookLens cannot run in this browser/);
    await page.waitForSelector("html[data-ready]");
  }
});
