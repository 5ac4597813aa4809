//! CloudEvents of a valid body, and of no other.

#![no_main]

#[path = "../../util/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    if let Err(wrong) = invariants::canonical(body) {
        panic!("{wrong}");
    }
});
