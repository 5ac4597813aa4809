// SARIF 2.1.0, which code scanning services read.
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { endOf, nameOf, placeOf } from "./place.js";
import { versionOf } from "./version.js";

export const wants = { texts: true };

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export function format(out) {
  const codes = [];
  let separator = "";

  function resultOf(record, problem) {
    const { code, severity, message, hint, span, pointer, fix } = problem;
    if (!codes.includes(code)) codes.push(code);
    const artifactLocation = { uri: uriOf(record.file) };
    const words = hint === undefined ? message : `${message}: ${hint}`;
    const region = regionOf(record, span);
    const isChild = record.entry !== undefined;
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: severity,
      message: { text: isChild ? `${nameOf(record)}: ${words}` : words },
      locations: [
        {
          physicalLocation: { artifactLocation, ...(!isChild && { region }) },
          logicalLocations: [{ fullyQualifiedName: pointer, kind: "element" }],
        },
      ],
      ...(fix !== undefined &&
        !isChild &&
        record.text !== undefined && { fixes: [fixOf(record, fix, artifactLocation)] }),
    };
  }

  return {
    body(record) {
      if (separator === "") start();
      for (const problem of record.report.problems) {
        out.write(separator + JSON.stringify(resultOf(record, problem)));
        separator = ",\n";
      }
    },
    end({ failures }) {
      if (separator === "") start();
      const driver = {
        name: "HookLens",
        version: versionOf(),
        rules: codes.map((id) => ({ id, shortDescription: { text: id.replaceAll("-", " ") } })),
      };
      const notifications = failures.map((text) => ({ level: "error", message: { text } }));
      const invocation = {
        executionSuccessful: failures.length === 0,
        ...(failures.length > 0 && { toolExecutionNotifications: notifications }),
      };
      const rest = JSON.stringify({
        columnKind: "utf16CodeUnits",
        invocations: [invocation],
        tool: { driver },
      });
      out.write(`\n],${rest.slice(1)}]}\n`);
    },
  };

  function start() {
    out.write(`{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"results":[\n`);
    separator = " ";
  }
}

function uriOf(file) {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split("/").map(encodeURIComponent).join("/");
}

function regionOf(record, span) {
  const { line, column } = placeOf(record, span);
  const end = endOf(record, span);
  return {
    startLine: line,
    startColumn: column,
    ...(end !== undefined && { endLine: end.line, endColumn: end.column }),
  };
}

function fixOf(record, { title, start, end, text }, artifactLocation) {
  const lines = record.text.slice(0, start).split(/\r\n|[\n\r]/);
  const span = { start, end, line: lines.length, column: lines.at(-1).length + 1 };
  const replacement = { deletedRegion: regionOf(record, span), insertedContent: { text } };
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation, replacements: [replacement] }],
  };
}
