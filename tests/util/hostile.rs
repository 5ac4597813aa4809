//! Bodies that are made to take long: whatever their kind, time must not grow faster than their size.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::fmt::Write as _;

use hooklens::{Checker, Hint, Limits};

/// What is asked of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Validate,
    Normalize,
    Unwrap,
}

/// A kind of hostile body.
pub struct Hostile {
    pub name: &'static str,
    pub asked: Asked,
    /// Makes one of about so many bytes.
    pub body: fn(usize) -> Vec<u8>,
}

/// No body is refused for its size or depth alone: that would end it early.
pub const LIMITS: Limits = Limits { max_bytes: u32::MAX, max_depth: u32::MAX };

impl Hostile {
    /// Does what is asked, and gives back how much came of it, so that no compiler leaves it out.
    ///
    /// # Panics
    /// Where a body that is to be normalized is not valid: it would measure nothing.
    pub fn run(&self, checker: &mut Checker, body: &[u8]) -> usize {
        match self.asked {
            Asked::Validate => checker.validate(body, LIMITS).problems.len(),
            Asked::Unwrap => checker.unwrap(body, Hint::NONE, LIMITS).len(),
            Asked::Normalize => checker.normalize(body, LIMITS).expect(self.name).len(),
        }
    }
}

const REFRESH: &str = include_str!("../payloads/paybook/refresh.json");
const REFRESHED: &str = include_str!("../payloads/paybook/credentials.refreshed.json");
const CREATED: &str = include_str!("../payloads/paybook/credentials.created.json");
const SEAM: &str = include_str!("../payloads/seam/acs_credential.issued.json");
const CHIFT: &str = include_str!("../payloads/chift/account.issue.updated.json");
const WEBHOOK: &str = include_str!("../payloads/paybook/webhook.json");

const fn validate(name: &'static str, body: fn(usize) -> Vec<u8>) -> Hostile {
    Hostile { name, asked: Asked::Validate, body }
}

const fn normalize(name: &'static str, body: fn(usize) -> Vec<u8>) -> Hostile {
    Hostile { name, asked: Asked::Normalize, body }
}

const fn unwrap(name: &'static str, body: fn(usize) -> Vec<u8>) -> Hostile {
    Hostile { name, asked: Asked::Unwrap, body }
}

