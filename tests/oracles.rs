//! URLs are what Node's `URL` takes for one, URIs what ajv-formats does, and their patterns say what the
//! crate says: of many that are made up, every difference being listed in `tests/util/urls.mjs`.
//!
//! It is a step of its own, `npm test -- --only oracles`, for it needs Node and the packages.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use hooklens::format::{Format, uri, url};

#[test]
#[ignore = "it needs Node and the packages: npm test -- --only oracles"]
fn urls_and_uris_are_what_others_take_for_them() {
    let mut node = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/util/oracles.mjs"))
        .args(["20000", &url::pattern(), &uri::pattern()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("this needs Node, https://nodejs.org, and `node` cannot be started: {error}")
        });
    let mut output = BufReader::new(node.stdout.take().unwrap());
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    let texts: Vec<String> = serde_json::from_str(&line).unwrap();
    let said = |format: Format| -> String {
        texts.iter().map(|text| if format.accepts(text.as_bytes()) { '1' } else { '0' }).collect()
    };
    let verdicts = format!("{}\n{}\n", said(Format::Url), said(Format::Uri));
    let written = node.stdin.take().unwrap().write_all(verdicts.as_bytes());
    let mut rest = String::new();
    output.read_to_string(&mut rest).unwrap();
    assert!(node.wait().unwrap().success() && written.is_ok(), "the differences are above {rest}");
}
