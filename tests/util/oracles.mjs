// Prints URLs and URIs, a JSON text a line, is told what the crate says of each, and compares.
// Its arguments are how many, and the patterns of URLs and of URIs.
import { readFileSync, writeSync } from "node:fs";
import { ajvUri, node, uriPattern, uris, urlPattern, urls } from "./urls.mjs";

const [, , count, ofUrls, ofUris] = process.argv;
const texts = [...urls(Number(count)), ...uris(Number(count))];
const lines = Buffer.from(`${JSON.stringify(texts)}\n`);
for (let at = 0; at < lines.length;) at += writeSync(1, lines, at);
const verdicts = readFileSync(0, "utf8").split("\n");
const kinds = [
  [node(), urlPattern(ofUrls)],
  [ajvUri(), uriPattern(ofUris)],
];
for (const [kind, comparisons] of kinds.entries()) {
  for (const comparison of comparisons) {
    for (const [at, text] of texts.entries()) comparison.compare(text, verdicts[kind][at] === "1");
    comparison.end();
  }
}