/// Every kind.
pub const ALL: &[Hostile] = &[
    // ---- what is inside
    validate("what is nearly an event, in each other", |size| {
        nested("{\"event\":\"account.connection.created\",\"a\":", "}", size)
    }),
    validate("what is nearly an event, side by side", |size| {
        format!("[{}]", members(size, |_| "{\"event\":\"refresh\"}".into())).into()
    }),
    validate("keys of events, in one object", |size| object(size, |_| "\"event\":{}".into())),
    validate("strings that open objects", |size| format!("[\"{}\"]", "{\\\"".repeat(size / 3)).into()),
    validate("strings of JSON, side by side", |size| {
        let inner = "\"{\\\"a\\\":\\\"{\\\\\\\"event\\\\\\\":\\\\\\\"refresh\\\\\\\"}\\\"}\"";
        format!("[{}]", members(size, |_| inner.into())).into()
    }),
    validate("a string of braces in base64", |size| {
        format!("\"{}\"", text(encoded(&b"{".repeat(size / 4 * 3)))).into()
    }),
    validate("a string of empty objects in base64", |size| {
        format!("\"{}\"", text(encoded(format!("[{}0]", "{},".repeat(size / 4)).as_bytes()))).into()
    }),
    validate("a percent-encoded string", |size| format!("\"{}\"", "%7B%22".repeat(size / 6)).into()),
    validate("a string that is a form", |size| format!("\"{}\"", "a=%7B%22&".repeat(size / 9)).into()),
    validate("strings in strings of tokens", |size| {
        format!("[{}]", members(size, |_| "\"a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4\"".into())).into()
    }),
    unwrap("lines of events", |size| {
        let line = "{\"event\":\"account.connection.created\",\"connectionid\":\"b8efd63c-2ec8-422c-a3d6-f4bc398c671f\"}\n";
        line.repeat(size / line.len() + 1).into()
    }),
    unwrap("lines of what is open", |size| "{\"a\":[\n".repeat(size / 7).into()),
    // ---- how it is nested
    validate("arrays in arrays", |size| nested("[", "]", size)),
    validate("objects in objects", |size| nested("{\"a\":", "}", size)),
    validate("objects in an unknown field", |size| {
        extended(REFRESH, &format!("\"x\":{}", text(nested("{\"a\":[", "]}", size))))
    }),
    normalize("arrays in an unknown field, normalized", |size| {
        extended(REFRESH, &format!("\"x\":{}", text(nested("[{\"a\":", "}]", size))))
    }),
    validate("brackets that nothing closes", |size| "[".repeat(size).into()),
    validate("braces that nothing closes", |size| "{\"a\":".repeat(size / 5).into()),
    // ---- its keys
    validate("keys of a foreign body", |size| object(size, |index| format!("\"key{index}\":0"))),
    validate("keys beside an event's", |size| {
        extended(REFRESH, &members(size, |index| format!("\"key{index}\":0")))
    }),
    validate("one key beside an event's, again and again", |size| {
        extended(REFRESH, &members(size, |_| "\"key\":0".to_owned()))
    }),
    validate("an event's own key, again and again", |size| {
        extended(REFRESH, &members(size, |_| "\"id_job\":0".to_owned()))
    }),
    validate("keys in falling order", |size| {
        extended(REFRESH, &members(size, |index| format!("\"{:08}\":0", 99_999_999 - index)))
    }),
    validate("keys that begin alike", |size| {
        extended(REFRESH, &members(size, |index| format!("\"{}{index}\":0", "k".repeat(200))))
    }),
    validate("keys of one object that nobody knows", |size| {
        extended(CHIFT, &format!("\"x\":{{{}}}", members(size, |index| format!("\"{:x}\":0", index * 7919))))
    }),
    validate("keys nearly a field's", |size| {
        extended(REFRESH, &members(size, |index| format!("\"id_{}ob\":0", letter(index))))
    }),
    validate("keys nearly a name's", |size| {
        object(size, |index| format!("\"event{}\":\"x\"", letter(index)))
    }),
    validate("keys nearly a provider's", |size| {
        object(size, |index| format!("\"event_id{}\":0", letter(index)))
    }),
    validate("keys nearly a wrapper's", |size| {
        object(size, |index| format!("\"event{}\":[[]]", letter(index)))
    }),
    validate("keys in escapes", |size| {
        extended(REFRESH, &members(size, |index| format!("\"\\u0069d_{index}\":0")))
    }),
    validate("keys of Chift's without a name", |size| {
        object(size, |index| format!("\"connectionid\":\"{index}\",\"status\":0"))
    }),
    normalize("keys beside an event's, normalized", |size| {
        extended(REFRESH, &members(size, |index| format!("\"key{index}\":0")))
    }),
    normalize("keys that are taken, normalized", |size| {
        extended(REFRESH, &members(size, |index| format!("\"/{index}\":0,\"user_id\":0")))
    }),
    normalize("keys of an event whose id is its content", |size| {
        extended(CHIFT, &members(size, |index| format!("\"{:x}\":{index}", index * 7919)))
    }),
    // ---- its numbers and strings
    validate("one number", |size| extended(CHIFT, &format!("\"n\":{}", "9".repeat(size)))),
    validate("one fraction", |size| extended(CHIFT, &format!("\"n\":0.{}", "1".repeat(size)))),
    validate("one exponent", |size| extended(CHIFT, &format!("\"n\":1e{}", "1".repeat(size)))),
    validate("numbers beyond every double", |size| {
        extended(CHIFT, &array("n", size, |_| "1e999".to_owned()))
    }),
    normalize("numbers beyond every double, normalized", |size| {
        extended(CHIFT, &array("n", size, |_| "123456789012345678".to_owned()))
    }),
    validate("one plain string", |size| extended(CHIFT, &format!("\"s\":\"{}\"", "s".repeat(size)))),
    validate("one string beyond ASCII", |size| {
        extended(CHIFT, &format!("\"s\":\"{}\"", "é🎉".repeat(size / 6)))
    }),
    validate("one string of escapes", |size| {
        extended(CHIFT, &format!("\"s\":\"{}\"", "\\u0041".repeat(size / 6)))
    }),
    validate("a value of escapes that is wrong", |size| {
        replaced(REFRESH, "\"5e751d54d0510472295413b3\"", &format!("\"{}\"", "\\u0041".repeat(size / 6)))
    }),
    validate("a long value that is wrong", |size| {
        replaced(REFRESH, "\"5e751d54d0510472295413b3\"", &format!("\"{}\"", " ".repeat(size)))
    }),
    validate("one name that nobody knows", |size| {
        format!("{{\"event_type\":\"{}\",\"event_id\":0}}", "acs_credential.".repeat(size / 15)).into()
    }),
    validate("halves of surrogate pairs", |size| {
        extended(CHIFT, &array("s", size, |_| "\"\\ud800\"".to_owned()))
    }),
    normalize("halves of surrogate pairs, normalized", |size| {
        extended(CHIFT, &array("s", size, |_| "\"\\ud800\"".to_owned()))
    }),
    normalize("one string of escapes, normalized", |size| {
        extended(CHIFT, &format!("\"s\":\"{}\"", "\\ud83d\\ude00".repeat(size / 12)))
    }),
    // ---- its endpoints
    validate("endpoints", |size| endpoints(size, "\"/v1/credentials/5e793889ea4c5165d46f9811\"")),
    validate("endpoints of another", |size| endpoints(size, "\"/v1/credentials/5e793889ea4c5165d46f9812\"")),
    validate("endpoints that are none", |size| endpoints(size, "\"//x\"")),
    validate("one endpoint that names many", |size| {
        endpoints(0, &format!("\"/v1{}\"", "/credentials/5e793889ea4c5165d46f9812".repeat(size / 37)))
    }),
    validate("one endpoint of slashes", |size| endpoints(0, &format!("\"/v1{}\"", "/".repeat(size)))),
    normalize("endpoints, normalized", |size| endpoints(size, "\"/v1/accounts?skip=0&limit=1&x=1&x=2\"")),
    normalize("one endpoint of parameters", |size| {
        let parameters = (0..size / 8).fold(String::new(), |mut text, index| {
            let _ = write!(text, "&{index:x}=%41");
            text
        });
        endpoints(0, &format!("\"/v1/accounts?{parameters}\""))
    }),
    // ---- its events
    validate("events", |size| batch(CREATED, size, |event| event.to_owned())),
    validate("events with faults", |size| {
        batch(CREATED, size, |event| event.replace("\"id_job\":\"", "\"id_job\":\"x"))
    }),
    validate("events that contradict themselves", |size| {
        batch(CREATED, size, |event| {
            event.replacen("648a053b59f043380d473be3", "648a053b59f043380d473be4", 1)
        })
    }),
    validate("events with long names that nobody knows", |size| {
        let name = format!("credentials.{}", "x".repeat(50));
        batch(CREATED, size, |event| event.replace("credentials.created", &name))
    }),
    validate("events of nothing", |size| {
        format!("{{\"rid\":\"\",\"events\":[{}]}}", "{\"header\":{}},".repeat(size / 14) + "0").into()
    }),
    validate("events of no kind", |size| {
        format!("{{\"rid\":\"\",\"events\":[{}0]}}", "0,".repeat(size / 2)).into()
    }),
    normalize("events, normalized", |size| batch(CREATED, size, |event| event.to_owned())),
    normalize("events that contradict themselves, normalized", |size| {
        batch(CREATED, size, |event| {
            event.replacen("648a053b59f043380d473be3", "648a053b59f043380d473be4", 1)
        })
    }),
    normalize("events with a key that is taken, normalized", |size| {
        batch(CREATED, size, |event| event.replacen('{', "{\"/\":0,", 1))
    }),
    normalize("events beside many keys, normalized", |size| {
        let batch = text(batch(REFRESHED, size / 2, |event| event.to_owned()));
        extended(&batch, &members(size / 2, |index| format!("\"key{index}\":0")))
    }),
    validate("webhooks", |size| listed(size, &compact(WEBHOOK))),
    validate("webhooks with names nearly known", |size| {
        let names = array("events", 1500, |index| format!("\"refres{}\"", letter(index)));
        listed(size, &format!("{{\"url\":\"https://x.example\",{names}}}"))
    }),
    validate("a webhook with many names", |size| {
        let names = array("events", size, |index| format!("\"refres{}\"", letter(index)));
        format!("{{\"url\":\"https://x.example\",{names}}}").into()
    }),
    // ---- where its problems are
    validate("problems far apart", |size| {
        let lines = "\n".repeat(size / 100);
        endpoints(size, &format!("\"x\"{lines}"))
    }),
    validate("problems after many values", |size| {
        extended(
            &text(extended(SEAM, &array("x", size, |_| "0".to_owned()))),
            &members(2000, |index| format!("\"y{index}\":0")),
        )
    }),
    validate("problems below a long key", |size| {
        let numbers = vec!["1e999"; 100].join(",");
        extended(SEAM, &format!("\"{}\":[{numbers}]", "k".repeat(size)))
    }),
    validate("numbers inside what is of the wrong type", |size| {
        extended(REFRESH, &array("id_job", size, |_| "1e999".to_owned()))
    }),
    // ---- what is not JSON in it
    validate("commas too many", |size| format!("[{}]", "1,,".repeat(size / 3)).into()),
    validate("commas too few", |size| format!("[{}]", "1 ".repeat(size / 2)).into()),
    validate("trailing commas", |size| format!("[{}0]", "[1,],".repeat(size / 5)).into()),
    validate("comments", |size| format!("[{}0]", "/* x */1,".repeat(size / 9)).into()),
    validate("one comment", |size| format!("[/*{}*/0]", "*".repeat(size)).into()),
    validate("comments that nothing closes", |size| format!("[{}0]", "/*".repeat(size / 2)).into()),
    validate("single quotes", |size| format!("[{}0]", "'x',".repeat(size / 4)).into()),
    validate("single quotes that nothing closes", |size| format!("['{}", "x".repeat(size)).into()),
    validate("typographic quotes", |size| format!("[{}0]", "“x”,".repeat(size / 8)).into()),
    validate("keys without quotes", |size| format!("{{{}\"a\":0}}", "a:0,".repeat(size / 4)).into()),
    validate("values that are no JSON", |size| format!("[{}0]", "NaN,".repeat(size / 4)).into()),
    validate("zeros before digits", |size| format!("[{}0]", "00001,".repeat(size / 6)).into()),
    validate("lines in strings", |size| format!("[\"{}\"]", "x\n".repeat(size / 2)).into()),
    validate("strings that are not closed", |size| format!("[{}0]", "\"x\n,".repeat(size / 4)).into()),
    validate("white space, then no JSON", |size| (" ".repeat(size) + "x").into()),
    validate("white space before each error", |size| {
        let gap = " ".repeat(size / 100);
        format!("[{}0]", format!("1{gap},{gap},").repeat(50)).into()
    }),
    validate("a body that is cut off", |size| {
        let mut body = text(batch(CREATED, size, |event| event.to_owned())).into_bytes();
        body.truncate(body.len() - 3);
        body
    }),
    validate("brackets of the other kind", |size| {
        format!("{}{}", "[".repeat(size / 2), "}".repeat(size / 2)).into()
    }),
    validate("bytes that are no UTF-8 at the end", |size| {
        [" ".repeat(size).as_bytes(), b"\"\xff\""].concat()
    }),
    // ---- what it may be as a whole
    validate("braces in a text", |size| format!("x {}", "{".repeat(size)).into()),
    validate("brackets in a text", |size| format!("x {}", "[".repeat(size)).into()),
    validate("objects that are not closed in a text", |size| {
        format!("x {}", "{\"a\":".repeat(size / 5)).into()
    }),
    validate("arrays of objects that are not closed", |size| {
        format!("x {}", "[{\"a\":".repeat(size / 6)).into()
    }),
    validate("arrays after long space", |size| {
        format!("x {}", format!("[{}", " ".repeat(1000)).repeat(size / 1000)).into()
    }),
    validate("bodies in a text", |size| format!("x {}", "{\"a\":0} ".repeat(size / 8)).into()),
    validate("bodies with faults in a text", |size| format!("x {}", "{\"a\":0,} ".repeat(size / 9)).into()),
    validate("bodies that end far away", |size| {
        format!("x {}{}", "{\"a\":{\"b\" ".repeat(size / 24), "}} ".repeat(size / 8)).into()
    }),
    validate("backslashes", |size| "\\".repeat(size).into()),
    validate("backslashes in a quoted body", |size| format!("x \"{{{}", "\\".repeat(size)).into()),
    validate("escaped quotes", |size| format!("{{{}", "\\\"a\\\":".repeat(size / 6)).into()),
    validate("quoted brackets", |size| "\"{".repeat(size / 2).into()),
    validate("quoted bodies that nothing closes", |size| "\"{\\\"a".repeat(size / 5).into()),
    validate("quotes", |size| "\"".repeat(size).into()),
    validate("single quotes alone", |size| "'".repeat(size).into()),
    validate("brackets and single quotes", |size| "['".repeat(size / 2).into()),
    validate("typographic quotes alone", |size| "‘{".repeat(size / 4).into()),
    validate("comments in brackets that nothing closes", |size| "x [/*".repeat(size / 5).into()),
    validate("comments in braces", |size| "{/*x*/".repeat(size / 6).into()),
    validate("calls", |size| format!("{{a:{}", "f(".repeat(size / 2)).into()),
    validate("names before brackets", |size| format!("{{a:{}", "f [".repeat(size / 3)).into()),
    validate("titles", |size| format!("{{a:{}", "new ".repeat(size / 4)).into()),
    validate("tuples", |size| "(".repeat(size).into()),
    validate("pairs", |size| format!("aDict([{}", "('a',1),".repeat(size / 8)).into()),
    validate("a long dictionary", |size| format!("{{{}}}", "'a': None, ".repeat(size / 11)).into()),
    validate("a long dictionary with a fault", |size| {
        format!("{{{}", "'a': None, ".repeat(size / 11) + "'b' 1}").into()
    }),
    validate("dictionaries with a fault in a text", |size| "x {'a': None 'b': 1} ".repeat(size / 20).into()),
    validate("strings that go on", |size| format!("{{a: {}}}", "'x' +\n".repeat(size / 6) + "'y'").into()),
    validate("what was left out", |size| format!("x {}", "{a: [Object], ".repeat(size / 14)).into()),
    validate("objects of Python", |size| "{'a': <b ".repeat(size / 9).into()),
    validate("numbers of bytes", |size| format!("<Buffer {}", "7b ".repeat(size / 3)).into()),
    validate("base64", |size| "eyJh".repeat(size / 4).into()),
    validate("base64 in base64", |size| {
        let mut text = "{".repeat(16).into_bytes();
        while text.len() < size {
            text = encoded(&text);
        }
        text
    }),
    validate("percent-encoded braces", |size| "%7B".repeat(size / 3).into()),
    validate("percent signs, encoded again and again", |size| format!("%{}7B", "25".repeat(size / 2)).into()),
    validate("a form", |size| format!("a={}", "%7B&a=".repeat(size / 6)).into()),
    validate("entities", |size| "&quot;{".repeat(size / 7).into()),
    validate("ampersands, escaped again and again", |size| {
        format!("&quot;&{}lt;", "amp;".repeat(size / 4)).into()
    }),
    validate("letters that were misread", |size| "Ã¢â‚¬Å“{".repeat(size / 16).into()),
    validate("UTF-16", |size| "{\0".repeat(size / 2).into()),
    validate("NUL bytes", |size| format!("{{}}{}", "\0".repeat(size)).into()),
    validate("no-break spaces", |size| format!("[{}", "\u{a0}".repeat(size / 2)).into()),
    validate("lines with a number", |size| "1 {\n".repeat(size / 4).into()),
    validate("lines of a log", |size| "a: [b] {\n".repeat(size / 9).into()),
    validate("lines of a diff", |size| format!("+{{\n{}", "+\n".repeat(size / 2)).into()),
    validate("lines of a head", |size| format!("POST / HTTP/1.1\n{}\n{{", "a: {\n".repeat(size / 5)).into()),
    validate("heads of heads", |size| "POST / HTTP/1.1\n\n".repeat(size / 17).into()),
    validate("data fields", |size| "data: {\n".repeat(size / 8).into()),
    validate("events of data", |size| "data: {\n\n".repeat(size / 9).into()),
    validate("chunks", |size| "1\n{\n".repeat(size / 4).into()),
    validate("lines of one width", |size| {
        format!("{{{}", "\"aaaaaaaaaaaaaaaaaaaaaaa\n".repeat(size / 25)).into()
    }),
    validate("a map without quotes", |size| format!("{{{}", "a=b, ".repeat(size / 5)).into()),
    validate("members without braces", |size| format!("\"a\": [{}", "{\"b\":".repeat(size / 5)).into()),
    validate("carets", |size| format!("curl ^\"{}", "^{".repeat(size / 2)).into()),
    validate("words without quotes", |size| format!("{{\"a\":{}}}", "x".repeat(size)).into()),
    validate("quotes inside a string", |size| format!("[\"a{}]", "\"b".repeat(size / 2)).into()),
    validate("backslashes inside a string", |size| format!("[\"\\d{}]", "\\d\"".repeat(size / 3)).into()),
];

