//! What is redacted has nothing personal, and the same report.

#![no_main]

#[path = "../../util/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    if let Err(wrong) = invariants::redacted(body) {
        panic!("{wrong}");
    }
});
