// What values were seen in a place, and the schema of just those. No value is kept.
import { kindOf } from "./locate.js";

/** An object with more fields than these has no fields but keys. */
const MOST_FIELDS = 200;

const DEEPEST = 60;

/** Formats that a text tells by itself; each is a part of what the format allows. */
const FORMATS = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  "date-time":
    /^\d{4}-(0\d|1[0-2])-([01]\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
};

export class Seen {
  #kinds = new Set();
  #formats = new Set(Object.keys(FORMATS));
  #objects = 0;
  #fields = new Map();
  #elements;
  #isMap = false;

  add(value, depth = 0) {
    const kind = kindOf(value);
    this.#kinds.add(kind === "number" && Number.isInteger(value) ? "integer" : kind);
    if (depth > DEEPEST) return this;
    if (kind === "string") for (const name of this.#formats) this.#keepFormat(name, value);
    if (kind === "array")
      for (const element of value) (this.#elements ??= new Seen()).add(element, depth + 1);
    if (kind === "object") this.#addFields(value, depth);
    return this;
  }

  #keepFormat(name, value) {
    if (!FORMATS[name].test(value)) this.#formats.delete(name);
  }

  #addFields(value, depth) {
    this.#objects += 1;
    for (const [key, inner] of Object.entries(value)) {
      const field = this.#fields.get(key) ?? { seen: new Seen(), times: 0 };
      this.#fields.set(key, field);
      field.seen.add(inner, depth + 1);
      field.times += 1;
      if (this.#fields.size <= MOST_FIELDS) continue;
      this.#isMap = true;
      this.#fields.delete(key);
    }
  }

  get isEmpty() {
    return this.#kinds.size === 0;
  }

  /** Whether all of it is objects. */
  get isObject() {
    return this.#kinds.size === 1 && this.#objects > 0;
  }

  /** The fields that every object had. */
  get always() {
    return [...this.#fields].filter(([, { times }]) => times === this.#objects).map(([key]) => key);
  }

  /** What was seen of a field; undefined where there was none. */
  field(key) {
    return this.#fields.get(key)?.seen;
  }

  get fields() {
    return this.#isMap ? [] : [...this.#fields.keys()];
  }

  /** What all of it is. Of what was never anything but null it is not known what it may be. */
  schema() {
    const types = [...this.#kinds].filter((kind) => kind !== "integer" || !this.#kinds.has("number"));
    if (types.every((type) => type === "null")) return {};
    const schema = { type: types.length === 1 ? types[0] : types };
    const [format] = this.#kinds.has("string") ? this.#formats : [];
    if (format !== undefined) schema.format = format;
    if (this.#elements !== undefined) schema.items = this.#elements.schema();
    if (this.#kinds.has("object") && !this.#isMap) {
      const fields = [...this.#fields].map(([key, { seen }]) => [key, seen.schema()]);
      if (fields.length > 0) schema.properties = Object.fromEntries(fields);
    }
    return schema;
  }
}
