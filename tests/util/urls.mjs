// URLs and URIs of every kind, right and nearly right, and what other implementations say of them: Node's
// `URL` and ajv-formats. Every difference is listed here, with its reason.
import assert from "node:assert/strict";
import { fullFormats } from "ajv-formats/dist/formats.js";
import fc from "fast-check";

// ---- what they are made of

const text = (letters, maxLength, minLength = 0) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });
const among = (...values) => fc.constantFrom(...values);
const joined = (...parts) => fc.tuple(...parts).map((parts) => parts.join(""));
const mostly = (weight, common, ...others) =>
  fc.oneof({ weight, arbitrary: common }, ...others.map((arbitrary) => ({ weight: 1, arbitrary })));

// Each number of an IPv4 address at its bounds, in each of its notations.
const number = fc.oneof(
  among("0", "1", "9", "255", "256", "65535", "65536", "16777215", "16777216", "4294967295", "4294967296"),
  among("00", "01", "08", "0377", "0400", "0177777", "0200000", "077777777", "0100000000", "0000255"),
  among("037777777777", "040000000000", "99999999999999999999999", "00000000000000000000000000001"),
  among("0x", "0X", "0xff", "0XFF", "0x100", "0xffff", "0x10000", "0xffffff", "0x1000000", "0x0000ff"),
  among("0xffffffff", "0x100000000", "0xfffffffffffffffffff", "", "x", "0xg", "1e3", "+1", "-1", "1a", "a1"),
  fc.integer({ min: 0, max: 400 }).map(String),
);
const ipv4 = joined(
  fc.array(number, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(".")),
  mostly(6, among(""), among(".", "..")),
);
const dotted = fc
  .array(
    mostly(9, fc.integer({ min: 0, max: 255 }).map(String), among("256", "01", "00", "", "1000", "0x1")),
    {
      minLength: 3,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join("."));

const groups = (maxLength) =>
  fc
    .array(mostly(12, text("0123456789abcdefABCDEF", 4, 1), among("12345", "", "g", "1.2.3.4")), {
      maxLength,
    })
    .map((groups) => groups.join(":"));
const ipv6 = fc.oneof(
  { weight: 4, arbitrary: joined(groups(7), among("::"), groups(7)) },
  {
    weight: 2,
    arbitrary: fc.array(text("0189afAF", 4, 1), { minLength: 7, maxLength: 9 }).map((all) => all.join(":")),
  },
  { weight: 2, arbitrary: joined(groups(6), among(":", "::"), dotted) },
  among(
    "::",
    "::1",
    ":::",
    "1::2::3",
    "fe80::1%25eth0",
    "fe80::1%eth0",
    "::ffff:1.2.3.4",
    "::1.2.3.4:1",
    ":1",
    "1:",
  ),
);
const future = joined(
  among("v", "V", "w", ""),
  text("09afAFg", 3),
  among(".", ""),
  text("aZ09-._~!$&'()*+,;=:%[@", 5),
);

const LABEL = "abxyzABX0189-_~!$&'()*+,;=";
const label = fc.oneof(
  text("abcxyz0189", 6),
  text(LABEL, 4),
  number,
  among("localhost", "example", "com", "webhook_domain", "*", "-", "0x-", "0xfg", "0f", "0x1x", "9a", "09a"),
);
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
const punycode = joined(
  mostly(3, among("xn--", "XN--"), among("a.xn--", "xn-", "Xn--", "%78n--")),
  fc.oneof(
    text("abcdefghijklmnopqrstuvwxyz0123456789", 5),
    text("ABab09-", 7),
    among("bcher-kva", "BCHER-KVA", "9ca", "ls8h", "a", "abc-", "-", "0", "99999999", "n3h", "mgbh0fb"),
    among("zzzzzzzzz", "a-ecp", "-9ca", "9ca-x", "9c%61", "1ug", "0ca", "maana-pta", "wgv71a119e"),
  ),
  mostly(3, among(""), among(".", ".com", ".1")),
);
const foreign = among(
  ..."é １２７．０．０．１ bücher.example 例え.jp ｅxample ﬀ 。 a。b ① １ ٣ ß \u00ad \u200b \u2215".split(
    " ",
  ),
  ..."%C3%A9 %EF%BC%91 %ff a%80 %e3%80%82 b%C3%BCcher.example %C2%AD".split(" "),
);
/** Some characters of a text percent-encoded, in either case. */
const encoded = (texts) =>
  fc.tuple(texts, fc.nat(), fc.boolean()).map(([text, mask, upper]) => {
    const hex = (letter) => `%${letter.codePointAt(0).toString(16).padStart(2, "0")}`;
    const encode = (letter) => (upper ? hex(letter).toUpperCase() : hex(letter));
    return [...text]
      .map((letter, at) => (letter < "\x7f" && (mask >> (at % 31)) & 1 ? encode(letter) : letter))
      .join("");
  });
const bytes = fc
  .tuple(name, fc.nat({ max: 255 }), fc.boolean())
  .map(([text, byte]) => `${text}%${byte.toString(16).padStart(2, "0")}`);

const port = fc.oneof(
  { weight: 6, arbitrary: among("") },
  {
    weight: 2,
    arbitrary: among(":", ":80", ":443", ":0", ":65535", ":65536", ":065535", ":00000000000000000000080"),
  },
  among(
    ":99999",
    ":70000",
    ":66000",
    ":65600",
    ":abc",
    ":8a",
    ":-1",
    ":+80",
    "::80",
    ":80:80",
    ":%38%30",
    ":８０",
  ),
  joined(among(":"), text("0123456789", 6)),
);
const user = mostly(
  6,
  among(""),
  among("u@", "u:p@", "@", ":@", "a@b@", "%40@", "é@", "u:p:q@", "[@", "a/b@", "u#@"),
);
const REST = "ab/?#:@[]%é0.~!$&'()*+,;=-_";
const rest = mostly(
  2,
  joined(among("/", "?", "#"), text(REST, 6)),
  among("", "/", "/hooks/1", "?a=b", "/%zz", "/a%20b"),
);

/** A text with a letter more, less, or another, at no place, one, or two. */
const mutated = (texts, letters) =>
  fc
    .tuple(
      texts,
      fc.array(fc.tuple(fc.nat(), among(0, 1, 2), among(...letters)), { maxLength: 2 }),
      fc.nat({ max: 2 }),
    )
    .map(([text, changes, odd]) =>
      (odd ? [] : changes).reduce((text, [place, kind, letter]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + (kind < 2 ? letter : "") + text.slice(at + (kind > 0 ? 1 : 0));
      }, text),
    );

const LETTERS = `/?#@:[]%.0x1a-_é${"/:@%.[]".repeat(2)} "<>\\^\`{|}\n\t\x7f\0é１`;
const url = mutated(
  joined(
    mostly(12, among("https", "http"), among("HTTPS", "hTtP", "ftp", "httpss", "ws", "", "x-http")),
    mostly(20, among("://"), among(":", ":/", ":///", "//", ":\\\\", "")),
    user,
    fc.oneof(
      { weight: 4, arbitrary: ipv4 },
      { weight: 4, arbitrary: name },
      { weight: 3, arbitrary: joined(among("["), ipv6, among("]", "]", "]", "]", "", "]x")) },
      { weight: 2, arbitrary: punycode },
      { weight: 2, arbitrary: encoded(fc.oneof(ipv4, name)) },
      joined(among("["), future, among("]")),
      bytes,
      foreign,
    ),
    port,
    rest,
  ),
  LETTERS,
);

const PATH = "aZ09-._~!$&'()*+,;=:@/";
const uri = mutated(
  fc.oneof(
    { weight: 3, arbitrary: url },
    joined(
      mostly(6, among("https", "s3", "urn", "data", "a", "A+-.9"), among("1a", "+a", "", "a_b", "é", "a b")),
      mostly(9, among(":"), among("", "::")),
      fc.oneof(
        among("", "/", "//", "///", "/a//b", "oasis:names", "image/png;base64,iVBORw0KGgo=", "//host/x.png"),
        text(`${PATH}%[]?#é"`, 8),
        encoded(text(PATH, 8)),
        joined(among("//", "/", ""), user, fc.oneof(ipv4, encoded(name)), port, text(PATH, 4)),
        joined(
          among("//", "//", "//", "/"),
          user,
          among("["),
          fc.oneof(ipv6, future),
          among("]"),
          port,
          text(PATH, 4),
        ),
      ),
      mostly(3, among(""), joined(among("?"), text(`${PATH}?%#[`, 5))),
      mostly(3, among(""), joined(among("#"), text(`${PATH}?%#[`, 5))),
    ),
  ),
  LETTERS,
);

/** So many of them, the same ones every time. */
export const urls = (count) => fc.sample(url, { seed: 17, numRuns: count });
export const uris = (count) => fc.sample(uri, { seed: 19, numRuns: count });

// ---- what is said of them

const isHttp = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const hostOf = (text) => text.match(/^https?:\/\/(?:[^/?#]*@)?([^/?#]*)/i)?.[1] ?? "";
const unescaped = (text) =>
  text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
const isPunycode = (text) => /(^|[.])xn--/i.test(unescaped(hostOf(text)));

/** How another says of a text other than we do. */
class Comparison {
  constructor(title, says, exceptions) {
    Object.assign(this, { title, says, exceptions });
    this.met = new Map(exceptions.map(({ why }) => [why, 0]));
    this.tally = { accepted: 0, all: 0 };
  }

  compare(text, ours) {
    const theirs = this.says(text);
    this.tally.all++;
    if (ours) this.tally.accepted++;
    if (theirs === ours) return;
    const exception = this.exceptions.find((exception) => exception.ours === ours && exception.excepts(text));
    assert.ok(
      exception,
      `${this.title} ${theirs ? "accepts" : "refuses"} ${JSON.stringify(text)}: we do not`,
    );
    this.met.set(exception.why, this.met.get(exception.why) + 1);
  }

  end() {
    const { accepted, all } = this.tally;
    assert.ok(accepted > all / 5 && accepted < (all * 4) / 5, `${accepted} of ${all} are accepted`);
    for (const { why, perhaps } of this.exceptions) {
      assert.ok(perhaps || this.met.get(why) > 0, `${this.title}: never met: ${why}`);
    }
  }
}

export const node = () =>
  new Comparison("Node's URL", isHttp, [
    {
      why: "A placeholder such as `<your_url>` is to be found, and white space and control characters are a mistake.",
      ours: false,
      excepts: (text) => /[\u0000- "<>\\^`{|}\u007f]/.test(text),
    },
    {
      why: "Too few slashes, or too many of them, are a mistake that a browser mends.",
      ours: false,
      excepts: (text) => !/^https?:\/\/[^/]/i.test(text),
    },
    {
      why: "What a host beyond ASCII means is for the tables of IDNA to say: on the wire it is in Punycode.",
      ours: false,
      excepts: (text) => /[\u0080-\uffff]/.test(unescaped(hostOf(text))),
    },
    {
      why: "A label in Punycode decodes, but to what the tables of IDNA do not allow.",
      ours: true,
      excepts: isPunycode,
    },
    {
      why: "A label in Punycode that has a hyphen for nothing is refused by the standard, not by every version of Node.",
      ours: false,
      excepts: (text) => /(^|[.])xn--(-|[^.]*-([.:]|$))/i.test(unescaped(hostOf(text))),
      perhaps: true,
    },
  ]);

export const urlPattern = (pattern) =>
  new Comparison("the pattern", (text) => new RegExp(pattern, "u").test(text), [
    {
      why: "To a pattern, a host with a part percent-encoded is a name, though it be an address out of range.",
      ours: false,
      excepts: (text) => hostOf(text).includes("%"),
    },
    { why: "A pattern does not decode Punycode.", ours: false, excepts: isPunycode },
  ]);

export const ajvUri = () =>
  new Comparison("ajv-formats", fullFormats.uri, [
    {
      why: "It takes two slashes for an empty authority after one, and a path: so what follows may be anything of a path.",
      ours: false,
      excepts: (text) => /^[^:/?#]+:\/\/[^[\]?#]*([?#]|$)/.test(text),
    },
    {
      why: "It takes one slash for the start of an authority, which is then an address in brackets.",
      ours: false,
      excepts: (text) => /^[^:/?#]+:\/[^/[\]?#]*\[/.test(text),
    },
    {
      why: "It lets a number of an IPv4 address inside an IPv6 one start with a zero.",
      ours: false,
      excepts: (text) => /:\/\/[^/?#]*\[[^\]]*[:.]0\d+[.\]]/.test(text),
    },
    {
      why: "It wants a path, which RFC 3986 lets be empty.",
      ours: true,
      excepts: (text) => /^[^:/?#]+:([?#]|$)/.test(text),
    },
  ]);

export const uriPattern = (pattern) =>
  new Comparison("the pattern", (text) => new RegExp(pattern, "u").test(text), []);
