// The few commands of WebDriver that the tests use. https://www.w3.org/TR/webdriver2/
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { PATIENCE } from "../patience.mjs";

/** What the driver answers instead of a value: `code` is one of the standard's, such as "no such element". */
export class WebDriverError extends Error {
  constructor({ error, message }) {
    super(`${error}: ${message}`);
    this.code = error;
  }
}

/** A port that nobody listens on at the moment. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function untilItListens(url, driver) {
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`the driver ended with exit code ${driver.exitCode}`);
    if (await fetch(`${url}/status`).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts a program that ends with this process, however that ends. */
export function startProgram(path, args, options) {
  const program = spawn(path, args, options);
  const kill = () => program.kill();
  process.once("exit", kill);
  program.once("exit", () => process.off("exit", kill));
  return program;
}

/** A session with a driver of its own: `WebKitWebDriver` has one session at a time. */
export class Session {
  #driver;
  #url;
  #last = Promise.resolve();

  static async start(driverPath, capabilities, env) {
    const port = await freePort();
    const session = new Session();
    session.#driver = startProgram(driverPath, [`--port=${port}`], { env, stdio: "ignore" });
    const url = `http://127.0.0.1:${port}`;
    await untilItListens(url, session.#driver);
    session.#url = `${url}/session`;
    const { sessionId } = await session.#send("POST", "", { capabilities: { alwaysMatch: capabilities } });
    session.#url += `/${sessionId}`;
    return session;
  }

  async #send(method, path, body) {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const signal = AbortSignal.timeout(method === "DELETE" ? 10_000 : 2 * PATIENCE);
    const { value } = await (await fetch(this.#url + path, { ...init, signal })).json();
    if (value?.error) throw new WebDriverError(value);
    return value;
  }

  /** Sends a command after those that were sent before it. */
  #command(...args) {
    const answer = this.#last.then(() => this.#send(...args));
    this.#last = answer.catch(() => {});
    return answer;
  }

  get = (path) => this.#command("GET", path);
  post = (path, body = {}) => this.#command("POST", path, body);

  /** Runs the body of a function, which has `arguments` and gives what its last one is called with. */
  run = (script, args = []) => this.post("/execute/async", { script, args });

  async end() {
    await this.#command("DELETE", "").catch(() => {});
    this.#driver.kill();
  }
}
