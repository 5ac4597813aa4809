// Where deliveries are sent to.
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { Refusal } from "./options.js";

const MOST_SOCKETS = 100;
const TIMEOUT = 30_000;

/** Fields that are about one connection, and those that are told anew. */
const OWN =
  /^(connection|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade|host|content-length|expect)$/i;

/** Header fields, as in `rawHeaders`, without those of a connection. */
export function passedOn(rawHeaders) {
  return rawHeaders.filter((_, at) => !OWN.test(rawHeaders[at - (at % 2)]));
}

export function targetOf(text, option) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return new Target(url);
  throw new Refusal(`${option}: expected an http or https URL, found ${text}`);
}

class Target {
  #url;
  #client;
  #agent;

  constructor(url) {
    this.#url = url;
    this.#client = url.protocol === "https:" ? https : http;
    this.#agent = new this.#client.Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  }

  /** Where a request to a path goes: to the URL that is given, or where that has no path, to this one there. */
  #urlFor(path) {
    const hasPath = this.#url.pathname !== "/" || this.#url.search !== "";
    return hasPath || path === undefined ? this.#url : new URL(path.replace(/^\/+/, "/"), this.#url);
  }

  /** Sends a delivery, byte for byte; gives the answer. Throws where there is none. */
  async send({ method = "POST", path, headers, body }) {
    const url = this.#urlFor(path);
    const fields = ["Host", url.host, ...passedOn(headers), "Content-Length", String(body.length)];
    const request = this.#client.request(url, {
      method,
      headers: fields,
      agent: this.#agent,
      timeout: TIMEOUT,
    });
    request.on("timeout", () =>
      request.destroy(Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" })),
    );
    request.end(body);
    const [response] = await once(request, "response");
    const chunks = [];
    for await (const chunk of response) chunks.push(chunk);
    return {
      status: response.statusCode,
      message: response.statusMessage,
      headers: passedOn(response.rawHeaders),
      body: Buffer.concat(chunks),
    };
  }

  end() {
    this.#agent.destroy();
  }
}
