#!/usr/bin/env node
// Measures the page in Chromium: from a keystroke to the verdict, and from a cold start to an editor
// that takes keys. Prints medians and worst cases; compares with the project's aims.
import { catalog } from "hooklens/catalog";
import { startPage } from "../tests/www/browser.mjs";
import { launch } from "../tests/www/engines/playwright.mjs";

const RUNS = 60;
const STARTS = 7;

const { url, close } = await startPage("chromium");
const browser = await launch("chromium");

function bodyOf(size) {
  const body = structuredClone(catalog.find(({ id }) => id === "paybook/refresh").example);
  const [path] = body.endpoints.transactions;
  const each = path.length + 8;
  body.endpoints.transactions = Array.from({ length: Math.ceil(size / each) }, () => path);
  return JSON.stringify(body, null, 2);
}

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const at = (numbers, share) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const ms = (n) => `${n.toFixed(1)} ms`;

/** A page with a file of this content opened in it. */
async function pageWith(name, content) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  const buffer = Buffer.from(content);
  await page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer });
  return page;
}

/** Each keystroke breaks or mends the body, so that the verdict's words must change. */
async function keystrokes(size) {
  const body = bodyOf(size);
  const page = await pageWith("body.json", body);
  await page.locator("#verdict[data-status=valid]").waitFor();
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.evaluate(() => {
    window.times = [];
    let pressed = 0;
    addEventListener("keydown", () => (pressed = performance.now()), true);
    const status = document.getElementById("verdict");
    new MutationObserver(() => window.times.push(performance.now() - pressed)).observe(status, {
      attributeFilter: ["data-status"],
    });
  });
  for (let run = 0; run < RUNS; run++) {
    await page.keyboard.press(run % 2 ? "Backspace" : "x");
    await page.locator(`#verdict[data-status=${run % 2 ? "valid" : "malformed"}]`).waitFor();
  }
  const times = await page.evaluate(() => window.times);
  await page.close();
  return { size: Buffer.byteLength(body), times };
}

/** The longest frame while a list of so many bodies is scrolled through and filtered. */
async function listFrames(size) {
  const examples = catalog.filter(({ event }) => event).map(({ example }) => JSON.stringify(example));
  const lines = Array.from({ length: size }, (_, index) => examples[index % examples.length]);
  const page = await pageWith("bodies.ndjson", lines.join("\n"));
  await page.locator("#announce", { hasText: "valid" }).waitFor();
  const longest = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const list = document.getElementById("inside-list");
    const words = document.getElementById("inside-words");
    let before = await frame();
    const times = { scroll: 0, filter: 0 };
    const next = async (what) => {
      const now = await frame();
      times[what] = Math.max(times[what], now - before);
      before = now;
    };
    for (let step = 0; step <= 300; step++) {
      list.scrollTop = (list.scrollHeight * step) / 300;
      await next("scroll");
    }
    for (const typed of ["s", "se", "sea", "seam", "seam.", "", "invalid", "paybook", ""]) {
      words.value = typed;
      words.dispatchEvent(new Event("input"));
      await next("filter");
      await next("filter");
    }
    return times;
  });
  await page.close();
  return longest;
}

/** From navigation to an editor that has taken a key and painted it, cold, with the processor slowed down. */
async function start() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map((task) => task.startTime + task.duration)),
    ).observe({
      type: "longtask",
      buffered: true,
    });
  });
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  const times = await page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(resolve));
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const [editor] = performance.getEntriesByName("editor");
    const [ready] = performance.getEntriesByName("ready");
    return {
      paint,
      editor: editor.startTime,
      ready: ready.startTime,
      interactive: Math.max(editor.startTime, ready.startTime, ...window.longTasks),
    };
  });
  await context.close();
  return times;
}

try {
  for (const [size, aim] of [
    [20_000, 16],
    [1_000_000, 100],
    [5_000_000, undefined],
  ]) {
    const { size: bytes, times } = await keystrokes(size);
    const against = aim ? `, aim ${aim} ms` : "";
    console.log(
      `keystroke to verdict, ${bytes} bytes: median ${ms(at(times, 0.5))}, 95th percentile ${ms(at(times, 0.95))}, n=${times.length}${against}`,
    );
  }
  const frames = await listFrames(5000);
  console.log(
    `a list of 5,000 bodies: longest frame ${ms(frames.scroll)} while scrolling, ${ms(frames.filter)} while filtering, aim 50 ms`,
  );
  const starts = [];
  for (let run = 0; run < STARTS; run++) starts.push(await start());
  for (const name of ["paint", "editor", "ready", "interactive"])
    console.log(
      `cold start at 4x CPU slow-down, ${name}: median ${ms(
        at(
          starts.map((times) => times[name]),
          0.5,
        ),
      )}, worst ${ms(
        at(
          starts.map((times) => times[name]),
          1,
        ),
      )}`,
    );
} finally {
  await browser.close();
  await close();
}
