//! At, under and over every bound.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod util;

use hooklens::catalog::BUILT_IN;
use hooklens::json::number;
use hooklens::{Checker, Code, Limits, Severity, Status, validate};
use util::hostile::{ALL, Asked, LIMITS};
use util::summary;

// ---- the list of problems

fn with_extras(count: usize) -> Vec<u8> {
    let example = include_str!("payloads/seam/acs_credential.issued.json");
    let extras: String = (0..count).map(|index| format!(",\"extra_{index}\":{index}")).collect();
    format!("{}{extras}}}", example.trim_end().strip_suffix('}').unwrap()).into()
}

#[test]
fn a_hundred_warnings_are_listed_and_the_rest_counted() {
    for count in [0, 1, 99, 100, 101, 999, 1000, 1001, 1100, 20_000] {
        let report = validate(&with_extras(count));
        assert_eq!(report.status, Status::Valid, "{count}");
        assert_eq!(report.problems.len(), count.min(100), "{count}");
        assert_eq!(report.omitted as usize, count.saturating_sub(100), "{count}");
        let first = (0..count.min(100)).map(|index| format!("warning unexpected-field /extra_{index}"));
        assert_eq!(summary(&report), first.collect::<Vec<_>>());
    }
}

/// The body is not checked in the order of its text, and of very many problems not all are kept.
#[test]
fn the_first_problems_in_the_text_are_listed_however_many_there_are() {
    for count in [0, 1, 93, 94, 999, 1000, 1001, 3998, 3999, 4000, 4001, 10_000] {
        // The endpoints are checked before the fields that stand before them, or are missing.
        let bad = vec!["\"x\""; count].join(",");
        let body =
            format!("{{\"event\":\"refresh\",\"id_user\":7,\"endpoints\":{{\"credential\":[{bad}]}}}}");
        let report = validate(body.as_bytes());
        let (missing, rest): (Vec<_>, Vec<_>) =
            report.problems.iter().partition(|problem| problem.code == Code::MissingField);
        assert_eq!(missing.len(), 6, "{count}");
        let endpoints = (0..count).map(|index| format!("/endpoints/credential/{index}"));
        let expected = ["/id_user".to_owned()].into_iter().chain(endpoints).take(94);
        assert!(rest.iter().map(|problem| &problem.pointer).eq(&expected.collect::<Vec<_>>()), "{count}");
        assert_eq!(report.problems.len() + report.omitted as usize, 6 + 1 + count);

        // Numbers are looked at last.
        let extras = String::from_utf8(with_extras(count)).unwrap();
        let body = extras.replacen('{', "{\"first\":9007199254740993,", 1);
        let report = validate(body.as_bytes());
        let first = ["warning unexpected-field /first", "warning unsafe-number /first"].map(str::to_owned);
        let extras = (0..count).map(|index| format!("warning unexpected-field /extra_{index}"));
        assert_eq!(summary(&report), first.into_iter().chain(extras).take(100).collect::<Vec<_>>());
        assert_eq!(report.problems.len() + report.omitted as usize, 2 + count);
    }
}

/// However many warnings stand before it, an error is listed, and counts.
#[test]
fn an_error_after_many_warnings_is_listed() {
    for count in [99, 100, 1000, 20_000] {
        let mut body = String::from_utf8(with_extras(count)).unwrap();
        body.truncate(body.len() - 1);
        body.push_str(",\"event_id\":0}");
        let report = validate(body.as_bytes());
        assert_eq!(report.status, Status::Invalid, "{count}");
        let errors = report.problems.iter().filter(|problem| problem.severity == Severity::Error);
        assert_eq!(errors.map(|problem| problem.pointer.as_str()).collect::<Vec<_>>(), ["/event_id"]);
        assert_eq!(report.problems.len() + report.omitted as usize, count + 2, "its key is there twice");
    }
}

#[test]
fn a_hundred_problems_of_syntax_are_listed() {
    for count in [1, 99, 100, 101, 5000] {
        let body = format!("[{}0]", "NaN,".repeat(count));
        let report = validate(body.as_bytes());
        assert_eq!((report.status, report.omitted), (Status::Malformed, 0), "{count}");
        assert_eq!(report.problems.len(), count.min(100));
        assert!(report.problems.iter().all(|problem| problem.code == Code::InvalidJson));
    }
}

/// A body that is too long to be read again and again has its first problem told.
#[test]
fn of_a_long_body_the_first_problem_of_syntax_is_told() {
    for (gap, problems) in [((256 << 10) - 12, 2), (256 << 10, 1)] {
        let body = format!("[NaN,{}NaN]", " ".repeat(gap));
        assert_eq!(validate(body.as_bytes()).problems.len(), problems, "{} bytes", body.len());
    }
}

