// Header fields, whether a `Headers` has them or an object, and in whatever case an object names them.

export class Fields {
  #given;
  #isLower;
  #all;

  /** `isLower` says that the names in an object are in lower case, as Node has them: then none is looked for. */
  constructor(given, isLower = false) {
    this.#given = given ?? {};
    this.#isLower = isLower;
  }

  get(name) {
    const given = this.#given;
    if (typeof given.get === "function") return given.get(name) ?? undefined;
    if (given[name] !== undefined) return text(given[name]);
    if (this.#isLower) return undefined;
    for (const key in given) {
      if (key.length === name.length && key.toLowerCase() === name) return text(given[key]);
    }
    return undefined;
  }

  /** All of them by lower-case name; few ask for it. */
  get all() {
    return (this.#all ??= plain(this.#given));
  }
}

function plain(given) {
  if (typeof given.get === "function") return Object.fromEntries(given);
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), text(value)]));
}

function text(value) {
  return Array.isArray(value) ? value.join(", ") : value;
}
