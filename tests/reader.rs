//! The reader against `serde_json`: over bytes it accepts and refuses the same, and what it reads is
//! the same. Lone surrogates, depth and a byte order mark aside, where the two differ on purpose.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use hooklens::json::{Limits, Reader};
use proptest::collection::vec;
use proptest::prelude::*;
use util::bodies::{changed, changes, json, text};
use util::invariants::{is_json, reader};
use util::payloads;

fn check(body: &[u8]) -> Result<(), TestCaseError> {
    let alike = reader(body);
    alike.map_err(|wrong| TestCaseError::fail(format!("{wrong}: {:?}", String::from_utf8_lossy(body))))
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

/// A text is compared in words that overlap: what differs differs wherever it does, and in two places too.
#[test]
fn a_string_reads_as_its_text_and_as_no_other() {
    let mut reader = Reader::new();
    for length in 0..48 {
        let text = &"the quick brown fox jumps over the lazy dog and back"[..length];
        let body = format!("\"{text}\"");
        let document = reader.read(body.as_bytes(), Limits::default()).unwrap();
        let string = document.node(0);
        assert!(document.is(string, text), "{text}");
        assert!(!document.is(string, &format!("{text} ")), "{text}");
        for first in 0..length {
            for second in 0..length {
                let mut other = text.as_bytes().to_vec();
                for at in [first, second].into_iter().take(if first == second { 1 } else { 2 }) {
                    other[at] ^= 1;
                }
                let other = String::from_utf8(other).unwrap();
                assert!(!document.is(string, &other), "{text} is not {other}");
            }
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

/// What is missing is the rest of the string, wherever in an escape the body ends.
#[test]
fn a_body_that_ends_in_an_escape_is_cut_off() {
    let whole = r#"{"a":"\n\u00e9\ud83d\udc4b"#;
    for end in "{\"a\":\"".len()..=whole.len() {
        let report = hooklens::validate(&whole.as_bytes()[..end]);
        let [problem] = report.problems.as_slice() else { panic!("{report:?}") };
        assert_eq!(problem.expected.as_deref(), Some("the string's closing quote"), "{}", &whole[..end]);
        assert_eq!(problem.span.start as usize, end, "{}", &whole[..end]);
    }
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
        prop_assert!(is_json(text.as_bytes()));
        check(text.as_bytes())?;
    }

    #[test]
    fn generated_texts_are_read_alike(text in text()) {
        prop_assert!(is_json(text.as_bytes()), "{}", text);
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
