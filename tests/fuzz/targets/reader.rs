//! The reader against `serde_json`.

#![no_main]

#[path = "../../util/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    if let Err(wrong) = invariants::reader(body) {
        panic!("{wrong}");
    }
});
