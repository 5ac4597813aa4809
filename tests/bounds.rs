//! Every number of the core that bounds something, in one table: what it bounds, and what is said just inside
//! and just outside of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hooklens::catalog::Catalog;
use hooklens::format::pattern::compile;
use hooklens::format::{Format, is_placeholder};
use hooklens::json::number;
use hooklens::load::{Arena, Source, load};
use hooklens::shape::{Field, Shape, Text};
use hooklens::suggest::near;
use hooklens::{Checker, CloudEvent, Hint, Limits, Report};
use util::{candidates, ids, summary, with_bakery};

/// A number of the core.
struct Bound {
    /// Its file in `src`.
    file: &'static str,
    /// What it is called there; of one without a name, the function that has it.
    name: &'static str,
    bounds: &'static str,
    seen: Seen,
}

/// How the number shows.
enum Seen {
    /// What is found just inside and just outside of it.
    Here(fn() -> Vec<Side>),
    /// A test elsewhere looks at it, below and above: `file::name`.
    By(&'static str),
    /// Not at all: why, and the test that says so.
    Nowhere(&'static str),
}

/// A body or a text at a bound.
struct Side {
    inside: bool,
    found: String,
    expected: &'static str,
}

fn inside(found: impl ToString, expected: &'static str) -> Side {
    Side { inside: true, found: found.to_string(), expected }
}

fn outside(found: impl ToString, expected: &'static str) -> Side {
    Side { inside: false, found: found.to_string(), expected }
}

const fn bound(file: &'static str, name: &'static str, bounds: &'static str, seen: Seen) -> Bound {
    Bound { file, name, bounds, seen }
}

use Seen::{By, Here, Nowhere};

const UUID: &str = r#""e8a3c459-35b4-4f6e-a6a6-b8aac9f8a601""#;

/// What a text is when it is redacted.
fn redacted_with(text: &str, key: &[u8]) -> String {
    String::from_utf8(hooklens::redact(text.as_bytes(), key)).unwrap()
}

fn key_stays(key: &str) -> bool {
    redacted_with(&format!("{{\"{key}\":0}}"), b"k").contains(key)
}

/// Whether a word is of hexadecimal digits with any key.
fn stays_hexadecimal(word: &str) -> bool {
    let is = |c: char| c.is_ascii_hexdigit() || c == '-';
    (0..30_u8).all(|key| redacted_with(word, &[key]).chars().all(is))
}

/// The parts of an event of which it is told where they came from.
fn parts_of(body: &str) -> Vec<String> {
    let told = hooklens::provenance(body.as_bytes()).unwrap();
    told.into_iter().flat_map(|event| event.origins).map(|origin| origin.pointer).collect()
}

/// How many values and keys JSON has.
fn serde_nodes(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Array(list) => 1 + list.iter().map(serde_nodes).sum::<usize>(),
        serde_json::Value::Object(members) => {
            1 + members.values().map(|value| 1 + serde_nodes(value)).sum::<usize>()
        }
        _ => 1,
    }
}

/// In the order of the modules.
const TABLE: &[Bound] = &[
    // ---- json
    bound(
        "json/reader.rs",
        "Limits::DEFAULT",
        "the bytes of a body",
        Here(|| {
            let sized = |bytes: usize| told(&of(&format!("{{}}{}", " ".repeat(bytes - 2))));
            vec![
                inside(sized(16_777_216), "unknown: error unknown-event"),
                outside(sized(16_777_217), "malformed: error too-large"),
            ]
        }),
    ),
    bound("json/reader.rs", "Limits::DEFAULT", "levels in each other", By("problems::depth_is_bounded")),
    bound(
        "json/reader.rs",
        "scan",
        "the bytes of a body, whatever the limit: all places in it are numbers of 32 bits",
        Nowhere("a body of 4 GiB"),
    ),
    bound(
        "json/reader.rs",
        "number",
        "the digits of a number that is certainly no larger than 2^53 − 1",
        Here(|| {
            vec![
                inside(with_extra("999999999999999"), "warning unexpected-field /x"),
                outside(
                    with_extra("9007199254740992"),
                    "warning unexpected-field /x, warning unsafe-number /x",
                ),
                inside(extra("999999999999999"), "999999999999999"),
                outside(extra("9007199254740992"), "\"9007199254740992\""),
            ]
        }),
    ),
    bound(
        "json/reader.rs",
        "escape",
        "the digits of an escape",
        Here(|| {
            vec![
                inside(found(r#"["\u00e9"]"#), "unrecognized JSON"),
                outside(found(r#"["\u00e"]"#), r"`\u00e`"),
                inside(extra(r#""\u00e9e""#), r#""\u00e9e""#),
            ]
        }),
    ),
    bound(
        "json/reader.rs",
        "escape",
        "halves of surrogate pairs, the first and the second",
        Here(|| {
            let lone = "warning unexpected-field /x, warning lone-surrogate /x";
            let text = |escapes: &str| with_extra(&format!("\"{escapes}\""));
            vec![
                inside(text(r"\ud7ff"), "warning unexpected-field /x"),
                outside(text(r"\ud800"), lone),
                outside(text(r"\udbff"), lone),
                inside(text(r"\ud800\udc00"), "warning unexpected-field /x"),
                inside(text(r"\udbff\udfff"), "warning unexpected-field /x"),
                outside(text(r"\ud800\udbff"), lone),
                outside(text(r"\ud7ff\udc00"), lone),
                outside(text(r"\udc00\udfff"), lone),
                outside(text(r"\ud800\ue000"), lone),
                outside(text(r"\udc00\udc00"), lone),
                outside(text(r"\udfff"), lone),
                inside(text(r"\ue000"), "warning unexpected-field /x"),
            ]
        }),
    ),
    bound(
        "json/reader.rs",
        "string",
        "control characters, which strings have as escapes only",
        By("reader::every_byte_at_every_place_is_read_alike"),
    ),
    bound(
        "json/reader.rs",
        "STRETCH",
        "how much text beyond ASCII is looked at in one step",
        Nowhere(
            "what is left is looked at in the next; without it: time::no_body_takes_time_beyond_its_size",
        ),
    ),
    bound(
        "json/reader.rs",
        "invalid_byte",
        "the bytes of a character, where it stands between values",
        Here(|| {
            vec![
                inside(told(&hooklens::validate("[🎉]".as_bytes())), "malformed: error invalid-json"),
                outside(told(&hooklens::validate(b"[\xf0\x9f\x8e]")), "malformed: error invalid-utf8"),
            ]
        }),
    ),
    bound(
        "json/document.rs",
        "equal",
        "texts that two overlapping blocks have all of",
        By("reader::a_string_reads_as_its_text_and_as_no_other"),
    ),
    bound(
        "json/output.rs",
        "copy",
        "texts that two overlapping blocks have all of",
        By("bounds::texts_of_every_length_are_kept"),
    ),
    bound(
        "json/number.rs",
        "MAX_SAFE",
        "numbers that a double holds with all their neighbours",
        Here(|| {
            vec![
                inside(with_extra("9007199254740991"), "warning unexpected-field /x"),
                inside(with_extra("-9007199254740991"), "warning unexpected-field /x"),
                inside(with_extra("9007199254740990.5"), "warning unexpected-field /x"),
                outside(
                    with_extra("-9007199254740992"),
                    "warning unexpected-field /x, warning unsafe-number /x",
                ),
                outside(
                    with_extra("9007199254740991.5"),
                    "warning unexpected-field /x, warning unsafe-number /x",
                ),
            ]
        }),
    ),
    bound(
        "json/number.rs",
        "integer",
        "the digits of a number that is read in the short way",
        Nowhere("the long way comes to the same: limits::numbers_at_every_edge_are_read_exactly"),
    ),
    bound(
        "json/number.rs",
        "MOST_DIGITS",
        "the digits of a string that was near-certainly meant to be an integer",
        Here(|| {
            let mended = |text: &str| {
                fix(&with(UPDATED, "\"occurrences\": 3", &format!("\"occurrences\": \"{text}\"")))
            };
            vec![
                inside(mended("999999999999"), "999999999999"),
                outside(mended("1000000000000"), ""),
                inside(mended("0"), "0"),
                outside(mended("00"), ""),
            ]
        }),
    ),
    bound(
        "json/number.rs",
        "is_share",
        "a share of a whole",
        Here(|| {
            let is = |number: &str| number::is_share(number.as_bytes());
            vec![
                inside(is("0"), "true"),
                inside(is("-0.0"), "true"),
                inside(is("0.5"), "true"),
                inside(is("1"), "true"),
                inside(is("10e-1"), "true"),
                outside(is("-0.000001"), "false"),
                outside(is("1.000001"), "false"),
                outside(is("2"), "false"),
                outside(is("10"), "false"),
            ]
        }),
    ),
    bound(
        "json/number.rs",
        "read",
        "exponents: all beyond are one",
        Here(|| {
            let differ = |first: &str, second: &str| {
                let id = |exponent: &str| content_id(&format!("1e{exponent}"));
                id(first) != id(second)
            };
            vec![
                inside(differ("1099511627775", "1099511627776"), "true"),
                outside(differ("1099511627776", "1099511627777"), "false"),
            ]
        }),
    ),
    bound(
        "json/number.rs",
        "whole",
        "the digits of an integer that is known exactly",
        Here(|| {
            let integer = |text: &str| number::integer(text.as_bytes(), false).unwrap();
            vec![
                inside(integer("999999999999999999"), "999999999999999999"),
                outside(integer("1000000000000000000"), "9223372036854775807"),
            ]
        }),
    ),
    bound(
        "json/number.rs",
        "whole",
        "the digits of an integer that is within every double; of one digit more, not all are beyond",
        Here(|| {
            vec![
                inside(occurrences("1e307"), "valid: warning unsafe-number /occurrences"),
                outside(occurrences("1e308"), "invalid: error wrong-type /occurrences"),
            ]
        }),
    ),
    bound(
        "json/number.rs",
        "is_multiple",
        "the digits of a number that another may be a multiple of",
        Here(|| {
            let is = |of: &str| format!("{:?}", number::is_multiple(of.as_bytes(), of.as_bytes()));
            vec![inside(is("999999999999999999"), "Some(true)"), outside(is("1000000000000000001"), "None")]
        }),
    ),
    bound(
        "json/number.rs",
        "is_multiple",
        "the tens that decide: 2^59 is the highest power of two that has 18 digits",
        Here(|| {
            let is = |text: &str| number::is_multiple(text.as_bytes(), b"576460752303423488");
            vec![
                inside(is("1e59") == Some(true), "true"),
                inside(is("1e60") == Some(true), "true"),
                outside(is("1e58") == Some(true), "false"),
            ]
        }),
    ),
    bound("json/position.rs", "of", "a block of sixteen bytes", By("problems::every_problem_has_its_place")),
    bound(
        "json/string.rs",
        "unescape",
        "halves of surrogate pairs that come to one character",
        Here(|| {
            let are_one = |one: &str, other: &str| content_id(&quote(one)) == content_id(&quote(other));
            vec![
                inside(are_one(r"\ud800\udc00", "\u{10000}"), "true"),
                inside(are_one(r"\udbff\udfff", "\u{10ffff}"), "true"),
                inside(are_one(r"\ud7ff\ue000", "\u{d7ff}\u{e000}"), "true"),
                outside(are_one(r"\ud7ff\udc00", "\u{fc00}"), "false"),
                outside(are_one(r"\ud800\udbff", "\u{103ff}"), "false"),
                outside(are_one(r"\ud800\ue000", "\u{10400}"), "false"),
                // What would come to more than there are, of which the low bits are another letter.
                outside(are_one(r"\udc00\udc00", "\u{d000}"), "false"),
            ]
        }),
    ),
    bound(
        "json/string.rs",
        "escaped",
        "control characters, which are escaped",
        Here(|| {
            let value = |encoded: &str| {
                let body = refresh_with(&format!(r#"{{"credential":["/x?a={encoded}"]}}"#));
                let data = events(&body).remove(0).data;
                let (_, value) = data.split_once("\"a\":").unwrap();
                value.split('}').next().unwrap().to_owned()
            };
            vec![
                inside(value("%1f"), r#""\u001f""#),
                inside(value("%1f%20"), r#""\u001f ""#),
                outside(value("%20"), r#"" ""#),
            ]
        }),
    ),
    bound(
        "json/syntax.rs",
        "LONGEST_REREAD",
        "the bytes of a body that is read again for its next problem",
        Here(|| {
            let problems = |bytes: usize| {
                let body = format!("[NaN,{}NaN]", " ".repeat(bytes - "[NaN,NaN]".len()));
                assert_eq!(body.len(), bytes);
                hooklens::validate(body.as_bytes()).problems.len()
            };
            vec![inside(problems(262_144), "2"), outside(problems(262_145), "1")]
        }),
    ),
    bound(
        "json/syntax.rs",
        "describe",
        "the digits of an escape that are quoted where it lacks some",
        Nowhere("there are fewer: a fourth would make it right"),
    ),
    bound(
        "json/syntax.rs",
        "LONGEST_WORD",
        "the letters of a word that are quoted",
        Here(|| {
            let quoted = |letters: usize| found(&format!("[{}]", "x".repeat(letters)));
            vec![
                inside(quoted(40), "`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`"),
                inside(quoted(39), "`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`"),
                outside(quoted(41).len() - 2, "40"),
            ]
        }),
    ),
    bound(
        "json/syntax.rs",
        "token",
        "control characters, which are called by their numbers",
        Here(|| {
            vec![inside(found("[\u{1f}]"), "the control character U+001F"), outside(found("[!]"), "`!`")]
        }),
    ),
    bound(
        "json/syntax/quotes.rs",
        "LONGEST_TYPOGRAPHIC",
        "how far the end of a string in typographic quotes may be, for a fix",
        Here(|| {
            // The mark at the end has three bytes, and so has that at the start.
            let mended = |letters: usize| {
                let report = of(&format!("[“{}”]", "x".repeat(letters)));
                report.problems[0].fix.as_ref().map_or(0, |fix| fix.text.len())
            };
            vec![inside(mended(65_536 - 6), "65532"), outside(mended(65_536 - 5), "0")]
        }),
    ),
    bound(
        "json/mend/mod.rs",
        "LONGEST",
        "the bytes of a text that may be something else than JSON as a whole",
        Here(|| {
            let sized = |bytes: usize| found(&format!("x{}{{\"a\":1}}", " ".repeat(bytes - 8)));
            vec![inside(sized(4_194_304), "text before the body"), outside(sized(4_194_305), "`x`")]
        }),
    ),
    bound(
        "json/mend/mod.rs",
        "MOST_LOOKS",
        "texts in each other that are looked at, of a long one",
        Here(|| {
            vec![
                inside(percent_encoded(6, 100_000), "percent-encoded text"),
                outside(percent_encoded(7, 100_000), "`%`"),
            ]
        }),
    ),
    bound(
        "json/mend/mod.rs",
        "SHORT",
        "texts in each other that are looked at, of a short one",
        Here(|| {
            vec![
                inside(percent_encoded(34, 0), "percent-encoded text"),
                outside(percent_encoded(35, 0), "`%`"),
            ]
        }),
    ),
    bound(
        "json/mend/values.rs",
        "MOST_READ_IN_VAIN",
        "what is read of a text before a body without being one",
        Here(|| {
            let after = |arrays: usize| {
                let array = format!("[{}", "1,".repeat(5000));
                found(&format!("x {}!{{\"a\":1}}", array.repeat(arrays)))
            };
            vec![inside(after(1), "text before the body"), outside(after(2), "`x`")]
        }),
    ),
    bound(
        "json/mend/text.rs",
        "MOST_BODIES",
        "the bodies that are taken out of one text",
        Nowhere("a report tells of one or of several; time::no_body_takes_time_beyond_its_size"),
    ),
    bound(
        "json/mend/lines.rs",
        "MOST_BRACKETS",
        "the brackets in the first line of a body that has something before each line, its own with them",
        Here(|| {
            let after = |brackets: usize| {
                let prefix = "[a] ".repeat(brackets - 1);
                found(&format!("{prefix}{{\n{prefix}  \"a\": 1\n{prefix}}}"))
            };
            vec![inside(after(4), "lines of a log"), outside(after(5), "`a`")]
        }),
    ),
    bound(
        "json/mend/lines.rs",
        "NARROWEST",
        "the width that a text is cut at",
        Here(|| {
            let cut = |width: usize| {
                let text = format!("{{\"a\":\"{}\"}}", "x".repeat(3 * width - 8));
                let lines: Vec<&str> =
                    text.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect();
                found(&lines.join("\n"))
            };
            vec![inside(cut(20), "lines that were cut at a width"), outside(cut(19), "the end of the line")]
        }),
    ),
    bound(
        "json/mend/marks.rs",
        "ENOUGH",
        "the marks of a notation, where some of it is as JSON has it, and where none is",
        Here(|| {
            vec![
                inside(found("{a: 1, b: 2, c: \"x\"}"), "a JavaScript object"),
                outside(found("{a: 1, b: \"x\"}"), "`a`"),
                inside(found("{a: 'x'}"), "a JavaScript object"),
                outside(found("{a: 1}"), "`a`"),
            ]
        }),
    ),
    bound(
        "json/mend/quoted.rs",
        "FARTHEST_QUOTE",
        "the first quote of a body that is in quotes",
        Here(|| {
            let after = |spaces: usize| found(&format!("x \"{{{}\\\"a\\\":1}}\"", " ".repeat(spaces)));
            vec![inside(after(63), "text around the body"), outside(after(64), "`x`")]
        }),
    ),
    bound(
        "json/mend/tells.rs",
        "LONGEST_PAIRS",
        "how much of a map without quotes is looked at for its second name",
        Here(|| {
            let after = |letters: usize| found(&format!("{{a={}, b=c}}", "x".repeat(letters)));
            vec![inside(after(1018), "a Java map"), outside(after(1019), "`a`")]
        }),
    ),
    bound(
        "json/mend/notation/value.rs",
        "LONGEST_NUMBER",
        "the digits of a number that a call stands for",
        Here(|| {
            let called = |digits: usize| fix(&format!("[NumberLong('{}')]", "1".repeat(digits)));
            let digits = called(39).len() - "['']".len();
            vec![
                inside(called(38).starts_with("[1"), "true"),
                outside(called(39).starts_with("[1"), "false"),
                inside(digits, "39"),
            ]
        }),
    ),
    bound(
        "json/mend/notation/string.rs",
        "LONGEST_ESCAPE",
        "the bytes of an escape in which a text is cut off",
        Nowhere("none is longer; pasted::what_is_cut_off_is_closed"),
    ),
    bound(
        "json/value.rs",
        "MOST_KEPT",
        "the bytes of a description that are hashed at once",
        Nowhere("the hash is of all of them: bounds::texts_of_every_length_have_ids_of_their_own"),
    ),
    // ---- format
    bound("format/mod.rs", "is_placeholder", "the letters of a placeholder in capitals", {
        Here(|| vec![inside(is_placeholder("A_BC"), "true"), outside(is_placeholder("A_B"), "false")])
    }),
    bound("format/flag.rs", "canonical", "a flag", By("formats::a_flag_is_zero_or_one")),
    bound(
        "format/object_id.rs",
        "is",
        "the digits of an id",
        By("formats::an_object_id_has_24_hexadecimal_digits"),
    ),
    bound(
        "format/uuid.rs",
        "is",
        "the characters of a UUID, and where its hyphens are",
        By("formats::a_uuid_has_its_hyphens_and_hexadecimal_digits_in_their_places"),
    ),
    bound(
        "format/uuid.rs",
        "mend",
        "the digits of a UUID without hyphens",
        Here(|| {
            let mended = |digits| Format::Uuid.mend(&"0".repeat(digits)).unwrap_or_default();
            vec![
                inside(mended(32), "00000000-0000-0000-0000-000000000000"),
                outside(mended(31), ""),
                outside(mended(33), ""),
            ]
        }),
    ),
    bound(
        "format/timestamp.rs",
        "parse",
        "hours, minutes, seconds and leap seconds",
        By("formats::a_time_is_one_of_the_day"),
    ),
    bound(
        "format/timestamp.rs",
        "parse",
        "leap seconds: the last of a day in UTC",
        By("formats::a_leap_second_ends_a_day_of_utc"),
    ),
    bound(
        "format/timestamp.rs",
        "days_in",
        "the days of a month",
        By("formats::a_date_is_a_day_of_the_calendar"),
    ),
    bound(
        "format/timestamp.rs",
        "offset",
        "the offset from UTC: less than a day",
        By("formats::an_offset_is_less_than_a_day"),
    ),
    bound(
        "format/timestamp.rs",
        "push_date_and_time",
        "the years that RFC 3339 can say",
        Here(|| {
            let at = |at: &str| {
                let body = with(CREATED, "2023-06-16 19:06:18.944575+0000", at);
                events(&body)[0].time.clone().unwrap_or_default()
            };
            vec![
                inside(at("0000-01-01 00:01:00+0001"), "0000-01-01T00:00:00Z"),
                inside(at("9999-12-31 23:58:59-0001"), "9999-12-31T23:59:59Z"),
                outside(at("0000-01-01 00:00:59+0001"), ""),
                outside(at("9999-12-31 23:59:00-0001"), ""),
            ]
        }),
    ),
    bound(
        "format/endpoint.rs",
        "all_graphic",
        "printable ASCII, and a block of sixteen bytes",
        By("formats::an_endpoint_is_printable_ascii_throughout"),
    ),
    bound(
        "format/endpoint.rs",
        "each_mark",
        "a block of sixteen bytes",
        By("bounds::parameters_are_found_wherever_they_stand"),
    ),
    bound(
        "format/endpoint.rs",
        "named",
        "a block of sixteen bytes and the one after it",
        By("bounds::ids_are_found_wherever_they_stand"),
    ),
    bound("format/url.rs", "is", "ports", By("formats::a_port_has_sixteen_bits")),
    bound(
        "format/url.rs",
        "is_domain",
        "the numbers of an IPv4 address, and how many there are",
        By("formats::a_host_that_ends_in_a_number_is_an_ipv4_address"),
    ),
    bound(
        "format/url.rs",
        "TOO_LARGE",
        "the number that a whole IPv4 address is: a sum must not overflow",
        By("formats::a_host_that_ends_in_a_number_is_an_ipv4_address"),
    ),
    bound(
        "format/authority.rs",
        "is_ipv6",
        "the groups of an IPv6 address and their digits",
        Here(|| {
            let is = |address: &str| Format::Url.accepts(format!("https://[{address}]").as_bytes());
            vec![
                inside(is("1:2:3:4:5:6:7:8"), "true"),
                inside(is("1:2:3:4:5:6:7::"), "true"),
                inside(is("::abcd"), "true"),
                outside(is("1:2:3:4:5:6:7"), "false"),
                outside(is("1:2:3:4:5:6:7:8:9"), "false"),
                outside(is("1:2:3:4:5:6:7:8::"), "false"),
                outside(is("1:2:3:4:5:6:7:"), "false"),
                outside(is("::abcde"), "false"),
                outside(is("::1:"), "false"),
            ]
        }),
    ),
    bound(
        "format/authority.rs",
        "is_ipv4",
        "the numbers of an IPv4 address in one of IPv6",
        By("formats::an_address_in_brackets_is_of_ipv6"),
    ),
    bound(
        "format/authority.rs",
        "decimal",
        "a port that is none: a sum must not overflow",
        By("formats::a_port_has_sixteen_bits"),
    ),
    bound(
        "format/punycode.rs",
        "decodes",
        "digits, their weights and thresholds, and the letters that they come to",
        By("bounds::punycode_decodes_to_the_letters_at_its_bounds"),
    ),
    bound("format/date.rs", "is", "the characters of a date", By("formats::a_date_has_ten_characters")),
    bound(
        "format/hostname.rs",
        "is",
        "the characters of a host name",
        Here(|| {
            let is =
                |length: usize| Format::Hostname.accepts(format!("{}a", "a.".repeat(length / 2)).as_bytes());
            vec![inside(is(253), "true"), outside(is(255), "false")]
        }),
    ),
    bound(
        "format/hostname.rs",
        "is_label",
        "the characters of a part of a host name",
        Here(|| {
            let is = |length: usize| Format::Hostname.accepts(format!("{}.a", "a".repeat(length)).as_bytes());
            vec![
                inside(is(1), "true"),
                inside(is(63), "true"),
                outside(is(0), "false"),
                outside(is(64), "false"),
            ]
        }),
    ),
    bound(
        "format/uri_template.rs",
        "is_variable",
        "the characters of a variable that are taken",
        Here(|| {
            let is = |length: &str| Format::UriTemplate.accepts(format!("{{a:{length}}}").as_bytes());
            vec![
                inside(is("1"), "true"),
                inside(is("9999"), "true"),
                outside(is("0"), "false"),
                outside(is("10000"), "false"),
            ]
        }),
    ),
    bound(
        "format/pattern/compile.rs",
        "MOST_OPS",
        "the steps of a pattern, one of which is the match",
        Here(|| {
            vec![
                inside(compiles(&"a".repeat(4095)), "true"),
                inside(compiles("(?:ab){2047}"), "true"),
                outside(compiles(&"a".repeat(4096)), "TooLarge"),
                outside(compiles("(?:ab){2048}"), "TooLarge"),
            ]
        }),
    ),
    bound(
        "format/pattern/compile.rs",
        "MOST_RANGES",
        "the ranges of a pattern",
        Here(|| {
            let class = |ranges: usize| compiles(&format!("[{}]", "a".repeat(ranges)));
            vec![inside(class(8192), "true"), outside(class(8193), "TooLarge")]
        }),
    ),
    bound(
        "format/pattern/compile.rs",
        "MOST_DEPTH",
        "groups in each other",
        Here(|| {
            let groups = |depth: usize| compiles(&format!("{}a{}", "(".repeat(depth), ")".repeat(depth)));
            vec![inside(groups(200), "true"), outside(groups(201), "TooLarge")]
        }),
    ),
    bound(
        "format/pattern/compile.rs",
        "MOST_COUNTED",
        "how many repetitions are counted, all together",
        Here(|| {
            vec![
                inside(compiles("a{1,262144}"), "true"),
                inside(compiles("a{131072,}b{0,131072}"), "true"),
                outside(compiles("a{1,262145}"), "TooLarge"),
                outside(compiles("a{131072,}b{0,131073}"), "TooLarge"),
            ]
        }),
    ),
    bound(
        "format/pattern/compile.rs",
        "unicode",
        "surrogate pairs, and the last code point",
        Here(|| {
            let pair =
                |escapes: &str| compile(&format!("{escapes}{{2}}")).map_or(0, |compiled| compiled.ops.len());
            let (one, two) = ("3", "4");
            vec![
                inside(pair(r"\ud800\udc00"), one),
                inside(pair(r"\udbff\udfff"), one),
                outside(pair(r"\ud7ff\udc00"), two),
                outside(pair(r"\ud800\udbff"), two),
                outside(pair(r"\ud800\ue000"), two),
                outside(pair(r"\udc00\udc00"), two),
                inside(compiles(r"\u{10ffff}"), "true"),
                outside(compiles(r"\u{110000}"), "Syntax"),
            ]
        }),
    ),
    bound(
        "format/pattern/run.rs",
        "go_on",
        "the bytes of a code point",
        By("patterns::repetitions_are_counted"),
    ),
    // ---- shape
    bound(
        "json/sort.rs",
        "FEW",
        "the items that are put in order one by one",
        Nowhere("more are in the same order: bounds::maps_of_any_number_of_keys_are_checked_alike"),
    ),
    bound(
        "shape.rs",
        "FEW",
        "the fields that are looked at one by one",
        Nowhere("more are found alike: bounds::objects_of_any_number_of_fields_are_checked_alike"),
    ),
    bound(
        "shape/rules.rs",
        "MANY",
        "the values of a list that are compared one by one",
        Nowhere("more are found alike: load::lists_of_any_number_of_values_are_checked_alike"),
    ),
    // ---- catalog
    bound(
        "catalog/mod.rs",
        "MOST_ROWS",
        "the event types of a catalog",
        Here(|| {
            let known = |count: usize| {
                let names: Vec<String> = (0..count).map(|number| number.to_string()).collect();
                with_bakery(&names, &[], &[], |catalog| {
                    let last = count - 1;
                    told(&check(catalog, &format!(r#"{{"kind":"{last}"}}"#)))
                })
            };
            vec![inside(known(65_535), "valid"), outside(known(65_536), "unknown: error unknown-event")]
        }),
    ),
    bound(
        "catalog/outline.rs",
        "LEVELS",
        "the levels of an event that tell it from others",
        Nowhere(MEASURED),
    ),
    bound(
        "catalog/outline.rs",
        "MOST_JOINED",
        "the shapes of one value and fields of theirs that tell an event from others",
        Nowhere(
            "no provider has so many; hostile ones took memory for each: load::hostile_documents_come_to_an_end",
        ),
    ),
    // ---- suggest
    bound(
        "suggest.rs",
        "LONGEST",
        "the bytes of a name that others are compared with",
        Here(|| {
            vec![
                inside(distance(&"x".repeat(64), &"x".repeat(63)), "1"),
                inside(distance(&"x".repeat(63), &"x".repeat(64)), "1"),
                outside(distance(&"x".repeat(65), &"x".repeat(64)), "-"),
                outside(distance(&"x".repeat(64), &"x".repeat(65)), "-"),
            ]
        }),
    ),
    bound(
        "suggest.rs",
        "FARTHEST",
        "how much longer or shorter a name may be for separators",
        Here(|| {
            vec![
                inside(distance("a_b_c_d_e", "abcde"), "0"),
                inside(distance("abcde", "a-b-c-d-e"), "0"),
                outside(distance("a_b_c_d_e_", "abcde"), "-"),
                outside(distance("abcde", "a-b-c-d-e-"), "-"),
            ]
        }),
    ),
    bound(
        "suggest.rs",
        "near",
        "the letters of a name for no slip, for one and for two",
        Here(|| {
            vec![
                outside(distance("xb", "ab"), "-"),
                inside(distance("xbc", "abc"), "1"),
                outside(distance("xyc", "abc"), "-"),
                inside(distance("xbcde", "abcde"), "1"),
                outside(distance("xycde", "abcde"), "-"),
                inside(distance("xycdef", "abcdef"), "2"),
                outside(distance("xyzdef", "abcdef"), "-"),
                outside(distance("xyzdefghijkl", "abcdefghijkl"), "-"),
            ]
        }),
    ),
    // ---- recognize
    bound(
        "recognize/mod.rs",
        "MOST_COMPARED",
        "the keys of a body that are looked at for one that is nearly a mark of a provider",
        Here(|| {
            let marked_after = |others: usize| {
                let others = fillers(others);
                first(&of(&format!(r#"{{"event":"refresh",{others}"id_usr":"5e751d54d0510472295413b3"}}"#)))
            };
            vec![
                inside(marked_after(62), "paybook/refresh: error missing-field /endpoints"),
                outside(marked_after(63), "unknown: error unknown-event"),
            ]
        }),
    ),
    bound(
        "recognize/mod.rs",
        "MOST_COMPARED",
        "the keys that no field has of which one may be misspelled",
        Here(|| {
            let misspelled_after = |others: usize| {
                let body = with(REFRESH, "\"id_site\"", &format!("{}\"id_sites\"", fillers(others)));
                errors(&of(&body))
            };
            vec![
                inside(misspelled_after(63), "error misspelled-field /id_sites"),
                outside(misspelled_after(64), "error missing-field /id_site"),
            ]
        }),
    ),
    bound(
        "recognize/mod.rs",
        "LONGEST_NAME",
        "the bytes, escapes and quotes included, of what may be nearly a name",
        Here(|| {
            // The known name has fifty letters; of these 41 are escaped, in six bytes each.
            let named = |letters: usize| {
                let name = format!("{}{}", r"\u0061".repeat(41), "a".repeat(letters - 41));
                with_bakery(&["a".repeat(50)], &[], &[], |catalog| {
                    told(&check(catalog, &format!(r#"{{"kind":"{name}"}}"#)))
                })
            };
            vec![
                inside(named(48), "unknown: error unknown-event /kind"),
                outside(named(49), "unknown: error unknown-event"),
            ]
        }),
    ),
    bound(
        "recognize/enveloped.rs",
        "MOST_NAMES",
        "the names of a list that are looked at for a known one",
        Here(|| {
            let listed_after = |others: usize| {
                let body = format!(
                    r#"{{"url":"https://h","events":[{}"refresh"]}}"#,
                    r#""of another","#.repeat(others)
                );
                ids(&of(&body)).join(", ")
            };
            vec![inside(listed_after(99), "paybook/webhook.create"), outside(listed_after(100), "")]
        }),
    ),
    bound(
        "recognize/by_shape.rs",
        "fits",
        "the members of an event without its name: two for each field, and two",
        Here(|| {
            // The event has nine fields, of which five are its own.
            let members = |count: usize| {
                let flow = r#""flowid":"5dac3383-196f-44de-9390-b0d6c9ac8bb9","#;
                let own = EXECUTED.trim_start().strip_prefix('{').unwrap();
                first(&of(&format!("{{{}{own}", flow.repeat(count - 5))))
            };
            vec![
                inside(members(20), "chift/account.flow.executed: warning missing-envelope"),
                outside(members(21), "unknown: error unknown-event"),
            ]
        }),
    ),
    bound(
        "recognize/by_shape.rs",
        "fits",
        "the unexpected fields of an event without its name: one",
        Here(|| {
            let unexpected = |count: usize| {
                let own = r#""flowid":"5dac3383-196f-44de-9390-b0d6c9ac8bb9","#;
                let fillers = fillers(count);
                let body = format!(r#"{{{own}{fillers}"syncid":"7034ae86-c6cf-4373-865a-59b42a97f5ab"}}"#);
                told(&of(&body))
            };
            vec![
                inside(unexpected(1), "unknown: error ambiguous-event"),
                outside(unexpected(2), "unknown: error unknown-event"),
            ]
        }),
    ),
    bound(
        "recognize/by_shape.rs",
        "fits",
        "the same, beside many that are expected: a third of them",
        Here(|| {
            let own = EXECUTED.trim_start().strip_prefix('{').unwrap();
            let again = r#""flowid":"5dac3383-196f-44de-9390-b0d6c9ac8bb9","#;
            vec![
                inside(
                    first(&of(&format!("{{{}{again}{own}", fillers(2)))),
                    "chift/account.flow.executed: warning missing-envelope",
                ),
                outside(first(&of(&format!("{{{}{own}", fillers(2)))), "unknown: error unknown-event"),
            ]
        }),
    ),
    bound(
        "recognize/by_fit.rs",
        "MOST_CANDIDATES",
        "the events that are compared to the last level",
        Nowhere(MEASURED),
    ),
    bound("recognize/by_fit.rs", "MOST_SIBLINGS", "the same where they are equally near", Nowhere(MEASURED)),
    bound(
        "recognize/by_fit/score.rs",
        "MOST_MEMBERS",
        "the members of an object that are looked at",
        Nowhere(MEASURED),
    ),
    bound("recognize/by_fit.rs", "AHEAD", "how far the best must be ahead", Nowhere(MEASURED)),
    bound(
        "recognize/by_fit.rs",
        "MOST_SURE",
        "the faults of an event that is meant for certain",
        Nowhere(MEASURED),
    ),
    bound(
        "recognize/by_fit.rs",
        "MOST_PLAUSIBLE",
        "the faults of an event that is perhaps meant",
        Nowhere(MEASURED),
    ),
    bound(
        "recognize/by_fit.rs",
        "MOST_NAMED",
        "the faults of an event that the body names",
        Nowhere(MEASURED),
    ),
    bound(
        "recognize/by_fit.rs",
        "MOST_RIVAL",
        "the faults of another that may be meant as well",
        Nowhere(MEASURED),
    ),
    bound(
        "recognize/by_fit.rs",
        "MOST_MISSING",
        "the faults of an event that explains all that is there",
        Nowhere(MEASURED),
    ),
    // ---- validate
    bound(
        "validate/mod.rs",
        "DEEPEST",
        "the shapes that look at values inside of each other",
        Here(|| {
            let lists = |levels: usize| {
                let document = r##"{"title":"e","type":"array","items":{"$ref":"#"}}"##;
                by_schema(document, &format!("{}{}", "[".repeat(levels), "]".repeat(levels)))
            };
            vec![inside(lists(600), "valid"), outside(lists(601), "invalid: error unmet-rule")]
        }),
    ),
    bound(
        "validate/alternatives.rs",
        "MOST_WORK",
        "what is done beyond one look at each value",
        Here(|| vec![inside(worked(3030), "valid"), outside(worked(3031), "invalid: error unmet-rule")]),
    ),
    bound(
        "validate/alternatives.rs",
        "MOST_TIMES",
        "the same for each node of the body",
        Here(|| vec![inside(worked(3030), "valid"), outside(worked(3031), "invalid: error unmet-rule")]),
    ),
    bound(
        "validate/alternatives.rs",
        "MOST_REMEMBERED",
        "what was found of values on trial that is remembered",
        Nowhere("what is not is tried again"),
    ),
    bound(
        "validate/rules.rs",
        "FREE_STEPS",
        "the steps of a pattern, for each byte of a text, that are no work",
        Nowhere("what is one more is an eighth of a step: load::patterns_of_too_many_steps_are_told"),
    ),
    bound(
        "validate/rules.rs",
        "STEPS_A_WORK",
        "the steps of a pattern that are as much work as one look at a node",
        Nowhere("it is what both cost: load::patterns_of_too_many_steps_are_told"),
    ),
    bound(
        "validate/rules.rs",
        "FEW_FINDINGS",
        "the findings of several schemas about one value that are compared with each other",
        Here(|| {
            let missing = |count: usize| {
                let names: Vec<String> = (0..count).map(|at| format!("\"n{at}\"")).collect();
                let names = names.join(",");
                let document = format!(
                    r#"{{"title":"e","allOf":[{{"type":"object","required":[{names}],"minProperties":0}},
                        {{"required":[{names}],"maxProperties":9}}]}}"#
                );
                with_schema(&document, "{}", |report| report.problems.len() as u32 + report.omitted)
            };
            vec![inside(missing(128), "128"), outside(missing(129), "258")]
        }),
    ),
    bound(
        "validate/members.rs",
        "FEW_FIELDS",
        "the fields of an object whose places need no memory",
        Nowhere("more are checked alike: bounds::objects_of_any_number_of_fields_are_checked_alike"),
    ),
    bound(
        "validate/keys.rs",
        "FEW_KEYS",
        "the keys of a map that are compared without memory: more of them are checked alike",
        Nowhere("more are checked alike: bounds::maps_of_any_number_of_keys_are_checked_alike"),
    ),
    bound(
        "validate/keys.rs",
        "MANY_KEYS",
        "the keys whose hashes are compared without memory: more of them are checked alike",
        Nowhere("more are checked alike: bounds::maps_of_any_number_of_keys_are_checked_alike"),
    ),
    bound(
        "validate/members.rs",
        "MANY_FIELDS",
        "the fields of an object that are no work by themselves",
        Nowhere("more are checked alike: bounds::objects_of_any_number_of_fields_are_checked_alike"),
    ),
    bound(
        "validate/keys.rs",
        "repeated",
        "the keys of which one may repeat another",
        Here(|| {
            vec![
                inside(with_extra(r#"{"a":1}"#), "warning unexpected-field /x"),
                outside(
                    with_extra(r#"{"a":1,"a":1}"#),
                    "warning unexpected-field /x, warning duplicate-key /x/a",
                ),
            ]
        }),
    ),
    bound(
        "validate/anchor.rs",
        "weigh_anchor",
        "endpoints that name another id, each for itself: more of them are one fault of the id",
        Here(|| {
            let strays = |count: usize| {
                let stray = "\"/v1/credentials/000000000000000000000000\"";
                let strays = vec![stray; count].join(",");
                told(&of(&refresh_with(&format!(r#"{{"credential":[{strays}]}}"#))))
            };
            vec![
                inside(strays(1), "valid: warning inconsistent-value /endpoints/credential/0"),
                outside(strays(2), "valid: warning inconsistent-value /id_credential"),
            ]
        }),
    ),
    bound(
        "validate/value.rs",
        "integer",
        "a flag",
        Here(|| {
            let flag = |flag: &str| {
                told(&of(&with(REFRESH, "\"event\"", &format!("\"is_executing\":{flag},\"event\""))))
            };
            vec![
                inside(flag("0"), "valid"),
                inside(flag("1"), "valid"),
                inside(flag("1.0"), "valid"),
                outside(flag("-1"), "invalid: error unexpected-value /is_executing"),
                outside(flag("2"), "invalid: error unexpected-value /is_executing"),
                outside(flag("0.5"), "invalid: error unexpected-value /is_executing"),
            ]
        }),
    ),
    bound(
        "validate/value.rs",
        "integer",
        "a count",
        Here(|| {
            vec![
                inside(occurrences("0"), "valid"),
                outside(occurrences("-1"), "invalid: error unexpected-value /occurrences"),
                outside(occurrences("0.5"), "invalid: error wrong-type /occurrences"),
            ]
        }),
    ),
    bound(
        "validate/value.rs",
        "TOO_MANY_SECONDS",
        "seconds since 1970 that are none of milliseconds",
        Here(|| {
            vec![
                inside(created("0"), "valid"),
                inside(created("999999999999"), "valid"),
                outside(created("-1"), "invalid: error unexpected-value /created"),
                outside(created("1000000000000"), "valid: warning unexpected-value /created"),
            ]
        }),
    ),
    bound(
        "validate/value.rs",
        "misformed",
        "a string that is empty, by its bytes",
        Here(|| {
            let link = |link: &str| {
                let body = include_str!("payloads/paybook/payments.chargeback_created.json");
                told(&of(&with(body, "https://receipts.example.com/r/", link)))
            };
            vec![
                inside(link(""), "valid"),
                outside(link("a"), "invalid: error bad-format /events/0/payload/receipt_url"),
            ]
        }),
    ),
    bound(
        "validate/findings.rs",
        "MOST_KEPT",
        "findings of each severity that are kept, while others are counted",
        Nowhere(
            "those listed are among them: limits::the_first_problems_in_the_text_are_listed_however_many_there_are",
        ),
    ),
    // ---- normalize
    bound(
        "normalize/mod.rs",
        "MOST_REPEATED",
        "the bytes of unknown fields around several events, taken together",
        Here(|| {
            // A key of six bytes and a value in quotes, for each of the events: 16 × 65,536 bytes are 1 MiB, and
            // 17 × 61,681 one more.
            let noted = |count: usize, bytes: usize| {
                let (before, after) = CREATED.split_once('[').unwrap();
                let (event, after) = after.rsplit_once("],").unwrap();
                let list = vec![event; count].join(",");
                let note = "x".repeat(bytes - "\"note\"\"\"".len());
                let events = events(&format!("{before}[{list}],\"note\":\"{note}\",{after}"));
                events.iter().filter(|event| event.data.contains("\"note\"")).count()
            };
            vec![inside(noted(16, 65_536), "16"), outside(noted(17, 61_681), "1")]
        }),
    ),
    bound(
        "normalize/mod.rs",
        "normalize",
        "the room that data has at first",
        Nowhere("what is larger grows: bounds::texts_of_every_length_are_kept"),
    ),
    bound(
        "normalize/attributes.rs",
        "is_attribute",
        "noncharacters, which no attribute of a CloudEvent has",
        Here(|| {
            let subject = |id: &str| {
                let body = with(COMPLETED, "472563f9-1ffd-449b-8f9c-f0011ad4c727", id);
                events(&body)[0].subject.as_ref().map_or(0, String::len)
            };
            vec![
                inside(subject("a\u{fdcf}"), "4"),
                outside(subject("a\u{fdd0}"), "0"),
                outside(subject("a\u{fdef}"), "0"),
                inside(subject("a\u{fdf0}"), "4"),
                inside(subject("a\u{fffd}"), "4"),
                outside(subject("a\u{fffe}"), "0"),
                outside(subject("a\u{ffff}"), "0"),
                inside(subject("a\u{10000}"), "5"),
                inside(subject("a\u{10fffd}"), "5"),
                outside(subject("a\u{10fffe}"), "0"),
            ]
        }),
    ),
    bound(
        "normalize/canonical.rs",
        "MOST_PARAMETERS",
        "the parameters of an endpoint that are told apart",
        Here(|| {
            let told_apart = |count: usize| {
                let query: Vec<String> = (1..=count).map(|number| format!("p{number}={number}")).collect();
                let body = refresh_with(&format!(r#"{{"credential":["/x?{}"]}}"#, query.join("&")));
                events(&body)[0].data.matches("\"p").count() - "\"path\"".matches("\"p").count()
            };
            vec![inside(told_apart(64), "64"), outside(65 - told_apart(65), "1")]
        }),
    ),
    bound(
        "normalize/canonical.rs",
        "MOST_DIGITS",
        "the digits of a parameter that is a number",
        Here(|| {
            let limit = |limit: &str| {
                let body = refresh_with(&format!(r#"{{"credential":["/x?limit={limit}"]}}"#));
                let data: serde_json::Value = serde_json::from_str(&events(&body)[0].data).unwrap();
                data["endpoints"]["credential"][0]["limit"].to_string()
            };
            vec![
                inside(limit("999999999999999"), "999999999999999"),
                outside(limit("1000000000000000"), "null"),
            ]
        }),
    ),
    // ---- redact
    bound(
        "redact/mod.rs",
        "LONGEST_NAME",
        "the letters of a key that is a name",
        Here(|| {
            vec![inside(key_stays(&"n".repeat(64)), "true"), outside(key_stays(&"n".repeat(65)), "false")]
        }),
    ),
    bound(
        "redact/mod.rs",
        "MOST_DIGITS",
        "the digits of a key that is a name",
        Here(|| vec![inside(key_stays("iso_639"), "true"), outside(key_stays("iso_8601"), "false")]),
    ),
    bound(
        "redact/mod.rs",
        "LONGEST_HEX",
        "the hexadecimal digits of a key that is a name",
        Here(|| vec![inside(key_stays("deadbeef"), "true"), outside(key_stays("deadbeefa"), "false")]),
    ),
    bound(
        "redact/mod.rs",
        "LEVELS",
        "the texts that are read inside of each other",
        Here(|| {
            let stays = |levels: usize| {
                let wrap = |text: String| serde_json::json!([text]).to_string();
                let body = (0..levels).fold("{\"name\":0}".to_owned(), |text, _| wrap(text));
                redacted_with(&body, b"k").contains("name")
            };
            vec![inside(stays(6), "true"), outside(stays(7), "false")]
        }),
    ),
    bound(
        "redact/cipher.rs",
        "ROUNDS",
        "how often a half of a value is changed by the other",
        Nowhere("it is a permutation with any number: redact::no_short_value_stays_and_no_two_become_one"),
    ),
    bound(
        "redact/cipher.rs",
        "FEW_VALUES",
        "values of a kind, one of which may be where it was",
        Nowhere("of more hardly any is: redact::no_short_value_stays_and_no_two_become_one"),
    ),
    bound(
        "redact/cipher.rs",
        "MOST_SPOTS",
        "the letters of a word that are replaced as one",
        Here(|| {
            let same = |count: usize| {
                let [one, more] = [count - 1, count].map(|count| redacted_with(&"x".repeat(count), b"k"));
                more.starts_with(&one)
            };
            vec![inside(same(64), "false"), outside(same(65), "true")]
        }),
    ),
    bound(
        "redact/fit.rs",
        "LONGEST",
        "the bytes of a value of which schemas say the same after it was replaced, quotes included",
        Here(|| {
            let document = r#"{"title":"e","properties":{"id":{"type":"string","pattern":"^usr_"}}}"#;
            let said = |bytes: usize| {
                let body = format!("{{\"id\":\"usr_{}\"}}", "x".repeat(bytes - 6));
                let arena = Arena::new();
                let source =
                    Source { document: document.as_bytes(), name: Some("acme"), ..Source::default() };
                let catalog = load(&arena, &[source], &[]).unwrap().catalog(&[]);
                let mut checker = Checker::new(&catalog);
                let hint = Hint::of("acme/e");
                let text = checker.redact(body.as_bytes(), hint, b"k");
                told(&checker.validate_as(&text, hint, Limits::default()))
            };
            vec![inside(said(256), "valid"), outside(said(257), "invalid: error bad-format /id")]
        }),
    ),
    bound(
        "redact/fit.rs",
        "MOST_TRIED",
        "others that are tried in the place of a letter",
        Nowhere("these are all digits: redact::what_schemas_say_of_a_redacted_value_is_the_same"),
    ),
    bound(
        "redact/inside.rs",
        "SHORTEST",
        "a text that is looked into",
        Nowhere("a shorter one has nothing but words: redact::nothing_personal_is_left_in_what_is_pasted"),
    ),
    bound(
        "redact/encoded.rs",
        "SHORTEST",
        "digits or letters that something is encoded in",
        Nowhere("of fewer nothing is left either: redact::nothing_personal_is_left_in_what_is_pasted"),
    ),
    bound(
        "redact/encoded.rs",
        "MOST_PERCENT",
        "how often a text is percent-encoded",
        Nowhere(
            "beyond, it is replaced word by word: unwrap::a_wrapped_event_is_redacted_as_it_is_by_itself",
        ),
    ),
    bound(
        "redact/encoded.rs",
        "HEAD",
        "letters that tell whether more are base64",
        Nowhere("all of them tell again: redact::nothing_personal_is_left_in_what_is_pasted"),
    ),
    bound(
        "redact/aligned.rs",
        "MOST_LOOKS",
        "the looks at each byte of a body in another notation",
        Nowhere(
            "beyond, it is replaced word by word: time::no_hostile_body_takes_time_beyond_its_size_to_be_redacted",
        ),
    ),
    bound(
        "redact/pieces.rs",
        "LONGEST_INDENT",
        "white space before the next line",
        Nowhere("beyond, a string goes on: time::no_text_takes_time_beyond_its_size_to_be_redacted"),
    ),
    bound(
        "json/mend/vocabulary.rs",
        "LONGEST_BEFORE",
        "what of a phrase stands before a number in it",
        Nowhere(
            "it is as long as the longest: properties::what_is_pasted_has_the_same_report_once_it_is_redacted",
        ),
    ),
    bound(
        "redact/characters.rs",
        "SHORTEST_ID",
        "the letters and digits of an id, hyphens aside",
        Here(|| {
            vec![
                inside(stays_hexadecimal("1a2b-3c4d-5e6f-7a8b"), "true"),
                outside(stays_hexadecimal("1a2b-3c4d-5e6f-7a8"), "false"),
            ]
        }),
    ),
    bound(
        "redact/pieces.rs",
        "SHORTEST_HEX",
        "a word that is a number in hexadecimal, if it has a digit",
        Here(|| {
            vec![inside(stays_hexadecimal("ab12cd"), "true"), outside(stays_hexadecimal("ab12c"), "false")]
        }),
    ),
    bound(
        "redact/pieces.rs",
        "SHORTEST_HEX_LETTERS",
        "the same without one",
        Here(|| {
            vec![
                inside(stays_hexadecimal("abcdefabc"), "true"),
                outside(stays_hexadecimal("abcdefab"), "false"),
            ]
        }),
    ),
    bound(
        "redact/places.rs",
        "MOST_SHAPES",
        "schemas of the values around a value",
        Nowhere("beyond, nothing is known of it: redact::what_schemas_say_of_a_redacted_value_is_the_same"),
    ),
    bound(
        "redact/places.rs",
        "DEEPEST",
        "schemas that lead to each other",
        Nowhere("beyond, nothing is known of it: redact::what_schemas_say_of_a_redacted_value_is_the_same"),
    ),
    bound(
        "redact/places.rs",
        "MOST_WORK",
        "work beyond one look at each value",
        Nowhere("beyond, nothing is known: time::no_text_takes_time_beyond_its_size_to_be_redacted"),
    ),
    bound(
        "redact/places.rs",
        "MOST_TIMES",
        "the same for each node",
        Nowhere("beyond, nothing is known: time::no_text_takes_time_beyond_its_size_to_be_redacted"),
    ),
    bound(
        "redact/places.rs",
        "NEAR",
        "the work of a look at two names",
        Nowhere("it is a part of the work: time::no_text_takes_time_beyond_its_size_to_be_redacted"),
    ),
    // ---- problem
    bound(
        "problem/describe.rs",
        "MOST_SAID",
        "the values of a list that are said",
        Here(|| {
            let said = |count: usize| {
                with_schema(&listed(count), "-1", |report| {
                    let message = report.problems[0].message.clone();
                    message.split(", ").nth(11).unwrap().to_owned()
                })
            };
            vec![inside(said(12), "found the number `-1`"), outside(said(13), "`11`")]
        }),
    ),
    bound(
        "problem/describe.rs",
        "MOST_ALLOWED",
        "the values of a list that a program finds",
        Here(|| {
            let allowed = |count: usize| {
                with_schema(&listed(count), "-1", |report| {
                    let allowed = report.problems[0].parameters.allowed.len();
                    format!("{allowed} of {count}")
                })
            };
            vec![inside(allowed(1000), "1000 of 1000"), outside(allowed(1001), "1000 of 1001")]
        }),
    ),
    bound(
        "problem/message_buffer.rs",
        "LONGEST",
        "the characters of what was found that are quoted",
        Here(|| {
            // In a message a string has its quotes.
            let quoted = |letters: usize| {
                let body = with(COMPLETED, "e8a3c459-35b4-4f6e-a6a6-b8aac9f8a601", &"é".repeat(letters));
                let found = of(&body).problems[0].found.clone().unwrap();
                format!("{} {}", found.chars().count() - 2, found.contains('…'))
            };
            vec![
                inside(quoted(58), "60 false"),
                outside(quoted(59), "61 true"),
                outside(quoted(99), "61 true"),
            ]
        }),
    ),
    bound(
        "problem/mend.rs",
        "milliseconds",
        "the digits of milliseconds, and those of them that are seconds",
        Here(|| {
            let mended = |text: &str| fix(&with(UPDATED, "1741954024", text));
            vec![
                inside(mended("1741954024987"), "1741954024"),
                inside(mended("1000000000000"), "1000000000"),
                inside(mended("9999999999999"), "9999999999"),
                outside(mended("10000000000000"), ""),
            ]
        }),
    ),
    // ---- report
    bound(
        "report/mod.rs",
        "MOST_PROBLEMS",
        "the problems that a report lists",
        By("limits::a_hundred_warnings_are_listed_and_the_rest_counted"),
    ),
    bound(
        "report/mod.rs",
        "MOST_PROBLEMS",
        "the problems of syntax that are looked for",
        By("limits::a_hundred_problems_of_syntax_are_listed"),
    ),
    bound(
        "report/mod.rs",
        "MOST_PROBLEMS",
        "the unknown names that candidates are looked for",
        Here(|| {
            let candidates_after = |others: usize| {
                let named = |name: &str| format!(r#"{{"header":{{"event":{{"name":"{name}"}}}}}}"#);
                let mut list = vec![named("of another"); others];
                list.push(named("credentials.creatd"));
                candidates(&of(&format!(r#"{{"rid":"","events":[{}]}}"#, list.join(",")))).join(", ")
            };
            vec![
                inside(candidates_after(99), "paybook/credentials.created"),
                outside(candidates_after(100), ""),
            ]
        }),
    ),
    bound(
        "report/build.rs",
        "LONGEST_POINTERS",
        "the bytes of all pointers of a report",
        Here(|| {
            // The pointers are `/`, the key, and the repeated key below it.
            let listed = |bytes: usize, repeated: &str| {
                let key = "k".repeat((bytes - "/".len() - "//".len() - repeated.len()) / 2);
                let extra = format!("\"{key}\":{{\"{repeated}\":1,\"{repeated}\":2}},\"accountid\"");
                let report = of(&with(COMPLETED, "\"accountid\"", &extra));
                let pointers: usize = report.problems.iter().map(|problem| problem.pointer.len()).sum();
                assert!(report.omitted > 0 || pointers == bytes, "{pointers}");
                format!("{} and {} more", report.problems.len(), report.omitted)
            };
            vec![
                inside(listed(1 << 20, "a"), "2 and 0 more"),
                outside(listed((1 << 20) + 1, ""), "1 and 1 more"),
            ]
        }),
    ),
    // ---- normalize
    bound(
        "normalize/origins.rs",
        "MOST_ORIGINS",
        "the parts of an event of which it is told where they came from",
        Here(|| {
            let own = parts_of(&with(COMPLETED, "\"accountid\"", "\"list\":[],\"accountid\"")).len() - 1;
            let last = |count: usize| {
                let list = vec!["0"; count].join(",");
                let parts =
                    parts_of(&with(COMPLETED, "\"accountid\"", &format!("\"list\":[{list}],\"accountid\"")));
                assert_eq!(parts.len(), 100_000);
                let is_told = parts.last() == Some(&format!("/data/list/{}", count - 1));
                if is_told { "all" } else { "not the last" }
            };
            vec![inside(last(100_000 - own), "all"), outside(last(100_001 - own), "not the last")]
        }),
    ),
    bound(
        "normalize/origins.rs",
        "LONGEST_POINTERS",
        "the bytes of the keys around all parts in their pointers",
        Here(|| {
            const ELEMENTS: usize = 999;
            let of = |length: usize| {
                let (key, list) = ("k".repeat(length), vec!["0"; ELEMENTS].join(","));
                with(COMPLETED, "\"accountid\"", &format!("\"{key}\":[{list}],\"accountid\""))
            };
            let events = hooklens::normalize(of(1).as_bytes()).unwrap();
            let nodes = serde_nodes(&serde_json::from_str(&events[0].data).unwrap());
            let longest = ((1 << 23) - "/data".len() * nodes) / (ELEMENTS + 1) - "/".len();
            let told = |length: usize| {
                let pointer = format!("/data/{}", "k".repeat(length));
                if parts_of(&of(length)).contains(&pointer) { "as a whole" } else { "part by part" }
            };
            vec![inside(told(longest), "part by part"), outside(told(longest + 1), "as a whole")]
        }),
    ),
    // ---- unwrap
    bound(
        "unwrap/certain.rs",
        "LEAST_EVIDENCE",
        "what speaks for an event inside of a body: required fields that are there, its name",
        Here(|| {
            let found = |event: &str| format!("{:?}", told(&of(&format!("[{event}]"))));
            let wrapped = "\"invalid: error wrapped-event /0\"";
            let connection = r#"{"event":"account.connection.created","connectionid":"b8efd63c-2ec8-422c-a3d6-f4bc398c671f"}"#;
            vec![
                inside(found(connection), wrapped),
                outside(found(r#"{"event":"documents_completed"}"#), "\"unknown: error unknown-event\""),
            ]
        }),
    ),
    bound(
        "unwrap/certain.rs",
        "FEW_FAULTS",
        "the faults of an event inside of a body that has all of its fields",
        Here(|| {
            let with = |faults: usize| {
                let values = [r#""ab""#, r#""c""#, "-1", r#""d""#];
                let right = [UUID, UUID, "1741954370", UUID];
                let [account, consumer, created, connection] =
                    [0, 1, 2, 3].map(|at| if at < faults { values[at] } else { right[at] });
                told(&of(&format!(
                    r#"[{{"event":"account.connection.created","accountid":{account},"consumerid":{consumer},"created":{created},"connectionid":{connection}}}]"#
                )))
            };
            vec![
                inside(with(3), "invalid: error wrapped-event /0"),
                outside(with(4), "unknown: error unknown-event"),
            ]
        }),
    ),
    bound(
        "unwrap/look.rs",
        "MOST_FOUND",
        "the events that are found in one body",
        By("unwrap::so_many_events_are_found"),
    ),
    bound(
        "unwrap/look.rs",
        "MOST_LEVELS",
        "documents in each other",
        By("unwrap::documents_are_in_each_other_to_a_bound"),
    ),
    bound(
        "unwrap/look.rs",
        "MOST_WORK",
        "what is read and decoded of one body",
        By("unwrap::a_hostile_body_is_looked_at_to_a_bound"),
    ),
    bound(
        "unwrap/decode.rs",
        "MOST_STEPS",
        "texts in each other",
        By("unwrap::texts_are_in_each_other_to_a_bound"),
    ),
    bound(
        "unwrap/decode.rs",
        "HEAD",
        "how much of a text is decoded to see whether all of it should be",
        Nowhere("what it lets pass is decoded whole: unwrap::every_event_is_found_in_every_kind_of_wrapping"),
    ),
    bound(
        "unwrap/decode.rs",
        "LONGEST_WORD",
        "what stands before the value of a form's first field",
        By("unwrap::the_first_field_of_a_form_has_a_name_of_a_bounded_length"),
    ),
    bound(
        "unwrap/scan.rs",
        "SHORTEST",
        "the letters of a string that may be a document with an event",
        By("unwrap::a_short_string_is_no_document"),
    ),
    bound(
        "unwrap/scan.rs",
        "SHORTEST_ENCODED",
        "the letters of a string without escapes that may be a document with an event",
        By("unwrap::a_short_string_is_no_document"),
    ),
    bound(
        "unwrap/scan.rs",
        "LONGEST_ESCAPED",
        "the letters of an escaped key that may tell an event",
        By("unwrap::a_key_with_every_letter_escaped_tells_an_event"),
    ),
    // ---- load
    bound(
        "load/mod.rs",
        "MOST_PROBLEMS",
        "the problems of documents that are told",
        By("load::all_problems_are_told_in_the_order_of_the_documents"),
    ),
    bound(
        "load/schema.rs",
        "DEEPEST",
        "the schemas of one value inside of each other",
        Here(|| {
            // The root, its references, and what they lead to.
            let chain = |count: usize| {
                let def = |at: usize| format!(r##""d{at}":{{"$ref":"#/$defs/d{}"}}"##, at + 1);
                let defs: Vec<String> = (0..count).map(def).collect();
                let defs = defs.join(",");
                let document = format!(
                    r##"{{"title":"e","$ref":"#/$defs/d0","$defs":{{{defs},"d{count}":{{"type":"object"}}}}}}"##
                );
                by_schema(&document, "{}")
            };
            vec![inside(chain(99), "valid"), outside(chain(100), "too-deep")]
        }),
    ),
    bound(
        "load/schema.rs",
        "DEEP",
        "the schemas that are read where they are met",
        Nowhere("deeper ones are read later: load::schemas_may_lead_to_each_other_without_end"),
    ),
    bound(
        "load/schema.rs",
        "MOST_LOOKS",
        "the schemas that are looked at, each in every scope of dynamic references",
        Nowhere("there are not as many: load::hostile_documents_come_to_an_end"),
    ),
    bound(
        "load/schema.rs",
        "MOST_TIMES",
        "the same for each node of the documents",
        Nowhere("there are not as many: load::hostile_documents_come_to_an_end"),
    ),
    bound(
        "load/rules.rs",
        "LONGEST_NUMBER",
        "the characters of a number that a schema compares others with",
        Here(|| {
            let least = |digits: usize| {
                by_schema(&format!(r#"{{"title":"e","minimum":-{}}}"#, "9".repeat(digits - 1)), "1")
            };
            vec![inside(least(1000), "valid"), outside(least(1001), "too-large")]
        }),
    ),
    bound(
        "shape.rs",
        "FEW",
        "the fields of an object that are looked for one after the other, not by their hashes",
        Nowhere("it is the same field: load::objects_of_any_number_of_fields_have_theirs"),
    ),
    bound(
        "load/reference.rs",
        "MANY_CHILDREN",
        "the nodes of an object whose members are looked at one by one",
        Nowhere("it is the same member: load::references_lead_into_objects_and_arrays_of_any_size"),
    ),
    bound(
        "load/reference.rs",
        "MOST_SCOPES",
        "the scopes of dynamic references, the empty one included",
        Here(|| {
            let chain = |count: usize| {
                let resource = |at: usize| {
                    format!(
                        r##""r{at}":{{"$id":"r{at}","$dynamicAnchor":"a{at}","properties":{{"x":{{"$ref":"r{}"}}}}}}"##,
                        at + 1
                    )
                };
                let resources: Vec<String> = (0..count).map(resource).collect();
                let document = format!(
                    r##"{{"$id":"http://acme/","title":"e","properties":{{"x":{{"$ref":"r0"}}}},"$defs":{{{},"r{count}":{{"$id":"r{count}"}}}}}}"##,
                    resources.join(",")
                );
                by_schema(&document, "{}")
            };
            vec![inside(chain(255), "valid"), outside(chain(256), "too-large")]
        }),
    ),
];

/// Why some numbers of recognising have no body at their bound: no one number decides.
const MEASURED: &str =
    "what an event is taken for is measured on the payloads of a large document, damaged ones too";

/// Constants that bound nothing: flags, tags, what stands for nothing, parts of a hash, room at first.
const OTHERS: &[(&str, &str)] = &[
    ("catalog/index.rs", "NONE"),
    ("catalog/outline.rs", "NONE"),
    // No bound of a repetition.
    ("format/pattern.rs", "ENDLESS"),
    // No code point, and no step.
    ("format/pattern/compile.rs", "SET"),
    ("format/pattern/run.rs", "NOTHING"),
    ("json/document.rs", "DECIMAL"),
    ("json/document.rs", "ESCAPED"),
    ("json/document.rs", "LARGE"),
    ("json/document.rs", "LONE_SURROGATE"),
    ("json/document.rs", "ROOT"),
    ("json/lookahead.rs", "MOST_PLAIN_DIGITS"),
    ("json/lookahead.rs", "WIDTH"),
    ("json/map.rs", "MULTIPLIER"),
    ("json/map.rs", "NONE"),
    ("json/reader.rs", "NONE"),
    ("json/reader.rs", "SMALLEST_TAPE"),
    ("json/value.rs", "ARRAY"),
    ("json/value.rs", "FALSE"),
    ("json/value.rs", "NULL"),
    ("json/value.rs", "NUMBER"),
    ("json/value.rs", "OBJECT"),
    ("json/value.rs", "STRING"),
    ("json/value.rs", "TRUE"),
    // What a member counts in the score of an event that is told by what fits.
    ("recognize/by_fit/score.rs", "ABSENT"),
    ("recognize/by_fit/score.rs", "BELOW"),
    ("recognize/by_fit/score.rs", "CONSTANT"),
    ("recognize/by_fit/score.rs", "KNOWN_ELSEWHERE"),
    ("recognize/by_fit/score.rs", "LISTED"),
    ("recognize/by_fit/score.rs", "MISSING"),
    ("recognize/by_fit/score.rs", "NEW"),
    ("recognize/by_fit/score.rs", "OPTIONAL"),
    ("recognize/by_fit/score.rs", "OTHER_KIND"),
    ("recognize/by_fit/score.rs", "OTHER_KIND_FAULT"),
    ("recognize/by_fit/score.rs", "OTHER_TEXT"),
    ("recognize/by_fit/score.rs", "RENAMED"),
    ("recognize/by_fit/score.rs", "RENAME_FAULT"),
    ("recognize/by_fit/score.rs", "REQUIRED"),
    // How many words say what a value may be.
    ("problem/alternatives.rs", "MOST_FIELDS"),
    ("problem/alternatives.rs", "MOST_LISTED"),
    // What orders problems in a report: warnings after errors.
    ("report/build.rs", "LAST"),
    // What no character is.
    ("redact/spelling.rs", "WRONG"),
    // How many digits a code point has.
    ("redact/spelling.rs", "MOST_DIGITS"),
    // How many fields a list of the catalog has.
    ("shape/fields.rs", "COUNT"),
    // Bits of a verdict, and what is absent in a report, on the way to JavaScript.
    ("wasm.rs", "LISTED"),
    ("wasm.rs", "SEVERAL"),
    ("wasm/lines.rs", "EVERY"),
    ("wasm/lines.rs", "GOES_ON"),
    ("wasm/lines.rs", "TOLD"),
    ("wasm/loading.rs", "ASSERTED"),
    ("wasm/loading.rs", "HOSTED"),
    ("wasm/loading.rs", "NAMED"),
    ("wasm/loading.rs", "SELECTED"),
];

#[test]
fn at_every_bound_is_said_what_the_table_has() {
    let mut wrong = Vec::new();
    for Bound { file, name, bounds, seen } in TABLE {
        let Here(sides) = seen else { continue };
        let sides = sides();
        let sought = [true, false].map(|inside| sides.iter().any(|side| side.inside == inside));
        assert_eq!(sought, [true, true], "{file}, {name}: {bounds}: a side is missing");
        for Side { inside, found, expected } in sides {
            let place = if inside { "inside" } else { "outside" };
            if found != expected {
                wrong.push(format!("{file}, {name}: {bounds}: {place}, {found:?} is said, not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_test_that_the_table_names_exists() {
    for Bound { seen, .. } in TABLE {
        let text = match seen {
            By(text) | Nowhere(text) => text,
            Here(_) => continue,
        };
        let named = text.split(' ').filter_map(|word| word.split_once("::"));
        assert!(matches!(seen, Nowhere(_)) || named.clone().count() == 1, "{text}");
        for (file, test) in named {
            let path = util::tests().join(format!("{file}.rs"));
            let code = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{text}: there is no such file"));
            let starts = format!("#[test]\nfn {test}() {{");
            assert!(code.contains(&starts), "{text}: there is no such test");
        }
    }
}

/// What of the core is where the table says that it is: constants and functions.
#[test]
fn every_place_that_the_table_names_exists() {
    for Bound { file, name, bounds, .. } in TABLE {
        let code = fs::read_to_string(source().join(file)).unwrap_or_else(|_| panic!("{file} is no file"));
        let name = name.rsplit("::").next().unwrap();
        let is_constant = name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
        let starts = match is_constant {
            true => vec![format!("const {name}: ")],
            false => vec![format!("fn {name}("), format!("fn {name}<")],
        };
        assert!(starts.iter().any(|start| code.contains(start)), "{file} has no {name}: {bounds}");
        assert!(!OTHERS.contains(&(*file, name)), "{file}, {name} is said to bound nothing");
    }
}

/// A new constant has its bound in the table, or is among those that bound nothing.
#[test]
fn every_constant_is_in_the_table() {
    let mut constants = BTreeSet::new();
    collect(&source(), "", &mut constants);
    for (file, name) in &constants {
        let is_bound = TABLE.iter().any(|bound| bound.file == file && bound.name == name);
        let is_other = OTHERS.contains(&(file.as_str(), name.as_str()));
        assert!(is_bound || is_other, "{file}, {name}: what does it bound?");
    }
    for (file, name) in OTHERS {
        assert!(constants.contains(&((*file).to_owned(), (*name).to_owned())), "{file} has no {name}");
    }
}

/// The integer constants of the core, each with its file; not what a provider sends, and what writes files.
fn collect(folder: &Path, below: &str, constants: &mut BTreeSet<(String, String)>) {
    for name in util::names_in(folder) {
        let path = folder.join(&name);
        let file = format!("{below}{name}");
        let left_out = ["catalog/paybook.rs", "catalog/chift.rs", "catalog/seam.rs", "export"];
        if left_out.contains(&file.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{file}/"), constants);
        } else if name.ends_with(".rs") {
            for line in fs::read_to_string(&path).unwrap().lines() {
                if let Some(name) = integer_constant(line) {
                    constants.insert((file.clone(), name.to_owned()));
                }
            }
        }
    }
}

/// The name of the constant that a line declares, where it is an integer.
fn integer_constant(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once("const ")?;
    let is_visibility = |word: &str| word.is_empty() || word == "pub" || word.starts_with("pub(");
    if !is_visibility(before.trim()) {
        return None;
    }
    let (name, rest) = rest.split_once(": ")?;
    let (kind, _) = rest.split_once(" =")?;
    let digits = kind.strip_prefix(['u', 'i']).unwrap_or_default();
    let is_integer = digits == "size" || digits.parse::<u32>().is_ok() || kind == "NodeId";
    is_integer.then_some(name)
}

#[test]
fn constants_are_found() {
    let found = |line| integer_constant(line);
    assert_eq!(found("const MOST_KEPT: u32 = 1000;"), Some("MOST_KEPT"));
    assert_eq!(found("    pub(crate) const ROOT: NodeId = 0;"), Some("ROOT"));
    assert_eq!(found("    pub const MOST_ROWS: usize = u16::MAX as usize;"), Some("MOST_ROWS"));
    assert_eq!(found("const LAST: i128 = 1 << 63;"), Some("LAST"));
    assert_eq!(found("const WORDS: &str = \"a\";"), None);
    assert_eq!(found("const fn insert(row: usize) {"), None);
    assert_eq!(found("fn ends<const N: usize>(to: &mut [u8]) -> bool {"), None);
}

fn source() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

// ---- bodies, and what is said of them

const REFRESH: &str = include_str!("payloads/paybook/refresh.json");
const CREATED: &str = include_str!("payloads/paybook/credentials.created.json");
const COMPLETED: &str = include_str!("payloads/chift/pos.order.completed.json");
const UPDATED: &str = include_str!("payloads/chift/account.issue.updated.json");
const EXECUTED: &str = include_str!("payloads/chift/account.flow.executed.bare.json");

#[track_caller]
fn with(body: &str, from: &str, to: &str) -> String {
    assert!(body.contains(from), "{from}");
    body.replacen(from, to, 1)
}

fn quote(text: &str) -> String {
    format!("\"{text}\"")
}

/// Members that mean nothing, a comma after each.
fn fillers(count: usize) -> String {
    (0..count).map(|number| format!("\"filler_{number}\":0,")).collect()
}

fn of(body: &str) -> Report<'static> {
    hooklens::validate(body.as_bytes())
}

fn check<'c>(catalog: &'c Catalog<'c>, body: &str) -> Report<'c> {
    Checker::new(catalog).validate(body.as_bytes(), Limits::default())
}

/// What is made of the report of a body that is the event of a schema; else the first problem of that.
fn with_schema<T>(document: &str, body: &str, work: impl FnOnce(&Report) -> T) -> T {
    let arena = Arena::new();
    let source = Source { document: document.as_bytes(), name: Some("acme"), ..Source::default() };
    let loaded = load(&arena, &[source], &[]).unwrap_or_else(|found| panic!("{found:?}"));
    let catalog = loaded.catalog(&[]);
    let limits = Limits { max_depth: 1000, ..Limits::default() };
    work(&Checker::new(&catalog).validate_as(body.as_bytes(), Hint::of("acme/e"), limits))
}

/// What is said of a body by a schema; where the schema is refused, the code of that.
fn by_schema(document: &str, body: &str) -> String {
    let source = Source { document: document.as_bytes(), ..Source::default() };
    match load(&Arena::new(), &[source], &[]) {
        Ok(_) => with_schema(document, body, told),
        Err(problems) => problems[0].problem.code.spelling().to_owned(),
    }
}

/// What is said after a look at all 2,001 nodes of a body for each of so many names: 6 million and 32 for each node
/// may be.
fn worked(names: usize) -> String {
    let names: Vec<String> = (0..names).map(|at| format!("\"name {at}\":[]")).collect();
    let document = format!(r#"{{"title":"e","type":"object","dependentRequired":{{{}}}}}"#, names.join(","));
    let members: Vec<String> = (0..1000).map(|at| format!("\"{at}\":0")).collect();
    by_schema(&document, &format!("{{{}}}", members.join(",")))
}

/// A schema of so many values.
fn listed(count: usize) -> String {
    let values: Vec<String> = (0..count).map(|value| value.to_string()).collect();
    format!(r#"{{"title":"e","enum":[{}]}}"#, values.join(","))
}

fn events(body: &str) -> Vec<CloudEvent> {
    hooklens::normalize(body.as_bytes()).unwrap_or_else(|report| panic!("{}", told(&report)))
}

/// Whether a text is a pattern, and if not, why.
fn compiles(source: &str) -> String {
    compile(source).map_or_else(|refusal| format!("{refusal:?}"), |_| "true".to_owned())
}

/// The status and every problem.
fn told(report: &Report) -> String {
    let status = report.status.spelling();
    match summary(report).join(", ") {
        problems if problems.is_empty() => status.to_owned(),
        problems => format!("{status}: {problems}"),
    }
}

/// The event, or else the status, and the first problem.
fn first(report: &Report) -> String {
    let what = ids(report).pop().unwrap_or_else(|| report.status.spelling().to_owned());
    format!("{what}: {}", summary(report)[0])
}

fn errors(report: &Report) -> String {
    summary(report).into_iter().filter(|problem| problem.starts_with("error")).collect::<Vec<_>>().join(", ")
}

/// What was found, of the first problem.
fn found(body: &str) -> String {
    of(body).problems[0].found.clone().unwrap()
}

/// What is found of a body that is percent-encoded so many times, but for its letters.
fn percent_encoded(times: usize, letters: usize) -> String {
    found(&format!("%{}7B\"a\":\"{}\"}}", "25".repeat(times - 1), "x".repeat(letters)))
}

/// The text that mends the first problem.
fn fix(body: &str) -> String {
    of(body).problems[0].fix.as_ref().map(|fix| fix.text.clone()).unwrap_or_default()
}

fn distance(name: &str, known: &str) -> String {
    near(name, known).map_or("-".to_owned(), |distance| distance.to_string())
}

fn extended(value: &str) -> String {
    with(COMPLETED, "\"accountid\"", &format!("\"x\":{value},\"accountid\""))
}

/// The problems of an event that has one field more.
fn with_extra(value: &str) -> String {
    summary(&of(&extended(value))).join(", ")
}

/// That field as it is in the data.
fn extra(value: &str) -> String {
    let data = events(&extended(value)).remove(0).data;
    let (_, after) = data.rsplit_once("\"x\":").unwrap();
    after.strip_suffix('}').unwrap().to_owned()
}

fn content_id(value: &str) -> String {
    events(&extended(value)).remove(0).id
}

fn occurrences(value: &str) -> String {
    told(&of(&with(UPDATED, "\"occurrences\": 3", &format!("\"occurrences\": {value}"))))
}

fn created(value: &str) -> String {
    told(&of(&with(UPDATED, "1741954024", value)))
}

fn refresh_with(endpoints: &str) -> String {
    let (_, rest) = REFRESH.split_once("}, ").unwrap();
    format!("{{\"endpoints\":{endpoints},{rest}")
}

// ---- what the table names

/// One field more is checked as the others are, wherever there is room for it.
#[test]
fn objects_of_any_number_of_fields_are_checked_alike() {
    for count in [1, 2, 14, 15, 16, 17, 18, 31, 32, 33, 100, 256, 257] {
        // The name is a field as well.
        let names: Vec<String> = (1..count).map(|number| format!("field number {number}")).collect();
        let id = Shape::Text(Text::of(Format::ObjectId));
        let fields: Vec<Field<'_>> = names.iter().map(|name| Field::required(name, id)).collect();
        with_bakery(&["bread.baked".to_owned()], &fields, &[], |catalog| {
            let value = |_: usize| Some("\"5e793889ea4c5165d46f9811\"");
            let body = |order: &[usize], value: &dyn Fn(usize) -> Option<&'static str>| {
                let member = |at: &usize| Some(format!(",\"{}\":{}", names[*at], value(*at)?));
                let members: String = order.iter().filter_map(member).collect();
                told(&check(catalog, &format!("{{\"kind\":\"bread.baked\"{members}}}")))
            };
            let order: Vec<usize> = (0..names.len()).collect();
            let reversed: Vec<usize> = order.iter().rev().copied().collect();
            for order in [&order, &reversed] {
                assert_eq!(body(order, &value), "valid", "{count}");
                for changed in 0..names.len() {
                    let is = |expected, other| {
                        let value = |at| if at == changed { other } else { value(at) };
                        let expected = format!("invalid: error {expected} /field number {}", changed + 1);
                        assert_eq!(body(order, &value), expected, "of {count}");
                    };
                    is("missing-field", None);
                    is("wrong-type", Some("7"));
                    is("bad-format", Some("\"7\""));
                    let again: Vec<usize> = order.iter().copied().chain([changed]).collect();
                    let expected = format!("valid: warning duplicate-key /field number {}", changed + 1);
                    assert_eq!(body(&again, &value), expected, "of {count}");
                }
            }
        });
    }
}

#[test]
fn texts_of_every_length_are_kept() {
    for length in (0..=80).chain(65_530..65_540) {
        let text: String = ('a'..='z').chain('0'..='9').cycle().take(length).collect();
        assert_eq!(extra(&quote(&text)), quote(&text), "{length}");
    }
}

#[test]
fn texts_of_every_length_have_ids_of_their_own() {
    let lengths = (0..40).chain(4000..4200);
    let mut ids = BTreeSet::new();
    for length in lengths.clone() {
        let text = "a".repeat(length);
        let id = content_id(&quote(&format!("{text}b")));
        assert_eq!(id, content_id(&quote(&format!("{text}\\u0062"))), "{length}");
        ids.insert(id);
    }
    assert_eq!(ids.len(), lengths.count());
}

#[test]
fn parameters_are_found_wherever_they_stand() {
    for (before, between) in (0..40).flat_map(|before| (0..20).map(move |between| (before, between))) {
        let (path, value) = ("x".repeat(before), "y".repeat(between));
        let body = refresh_with(&format!(r#"{{"credential":["/{path}?a={value}&b%20={value}+#c=d&e"]}}"#));
        let data: serde_json::Value = serde_json::from_str(&events(&body)[0].data).unwrap();
        let endpoint = &data["endpoints"]["credential"][0];
        assert_eq!(endpoint["path"], format!("/{path}"));
        let query = serde_json::json!({"a": value, "b ": format!("{value} ")});
        assert_eq!(endpoint["query"], query, "{before}, {between}");
    }
}

#[test]
fn ids_are_found_wherever_they_stand() {
    let is = |endpoint: &str, expected: &str| {
        let body = refresh_with(&format!(r#"{{"credential":["{endpoint}"]}}"#));
        assert_eq!(told(&of(&body)), expected, "{endpoint}");
    };
    let (own, other) = ("5e793889ea4c5165d46f9811", "5e793889ea4c5165d46f9812");
    let stray = "valid: warning inconsistent-value /endpoints/credential/0";
    for before in 0..40 {
        let before = "x".repeat(before);
        for path in ["/credentials/", "?id_credential=", "?a=b&id_credential="] {
            let start = format!("/a{before}{path}");
            // The shortest ids stand in the last block whole.
            is(&start, "valid");
            is(&format!("{start}{own}"), "valid");
            for other in [other, "o", "ot", "oth"] {
                is(&format!("{start}{other}"), stray);
            }
            for after in 0..20 {
                let end = if path.starts_with('/') { "/" } else { "&" };
                let after = "y".repeat(after);
                is(&format!("{start}{own}{end}{after}"), "valid");
                is(&format!("{start}{other}{end}{after}"), stray);
            }
        }
    }
}

/// Punycode of code points, which may be none of letters (RFC 3492, section 6.3).
fn punycode(text: &[u32]) -> String {
    let digit = |value: u32| char::from_digit((value + 10) % 36, 36).unwrap();
    let mut output: String =
        text.iter().filter(|code| **code < 0x80).filter_map(|code| char::from_u32(*code)).collect();
    let basic = output.len() as u32;
    if basic > 0 {
        output.push('-');
    }
    let (mut done, mut next, mut delta, mut bias) = (basic, 0x80, 0, 72);
    while (done as usize) < text.len() {
        let least = *text.iter().filter(|code| **code >= next).min().unwrap();
        delta += (least - next) * (done + 1);
        next = least;
        for &code in text {
            delta += u32::from(code < next);
            if code != next {
                continue;
            }
            let (mut left, mut step) = (delta, 36);
            loop {
                let threshold = if step <= bias { 1 } else { (step - bias).min(26) };
                if left < threshold {
                    break;
                }
                output.push(digit(threshold + (left - threshold) % (36 - threshold)));
                left = (left - threshold) / (36 - threshold);
                step += 36;
            }
            output.push(digit(left));
            let (mut shrunk, mut steps) = (if done == basic { delta / 700 } else { delta / 2 }, 0);
            shrunk += shrunk / (done + 1);
            while shrunk > 455 {
                (shrunk, steps) = (shrunk / 35, steps + 36);
            }
            bias = steps + 36 * shrunk / (shrunk + 38);
            (delta, done) = (0, done + 1);
        }
        (delta, next) = (delta + 1, next + 1);
    }
    output
}

/// Letters just inside of what there is, by themselves and among others, and what is just outside.
#[test]
fn punycode_decodes_to_the_letters_at_its_bounds() {
    let bücher: Vec<u32> = "bücher".chars().map(u32::from).collect();
    assert_eq!(punycode(&bücher), "bcher-kva");
    let is = |text: &[u32], expected: bool| {
        let label = punycode(text);
        assert_eq!(
            Format::Url.accepts(format!("https://xn--{label}").as_bytes()),
            expected,
            "{label}, {text:x?}"
        );
    };
    let letters = [0xa0, 0xd7ff, 0xe000, 0x1_0000, 0x10_ffff];
    let others = [0x80, 0x9f, 0xd800, 0xdfff, 0x11_0000];
    let among: [&[u32]; 8] = [
        &[],
        &[0x61],
        &[0xa0],
        &[0x10_ffff],
        &[0x61; 200],
        &[0xd7ff; 40],
        &[0x61, 0xa0, 0x62, 0x10_ffff],
        &[0xe9, 0xe8, 0x1_0000, 0xe9],
    ];
    for (code, expected) in
        letters.map(|code| (code, true)).into_iter().chain(others.map(|code| (code, false)))
    {
        for before in among {
            for after in among {
                is(&[before, &[code], after].concat(), expected);
            }
        }
    }
    // How the digits of a letter are weighed depends on how far the one before was from those before it.
    let far = (0xa0..0x2000).chain(0xf900..0xfa00).chain((0x2_6f00..0x2_7300).step_by(16));
    for code in far {
        for before in [&[][..], &[0x61], &[0x61; 2], &[0x61; 3]] {
            is(&[before, &[code, 0x10_ffff]].concat(), true);
            is(&[before, &[code, 0x11_0000]].concat(), false);
        }
    }
}

/// Up to so many keys are compared with each other, more of them sorted: each value is checked, and of a key that
/// is repeated the last.
#[test]
fn maps_of_any_number_of_keys_are_checked_alike() {
    let example = include_str!("payloads/seam/device.connected.json");
    let map = r#""device_custom_metadata": {"#;
    assert!(example.contains(map));
    for count in (1..=20).chain(60..70) {
        let keys: String = (0..count).map(|key| format!(r#""key_{key}": true, "#)).collect();
        let with = |more: &str| {
            summary(&hooklens::validate(example.replace(map, &format!("{map}{keys}{more}")).as_bytes()))
        };
        assert_eq!(with(""), [""; 0], "{count} keys");
        let wrong = "error wrong-type /device_custom_metadata/x";
        assert_eq!(with(r#""x": 1, "#), [wrong], "{count} keys and a wrong value");
        let again = "warning duplicate-key /device_custom_metadata/x";
        assert_eq!(with(r#""x": 1, "x": "1", "#), [again], "{count} keys and the last value right");
        assert_eq!(with(r#""x": "1", "x": 1, "#), [again, wrong], "{count} keys and the last value wrong");
    }
}
