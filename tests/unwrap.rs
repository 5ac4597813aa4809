//! Events inside of other bodies: every event in every kind of wrapping is found where it is, and nothing is found
//! in what has none.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use std::fmt::Write as _;

use hooklens::catalog::BUILT_IN;
use hooklens::shape::{Field, Shape};
use hooklens::{Checker, Code, Encoding, Hint, Limits, Status, Wrapped, redact, unwrap, validate};
use serde_json::Value;
use util::{ids, payloads, summary, with_bakery, with_bakery_by};

/// A text with an event in it, and the way from the text to the event.
#[derive(Clone, Debug)]
struct Wrapping {
    text: String,
    is_json: bool,
    path: Vec<(String, Encoding)>,
}

impl Wrapping {
    fn of(event: &str) -> Self {
        Wrapping { text: event.to_owned(), is_json: true, path: Vec::new() }
    }

    /// As a value at a pointer of a document.
    fn below(self, pointer: &str, document: impl FnOnce(&str) -> String) -> Self {
        let text = document(&self.text);
        let mut path = self.path;
        match path.first_mut() {
            Some((first, _)) => *first = format!("{pointer}{first}"),
            None => path.push((pointer.to_owned(), Encoding::Json)),
        }
        Wrapping { text, is_json: true, path }
    }

    /// As a string at a pointer of a document; a text that is no JSON is a string's text as it is.
    fn in_string(self, pointer: &str, document: impl FnOnce(&str) -> String) -> Self {
        let quoted = Value::from(self.text.as_str()).to_string();
        let inner = if self.is_json { self.encoded(Encoding::Text, str::to_owned) } else { self };
        Wrapping { text: quoted, is_json: true, ..inner }.below(pointer, document)
    }

    /// In another encoding.
    fn encoded(self, encoding: Encoding, encode: impl FnOnce(&str) -> String) -> Self {
        let text = encode(&self.text);
        let path = [(String::new(), encoding)].into_iter().chain(self.path).collect();
        Wrapping { text, is_json: false, path }
    }

    /// As the field of a form.
    fn in_form(self) -> Self {
        let field = if self.is_json { self.encoded(Encoding::Text, str::to_owned) } else { self };
        let text = format!("token=a1&payload={}&x=", percent(&field.text));
        let mut path = field.path;
        path[0].0 = "/payload".to_owned();
        path.insert(0, (String::new(), Encoding::Form));
        Wrapping { text, is_json: false, path }
    }
}

fn base64(text: &str, alphabet: &[u8; 2], padded: bool) -> String {
    let letter = |value: u32| match value & 63 {
        value @ 0..26 => b'A' + value as u8,
        value @ 26..52 => b'a' + (value - 26) as u8,
        value @ 52..62 => b'0' + (value - 52) as u8,
        value => alphabet[value as usize - 62],
    };
    let mut encoded = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits = chunk.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for index in 0..4 {
            match index <= chunk.len() {
                true => encoded.push(char::from(letter(bits >> (18 - 6 * index)))),
                false if padded => encoded.push('='),
                false => {}
            }
        }
    }
    encoded
}

fn percent(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            true => encoded.push(char::from(byte)),
            false => write!(encoded, "%{byte:02X}").unwrap(),
        }
    }
    encoded
}

