// Texts as bodies have them, by chance: of a format, or of what a field's name says that it is.

const NAMES = [
  "Ada",
  "Bo",
  "Chika",
  "Dana",
  "Emre",
  "Femi",
  "Grace",
  "Hana",
  "Ivo",
  "Jun",
  "Kofi",
  "Lena",
  "Mina",
  "Noor",
];
const THINGS = [
  "Front Door",
  "Back Gate",
  "Main Office",
  "Garage",
  "Warehouse",
  "Lobby",
  "Studio",
  "Roof Terrace",
];
const SENTENCES = [
  "All went well.",
  "It took longer than usual.",
  "The connection was lost for a moment.",
  "Nothing has to be done.",
  "Please try again later.",
  "This is only a test.",
];
const WORDS = [
  "primary",
  "secondary",
  "standard",
  "custom",
  "internal",
  "external",
  "manual",
  "automatic",
  "daily",
];
const ZONES = ["Europe/Madrid", "America/New_York", "Asia/Tokyo", "Africa/Lagos", "Pacific/Auckland", "UTC"];

/** What a field with such a name holds; the first that fits counts. */
const FIELDS = [
  [/status|state$/i, (random) => random.oneOf(["pending", "active", "done", "failed", "error"])],
  [/(_at|At|date)$/, (random) => textOfFormat("date-time", random)],
  [/e-?mail/i, (random) => textOfFormat("email", random)],
  [/ur[il]$|href|link|website/i, (random) => textOfFormat("uri", random)],
  [/time_?zone/i, (random) => random.oneOf(ZONES)],
  [/currency/i, (random) => random.oneOf(["EUR", "USD", "MXN", "JPY", "CHF"])],
  [/country/i, (random) => random.oneOf(["NL", "BE", "MX", "US", "JP"])],
  [/phone/i, (random) => `+1555${random.text("0123456789", 7)}`],
  [/first_?name|last_?name|user_?name|login|owner|author/i, (random) => random.oneOf(NAMES)],
  [/name|title|label/i, (random) => random.oneOf(THINGS)],
  [/message|description|text|reason|note|comment|body/i, (random) => random.oneOf(SENTENCES)],
  [/(^|_)id$|Id$|sha|token|key|hash/, (random) => random.hex(12)],
];

export function wordFor(name, random) {
  const [, make] = FIELDS.find(([pattern]) => pattern.test(name)) ?? [];
  return make === undefined ? random.oneOf(WORDS) : make(random);
}

const two = (number) => String(number).padStart(2, "0");

const FORMATS = {
  "date-time": (random) => `${FORMATS.date(random)}T${FORMATS.time(random)}`,
  date: (random) => `20${random.between(20, 29)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
  time: (random) =>
    `${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}.${random.text("0123456789", 3)}Z`,
  duration: (random) => `PT${random.between(1, 59)}M`,
  email: (random) => `${random.oneOf(NAMES).toLowerCase()}@${FORMATS.hostname(random)}`,
  hostname: (random) => `${random.oneOf(WORDS)}.example`,
  ipv4: (random) => `192.0.2.${random.between(1, 254)}`,
  ipv6: (random) => `2001:db8::${random.hex(4)}`,
  uri: (random) => `https://${FORMATS.hostname(random)}/${random.oneOf(WORDS)}/${random.between(1, 9999)}`,
  "uri-reference": (random) => `/${random.oneOf(WORDS)}/${random.between(1, 9999)}`,
  "json-pointer": (random) => `/${random.oneOf(WORDS)}`,
  "relative-json-pointer": (random) => `1/${random.oneOf(WORDS)}`,
  regex: (random) => `^${random.oneOf(WORDS)}$`,
  uuid: (random) => random.uuid(),
};
const SAME = {
  ...{ "idn-email": "email", "idn-hostname": "hostname", iri: "uri", url: "uri" },
  ...{ "iri-reference": "uri-reference", "uri-template": "uri-reference" },
};

/** A text of a format; undefined for one that is not known. */
export function textOfFormat(format, random) {
  return FORMATS[SAME[format] ?? format]?.(random);
}
