import assert from "node:assert/strict";
import test from "node:test";
import { catalog } from "hooklens/catalog";
import { axe, cannot, openIt, paste, usePage, verdict } from "./browser.mjs";

const { open } = usePage();

const seam = catalog.find(({ id }) => id === "seam/acs_credential.issued").example;
const text = (value) => JSON.stringify(value, null, 2);
const envelope = () => {
  const first = structuredClone(catalog.find(({ id }) => id === "paybook/credentials.created").example);
  const { example } = catalog.find(({ id }) => id === "paybook/documents.success");
  return { ...first, events: [...first.events, ...example.events] };
};
const { acs_system_id: id, created_at: _, ...rest } = seam;
const broken = text({ ...rest, acs_system_idd: id, occurred_at: 5, colour: "red" });

const show = (body, pattern) => async (page) => {
  await paste(page, body);
  await verdict(page, pattern);
};

/** Each state that the page can be in, and how a user gets there. */
const STATES = {
  "an empty page": async () => {},
  "a valid body": show(text(seam), /^Valid/),
  "a broken body": show(broken, /^Invalid/),
  "a problem in its text": async (page) => {
    await show(broken, /^Invalid/)(page);
    await page.locator(".problem-go").first().click();
    await page.locator(".tip").waitFor();
  },
  "a mended body": async (page) => {
    await show(broken, /^Invalid/)(page);
    await page.locator("#fix-all").click();
    await verdict(page, /2 problems|1 problem,/);
  },
  "an unknown body": show(text({ ...seam, event_type: "acs_credential.isued" }), /^Unknown/),
  "a malformed body": show('{"event": ', /^Malformed/),
  "an envelope with two events": show(text(envelope()), /2 events/),
  "the fields": async (page) => {
    await show(broken, /^Invalid/)(page);
    await page.locator("#tab-fields").click();
    await page.locator(".field.missing").first().waitFor();
  },
  "the schema": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#tab-schema").click();
    await page.locator("#details-panel pre", { hasText: "properties" }).waitFor();
  },
  "the code": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#tab-code").click();
    await page.locator("#details-panel pre", { hasText: "curl" }).waitFor();
  },
  "what is inside": async (page) => {
    await show(text({ TopicArn: "arn:aws:sns:eu-west-1:1:hooks", Message: text(seam) }), /^Invalid/)(page);
    await page.locator(".inside-body").waitFor();
  },
  "what was inside": async (page) => {
    await show(text({ Message: text(seam) }), /^Invalid/)(page);
    await openIt(page);
    await verdict(page, /^Valid/);
  },
  "a file of many bodies": async (page) => {
    const line = JSON.stringify(seam);
    await show([line, line, '{"event":"refresh"}', '{"x":1}', "{oops}"].join("\n"), /^Malformed/)(page);
    await page.locator(".inside-filters button", { hasText: "invalid" }).click();
  },
  "the copy dialog": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#copy").click();
    await page.locator("#give-copy").waitFor();
  },
  "the share dialog": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.locator("#share").click();
    await page.locator("#share-link").waitFor();
  },
  "the keyboard dialog": async (page) => {
    await page.locator("#help").click();
    await page.locator("#help-dialog").waitFor();
  },
  "the search panel": async (page) => {
    await show(text(seam), /^Valid/)(page);
    await page.keyboard.press("ControlOrMeta+f");
    await page.locator(".cm-search").waitFor();
  },
  "the catalog": async (page) => {
    await page.evaluate(() => (location.hash = "#/catalog"));
    await page.locator(".family summary").first().click();
    await page.locator(".catalog-list a").first().waitFor();
  },
  "an entry of the catalog": async (page) => {
    await page.evaluate(() => (location.hash = "#/paybook/credentials.refreshed"));
    await page.locator("#entry-title").waitFor();
  },
};

/** Brings each state about, one after the other on one page, and calls back. */
async function throughStates(t, page, look) {
  for (const [name, reach] of Object.entries(STATES))
    await t.test(name, async () => {
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
      await page.evaluate(() => (location.hash = "#/"));
      await page.locator("#inspect").waitFor();
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
