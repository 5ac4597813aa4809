// A thread that looks at lines: at a part of a file, or at bytes that it is given.
import { closeSync, openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { lookAtLines } from "./look.js";
import { openLens } from "./open.js";
import { lookAtRange } from "./ranges.js";

const { settings, wants } = workerData;
const { validate } = await openLens(settings);

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
        ? lookAtRange(descriptorOf(path), range, validate, settings.options, wants)
        : lookAtLines(
            Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
            validate,
            settings.options,
            wants,
          );
    parentPort.postMessage({ id, seen });
  } catch (error) {
    parentPort.postMessage({ id, error: { message: error.message, code: error.code, path } });
  }
});
