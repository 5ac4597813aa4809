//! What holds for every body, of any bytes. The fuzz targets and the bounded tests ask the same of it
//! here; each answers with what does not hold.

#![allow(dead_code, unused_imports, clippy::unwrap_used, clippy::indexing_slicing)]

mod canonical;
mod fixes;
mod loading;
mod reader;
pub mod redacted;
mod report;
pub mod tree;

use serde::Deserialize as _;
use serde::de::IgnoredAny;

pub use canonical::canonical;
pub use fixes::fixes;
pub use loading::{document, document_and_body};
pub use reader::reader;
pub use redacted::redacted;
pub use report::report;

pub type Outcome = Result<(), String>;

macro_rules! ensure {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(format!($($words)+));
        }
    };
}
use ensure;

/// Whether `serde_json` takes these bytes for JSON. `IgnoredAny` builds nothing, so that half a
/// surrogate pair, a number beyond every double and any depth are no errors to it either.
pub fn is_json(body: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(body) else { return false };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    IgnoredAny::deserialize(&mut deserializer).is_ok() && deserializer.end().is_ok()
}

/// How many bytes of a body are text.
fn text_length(body: &[u8]) -> usize {
    std::str::from_utf8(body).map_or_else(|error| error.valid_up_to(), str::len)
}
