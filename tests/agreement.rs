//! The package's WebAssembly says what the crate says natively, byte for byte, of every kind of body.
//!
//! It is a step of its own, `npm test -- --only agreement`, for it is about the committed `pkg/wasm`.
//! `PROPTEST_CASES` in the environment asks for more bodies.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod util;

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use hooklens::{normalize, validate};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{RngSeed, TestRunner};
use util::bodies::{Body, any_body, extended_values};
use util::hostile::ALL;
use util::{names_in, payloads, tests};

/// Every fixture and golden, hostile bodies, and so many that are made up.
fn bodies() -> Vec<Vec<u8>> {
    let folder = tests().join("problems");
    let mut bodies: Vec<Vec<u8>> = payloads().into_iter().map(|payload| payload.body).collect();
    bodies.extend(names_in(&folder).into_iter().map(|name| fs::read(folder.join(name)).unwrap()));
    bodies.extend(ALL.iter().map(|kind| (kind.body)(1 << 13)));
    let default = ProptestConfig::default();
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let count = if asked { default.cases as usize } else { 20_000 };
    let rng_seed = if asked { RngSeed::Random } else { RngSeed::Fixed(11) };
    let mut runner = TestRunner::new(ProptestConfig { rng_seed, ..default });
    let kinds = prop_oneof![3 => any_body().boxed(), 1 => extended_values().boxed()];
    let made_up = std::iter::repeat_with(|| kinds.new_tree(&mut runner).unwrap().current());
    bodies.extend(made_up.take(count).map(|Body(body)| body));
    bodies
}

fn push(input: &mut Vec<u8>, part: &[u8]) {
    input.extend_from_slice(&(part.len() as u32).to_le_bytes());
    input.extend_from_slice(part);
}

#[test]
#[ignore = "it needs Node and the built package: npm test -- --only agreement"]
fn the_package_says_what_the_crate_says() {
    let bodies = bodies();
    let mut input = Vec::new();
    let mut normalized = 0;
    for body in &bodies {
        push(&mut input, body);
        push(&mut input, &serde_json::to_vec(&validate(body)).unwrap());
        let events = normalize(body).map(|events| {
            normalized += 1;
            let events: Vec<String> = events.iter().map(ToString::to_string).collect();
            format!("[{}]", events.join(","))
        });
        push(&mut input, events.unwrap_or_default().as_bytes());
    }
    assert!(normalized * 5 > bodies.len(), "only {normalized} of {} have events", bodies.len());
    let mut node = Command::new("node")
        .arg(tests().join("util/reports.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("this needs Node, https://nodejs.org, and `node` cannot be started: {error}")
        });
    let written = node.stdin.take().unwrap().write_all(&input);
    let output = node.wait_with_output().unwrap();
    let [said, wrong] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(
        output.status.success() && written.is_ok(),
        "{wrong}{said}\nAfter a change in src/, `npm run build` brings it into pkg/wasm."
    );
    assert_eq!(said.trim(), format!("{} bodies agree", bodies.len()));
}
