// The events of a body with their payloads, and what was around those.

/** How many fields around several events all of them get together; past it, unknown ones stay with the first. */
const MOST_REPEATED = 100_000;

/** The events of a valid body with their payloads and what was around those; `envelopes` as facts.js has them. */
export function attachPayloads(events, body, envelopes) {
  const [{ id, provider, type, title, pointer }] = events;
  if (pointer === "") return [{ id, provider, type, title, pointer, payload: body }];
  // All events of a body are in one envelope, and all elements of its array are events.
  const field = Array.isArray(body) ? "" : fieldOf(pointer);
  const { envelopeFields, payload: name } = envelopes.get(field).get(id);
  const outer = field === "" ? undefined : without(body, field);
  const values = field === "" ? body : body[field];
  const list = Array.isArray(values) ? values : [values];
  // The events after the first get what is around them in an object of their own.
  const many = events.length > 1 && Object.keys(outer ?? {}).length * events.length > MOST_REPEATED;
  const rest = many ? only(outer, envelopeFields) : outer;
  const envelopeOf = (value, at) => {
    const outside = at === events.length - 1 && !many ? outer : { ...(at === 0 ? outer : rest) };
    return name === "" ? outside : copy(value, name, outside);
  };
  return events.map(({ id, provider, type, title, pointer }, at) => {
    const value = list[at];
    const payload = name === "" ? value : value[name];
    if (outer === undefined) return { id, provider, type, title, pointer, payload };
    return { id, provider, type, title, pointer, payload, envelope: envelopeOf(value, at) };
  });
}

/** The field of the body that a pointer starts with. */
function fieldOf(pointer) {
  const end = pointer.indexOf("/", 1);
  return pointer.slice(1, end < 0 ? pointer.length : end);
}

const without = (object, key) => copy(object, key, {});

/** The members of an object but for one, in another. */
function copy(object, key, into) {
  for (const name of Object.keys(object)) {
    // Assigned, it would be the prototype.
    if (name === "__proto__")
      Object.defineProperty(into, name, Object.getOwnPropertyDescriptor(object, name));
    else if (name !== key) into[name] = object[name];
  }
  return into;
}

const only = (object, names) =>
  Object.fromEntries(names.filter((name) => Object.hasOwn(object, name)).map((name) => [name, object[name]]));
