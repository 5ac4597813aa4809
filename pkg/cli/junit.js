// JUnit's XML, which continuous integration services read: a suite for each file, a test for each body; of an archive,
// for each body with problems and one for all others.
import { placeInWords } from "./place.js";
import { some } from "./tally.js";

export const wants = { all: true, allOfArchives: false };

/** What XML 1.0 has no way to say. */
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text) =>
  text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]).replaceAll(UNSAYABLE, "\ufffd");
const attribute = (text) => escaped(text).replaceAll(/[\t\n\r]/g, " ");

export function format(out) {
  let cases = [];
  let failed = 0;
  let isStarted = false;

  function start() {
    if (!isStarted) out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hooklens">\n');
    isStarted = true;
  }

  function body(record) {
    const { line, entry, report } = record;
    const errors = report.problems.filter(({ severity }) => severity === "error");
    const ids = [...new Set(report.events.map(({ id }) => id))].join(", ");
    const where = line === undefined ? "" : `line ${line}: `;
    const which = entry === undefined ? "" : `entry ${entry}: `;
    const name = `${where}${which}${report.status}${ids && ` ${ids}`}`;
    const test = `<testcase classname="${attribute(record.file)}" name="${attribute(name)}"`;
    if (errors.length === 0) return cases.push(`${test}/>`);
    failed += 1;
    const words = errors.map((problem) => linesOf(record, problem)).join("\n");
    const [{ code, message }] = errors;
    cases.push(
      `${test}><failure type="${code}" message="${attribute(message)}">${escaped(words)}</failure></testcase>`,
    );
  }

  return {
    body,
    file({ name, tally, isArchive }) {
      start();
      const others = tally.bodies - cases.length;
      if (isArchive && others > 0) {
        cases.unshift(
          `<testcase classname="${attribute(name)}" name="${some(others, "body", "bodies")} without problems"/>`,
        );
      }
      const counts = `tests="${cases.length}" failures="${failed}" errors="0" skipped="0"`;
      out.write(`  <testsuite name="${attribute(name)}" ${counts}>\n`);
      for (const line of cases) out.write(`    ${line}\n`);
      out.write("  </testsuite>\n");
      cases = [];
      failed = 0;
    },
    end({ failures }) {
      start();
      for (const words of failures) {
        const error = `<error type="input" message="${attribute(words)}"/>`;
        out.write('  <testsuite name="input" tests="1" failures="0" errors="1" skipped="0">\n');
        out.write(`    <testcase classname="input" name="can be read">${error}</testcase>\n  </testsuite>\n`);
      }
      out.write("</testsuites>\n");
    },
  };
}

function linesOf(record, { span, message, hint, code }) {
  return `${placeInWords(record, span)}: ${message}${hint === undefined ? "" : ` (${hint})`} [${code}]`;
}
