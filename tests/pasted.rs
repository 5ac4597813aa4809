//! What people paste in place of a body: the body in other notations, in other encodings, with text around it. Each
//! is one problem that names it, and one fix that gives back the body, value for value.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use hooklens::{Status, validate};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use util::bodies::{Body, changed, changes, config};
use util::invariants::{fixes, reader, report as keeps_its_promises};
use util::pastes::{JAVASCRIPT, NAMED, PYTHON, RUBY, Style, fixed, pastes, with_words};

const ISSUED: &str = include_str!("payloads/seam/acs_credential.issued.json");
const EXECUTED: &str = include_str!("payloads/chift/account.flow.executed.json");
const CREATED: &str = include_str!("payloads/paybook/credentials.created.json");
const REFRESH: &str = include_str!("payloads/paybook/refresh.json");
const LOCKED: &str = include_str!("payloads/seam/lock.locked.json");

fn bodies() -> Vec<Value> {
    [ISSUED, EXECUTED, CREATED, REFRESH, LOCKED]
        .iter()
        .map(|text| serde_json::from_str(text).unwrap())
        .collect()
}

#[test]
fn each_is_one_problem_with_one_fix() {
    let mut wrong = Vec::new();
    for (name, paste) in pastes() {
        for body in bodies() {
            let text = paste(&body);
            let report = validate(text.as_bytes());
            let shown: String = text.chars().take(150).collect();
            let told: Vec<&str> =
                report.problems.iter().filter_map(|problem| problem.found.as_deref()).collect();
            if report.status != Status::Malformed || told != [name] {
                wrong.push(format!("{name}: {:?} {told:?}\n    {shown}", report.status));
                break;
            }
            let Some(after) = fixed(&text, &report) else {
                wrong.push(format!("{name}: no fix\n    {shown}"));
                break;
            };
            let expected = [body.clone(), with_words(&body)];
            let mut value: Option<Value> = serde_json::from_str(after.trim_start_matches('\u{feff}')).ok();
            if let Some(value) = value.as_mut().and_then(Value::as_object_mut) {
                value.remove("_id");
            }
            if !value.as_ref().is_some_and(|value| expected.contains(value)) {
                wrong.push(format!(
                    "{name}: other\n    {shown}\n    {}",
                    after.chars().take(150).collect::<String>()
                ));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), pastes().len(), wrong.join("\n"));
}

/// A log line that is too long loses its end, whatever is in it.
#[test]
fn what_is_cut_off_is_closed() {
    let written = [
        PYTHON.write(&bodies()[0]),
        RUBY.write(&bodies()[1]),
        JAVASCRIPT.write(&bodies()[2]),
        Style { quote: '"', symbols: true, ..RUBY }.write(&bodies()[3]),
        "{'a': 'b', 'c': {'d': ['\\U0001f600\\x41', (1, 'x')]}, 'e': datetime('x'), 'f': OrderedDict([('g', 'h')])".into(),
    ];
    let mut fixes = 0;
    for text in &written {
        // Of less, there are not enough marks to know whose it is.
        for length in text.len().min(150)..text.len() {
            let Some(cut) = text.get(..length) else { continue };
            let report = validate(cut.as_bytes());
            assert_eq!(report.problems.len(), 1, "{cut}: {:?}", report.problems);
            if let Some(after) = fixed(cut, &report) {
                serde_json::from_str::<Value>(&after)
                    .unwrap_or_else(|error| panic!("{cut}: {error}: {after}"));
                fixes += 1;
            }
        }
    }
    assert!(fixes > 2000, "{fixes} were closed");
}

#[test]
fn what_has_no_json_is_named() {
    for (text, name, advice) in NAMED {
        let report = validate(text.as_bytes());
        let [problem] = report.problems.as_slice() else { panic!("{text}: {:?}", report.problems) };
        assert_eq!(problem.found.as_deref(), Some(*name), "{text}");
        assert!(
            problem.hint.as_ref().is_some_and(|hint| hint.contains(advice)),
            "{text}: {:?}",
            problem.hint
        );
        assert_eq!(problem.fix, None, "{text}");
    }
}

/// Bytes that are no UTF-8, of which nobody has the text.
#[test]
fn other_encodings_are_named() {
    let of = |body: &[u8]| {
        let report = validate(body);
        let [problem] = report.problems.as_slice() else { panic!("{body:?}: {:?}", report.problems) };
        (problem.code.spelling(), problem.found.clone().unwrap(), problem.fix.clone().map(|fix| fix.text))
    };
    let wide =
        |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let body = "{\"name\": \"Zoë 🎉\"}";
    for marked in ["\u{feff}", ""] {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let (code, found, text) = of(&wide(&format!("{marked}{body}"), order));
            assert_eq!((found.as_str(), text.as_deref()), ("UTF-16", Some(body)), "{code}");
        }
    }
    for (bytes, text) in [
        (b"{\"name\": \"caf\xe9\"}".as_slice(), "{\"name\": \"café\"}"),
        (b"{\"name\": \"\x93hi\x94 \x96 5 \x80\"}", "{\"name\": \"“hi” – 5 €\"}"),
        (b"{\"name\": \"Stra\xdfe\", \"x\": \"\xfcber\"}", "{\"name\": \"Straße\", \"x\": \"über\"}"),
        (b"{'name': 'caf\xe9', 'x': None}", "{\"name\": \"café\", \"x\": null}"),
    ] {
        let (code, found, fix) = of(bytes);
        assert!(code == "invalid-utf8" && found.starts_with("Windows-1252"), "{code}: {found}");
        assert_eq!(fix.as_deref(), Some(text));
    }
    for (bytes, name) in [
        (b"\x1f\x8b\x08\0\0\0".as_slice(), "gzip"),
        (b"\x78\x9c\xab\x56\x4a", "zlib's deflate"),
        (b"\x28\xb5\x2f\xfd\x20", "Zstandard"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
    ] {
        assert_eq!(of(bytes).1, name);
    }
}

/// JSON with a fault or two, which has its own problem at its own place: what mends it.
const FAULTS: &[(&str, &[&str])] = &[
    ("{\"a\": 1, \"b\": [1, 2,],}", &["", ""]),
    ("{\"a\": 1, // one\n \"b\": 2 /* two */}", &["", ""]),
    ("{a: 1, \"b\": \"x\"}", &["\"a\""]),
    ("{\"a\": 'x', \"b\": \"y\"}", &["\"x\""]),
    ("{\"a\": True, \"b\": \"y\"}", &["true"]),
    ("{\"a\": 1 \"b\": 2}", &[","]),
    ("{\"a\" 1, \"b\" {}}", &[":", ":"]),
    ("{\"a\" \"b\", \"c\" true}", &[":", ":"]),
    ("{\"a\": 007}", &[""]),
    ("{\"a\": 0x1F, \"b\": 1_000, \"c\": 12n}", &["31", "1000", "12"]),
    ("{\"a\": 5., \"b\": +5, \"c\": .5}", &["5.0", "", "0"]),
    ("{\"a\": 5e793889ea4c5165d46f9811, \"b\": abc}", &["\"5e793889ea4c5165d46f9811\"", "\"abc\""]),
    (
        "[01f0a52-0c6e, 2026-05-04, 2026-05-04T08:15:31Z]",
        &["\"01f0a52-0c6e\"", "\"2026-05-04\"", "\"2026-05-04T08:15:31Z\""],
    ),
    ("{\"a\": foo@example.com, \"b\": hello world}", &["\"foo@example.com\"", "\"hello world\""]),
    ("{\"a\": https://example.com/x?y, \"b\": 1}", &["\"https://example.com/x?y\""]),
    ("{\"a\": \"he said \"hi\" to me\", \"b\": 1}", &["\\\"hi\\\" to me"]),
    ("[\"a \"b\" c\", \"<a href=\"x\">y</a>\"]", &["\\\"b\\\" c", "\\\"x\\\">y</a>"]),
    ("{\"a\": \"C:\\Users\\new\", \"b\": 1}", &["C:\\\\Users\\\\new"]),
    (
        "{\"a\": \"C:\\temp\\Users\\x.json\", \"b\": \"\\\\srv\\share\"}",
        &["C:\\\\temp\\\\Users\\\\x.json", "\\\\srv\\\\share"],
    ),
    ("{\"a\": \"C:\\dir\\\", \"b\": 1}", &["C:\\\\dir\\\\"]),
    ("{\"a\": \"\\d+\\.\\w\", \"b\": \"it\\'s\"}", &["\\\\d+\\\\.\\\\w", "it's"]),
    ("{\"a\": \"\\x41\\xe9\"}", &["\\u0041\\u00e9"]),
    ("{\"a\": \"xyz\n", &["\"}"]),
    ("{\"a\": \"xyz", &["\"}"]),
    ("{\"a\"：1，\"b\": 2}", &[":", ","]),
    ("{\"a\":\u{a0}1,, \"b\": 2}", &[" ", ""]),
    ("{\"a\": 1}}", &[""]),
    ("{\"a\": 1};", &[""]),
    ("{\"a\": 1} // one", &[""]),
    ("# a body\n{\"a\": 1}", &[""]),
];

#[test]
fn a_fault_stays_where_it_is() {
    for (text, expected) in FAULTS {
        let report = validate(text.as_bytes());
        let texts: Vec<Option<&str>> =
            report.problems.iter().map(|problem| problem.fix.as_ref().map(|fix| fix.text.as_str())).collect();
        assert_eq!(
            texts,
            expected.iter().copied().map(Some).collect::<Vec<_>>(),
            "{text}: {:?}",
            report.problems
        );
        let units: Vec<u16> = text.encode_utf16().collect();
        let mended = report.problems.iter().rev().fold(units, |units, problem| {
            let fix = problem.fix.as_ref().unwrap();
            let new: Vec<u16> = fix.text.encode_utf16().collect();
            [&units[..fix.start as usize], new.as_slice(), &units[fix.end as usize..]].concat()
        });
        let mended = String::from_utf16(&mended).unwrap();
        assert!(serde_json::from_str::<Value>(&mended).is_ok(), "{text}: {mended}");
    }
}

/// Whatever a text is, what is found in it is JSON, and is as it stands there.
#[test]
fn of_any_text_a_fix_gives_json() {
    let mut looked_at = 0;
    for folder in
        ["src", "src/json", "src/json/mend", "pkg", "pkg/docs", "tests", "tests/util", "www", ".github", "."]
    {
        let folder = util::tests().join("..").join(folder);
        for name in util::names_in(&folder) {
            let Ok(text) = std::fs::read_to_string(folder.join(&name)) else { continue };
            if text.len() > 200_000 {
                continue;
            }
            looked_at += 1;
            let report = validate(text.as_bytes());
            let is_whole =
                report.problems.first().is_some_and(|problem| problem.expected.as_deref() == Some("JSON"));
            if let Some(after) = fixed(&text, &report).filter(|_| is_whole && report.problems.len() == 1) {
                assert!(serde_json::from_str::<Value>(&after).is_ok(), "{name}: {:?}", report.problems);
            }
        }
    }
    assert!(looked_at > 100, "{looked_at} texts");
}

/// What is damaged may be told otherwise, and keeps every promise of a report and of its fixes.
fn damaged() -> impl Strategy<Value = Body> {
    (any::<Index>(), any::<Index>(), changes()).prop_map(|(paste, body, changes)| {
        let (pastes, bodies) = (pastes(), bodies());
        let (_, paste) = paste.get(&pastes);
        Body(changed(paste(body.get(&bodies)).into_bytes(), changes))
    })
}

/// One in another, as far as three deep.
fn nested() -> impl Strategy<Value = Body> {
    (any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>()).prop_map(
        |(first, second, third, body)| {
            let (pastes, bodies) = (pastes(), bodies());
            let around = |paste: &Index, text: String| paste.get(&pastes).1(&Value::from(text));
            let text = first.get(&pastes).1(body.get(&bodies));
            Body(around(&third, around(&second, text)).into_bytes())
        },
    )
}

fn holds(body: &Body) -> Result<(), TestCaseError> {
    for property in [reader, keeps_its_promises, fixes] {
        property(&body.0).map_err(TestCaseError::fail)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(5000))]

    #[test]
    fn what_is_damaged_keeps_its_promises(body in damaged()) {
        holds(&body)?;
    }

    #[test]
    fn what_is_nested_keeps_its_promises(body in nested()) {
        holds(&body)?;
    }
}
