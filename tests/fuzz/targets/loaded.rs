//! A document of a catalog and a body, a line of `---` between them.

#![no_main]

#[path = "../../util/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    if let Err(wrong) = invariants::document_and_body(text) {
        panic!("{wrong}");
    }
});
