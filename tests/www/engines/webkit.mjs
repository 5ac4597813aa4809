// WebKitGTK's MiniBrowser, driven by WebDriver on a display that nobody sees.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { programs } from "./installed.mjs";
import { Session, startProgram } from "./webdriver.mjs";
import { WebDriverPage } from "./webdriver-page.mjs";

/** Without a window manager the window under the pointer has the focus: the pointer is in the middle. */
const SCREEN = "40x40x24";

async function startDisplay() {
  const server = startProgram(
    programs("webkit").display,
    ["-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const [number] = await once(server.stdio[3], "data");
  return { name: `:${String(number).trim()}`, close: () => server.kill() };
}

/** Refuses all that the page asks of anywhere else, and tells it. */
async function startProxy() {
  const listeners = new Set();
  const tell = (url) => listeners.forEach((listener) => listener(url));
  const server = createServer((request, response) => {
    tell(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    tell(`https://${request.url}`);
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { listeners, address: `127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** What the tests want to know of the page, from its start on. */
function watch() {
  window.troubles = [];
  addEventListener("error", ({ error, message }) => window.troubles.push(String(error?.stack ?? message)));
  addEventListener("unhandledrejection", ({ reason }) =>
    window.troubles.push(String(reason?.stack ?? reason)),
  );
  const say = console.error;
  console.error = (...words) => {
    window.troubles.push(words.join(" "));
    say.apply(console, words);
  };
}

class WebKitPage extends WebDriverPage {
  troubles = [];
  #site;
  #closed = false;

  constructor(session, site) {
    super(session);
    this.#site = site;
  }

  addInitScript = (script) => this.#site.addScript(script);
  isClosed = () => this.#closed;

  #gather = async () => {
    const troubles = () => window.troubles?.splice(0) ?? [];
    this.troubles.push(...(await this.evaluate(troubles).catch(() => [])));
  };
  #leaving =
    (leave) =>
    async (...args) => {
      await this.#gather();
      await leave(...args);
    };
  goto = this.#leaving(this.goto);
  reload = this.#leaving(this.reload);
  endTest = this.#leaving(async () => {
    this.#closed = true;
    await this.leave();
  });
}

export function webkitEngine() {
  let shared;
  const all = [];
  const idle = new Map();

  async function start() {
    const folder = await mkdtemp(join(tmpdir(), "hooklens-webkit-"));
    return { folder, proxy: await startProxy() };
  }

  async function session({ colorScheme, reducedMotion, contrast }) {
    shared ??= start();
    const { folder, proxy } = await shared;
    const key = JSON.stringify({ colorScheme, reducedMotion, contrast });
    const kept = idle.get(key)?.pop();
    if (kept) return { key, session: kept };
    const home = await mkdtemp(join(folder, "home-"));
    await mkdir(join(home, "gtk-3.0"));
    const animations = reducedMotion === "reduce" ? 0 : 1;
    await writeFile(
      join(home, "gtk-3.0", "settings.ini"),
      `[Settings]\ngtk-enable-animations=${animations}\n`,
    );
    const { browser, driver } = programs("webkit");
    const dark = colorScheme === "dark" ? ["--dark-mode"] : [];
    const capabilities = {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": {
        binary: browser,
        args: ["--automation", "--full-screen", "--javascript-can-access-clipboard=true", ...dark],
      },
      proxy: {
        proxyType: "manual",
        httpProxy: proxy.address,
        sslProxy: proxy.address,
        noProxy: ["127.0.0.0/8"],
      },
    };
    // Each has a display of its own, or the last one would have the focus.
    const display = await startDisplay();
    const env = {
      ...process.env,
      DISPLAY: display.name,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      NO_AT_BRIDGE: "1",
      // Without a graphics card its emulation takes most of the time.
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1",
      ...(contrast === "more" && { GTK_THEME: "HighContrast" }),
    };
    const started = await Session.start(driver, capabilities, env);
    started.folder = home;
    all.push({ session: started, display });
    return { key, session: started };
  }

  return {
    async open(site, { width, height, ...media }) {
      const { key, session: driven } = await session(media);
      const { proxy } = await shared;
      const page = new WebKitPage(driven, site);
      const tell = (url) => url.startsWith(site.origin) || site.tell(url);
      proxy.listeners.add(tell);
      page.leave = async () => {
        proxy.listeners.delete(tell);
        await driven.post("/url", { url: "about:blank" });
        idle.set(key, [...(idle.get(key) ?? []), driven]);
      };
      await page.setViewportSize({ width, height });
      await page.addInitScript(watch);
      return page;
    },
    async close() {
      for (const { session, display } of all) {
        await session.end();
        display.close();
      }
      if (!shared) return;
      const { folder, proxy } = await shared;
      proxy.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
