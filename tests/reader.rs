//! The reader against `serde_json`: over bytes it accepts and refuses the same, and what it reads is
//! the same. Lone surrogates, depth and a byte order mark aside, where the two differ on purpose.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use hooklens::json::pointer::{self, pointer};
use hooklens::json::position::Positions;
use hooklens::json::string::unescape;
use hooklens::json::{Document, Kind, Limits, Malformed, NodeId, Reader, syntax};
use proptest::collection::vec;
use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::Value;
use util::payloads;

const DEEP: Limits = Limits { max_bytes: u32::MAX, max_depth: u32::MAX };

/// Whether `serde_json` takes these bytes for JSON. `IgnoredAny` builds nothing, so that half a
/// surrogate pair, a number beyond every double and any depth are no errors to it either.
fn oracle(body: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(body) else { return false };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = <IgnoredAny as serde::Deserialize>::deserialize(&mut deserializer);
    read.is_ok() && deserializer.end().is_ok()
}

/// Reads a body, and checks everything about the outcome that `serde_json` can tell.
fn check(body: &[u8]) -> Result<(), TestCaseError> {
    let marked = body.starts_with(b"\xef\xbb\xbf");
    let expected = oracle(if marked { &body[3..] } else { body });
    let mut reader = Reader::default();
    let outcome = reader.read(body, DEEP);
    prop_assert_eq!(outcome.is_ok(), expected, "{:?}", String::from_utf8_lossy(body));
    match outcome {
        Ok(document) => check_document(&document)?,
        Err(malformed) => check_malformed(body, malformed)?,
    }
    let report = hooklens::validate(body);
    prop_assert!(expected || report.status == hooklens::Status::Malformed);
    Ok(())
}

/// Every node's bytes are JSON of its kind; its pointer leads to the same value in `serde_json`'s.
fn check_document(document: &Document<'_>) -> Result<(), TestCaseError> {
    let body = document.body();
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    // Refused where a string has half a surrogate pair, or a number is beyond every double.
    let Ok(whole) = serde_json::from_slice::<Value>(text) else { return Ok(()) };
    let keys = keys(document);
    for id in 0..document.nodes().len() as NodeId {
        let node = document.node(id);
        let value: Value = serde_json::from_slice(document.raw(id)).unwrap();
        let kind = match &value {
            Value::Null => Kind::Null,
            Value::Bool(true) => Kind::True,
            Value::Bool(false) => Kind::False,
            Value::Number(_) => Kind::Number,
            Value::String(text) => {
                let read = unescape(document.inner(node));
                prop_assert_eq!(read.as_ref(), text.as_bytes());
                Kind::String
            }
            Value::Array(_) => Kind::Array,
            Value::Object(_) => Kind::Object,
        };
        prop_assert_eq!(node.kind, kind);
        let at = pointer(document, id);
        if keys.contains(&id) {
            prop_assert!(at.ends_with(&last_token(value.as_str().unwrap())));
        } else if last_of_its_name(document, id) {
            prop_assert_eq!(Some(&value), whole.pointer(&at), "at {}", at);
        }
    }
    Ok(())
}

fn last_token(key: &str) -> String {
    let mut token = String::new();
    pointer::push(&mut token, key);
    token
}

fn keys(document: &Document<'_>) -> Vec<NodeId> {
    let all = 0..document.nodes().len() as NodeId;
    all.flat_map(|id| document.members(id).map(|(key, _)| key).collect::<Vec<_>>()).collect()
}

/// Whether nothing above a node is repeated later: of a repeated key `serde_json` keeps the last.
fn last_of_its_name(document: &Document<'_>, id: NodeId) -> bool {
    let mut at = 0;
    while at != id {
        let within = |child: &NodeId| *child <= id && id < next(document, *child);
        at = match document.node(at).kind {
            Kind::Array => document.elements(at).find(within).unwrap(),
            _ => {
                let (key, value) = document.members(at).find(|(_, value)| within(value)).unwrap();
                let name = unescape(document.inner(document.node(key)));
                let text = std::str::from_utf8(&name).unwrap();
                if document.get(at, text) != Some(value) {
                    return false;
                }
                value
            }
        };
    }
    true
}

/// The node after a node's last descendant.
fn next(document: &Document<'_>, id: NodeId) -> NodeId {
    let end = document.node(id).end;
    let nodes = document.nodes();
    (id + 1..nodes.len() as NodeId)
        .find(|&later| nodes[later as usize].start >= end)
        .unwrap_or(nodes.len() as NodeId)
}

