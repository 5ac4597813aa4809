//! A fix mends its problem.

#![no_main]

#[path = "../../util/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    if let Err(wrong) = invariants::fixes(body) {
        panic!("{wrong}");
    }
});
