//! No body takes longer than its size allows. How time grows with size is measured by
//! `cargo bench --bench growth`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod util;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use hooklens::catalog::BUILT_IN;
use hooklens::{Checker, Limits, normalize, redact};
use util::hostile::{ALL, Hostile};

/// One test after the other: what one of them takes must not be part of what another measures.
static ALONE: Mutex<()> = Mutex::new(());

const SMALL: usize = 1 << 16;
const LARGE: usize = 1 << 21;

/// Caches, pages and noise make a large body dearer by some; what grows with the square of its size
/// makes it 32 times so.
const MOST: f64 = 10.0;

/// The nanoseconds a byte that a kind takes at a size. Of small bodies so many are checked that it is as much
/// work as a large one: a busy machine holds up both.
fn least(kind: &Hostile, size: usize) -> f64 {
    let body = (kind.body)(size);
    let runs = LARGE / size;
    let mut checker = Checker::new(&BUILT_IN);
    let mut least = Duration::MAX;
    for _ in 0..3 {
        let started = Instant::now();
        for _ in 0..runs {
            kind.run(&mut checker, &body);
        }
        least = least.min(started.elapsed());
        // Once more is for what is over so soon that anything else counts as well.
        if least > Duration::from_millis(20) {
            break;
        }
    }
    least.as_nanos() as f64 / (runs * body.len()) as f64
}

/// Texts that are made to take long to redact: what is said again and again, and what is around it.
const TO_REDACT: &[(&str, &str, &str)] = &[
    ("", "1 ", ""),
    ("", "a-", ""),
    ("", "a  ", ""),
    ("", "a: ", ""),
    ("", "_", "a"),
    ("\"", "\\u0041", "\""),
    ("\"", "%41", "\""),
    ("{", "\"4711@\":0,", "\"a\":1}"),
    ("[", "\"[{\\\"a\\\":1}]\",", "0]"),
    (
        r#"{"event_type":"device.low_battery","event_id":"x","workspace_id":"y","battery_level":["#,
        "0.5,",
        "0]}",
    ),
    (r#"{"event_type":""#, "acs_credential.", r#"","event_id":0}"#),
    (r#"{"event":"refresh","id_user":"x","endpoints":{"credential":[""#, "/a", r#""]}}"#),
    (
        r#"{"event":"refresh","id_user":"x","endpoints":{"credential":["#,
        r#""https://a.b:65535","#,
        r#"""]}}"#,
    ),
];

#[test]
fn no_text_takes_time_beyond_its_size_to_be_redacted() {
    const SMALL: usize = 1 << 12;
    const LARGE: usize = 1 << 17;
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let least = |(before, again, after): &(&str, &str, &str), size: usize| {
        let text = format!("{before}{}{after}", again.repeat(size / again.len()));
        let times = (0..3).map(|_| {
            let started = Instant::now();
            for _ in 0..LARGE / size {
                assert_eq!(redact(text.as_bytes(), b"key").len(), text.len());
            }
            started.elapsed()
        });
        times.min().unwrap().as_nanos() as f64 / LARGE as f64
    };
    for text in TO_REDACT {
        let mut tries = (0..4).map(|_| (least(text, SMALL).max(1.0), least(text, LARGE)));
        assert!(tries.any(|(small, large)| large <= MOST * small), "{text:?}");
    }
}

/// Neither does a body that is made to take long to check, or to look into.
#[test]
fn no_hostile_body_takes_time_beyond_its_size_to_be_redacted() {
    const SMALL: usize = 1 << 12;
    const LARGE: usize = 1 << 17;
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let least = |kind: &Hostile, size: usize| {
        let body = (kind.body)(size);
        let runs = (LARGE / size).max(1);
        let times = (0..2).map(|_| {
            let started = Instant::now();
            for _ in 0..runs {
                assert_eq!(redact(&body, b"key").len(), body.len());
            }
            started.elapsed()
        });
        times.min().unwrap().as_nanos() as f64 / (runs * body.len()) as f64
    };
    let mut wrong = Vec::new();
    for kind in ALL {
        let mut tries = (0..4).map(|_| (least(kind, SMALL).max(1.0), least(kind, LARGE)));
        if !tries.any(|(small, large)| large <= MOST * small) {
            wrong.push(kind.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_body_takes_time_beyond_its_size() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut wrong = Vec::new();
    for kind in ALL {
        let measured = || (least(kind, SMALL).max(1.0), least(kind, LARGE));
        // Something else may hold one of them up, and hardly each of several.
        let mut tries = (0..4).map(|_| measured());
        if !tries.any(|(small, large)| large <= MOST * small) {
            let (small, large) = measured();
            wrong.push(format!("{}: {small:.1} ns a byte, then {large:.1}", kind.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// No body takes time that grows faster than its size, or memory, or stack.
#[test]
fn no_field_takes_longer_to_normalize_than_its_size() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let refresh = include_str!("payloads/paybook/refresh.json").trim_end();
    let extra = |members: &str| format!("{},{members}}}", refresh.strip_suffix('}').unwrap());
    let many =
        |member: &dyn Fn(usize) -> String, count: usize| (0..count).map(member).collect::<Vec<_>>().join(",");
    let started = Instant::now();
    for members in [
        many(&|_| "\"/\":0".into(), 200_000),
        many(&|index| format!("\"/{index}\":0"), 200_000),
        many(&|index| format!("\"{}\":0", 200_000 - index), 200_000),
        many(&|_| "\"user_id\":0".into(), 200_000),
    ] {
        normalize(extra(&members).as_bytes()).unwrap();
    }
    let parameters = many(&|_| "\"/?a&a&a&a=a\"".into(), 50_000);
    normalize(refresh.replace("\"/v1/credentials/5e793889ea4c5165d46f9811\"", &parameters).as_bytes())
        .unwrap();
    // In names, in names of names; as deep as the limits allow, which are the caller's.
    let levels = 100_000;
    let deep = extra(&format!("\"deep\":{}1e400{}", "[{\"a\":".repeat(levels), "}]".repeat(levels)));
    let limits = Limits { max_depth: 1 << 20, ..Limits::DEFAULT };
    let events = Checker::new(&BUILT_IN).normalize(deep.as_bytes(), limits).unwrap();
    assert!(events[0].data.contains("\"1e400\""));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