/// Base64 of bytes, without padding.
pub fn encoded(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = Vec::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        text.extend(
            (0..=three.len()).filter_map(|place| LETTERS.get((bits >> (18 - 6 * place) & 63) as usize)),
        );
    }
    text
}

fn text(body: Vec<u8>) -> String {
    String::from_utf8(body).unwrap()
}

/// JSON without its white space; no string of the examples has any two spaces.
fn compact(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    value.to_string()
}

fn letter(index: usize) -> char {
    char::from(b'a' + (index % 26) as u8)
}

fn nested(open: &str, close: &str, size: usize) -> Vec<u8> {
    let levels = size / (open.len() + close.len());
    format!("{}0{}", open.repeat(levels), close.repeat(levels)).into()
}

/// Members with a comma between each two, of about so many bytes.
fn members(size: usize, member: impl Fn(usize) -> String) -> String {
    let mut text = member(0);
    let mut index = 1;
    while text.len() < size {
        text.push(',');
        text.push_str(&member(index));
        index += 1;
    }
    text
}

fn object(size: usize, member: impl Fn(usize) -> String) -> Vec<u8> {
    format!("{{{}}}", members(size, member)).into()
}

fn array(name: &str, size: usize, element: impl Fn(usize) -> String) -> String {
    format!("\"{name}\":[{}]", members(size, element))
}

