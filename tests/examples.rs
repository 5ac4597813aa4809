//! What the crate's examples print.

#![allow(clippy::panic, clippy::indexing_slicing)]

#[path = "examples/check.rs"]
mod check;
#[path = "examples/own_documents.rs"]
mod own_documents;

#[test]
fn a_body_is_checked() {
    let body = include_bytes!("payloads/seam/acs_credential.issued.json");
    assert_eq!(check::lines(body), ["valid seam/acs_credential.issued"]);
    let faulty = String::from_utf8_lossy(body).replacen("00000000-0000", "wrong", 1);
    let [status, problem] = &check::lines(faulty.as_bytes())[..] else { panic!("not one problem") };
    assert_eq!(status, "invalid seam/acs_credential.issued");
    assert!(problem.starts_with("2:24 bad-format: expected a UUID"), "{problem}");
}

#[test]
fn a_body_is_checked_against_a_document() {
    let document = br#"{ "title": "user", "type": "object", "required": ["id", "name"], "properties": { "id": { "type": "integer" }, "name": { "type": "string" } } }"#;
    assert_eq!(own_documents::lines(document, br#"{"id":7,"name":"Ana"}"#), ["valid"]);
    assert_eq!(
        own_documents::lines(document, br#"{"id":"7","name":"Ana"}"#),
        ["invalid", "/id expected an integer, found `\"7\"`"]
    );
    let [wrong] = &own_documents::lines(br#"{ "title": "user", "type": "objct" }"#, b"{}")[..] else {
        panic!("not one problem")
    };
    assert!(wrong.starts_with("expected "), "{wrong}");
}
