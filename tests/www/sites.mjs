// Serves the built page, to each test at an origin of its own: nothing that a browser keeps is another's.
import { createServer } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { createPageServer } from "../../www/serve.mjs";

const BASE = "/some/where/";

/** Which URLs a pattern such as `catalog-*.js` names: a star stands for a part of a file's name. */
const naming = (pattern) => {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.\\+?^${}()|[\]]/g, String.raw`\$&`));
  return new RegExp(`/${parts.join("[^/]*")}$`);
};

class Site {
  #scripts = [];
  #withheld = new Map();
  #open = new Set();
  #quietSince = performance.now();
  /** Whether the server answers nothing, as without a network. */
  offline = false;
  /** The URL of each request until now: of this site, and of anywhere else. */
  asked = [];
  /** How many bytes each file took on the wire, headers included. */
  received = new Map();

  constructor(origin) {
    this.origin = origin;
    this.url = origin + BASE;
  }

  /** Runs a function in the page before its own scripts; for engines whose driver cannot. */
  addScript(fn) {
    this.#scripts.push(`(${fn})();`);
  }

  tell = (url) => this.asked.push(url);

  /** Breaks the connections of requests for a file. */
  refuse(pattern) {
    this.#withheld.set(pattern, { names: naming(pattern) });
  }
  /** Answers requests for a file when `until` is done. */
  hold(pattern, until) {
    this.#withheld.set(pattern, { names: naming(pattern), until });
  }
  giveAgain(pattern) {
    this.#withheld.delete(pattern);
  }

  /** Waits until nothing was asked for a while. */
  async quiet(ms = 400) {
    while (this.#open.size > 0 || performance.now() - this.#quietSince < ms)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async answer(request, response, serve) {
    this.tell(this.origin + request.url);
    const before = request.socket.bytesWritten;
    this.#open.add(response);
    response.on("close", () => {
      this.#open.delete(response);
      this.#quietSince = performance.now();
      const sent = (this.received.get(request.url) ?? 0) + request.socket.bytesWritten - before;
      this.received.set(request.url, sent);
    });
    const [path] = request.url.split("?");
    for (const { names, until } of this.#withheld.values())
      if (names.test(path)) {
        if (!until) return request.socket.destroy();
        await until;
      }
    if (this.offline) return request.socket.destroy();
    if (path === `${BASE}before.js`)
      return response.writeHead(200, { "content-type": "text/javascript" }).end(this.#scripts.join("\n"));
    if (path === BASE && this.#scripts.length > 0) withScript(response);
    serve(request, response);
  }
}

/** Has the page run `before.js` first. */
function withScript(response) {
  const { writeHead, end } = response;
  let status;
  response.writeHead = (...args) => {
    status = args;
    return response;
  };
  response.end = (body) => {
    const [code, { "content-encoding": encoding, ...headers }] = status;
    const html = String(encoding ? gunzipSync(body) : body);
    const changed = gzipSync(html.replace("<head>", '<head><script src="before.js"></script>'));
    writeHead.call(response, code, {
      ...headers,
      "content-encoding": "gzip",
      "content-length": changed.length,
    });
    end.call(response, changed);
  };
}

export async function startSites(folder) {
  const pages = createPageServer(folder, { base: BASE });
  const serve = (...args) => pages.emit("request", ...args);
  const sites = new Map();
  const server = createServer((request, response) => {
    const [host] = request.headers.host.split(":");
    const site = sites.get(host);
    if (site) site.answer(request, response, serve);
    else serve(request, response);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const { port } = server.address();
  return {
    /** For who asks the server itself. */
    url: `http://127.0.0.1:${port}${BASE}`,
    /** A site at an address of this machine that no other has. */
    open() {
      const number = sites.size + 1;
      const host = `127.0.${Math.floor(number / 250) + 1}.${(number % 250) + 1}`;
      const site = new Site(`http://${host}:${port}`);
      sites.set(host, site);
      return site;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
