//! Any bytes as a document of a catalog.

#![no_main]

#[path = "../../util/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    if let Err(wrong) = invariants::document(text) {
        panic!("{wrong}");
    }
});
