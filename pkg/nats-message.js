// Subjects, and what is kept of a message where its body is passed on with a verdict.

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A subject of a prefix and names with dots in them; what no subject may have is percent-encoded, as is an empty part. */
export function subjectOf(...names) {
  return names.map((name) => name.split(".").map(tokenOf).join(".")).join(".");
}

function tokenOf(text) {
  if (text === "") return "%";
  return text.replaceAll(/[^!-~]|[*>%]/gu, (character) =>
    encodeURIComponent(wellFormed(character)).replace("*", "%2A"),
  );
}

/** Half a character has no UTF-8. */
const wellFormed = (character) =>
  /[\ud800-\udfff]/.test(character) && character.length === 1 ? "\ufffd" : character;

/** Where a message came from, and its body: as text, or as base64 where it is no UTF-8. */
export function originOf({ subject, seq: sequence, info, data, headers }) {
  return { stream: info.stream, sequence, subject, headers: fieldsOf(headers), ...bodyOf(data) };
}

/** The header fields of a message by lower-case name, as an object. */
export function fieldsOf(headers) {
  const names = headers?.keys() ?? [];
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), headers.values(name).join(", ")]));
}

function bodyOf(bytes) {
  try {
    return { body: decoder.decode(bytes) };
  } catch {
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { body_base64: btoa(binary) };
  }
}