#[test]
fn a_hundred_unknown_names_give_few_candidates() {
    let events: Vec<String> = (0..500)
        .map(|index| format!("{{\"header\":{{\"event\":{{\"name\":\"credentials.x{index}\"}}}}}}"))
        .collect();
    let report = validate(format!("{{\"rid\":\"\",\"events\":[{}]}}", events.join(",")).as_bytes());
    assert_eq!((report.status, report.problems.len(), report.omitted), (Status::Unknown, 100, 400));
    assert!(report.candidates.len() < 10, "{:?}", report.candidates);
}

// ---- sizes and depths

#[test]
fn no_bound_is_too_small_or_too_large() {
    let body = include_bytes!("payloads/paybook/credentials.refreshed.json");
    let size = body.len() as u32;
    let check = |body: &[u8], max_bytes, max_depth| {
        let report = Checker::new(&BUILT_IN).validate(body, Limits { max_bytes, max_depth });
        (report.status, report.problems.first().map(|problem| problem.code))
    };
    for max_depth in [6, 7, u32::MAX - 1, u32::MAX] {
        for max_bytes in [size, size + 1, u32::MAX - 17, u32::MAX - 16, u32::MAX - 1, u32::MAX] {
            assert_eq!(check(body, max_bytes, max_depth), (Status::Valid, None), "{max_bytes}, {max_depth}");
        }
    }
    let (large, deep) = ((Status::Malformed, Some(Code::TooLarge)), (Status::Malformed, Some(Code::TooDeep)));
    for max_depth in [0, 1, 5, u32::MAX] {
        assert_eq!(check(body, size - 1, max_depth), large, "what is too large is not read");
        assert_eq!(check(body, 0, max_depth), large);
    }
    for max_depth in [0, 1, 4, 5] {
        assert_eq!(check(body, size, max_depth), deep);
    }
    assert_eq!(check(b"", 0, 0), (Status::Malformed, Some(Code::InvalidJson)));
    assert_eq!(check(b"0", 1, 0), (Status::Unknown, Some(Code::UnknownEvent)), "a scalar has no level");
    assert_eq!(check(b"{}", 2, 1), (Status::Unknown, Some(Code::UnknownEvent)));
    assert_eq!(check(b"{}", 2, 0), deep);
}

// ---- numbers

/// What an exact reckoning with digits says of a number: its value, where it is an integer.
fn exactly(text: &str) -> Option<i128> {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let shift = exponent.parse::<i128>().unwrap() - fraction.len() as i128;
    let digits: i128 = format!("{whole}{fraction}").parse().unwrap();
    match shift {
        _ if digits == 0 => Some(0),
        0.. => Some(digits * 10i128.pow(shift as u32)),
        _ => {
            let unit = 10i128.checked_pow(shift.unsigned_abs() as u32)?;
            (digits % unit == 0).then_some(digits / unit)
        }
    }
}

#[test]
fn numbers_at_every_edge_are_read_exactly() {
    let edges =
        [0, 1, 9, 10, 1 << 31, 1 << 32, 999_999_999_999, 1_000_000_000_000, (1i128 << 53) - 1, 1 << 53];
    // Beyond eighteen digits it is only said to be large.
    let saturated = |exact: i128| match exact.abs() < 10i128.pow(18) {
        true => exact,
        false => exact.signum() * i128::from(i64::MAX),
    };
    let spellings = |edge: i128| {
        [
            format!("{edge}"),
            format!("{edge}.0"),
            format!("{edge}.5"),
            format!("{edge}e0"),
            format!("{edge}0e-1"),
            format!("{edge}e-1"),
            format!("{edge}e3"),
            format!("{edge}000000000000000000000e-21"),
        ]
    };
    for edge in edges {
        for text in spellings(edge).into_iter().flat_map(|text| [format!("-{text}"), text]) {
            let decimal = text.contains(['.', 'e']);
            let exact = exactly(&text).map(saturated);
            assert_eq!(number::integer(text.as_bytes(), decimal).map(i128::from), exact, "{text}");
            let beyond = exact.unwrap_or(edge).abs() > (1 << 53) - 1;
            if !text.contains(".5") && !text.ends_with("e-1") {
                assert_eq!(number::is_unsafe(text.as_bytes()), beyond, "{text}");
            }
        }
    }
    let long = "9".repeat(5000);
    for text in ["9223372036854775807", "9223372036854775808", "1e19", "1e307", &long[..300]] {
        assert_eq!(number::integer(text.as_bytes(), text.contains('e')), Some(i64::MAX), "{text}");
        assert_eq!(number::integer(format!("-{text}").as_bytes(), text.contains('e')), Some(-i64::MAX));
        assert!(number::is_unsafe(text.as_bytes()));
    }
    for text in ["1e309", "1e4294967296", "1e99999999999999999999", long.as_str()] {
        assert_eq!(number::integer(text.as_bytes(), text.contains('e')), None, "beyond every double: {text}");
        assert!(number::is_unsafe(text.as_bytes()), "{text}");
    }
    for text in ["1e-309", "1e-4294967296", "1e-99999999999999999999", "0.1", "1.5"] {
        assert_eq!(number::integer(text.as_bytes(), true), None, "{text}");
        assert!(!number::is_unsafe(text.as_bytes()), "{text}");
    }
}

