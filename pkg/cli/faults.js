// Bodies with just one fault: of all that could be done to an example, what gives just the problem that is wanted.

/** Every value in a document, with how it is replaced, or its key renamed or left out. */
function* placesOf(root, rebuilt = (value) => value) {
  yield { value: root, put: rebuilt };
  if (typeof root !== "object" || root === null) return;
  const isList = Array.isArray(root);
  for (const key of Object.keys(root)) {
    const put = (value) => {
      const copy = isList ? [...root] : { ...root };
      copy[key] = value;
      return rebuilt(copy);
    };
    yield* placesOf(root[key], put);
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Each object in a document, with each of its keys. */
function* keysOf(root) {
  for (const { value, put } of placesOf(root)) {
    if (isObject(value)) for (const key of Object.keys(value)) yield { value, put, key };
  }
}

function* values(root, ...makers) {
  for (const make of makers) {
    for (const { value, put } of placesOf(root)) {
      const made = make(value);
      if (made !== undefined) yield JSON.stringify(put(made));
    }
  }
}

const string = (make) => (value) => (typeof value === "string" ? make(value) : undefined);

/** A body in which a mark stands for a piece of text that no value can be. */
function* marked(root, text, fits) {
  for (const { value, put } of placesOf(root)) {
    if (fits(value))
      yield JSON.stringify(put("\u0001mark")).replace('"\\u0001mark"', text(JSON.stringify(value)));
  }
}

/** Of no more than these every choice is tried. */
const MOST_MEMBERS = 10;

const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);

/** Of each code, the bodies that may have just that problem. */
const FAULTS = {
  *"invalid-json"(root) {
    yield JSON.stringify(root).slice(0, -1);
  },
  *"invalid-utf8"(root) {
    for (const body of marked(
      root,
      (text) => `${text.slice(0, -1)}\u00ff"`,
      (value) => typeof value === "string",
    ))
      yield Buffer.from(body, "latin1");
  },
  *"too-large"(root) {
    yield JSON.stringify(root).padEnd(16 * 1024 * 1024 + 1);
  },
  *"too-deep"(root) {
    for (const body of marked(
      root,
      () => nested(200),
      () => true,
    ))
      yield body;
  },
  *"unknown-event"(root) {
    yield* values(
      root,
      string((text) => `${text}.quite.another`),
    );
    yield '{"something":"else"}';
  },
  *"ambiguous-event"(root) {
    yield* without(root);
    for (const { value } of placesOf(root)) if (isObject(value)) yield JSON.stringify(value);
  },
  *"wrapped-event"(root) {
    yield JSON.stringify({ deliveries: [{ id: 1, body: JSON.stringify(root) }] });
  },
  *"missing-field"(root) {
    yield* without(root);
  },
  *"wrong-type"(root) {
    yield* values(
      root,
      string(() => 7),
      (value) => (typeof value === "number" ? "seven" : undefined),
      (value) => (typeof value === "boolean" ? "perhaps" : undefined),
      () => [[]],
      () => ({}),
    );
  },
  *"bad-format"(root) {
    yield* values(
      root,
      string((text) => `not ${text}`),
      string(() => ""),
      () => -1,
    );
  },
  *"unexpected-value"(root) {
    yield* values(
      root,
      string((text) => `${text}_of_another_kind`),
      string(() => "quite_another"),
      () => 987,
    );
  },
  *"misspelled-field"(root) {
    for (const { value, put, key } of keysOf(root)) {
      const renamed = Object.entries(value).map(([name, member]) => [
        name === key ? name.slice(0, 1) + name.slice(2) : name,
        member,
      ]);
      yield JSON.stringify(put(Object.fromEntries(renamed)));
    }
  },
  *"inconsistent-value"(root) {
    yield* values(
      root,
      string((text) => text.replace(/[0-9a-f]$/, (digit) => (digit === "0" ? "1" : "0"))),
      string((text) => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))),
      (value) => (typeof value === "number" ? value + 1 : undefined),
      (value) => (typeof value === "boolean" ? !value : undefined),
    );
  },
  *"unexpected-field"(root) {
    yield* values(root, (value) => (isObject(value) ? { ...value, surprising_addition: 1 } : undefined));
  },
  *"prototype-key"(root) {
    // Computed, it is a member like any other.
    yield* values(root, (value) =>
      isObject(value) ? { ...value, ["__proto__"]: { polluted: 1 } } : undefined,
    );
  },
  *"missing-envelope"(root) {
    for (const { value } of placesOf(root)) if (isObject(value)) yield JSON.stringify(value);
    const members = Object.entries(root);
    if (members.length > MOST_MEMBERS) return;
    for (let kept = 1; kept < 2 ** members.length; kept++)
      yield JSON.stringify(Object.fromEntries(members.filter((_, at) => kept & (1 << at))));
  },
  *"duplicate-key"(root) {
    for (const { value, put, key } of keysOf(root)) {
      const member = `${JSON.stringify(key)}:${JSON.stringify(value[key])}`;
      const body = JSON.stringify(put("\u0001mark"));
      yield body.replace('"\\u0001mark"', JSON.stringify(value).replace(/\}$/, `,${member}}`));
    }
  },
  *"unsafe-number"(root) {
    yield* marked(
      root,
      () => "12345678901234567890",
      (value) => typeof value === "number",
    );
    yield* marked(
      root,
      () => "12345678901234567890",
      () => true,
    );
  },
  *"lone-surrogate"(root) {
    yield* marked(
      root,
      (text) => `${text.slice(0, -1)}\\ud800"`,
      (value) => typeof value === "string",
    );
  },
};

function* without(root) {
  for (const { value, put, key } of keysOf(root)) {
    const { [key]: _, ...rest } = value;
    yield JSON.stringify(put(rest));
  }
}

/** Every code that a body can have. */
export const CODES = Object.keys(FAULTS);

/** A body with just that problem, made of a valid one; undefined where there is none. */
export function faultyOf(code, root, validate) {
  for (const body of FAULTS[code](root)) {
    const bytes = Buffer.from(body);
    const { problems, omitted = 0 } = validate(bytes);
    if (problems.length === 1 && omitted === 0 && problems[0].code === code) return bytes;
  }
  return undefined;
}
