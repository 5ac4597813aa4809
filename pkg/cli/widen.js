// Schemas that allow what they did not: each takes just what was seen, and stays as it was for all else.
import { EACH, isListed, isType, schemasAt, schemasOf } from "./locate.js";
import { put } from "./pointer.js";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const saidOf = (node) => (isObject(node["x-hooklens"]) ? node["x-hooklens"] : {});

/** What `x-hooklens` says of a field rather than of its value. */
const OF_FIELDS = ["as", "named", "list", "presence", "nullable"];
const ANNOTATIONS = ["title", "description"];

/** What may not be anything else: an event is known by it. */
const isFixed = ({ is, agrees }) => is === "name" || is === "events" || agrees !== undefined;

/** What a schema says of values besides their type, by the code of a problem with it. */
const RULES = {
  "bad-format": ["format", "pattern"],
  "unexpected-value": [
    ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
    ...["minLength", "maxLength", "minItems", "maxItems", "uniqueItems"],
  ],
};

/** A place in a schema: the keys that lead to it, and an example of the whole value in which it is. */
export class SchemaPlace {
  constructor(schema, root, path, example) {
    Object.assign(this, { schema, root, path, example });
    this.key = path.at(-1);
  }

  #schemasAround() {
    return schemasAt(this.schema, this.root, this.path.slice(0, -1), this.example);
  }

  /** A field that was not known. */
  addField(seen) {
    const around = this.#schemasAround();
    const isClosed = ({ additionalProperties, unevaluatedProperties }) =>
      [additionalProperties, unevaluatedProperties].includes(false);
    const listing = around.filter((node) => isObject(node.properties) || isClosed(node));
    for (const node of listing.length > 0 ? listing : around.slice(0, 1)) {
      node.properties ??= {};
      if (!Object.hasOwn(node.properties, this.key)) put(node.properties, this.key, seen.schema());
    }
  }

  /**
   * Values that were not allowed: `listed` are those beside others that are listed, `seen` is what all others are, and
   * `codes` are those of the problems with them.
   */
  allow({ listed, seen, codes }) {
    const left = listed.filter((value) => !this.#addBranch(value));
    const skipped = new Set();
    for (const node of schemasAt(this.schema, this.root, this.path, this.example)) {
      if (skipped.has(node)) continue;
      const said = saidOf(node);
      const branches = said.is === undefined ? [...(node.oneOf ?? []), ...(node.anyOf ?? [])] : [];
      for (const branch of branches) for (const inner of schemasOf(branch, this.root)) skipped.add(inner);
      if (isFixed(said)) continue;
      const rest = left.filter((value) => !addListed(node, said, value));
      const extras = [
        ...(rest.length > 0 ? [{ enum: rest }] : []),
        ...(seen.isEmpty ? [] : [schemaOf(seen, codes)]),
      ];
      for (const extra of extras) widen(node, said, branches, extra, codes);
    }
  }

  /** Where the branches of a union tell themselves apart by a value: one more, of which nothing else is known. */
  #addBranch(value) {
    const { key, root } = this;
    if (key === EACH || key === undefined) return false;
    const isTold = (branch) =>
      schemasOf(branch, root).some(({ properties }) => properties?.[key]?.const !== undefined);
    const union = this.#schemasAround()
      .map(({ oneOf, anyOf }) => oneOf ?? anyOf)
      .find((branches) => branches?.length > 1 && branches.every(isTold));
    union?.push({ type: "object", properties: { [key]: { const: value } }, required: [key] });
    return union !== undefined;
  }
}

/** Of a format that was not as it should be it is not known what it is. */
function schemaOf(seen, codes) {
  const { format, ...schema } = seen.schema();
  if (Object.keys(schema).length === 0) return { type: "null" };
  return format === undefined || codes.has("bad-format") ? schema : { ...schema, format };
}

/** Adds a value to those that a schema lists; whether it lists any. */
function addListed(node, said, value) {
  const { values } = said;
  if (values !== undefined && typeof value === "string") {
    if (Array.isArray(values)) values.push([value, value]);
    else put(values, value, value);
  } else if (said.is !== undefined) return false;
  if (isListed(node, value)) return values !== undefined || node.enum !== undefined;
  node.enum = [...(Object.hasOwn(node, "const") ? [node.const] : node.enum), value];
  delete node.const;
  return true;
}

function widen(node, said, branches, extra, codes) {
  if (branches.length > 0) return void (node.anyOf ?? node.oneOf).push(extra);
  if (said.format === "warning" || said.others === "warning") return loosen(node, said, extra);
  const types = [node.type ?? []].flat();
  const others = [extra.type ?? []].flat().filter((type) => !types.includes(type));
  const isMore = types.length > 0 && others.length > 0;
  const isListing = node.enum !== undefined || Object.hasOwn(node, "const");
  const isPlain =
    said.is === undefined && said.values === undefined && !isListing && extra.enum === undefined;
  const isSimple = extra.properties === undefined && extra.items === undefined;
  if (isMore && isSimple && (isPlain || extra.type === "null")) {
    node.type = [...types, ...others];
    return;
  }
  const rules = [...codes].flatMap((code) => RULES[code] ?? []).filter((rule) => rule in node);
  if (isPlain && others.length === 0 && rules.length > 0) for (const rule of rules) delete node[rule];
  else if (isMore || rules.length > 0 || said.is !== undefined || isListing) wrap(node, said, extra);
}

/** Takes away what is only warned of: what has a warning is allowed, and nothing beside it would be looked at. */
function loosen(node, { is: _, format: __, values: ___, others: ____, orEmpty: _____, ...said }, extra) {
  for (const rule of RULES["bad-format"]) delete node[rule];
  node["x-hooklens"] = said;
  node.type = [...new Set([node.type, extra.type].flat())].filter(Boolean);
}

/** Puts what a schema says beside what it is to allow as well. */
function wrap(node, said, extra) {
  const inner = { ...node };
  const split = (isOfField) =>
    Object.entries(said).filter(([name]) => OF_FIELDS.includes(name) === isOfField);
  for (const name of [...ANNOTATIONS, "x-hooklens"]) delete inner[name];
  for (const name of Object.keys(node)) if (!ANNOTATIONS.includes(name)) delete node[name];
  const [ofField, ofValue] = [true, false].map((isOfField) => Object.fromEntries(split(isOfField)));
  if (Object.keys(ofValue).length > 0) inner["x-hooklens"] = ofValue;
  if (Object.keys(ofField).length > 0) node["x-hooklens"] = ofField;
  node.anyOf = [inner, extra];
}
