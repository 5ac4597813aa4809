//! The core natively, next to what serde does with the same bytes: `cargo bench --bench core`.
//!
//! `IgnoredAny` reads JSON and keeps nothing of it. The structs say which fields an event has and of
//! which types: less than `validate` asks, since no format is looked at, and which event it is, is known.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod structs;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hooklens::catalog::BUILT_IN;
use hooklens::{Checker, Limits};
use serde::de::IgnoredAny;
use serde_json::{Value, from_slice, json, to_vec};
use structs::{Documents, Envelope, Flat, Seam};

/// Reads a body into the struct of its event, and says whether it could.
type Typed = fn(&[u8]) -> bool;

const REFRESHED: (&str, &str, Typed) =
    ("3.1 refreshed", "paybook/credentials.refreshed", |body| read(from_slice::<Envelope<Flat>>(body)));

const EXAMPLES: [(&str, &str, Typed); 5] = [
    ("flat create", "paybook/credential_create", |body| read(from_slice::<Flat>(body))),
    ("flat refresh", "paybook/refresh", |body| read(from_slice::<Flat>(body))),
    REFRESHED,
    ("3.1 documents", "paybook/documents.success", |body| read(from_slice::<Envelope<Documents>>(body))),
    ("Seam", "seam/acs_credential.issued", |body| read(from_slice::<Seam>(body))),
];

fn read<T>(result: serde_json::Result<T>) -> bool {
    black_box(result).is_ok()
}

/// The documents' own examples, as they stand there and minified.
fn examples(criterion: &mut Criterion) {
    for (name, id, typed) in EXAMPLES {
        let body = example(id);
        compare(criterion, &format!("{name}, as documented"), &body, typed);
        compare(criterion, &format!("{name}, minified"), &minified(&body), typed);
    }
}

/// An envelope of many events, minified.
fn envelopes(criterion: &mut Criterion) {
    let (_, id, typed) = REFRESHED;
    let one: Value = from_slice(&example(id)).unwrap();
    for count in [80, 1000, 8000] {
        let events = vec![one["events"][0].clone(); count];
        let body = to_vec(&json!({ "rid": one["rid"], "events": events })).unwrap();
        compare(criterion, &format!("{count} events"), &body, typed);
    }
}

fn compare(criterion: &mut Criterion, name: &str, body: &[u8], typed: Typed) {
    let mut checker = Checker::new(&BUILT_IN);
    let report = checker.validate(body, Limits::default());
    assert!(report.valid && typed(body), "{name}");
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("validate", |bencher| {
        bencher.iter(|| checker.validate(black_box(body), Limits::default()))
    });
    group.bench_function("normalize", |bencher| {
        bencher.iter(|| checker.normalize(black_box(body), Limits::default()))
    });
    group.bench_function("serde_json, IgnoredAny", |bencher| {
        bencher.iter(|| read(from_slice::<IgnoredAny>(black_box(body))));
    });
    group.bench_function("serde_json, structs", |bencher| bencher.iter(|| typed(black_box(body))));
    group.finish();
}

fn example(id: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/payloads/{id}.json"));
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn minified(body: &[u8]) -> Vec<u8> {
    to_vec(&from_slice::<Value>(body).unwrap()).unwrap()
}

criterion_group! {
    name = core;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .without_plots();
    targets = examples, envelopes
}
criterion_main!(core);