/// A kind of wrapping; none where it makes no difference to the text.
type Kind = (&'static str, fn(Wrapping) -> Option<Wrapping>);

const KINDS: &[Kind] = &[
    ("below the root", |of| {
        of.is_json
            .then(|| of.below("/detail/da~1ta", |text| format!(r#"{{"id":7,"detail":{{"da/ta":{text}}}}}"#)))
    }),
    ("in an array", |of| of.is_json.then(|| of.below("/1", |text| format!(r#"[{{"id":7}}, {text} ]"#)))),
    ("in a string", |of| {
        Some(of.in_string("/Records/0/body", |text| format!(r#"{{"Records":[{{"x":"","body":{text}}}]}}"#)))
    }),
    ("as a string", |of| Some(of.in_string("", str::to_owned))),
    ("in base64", |of| Some(of.encoded(Encoding::Base64, |text| base64(text, b"+/", true)))),
    ("in base64 of URLs", |of| Some(of.encoded(Encoding::Base64, |text| base64(text, b"-_", false)))),
    ("percent-encoded", |of| {
        let plain = of.text.clone();
        let encoded = of.encoded(Encoding::Percent, percent);
        (encoded.text != plain).then_some(encoded)
    }),
    ("in a form", |of| Some(of.in_form())),
    ("in a log line", |of| {
        let is_document = of.is_json && !of.text.starts_with('"');
        is_document.then(|| {
            of.encoded(Encoding::Text, |text| {
                format!("2026-05-04T08:15:31Z INFO [web] received {text} from x")
            })
        })
    }),
];

/// Numbers that look like chance, the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    /// An event in up to three wrappings, and their names.
    fn wrapped(&mut self, event: &str) -> (Wrapping, Vec<&'static str>) {
        let mut names = Vec::new();
        let mut wrapping = Wrapping::of(event);
        for _ in 0..=self.roll(3) {
            let (name, wrap) = KINDS[self.roll(KINDS.len())];
            if let Some(wrapped) = wrap(wrapping.clone()) {
                names.push(name);
                wrapping = wrapped;
            }
        }
        (wrapping, names)
    }
}

/// Every example that has enough of an event in it to be told from a chance likeness.
fn events() -> Vec<(String, String)> {
    let is_event = |id: &str| {
        let of =
            |(provider, _, event): &hooklens::catalog::Row<'_>| format!("{}/{}", provider.name, event.name);
        BUILT_IN.event_types().any(|row| of(&row) == id && row.2.event)
    };
    let told = payloads().into_iter().filter(|payload| {
        // The name alone, or the fields of several event types.
        is_event(&payload.id) && !["bare", "test-call"].contains(&payload.variant.as_str())
    });
    told.map(|payload| (payload.id, String::from_utf8(payload.body).unwrap().trim().to_owned())).collect()
}

fn path(wrapped: &Wrapped<'_>) -> Vec<(String, Encoding)> {
    wrapped.path.iter().map(|step| (step.pointer.clone(), step.encoding)).collect()
}

#[track_caller]
fn is_found(wrapping: &Wrapping, id: &str, event: &str, how: &str) {
    let found = unwrap(wrapping.text.as_bytes());
    let [one] = &*found else { panic!("{how}: {id}: {} found in {}", found.len(), wrapping.text) };
    assert_eq!(path(one), wrapping.path, "{how}: {id}: {}", wrapping.text);
    assert_eq!(one.pointer, wrapping.path[0].0, "{how}");
    assert_eq!(one.text, event, "{how}");
    assert_eq!(ids(&one.report)[0], id, "{how}");
    let report = validate(wrapping.text.as_bytes());
    if !wrapping.is_json {
        return assert_eq!(report.status, Status::Malformed, "{how}");
    }
    let [problem] = &*report.problems else { panic!("{how}: {:?}", summary(&report)) };
    assert_eq!((report.status, problem.code), (Status::Invalid, Code::WrappedEvent), "{how}");
    assert_eq!((&problem.pointer, problem.span), (&one.pointer, one.span), "{how}");
    let units: Vec<u16> = wrapping.text.encode_utf16().collect();
    let span = String::from_utf16(&units[one.span.start as usize..one.span.end as usize]).unwrap();
    let document: Value = serde_json::from_str(&wrapping.text).unwrap();
    assert_eq!(Some(&serde_json::from_str(&span).unwrap()), document.pointer(&one.pointer), "{how}");
    assert_eq!(problem.fix.as_ref().unwrap().text, event, "{how}");
}

#[test]
fn every_event_is_found_in_every_kind_of_wrapping() {
    for (id, event) in events() {
        assert!(unwrap(event.as_bytes()).is_empty(), "{id} is one itself");
        for (name, wrap) in KINDS {
            if let Some(wrapping) = wrap(Wrapping::of(&event)) {
                is_found(&wrapping, &id, &event, name);
            }
        }
    }
}

#[test]
fn an_event_is_found_three_wrappings_deep() {
    let (events, mut dice) = (events(), Dice(0x9e37_79b9_7f4a_7c15));
    let mut looked = 0;
    while looked < 20_000 {
        let (id, event) = &events[dice.roll(events.len())];
        let (wrapping, names) = dice.wrapped(event);
        if !names.is_empty() {
            is_found(&wrapping, id, event, &names.join(" "));
            looked += 1;
        }
    }
}

/// However it is encoded, and it stays where it is.
#[test]
fn a_wrapped_event_is_redacted_as_it_is_by_itself() {
    let (events, mut dice) = (events(), Dice(0x2545_f491_4f6c_dd1d));
    let mut wrong = Vec::new();
    for _ in 0..2000 {
        let (_, event) = &events[dice.roll(events.len())];
        let (wrapping, names) = dice.wrapped(event);
        let text = redact(wrapping.text.as_bytes(), b"a key");
        let found = unwrap(&text);
        let expected = redact(event.as_bytes(), b"a key");
        // A key that is no name is data.
        let ways =
            |path: &[(String, Encoding)]| path.iter().map(|(_, encoding)| *encoding).collect::<Vec<_>>();
        let is_as_alone =
            |one: &Wrapped<'_>| ways(&path(one)) == ways(&wrapping.path) && one.text.as_bytes() == expected;
        if !names.is_empty() && !matches!(&*found, [one] if is_as_alone(one)) {
            wrong.push(format!("{}: {}", names.join(" "), String::from_utf8_lossy(&text)));
        }
    }
    assert!(wrong.is_empty(), "{}, as {:#?}", wrong.len(), wrong.get(..4));
}

/// What a test of bounds is done with: an event of the least that there is.
const CONNECTION: &str =
    r#"{"event":"account.connection.created","connectionid":"b8efd63c-2ec8-422c-a3d6-f4bc398c671f"}"#;

fn times(count: usize, wrap: impl Fn(Wrapping) -> Wrapping) -> usize {
    let wrapping = (0..count).fold(Wrapping::of(CONNECTION), |of, _| wrap(of));
    unwrap(wrapping.text.as_bytes()).len()
}

#[test]
fn documents_are_in_each_other_to_a_bound() {
    let as_string = |of: Wrapping| of.in_string("", str::to_owned);
    assert_eq!([8, 9].map(|count| times(count, as_string)), [1, 0]);
}

#[test]
fn texts_are_in_each_other_to_a_bound() {
    let encoded = |of: Wrapping| of.encoded(Encoding::Base64, |text| base64(text, b"+/", true));
    assert_eq!([16, 17].map(|count| times(count, encoded)), [1, 0]);
}

#[test]
fn so_many_events_are_found() {
    let list = |count: usize| format!("[{}]", vec![CONNECTION; count].join(","));
    assert_eq!(
        [9_999, 10_000, 10_001].map(|count| unwrap(list(count).as_bytes()).len()),
        [9_999, 10_000, 10_000]
    );
    let [problem] = &*validate(list(10_001).as_bytes()).problems else { panic!("one problem") };
    assert!(problem.message.contains("something around 10000 events"), "{}", problem.message);
}

#[test]
fn the_first_field_of_a_form_has_a_name_of_a_bounded_length() {
    let form = |letters: usize| {
        let body = format!("{}={}", "n".repeat(letters), percent(CONNECTION));
        unwrap(Value::from(vec![body]).to_string().as_bytes()).len()
    };
    assert_eq!([256, 257].map(form), [1, 0]);
}

#[test]
fn a_short_string_is_no_document() {
    let fields = [Field::required("a", Shape::Any), Field::required("b", Shape::Any)];
    for (letters, found) in [(5, 0), (6, 0), (7, 1)] {
        let name = "r".repeat(letters);
        let event = format!(r#"{{"kind":"{name}","a":1,"b":1}}"#);
        let body = Value::from(vec![event]).to_string();
        assert_eq!(body.len() - 2, 33 + letters);
        with_bakery(&[name], &fields, &[], |catalog| {
            let wrapped = Checker::new(catalog).unwrap(body.as_bytes(), Hint::NONE, Limits::default());
            assert_eq!(wrapped.len(), found, "{body}");
        });
    }
    for (letters, found) in [(6, 0), (7, 0), (8, 1)] {
        let name = "r".repeat(letters);
        let event = format!(r#"{{"kind":"{name}","a":1,"b":1}}"#);
        let body = Value::from(vec![base64(&event, b"+/", true)]).to_string();
        assert_eq!(body.len() - 2, if letters < 8 { 42 } else { 46 });
        with_bakery(&[name], &fields, &[], |catalog| {
            let wrapped = Checker::new(catalog).unwrap(body.as_bytes(), Hint::NONE, Limits::default());
            assert_eq!(wrapped.len(), found, "{body}");
        });
    }
}

#[test]
fn a_key_with_every_letter_escaped_tells_an_event() {
    let escaped = |key: &str| key.bytes().map(|letter| format!("\\u{letter:04x}")).collect::<String>();
    for (id, key) in [("chift/account.connection.created", "event"), ("seam/lock.locked", "event_type")] {
        let (_, event) = events().into_iter().find(|(of, _)| of == id).unwrap();
        let body = format!("[{}]", event.replacen(key, &escaped(key), 1));
        assert!(body.contains(r#""\u0065\u0076\u0065\u006e\u0074"#), "{body}");
        let found = unwrap(body.as_bytes());
        assert_eq!(found.len(), 1, "{body}");
        assert_eq!(ids(&found[0].report), [id]);
    }
    let fields = [Field::required("a", Shape::Any), Field::required("b", Shape::Any)];
    for (letters, found) in [(64, 1), (65, 0)] {
        let key = "k".repeat(letters);
        let body = format!(r#"[{{"{}":"roll","a":1,"b":1}}]"#, escaped(&key));
        with_bakery_by(&key, &["roll".to_owned()], &fields, &[], |catalog| {
            let wrapped = Checker::new(catalog).unwrap(body.as_bytes(), Hint::NONE, Limits::default());
            assert_eq!(wrapped.len(), found, "{body}");
        });
    }
}

/// What is nearly an event is read for it: what is in many of them is read that often.
#[test]
fn a_hostile_body_is_looked_at_to_a_bound() {
    let around = r#"{"event":"account.connection.created","accountid":"#;
    let found = |levels: usize| {
        let padded = format!("[{CONNECTION},\"{}\"]", "x".repeat(1 << 16));
        unwrap(format!("[{}{padded}{}]", around.repeat(levels), "}".repeat(levels)).as_bytes()).len()
    };
    assert_eq!([10, 100].map(found), [1, 0]);
}

#[test]
fn lines_of_documents_are_one_each() {
    let events = events();
    let lines: Vec<&str> = events.iter().map(|(_, event)| event.as_str()).collect();
    let found = unwrap(lines.join("\n").as_bytes());
    let texts: Vec<&str> = found.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(texts, lines);
    let broken = format!("{CONNECTION}\n\n{{}} nothing\n{CONNECTION}\r\n");
    assert_eq!(unwrap(broken.as_bytes()).len(), 2);
}

/// What an event has in it is a part of it.
#[test]
fn the_outermost_event_is_found() {
    let context = Value::from(CONNECTION);
    let issue = include_str!("payloads/chift/account.issue.created.json");
    let mut issue: Value = serde_json::from_str(issue).unwrap();
    issue["context"] = context;
    let mut first = serde_json::Map::new();
    first.insert("context".into(), issue["context"].clone());
    first.extend(issue.as_object().unwrap().clone());
    let body = Value::from(vec![Value::Object(first.clone())]).to_string();
    let found = unwrap(body.as_bytes());
    assert_eq!(found.len(), 1, "{body}");
    assert_eq!(ids(&found[0].report), ["chift/account.issue.created"]);
    assert!(unwrap(Value::Object(first).to_string().as_bytes()).is_empty());
}

#[test]
fn a_hint_narrows_what_is_inside() {
    let body = format!("[{CONNECTION}]");
    let mut checker = Checker::new(&BUILT_IN);
    let mut found = |hint| checker.unwrap(body.as_bytes(), Hint::of(hint), Limits::default()).len();
    let hints =
        ["chift/account.connection.created", "account.connection", "seam", "chift/account.flow.executed"];
    assert_eq!(hints.map(&mut found), [1, 1, 0, 0]);
    // An id decides what the whole body is.
    let decided =
        checker.validate_as(body.as_bytes(), Hint::of("chift/account.connection.created"), Limits::default());
    assert_eq!(summary(&decided), ["error wrong-type"]);
}
