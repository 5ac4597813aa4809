// JSON Schema's own test suite: its groups as they are written, and what an engine says of each of their tests.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { CatalogError, createHookLens } from "hooklens";

const suite = new URL("../json-schema/", import.meta.url);

/** The draft of each folder, as a schema names it. */
export const DRAFTS = {
  "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
  draft7: "http://json-schema.org/draft-07/schema#",
  draft6: "http://json-schema.org/draft-06/schema#",
  draft4: "http://json-schema.org/draft-04/schema#",
};

/** Text in which each number is a string that begins with this: `1.0` must stay what it is. */
const NUMBER = "\ud800#";
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A JSON value with its numbers as they are spelled. */
const read = (text) =>
  JSON.parse(text.replace(TOKEN, (token) => (token[0] === '"' ? token : JSON.stringify(NUMBER + token))));

/** The JSON text of what was read. */
const written = (value) => JSON.stringify(value).replace(/"\\ud800#([^"]*)"/g, "$1");

/** The keyword that names a schema. */
const ID = (draft) => (draft === "draft4" ? "id" : "$id");

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What a group's schema is: said where it does not say so, as `true` and `false` cannot. */
const ofDraft = (schema, draft) =>
  isObject(schema) && schema.$schema === undefined ? { $schema: DRAFTS[draft], ...schema } : schema;

/**
 * The documents that a schema refers to and does not have in it. Those of a `const` or of a property with the name of
 * a keyword are taken for real ones: some are listed that are not needed.
 */
function documentsOf(schema, draft) {
  const id = ID(draft);
  const [known, named] = [new Set(), new Set()];
  const resolved = (reference, base) => {
    try {
      return new URL(reference, base).href.replace(/#.*/s, "");
    } catch {
      return undefined;
    }
  };
  const walk = (value, outer) => {
    if (Array.isArray(value)) return value.forEach((element) => walk(element, outer));
    if (!isObject(value)) return;
    const base = typeof value[id] === "string" ? resolved(value[id], outer) : outer;
    known.add(base);
    for (const key of ["$ref", "$dynamicRef", "$recursiveRef"]) {
      if (typeof value[key] === "string" && base !== undefined) named.add(resolved(value[key], base));
    }
    for (const key of Object.keys(value)) walk(value[key], base);
  };
  walk(schema, "test:schema");
  if (isObject(schema) && !Object.values(DRAFTS).includes(schema.$schema)) named.add(schema.$schema);
  return [...named].filter((document) => document !== undefined && !known.has(document));
}

const ADDRESS = "http://localhost:1234/";

/** The documents that are to be given, and what those need in turn; undefined where one of them cannot be. */
function given(needs, draft) {
  const documents = new Map();
  const next = [...needs];
  while (next.length > 0) {
    const address = next.pop();
    if (documents.has(address)) continue;
    const document = documentAt(address, draft);
    if (document === undefined) return undefined;
    documents.set(address, written(document));
    next.push(...documentsOf(document, draft));
  }
  return [...documents.values()];
}

/** The document of the suite that is expected at an address, which it must bear: nothing is fetched. */
function documentAt(address, draft) {
  const url = new URL(address.replace(ADDRESS, "remotes/"), suite);
  if (!address.startsWith(ADDRESS) || !existsSync(url)) return undefined;
  const id = ID(draft);
  const document = ofDraft(read(readFileSync(url, "utf8")), draft);
  // Of the older drafts nothing counts beside a `$ref`.
  if ("$ref" in document && !draft.includes("-")) return undefined;
  const own = document[id] === undefined ? address : new URL(document[id], address).href;
  return own === address ? { ...document, [id]: address } : undefined;
}

/** The groups of a draft: those that are required, or those of formats. */
export function groups(draft, { formats = false, only } = {}) {
  const folder = new URL(`${draft}/${formats ? "optional/format/" : ""}`, suite);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files
    .filter((name) => only === undefined || name === only || name === `${only}.json`)
    .sort()
    .flatMap((file) =>
      read(readFileSync(new URL(file, folder), "utf8")).map(({ description, schema, tests }) => {
        const told = ofDraft(schema, draft);
        const needs = documentsOf(told, draft);
        return {
          ...{ draft, file: file.replace(".json", ""), group: description, needs },
          ...{ schema: written(told), given: given(needs, draft) },
          tests: tests.map(({ description, data, valid }) => ({ description, valid, body: written(data) })),
        };
      }),
    );
}

function engineOf({ schema, given = [] }, options) {
  const catalogs = [{ name: "t", document: schema, ...options }];
  for (const [at, document] of given.entries()) catalogs.push({ name: `given-${at}`, document, ...options });
  try {
    const lens = createHookLens({ builtIn: false, catalogs });
    const ids = lens.catalog.map(({ id }) => id).filter((id) => id.startsWith("t/"));
    return ids.length === 1 ? { lens, event: ids[0] } : { wrong: `has the events ${ids.join(", ")}` };
  } catch (error) {
    if (error instanceof CatalogError) return { refused: error.message };
    return { wrong: `throws ${error.stack.split("\n", 3).join("")}` };
  }
}

/** What is wrong with what an engine says of a test; undefined where nothing is. */
function fault({ lens, event, wrong }, { body, valid }) {
  if (wrong !== undefined) return wrong;
  const wanted = valid ? "valid" : "invalid";
  try {
    const { status, problems } = lens.validate(body, { event });
    if (status === wanted) return undefined;
    return [status, ...problems.map(({ code, message }) => `${code}: ${message}`)].join("; ");
  } catch (error) {
    return `throws ${error.stack.split("\n", 3).join("")}`;
  }
}

/** The groups that need other documents, with these. */
export const withGiven = (groups) =>
  groups.filter(({ needs, given }) => needs.length > 0 && given !== undefined);

/** The same groups alone. */
export const alone = (groups) => groups.map((group) => ({ ...group, given: [] }));

/** What became of groups: how many tests are right, which groups were refused, and which tests are wrong. */
export function run(groups, options = {}) {
  const result = { tests: 0, right: 0, refused: [], wrong: [] };
  for (const group of groups) {
    result.tests += group.tests.length;
    const engine = engineOf(group, options);
    if (engine.refused !== undefined) {
      result.refused.push({ ...group, why: engine.refused });
      continue;
    }
    for (const test of group.tests) {
      const found = fault(engine, test);
      if (found === undefined) result.right += 1;
      else result.wrong.push({ ...group, ...test, test: test.description, found });
    }
  }
  return result;
}

export const countTests = (groups) => groups.reduce((sum, { tests }) => sum + tests.length, 0);

/** Refused groups that nothing but what was given is needed for. */
export const refusedOfOthers = ({ refused }) => refused.filter(({ needs }) => needs.length === 0);

/** A row for people. */
export function row(name, result) {
  const others = refusedOfOthers(result);
  const cells = [result.tests, result.right, countTests(result.refused) - countTests(others)];
  return [name, ...cells, countTests(others), result.wrong.length];
}

/** Each test that is wrong and each group that was refused, in a few lines. */
export function details({ refused, wrong }) {
  return [
    ...refused.map(
      ({ draft, file, group, tests, needs, why }) =>
        `refused: ${draft} ${file}: ${group} (${tests.length} tests${needs.length ? `, needs ${needs.join(" ")}` : ""})\n    ${why}`,
    ),
    ...wrong.map(
      ({ draft, file, group, test, valid, schema, body, found }) =>
        `wrong: ${draft} ${file}: ${group}: ${test}\n    ${schema}\n    ${body}\n    is ${valid ? "valid" : "invalid"}; found ${found}`,
    ),
  ].join("\n");
}
