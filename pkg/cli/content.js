// The bytes of an input, decompressed where they are gzip.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

export const isGzip = (chunk) => chunk.length > 1 && chunk[0] === 0x1f && chunk[1] === 0x8b;

/**
 * What an input has, in pieces: standard input is decompressed where it looks so, a file where its name says so. Where its gzip is broken, what could be had of it comes first, and then an error is
 * thrown. `told` is given how many of the file's bytes were read.
 */
export async function* contentOf({ name, path, isCompressed }, told = () => {}) {
  const source = path === undefined ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
  const reader = counted(source, told);
  const { done, value: first } = await reader.next();
  if (done) return;
  if (!(isCompressed ?? isGzip(first))) {
    yield first;
    yield* reader;
    return;
  }
  const gunzip = createGunzip();
  // What goes wrong in one of them is thrown where the last is read.
  pipeline(joined(first, reader), gunzip, () => {});
  try {
    yield* gunzip;
  } catch (error) {
    if (!error.code?.startsWith("Z_")) throw error;
    const cause = error.code === "Z_BUF_ERROR" ? "it ends too early" : error.message;
    throw Object.assign(new Error(`the gzip data is broken: ${cause}`), { code: "BROKEN_GZIP", file: name });
  }
}

async function* counted(source, told) {
  for await (const chunk of source) {
    told(chunk.length);
    yield chunk;
  }
}

async function* joined(first, rest) {
  yield first;
  yield* rest;
}

/** All of it, and no more than `most` bytes and one. */
export async function wholeOf(file, most, told) {
  const chunks = [];
  let size = 0;
  for await (const chunk of contentOf(file, told)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks, Math.min(size, most + 1));
}

/**
 * It in pieces of whole lines, some megabytes each. Of a line of more than `most` bytes, one byte more than that is
 * given.
 */
export async function* piecesOf(file, most, told) {
  let parts = [];
  let size = 0;
  let skips = false;

  function take() {
    const piece = Buffer.concat(parts, size);
    parts = [];
    size = 0;
    return piece;
  }

  const failed = [];
  try {
    for await (let chunk of contentOf(file, told)) {
      if (skips) {
        const end = chunk.indexOf(10);
        if (end < 0) continue;
        skips = false;
        chunk = chunk.subarray(end + 1);
      }
      const end = chunk.lastIndexOf(10) + 1;
      if (end > 0 && size + end >= PIECE) {
        parts.push(chunk.subarray(0, end));
        size += end;
        yield take();
        chunk = chunk.subarray(end);
      }
      if (chunk.length === 0) continue;
      parts.push(chunk);
      size += chunk.length;
      if (size <= most + PIECE) continue;
      // Nearly all of it is one line, or it would have been given already.
      const piece = take();
      const start = piece.lastIndexOf(10) + 1;
      if (piece.length - start <= most) {
        if (start > 0) yield piece.subarray(0, start);
        parts = [piece.subarray(start)];
        size = piece.length - start;
        continue;
      }
      yield piece.subarray(0, start + most + 1);
      skips = true;
    }
  } catch (error) {
    failed.push(error);
  }
  if (size > 0) yield take();
  if (failed.length > 0) throw failed[0];
}

/** What is looked at in one go. */
export const PIECE = 1 << 22;

/**
 * The bodies in its lines, those of a piece together: as much as there is, so that nobody waits for lines that are not
 * there yet. Blank lines are left out.
 */
export async function* bodiesOf(file, most, told) {
  let line = 0;
  let rest = [];
  let size = 0;
  const body = (bytes) => {
    line += 1;
    return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13) ? [] : [{ line, body: bytes }];
  };
  // Of a line that is too large no more is kept than shows that it is.
  const keep = (bytes) => {
    const kept = bytes.subarray(0, Math.max(0, most + 1 - size));
    rest.push(kept);
    size += kept.length;
  };
  for await (const chunk of contentOf(file, told)) {
    const found = [];
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      found.push(...body(rest.length === 1 ? rest[0] : Buffer.concat(rest)));
      rest = [];
      size = 0;
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
    if (found.length > 0) yield found;
  }
  if (size > 0) yield body(Buffer.concat(rest));
}