#[test]
fn numbers_of_any_size_have_an_order() {
    // From the smallest to the largest, those of one size together.
    let rising: [&[&str]; 22] = [
        &["-1e99999999999999999999"],
        &["-1e400", "-10e399"],
        &["-9007199254740993", "-9007199254740993.0", "-9007199254740.993e3"],
        &["-9007199254740992"],
        &["-10", "-1e1", "-1.0E+1"],
        &["-1.5"],
        &["-1", "-1.00", "-0.1e1", "-10e-1"],
        &["-0.5"],
        &["-1e-400"],
        &["0", "-0", "0.0", "-0.000", "0e400", "-0e-99999999999999999999"],
        &["1e-99999999999999999999"],
        &["1e-400", "0.1e-399"],
        &["0.001", "1e-3"],
        &["0.05", "5e-2"],
        &["0.1", "100e-3"],
        &["0.15"],
        &["1", "1.0", "1e0", "0.00001e5"],
        &["9007199254740992", "9.007199254740992e15"],
        &["9007199254740993"],
        &["1e19", "10000000000000000000"],
        &["1e400", "0.0001e404"],
        &["1e99999999999999999999"],
    ];
    let order = |left: &str, right: &str| number::compare(left.as_bytes(), right.as_bytes());
    for (at, lefts) in rising.iter().enumerate() {
        for (other, rights) in rising.iter().enumerate() {
            for (left, right) in lefts.iter().flat_map(|left| rights.iter().map(move |right| (left, right))) {
                assert_eq!(order(left, right), at.cmp(&other), "{left} to {right}");
            }
        }
    }
}

#[test]
fn a_multiple_is_one_exactly() {
    let is = |text: &str, of: &str| number::is_multiple(text.as_bytes(), of.as_bytes());
    for number in -40..=40_i64 {
        for of in 1..=20_i64 {
            // The same of tenths, of thousands, and of what no double has.
            for unit in ["", "e-1", "e3", "e400", "e-400"] {
                let expected = Some(number % of == 0);
                assert_eq!(
                    is(&format!("{number}{unit}"), &format!("{of}{unit}")),
                    expected,
                    "{number} of {of}"
                );
            }
        }
    }
    let long = "3".repeat(100_000);
    for (text, of) in [
        ("0.3", "0.1"),
        ("4.02", "0.01"),
        ("1e308", "1e-308"),
        ("1e400", "7.8125"),
        ("-0", "0.7"),
        ("0e5", "1e9"),
        ("0.0075", "0.0001"),
        ("9007199254740993", "3"),
        ("1e99999999999999999999", "512"),
        (&long, "3"),
        (&long, "0.33"),
        ("1e59", "576460752303423488"),
        ("999999999999999999e7", "999999999999999999"),
    ] {
        assert_eq!(is(text, of), Some(true), "{text} of {of}");
    }
    for (text, of) in [
        ("0.35", "0.1"),
        ("1e-400", "1"),
        ("1e400", "3"),
        ("9007199254740992", "3"),
        ("9007199254740993", "2"),
        ("1", "10"),
        ("15", "10"),
        ("1e58", "576460752303423488"),
        (&long, "9.1"),
        ("1e99999999999999999999", "7e3"),
    ] {
        assert_eq!(is(text, of), Some(false), "{text} of {of}");
    }
    for of in ["0", "-1", "-0", "0.0e7", "1000000000000000001", "1.000000000000000001", &long] {
        assert_eq!(is("3", of), None, "of {of}");
    }
    assert_eq!(
        is("1e20", "1000000000000000000000000"),
        Some(false),
        "zeros at the end are no digits that count"
    );
    assert_eq!(is("1e24", "1000000000000000000000000"), Some(true));
}

#[test]
fn an_integer_may_be_written_as_a_decimal() {
    for text in
        ["0", "-0", "0.0", "0e-9", "1", "-1.0", "1e3", "1.5e1", "10e-1", "1e400", "1e99999999999999999999"]
    {
        assert!(number::is_integral(text.as_bytes()), "{text}");
    }
    for text in ["0.5", "-1.5", "1e-1", "1.05e1", "1e-400", "1e-99999999999999999999", "9007199254740993.5"] {
        assert!(!number::is_integral(text.as_bytes()), "{text}");
    }
}

// ---- hostile bodies

/// What is to be normalized is valid.
#[test]
fn hostile_bodies_are_what_they_are_taken_for() {
    for kind in ALL {
        let body = (kind.body)(4096);
        assert!((2048..65_536).contains(&body.len()), "{}: {} bytes", kind.name, body.len());
        let report = Checker::new(&BUILT_IN).validate(&body, LIMITS);
        let valid = report.status == Status::Valid;
        assert!(valid || kind.asked != Asked::Normalize, "{}: {:?}", kind.name, summary(&report));
    }
}