fn check_malformed(body: &[u8], malformed: Malformed) -> Result<(), TestCaseError> {
    let is_text = std::str::from_utf8(body);
    match malformed {
        Malformed::Utf8 { at } => {
            let error = is_text.expect_err("text that is UTF-8 is not called otherwise");
            prop_assert_eq!(at as usize, error.valid_up_to());
        }
        Malformed::Syntax { at, start, .. } => {
            prop_assert!(start <= at && at as usize <= body.len());
            // What is before it is the beginning of some JSON: up to there the bytes are text at least.
            if let Err(error) = is_text {
                prop_assert!(at as usize <= error.valid_up_to());
            }
        }
        other => prop_assert!(false, "{:?} within the limits", other),
    }
    let problems = syntax::problems(body, DEEP, false, 100);
    prop_assert!(!problems.is_empty());
    let text = String::from_utf8_lossy(body);
    let (lines, units) = (lines(&text), text.encode_utf16().count());
    let mut positions = Positions::new(body);
    for problem in &problems {
        prop_assert!(problem.start <= problem.end && problem.end as usize <= body.len());
        let position = positions.of(problem.start);
        prop_assert!(position.offset as usize <= units || is_text.is_err());
        prop_assert!(position.line >= 1 && position.line as usize <= lines.len());
        if is_text.is_ok() {
            let line = lines[position.line as usize - 1];
            prop_assert!(position.column >= 1 && position.column as usize <= line + 1, "{:?}", position);
        }
        if let Some(fix) = &problem.fix {
            prop_assert!(fix.start <= fix.end && fix.end as usize <= body.len());
        }
    }
    let mut fixes: Vec<_> = problems.iter().filter_map(|problem| problem.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.start, fix.end));
    prop_assert!(fixes.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", fixes);
    if is_text.is_ok() && fixes.len() == problems.len() && problems.len() < 100 {
        let mut mended = body.to_vec();
        for fix in fixes.iter().rev() {
            mended.splice(fix.start as usize..fix.end as usize, fix.text.bytes());
        }
        prop_assert!(std::str::from_utf8(&mended).is_ok(), "fixes cut characters: {:?}", fixes);
    }
    Ok(())
}

/// The length of every line in UTF-16, its end included; LF, CR LF and a lone CR end one.
fn lines(text: &str) -> Vec<usize> {
    let mut lengths = vec![0];
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        *lengths.last_mut().unwrap() += character.len_utf16();
        if character == '\n' || character == '\r' && characters.peek() != Some(&'\n') {
            lengths.push(0);
        }
    }
    lengths
}

#[test]
fn every_fixture_is_read_alike() {
    for payload in payloads() {
        check(&payload.body).unwrap();
    }
    let folder = util::tests().join("problems");
    for name in util::names_in(&folder).iter().filter(|name| !name.ends_with(".expected.json")) {
        let body = std::fs::read(folder.join(name)).unwrap();
        if let Err(error) = check(&body) {
            panic!("{name}: {error}");
        }
    }
}

#[test]
fn every_byte_at_every_place_is_read_alike() {
    let contexts: [(&[u8], &[u8]); 14] = [
        (b"", b""),
        (b" ", b" "),
        (b"\"", b"\""),
        (b"\"0123456789abcdef", b"0123456789abcdef\""),
        (b"\"\\", b"\""),
        (b"\"\\u12", b"4\""),
        (b"[", b"]"),
        (b"[1", b"2]"),
        (b"[1.", b"2]"),
        (b"[1e", b"2]"),
        (b"{\"a\"", b"1}"),
        (b"{", b"}"),
        (b"{\"a\":1", b"\"b\":2}"),
        (b"null", b""),
    ];
    for (before, after) in contexts {
        for byte in 0..=255 {
            check(&[before, &[byte], after].concat()).unwrap();
            for next in [0, b' ', b'"', b'\\', b'0', b'}', 0x80, 0xbf, 0xff] {
                check(&[before, &[byte, next], after].concat()).unwrap();
            }
        }
    }
}

/// Whatever the length before it, a string ends in the same place: sixteen bytes are read in one step.
#[test]
fn strings_of_every_length_are_read_alike() {
    for length in 0..70 {
        for ending in
            ["\"", "", "\\\"\"", "\\", "é\"", "日\"", "🎉\"", "\u{7f}\"", "\\u0041\"", "\n\"", "\\ud800\""]
        {
            check(format!("\"{}{ending}", "a".repeat(length)).as_bytes()).unwrap();
            check(format!("[{}\"{ending}]", " ".repeat(length)).as_bytes()).unwrap();
        }
    }
}

