// A thread that looks at lines: at a part of a file, or at bytes that it is given.
import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { lookAtBytes } from "./look.js";
import { openLines } from "./open.js";
import { lookAtRange } from "./ranges.js";

const { settings, wants } = workerData;
const lines = await openLines(settings);

let opened;

function descriptorOf(path) {
  if (opened?.path === path) return opened.descriptor;
  if (opened !== undefined) closeSync(opened.descriptor);
  opened = { path, descriptor: openSync(path, "r") };
  return opened.descriptor;
}

parentPort.on("message", ({ id, path, range, bytes }) => {
  try {
    const seen =
      bytes === undefined
        ? lookAtRange(descriptorOf(path), range, lines, settings.options, wants)
        : lookAtBytes(lines, bytes, settings.options, wants);
    parentPort.postMessage({ id, seen });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code, path } });
  }
});