/// An example with more members.
fn extended(example: &str, members: &str) -> Vec<u8> {
    let end = example.rfind('}').unwrap();
    format!("{},{members}}}", example.split_at(end).0).into()
}

fn replaced(example: &str, from: &str, to: &str) -> Vec<u8> {
    assert!(example.contains(from), "{from}");
    example.replacen(from, to, 1).into()
}

/// The refresh of the documents, with one endpoint again and again.
fn endpoints(size: usize, endpoint: &str) -> Vec<u8> {
    let list = members(size, |_| endpoint.to_owned());
    let mut body: serde_json::Value = serde_json::from_str(REFRESH).unwrap();
    let credential = body.pointer_mut("/endpoints/credential").unwrap();
    *credential = "HERE".into();
    body.to_string().replace("\"HERE\"", &format!("[{list}]")).into()
}

/// An envelope of many events, each the example's as it is changed.
fn batch(example: &str, size: usize, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut body: serde_json::Value = serde_json::from_str(example).unwrap();
    let event = change(&body.pointer("/events/0").unwrap().to_string());
    *body.pointer_mut("/events").unwrap() = "HERE".into();
    let events = members(size, |_| event.clone());
    body.to_string().replace("\"HERE\"", &format!("[{events}]")).into()
}

fn listed(size: usize, element: &str) -> Vec<u8> {
    format!("[{}]", members(size, |_| element.to_owned())).into()
}