#[test]
fn half_a_surrogate_pair_is_kept_and_told() {
    for body in [r#""\ud800""#, r#""\udfff""#, r#""\ud800\ud800""#, r#""\udc00\ud800""#, r#""\ud800x""#] {
        let report = hooklens::validate(
            format!("{{\"event\":\"refresh\",\"id_external\":{body},\"id_job\":1}}").as_bytes(),
        );
        assert!(util::summary(&report).contains(&"warning lone-surrogate /id_external".to_owned()), "{body}");
        check(body.as_bytes()).unwrap();
    }
}

/// Any JSON, nested below the depth that `serde_json` reads by default.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter_map("JSON has no such number", |number| {
            serde_json::Number::from_f64(number).map(Value::from)
        }),
        any::<String>().prop_map(Value::from),
        "[ -~]{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 64, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((prop_oneof!["[a-c]{0,2}", any::<String>()], inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// JSON text with white space, escapes and repeated keys, as hands and programs write it.
fn text() -> impl Strategy<Value = String> {
    let space = || prop_oneof![4 => Just(""), 1 => Just(" "), 1 => Just("\n\t"), 1 => Just("\r\n"), 1 => Just("                  ")];
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("false".to_owned()),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
        "\"([ -!#-\\[\\]-~é日🎉]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}|\\\\ud83d\\\\ude00){0,24}\"",
    ];
    let leaf = (space(), leaf, space()).prop_map(|(before, value, after)| format!("{before}{value}{after}"));
    leaf.prop_recursive(6, 48, 5, move |inner| {
        let key = "\"([a-c/~]|\\\\u006[1-3]){0,2}\"";
        prop_oneof![
            (vec(inner.clone(), 0..5), space())
                .prop_map(|(list, space)| format!("{space}[{}{space}]", list.join(","))),
            (vec((key, inner), 0..5), space()).prop_map(|(members, space)| {
                let members: Vec<String> =
                    members.into_iter().map(|(key, value)| format!("{space}{key}{space}:{value}")).collect();
                format!("{{{}{space}}}", members.join(","))
            }),
        ]
    })
}

/// A change of some bytes: at a place, so many removed, these put there.
fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Vec<u8>)>> {
    let bytes = prop_oneof![
        3 => vec(prop::sample::select(b"{}[]\",:\\ \n\t0123456789-+.eEtfnu/'#".to_vec()), 0..4),
        1 => vec(any::<u8>(), 0..4),
        1 => any::<char>().prop_map(|character| character.to_string().into_bytes()),
        1 => prop::sample::select(vec!["NaN", "undefined", "None", "//", "/*", "*/", ",}", ",]", "\\u", "\\ud800", "1e999", "\u{feff}"])
            .prop_map(|word| word.as_bytes().to_vec()),
    ];
    vec((any::<prop::sample::Index>(), 0usize..4, bytes), 1..4)
}

fn changed(mut body: Vec<u8>, changes: Vec<(prop::sample::Index, usize, Vec<u8>)>) -> Vec<u8> {
    for (index, removed, added) in changes {
        let at = index.index(body.len() + 1);
        let end = (at + removed).min(body.len());
        body.splice(at..end, added);
    }
    body
}

/// `PROPTEST_CASES` in the environment can ask for more.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(2000), failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn generated_values_are_read_alike(value in json(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let text = text.unwrap();
        prop_assert!(oracle(text.as_bytes()));
        check(text.as_bytes())?;
    }

    #[test]
    fn generated_texts_are_read_alike(text in text()) {
        prop_assert!(oracle(text.as_bytes()), "{}", text);
        check(text.as_bytes())?;
    }

    #[test]
    fn changed_texts_are_read_alike(text in text(), changes in changes()) {
        check(&changed(text.into_bytes(), changes))?;
    }

    #[test]
    fn changed_payloads_are_read_alike(index: prop::sample::Index, changes in changes()) {
        let payloads = payloads();
        check(&changed(index.get(&payloads).body.clone(), changes))?;
    }

    #[test]
    fn words_of_json_in_any_order_are_read_alike(words in vec(prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-", "0", ".5", "e1", "true", "null", " ", "\n", "'a'", "//x\n", "/*x*/", "NaN", "a", "=",
    ]), 0..12)) {
        check(words.concat().as_bytes())?;
    }

    #[test]
    fn arbitrary_bytes_are_read_alike(body in vec(any::<u8>(), 0..64)) {
        check(&body)?;
    }

    #[test]
    fn arbitrary_bytes_in_a_string_are_read_alike(body in vec(any::<u8>(), 0..48)) {
        check(&[b"[\"", body.as_slice(), b"\"]"].concat())?;
    }
}
