//! What a text that is no JSON is as a whole: something around JSON, or JSON in another notation or encoding.
//!
//! All of this is looked at only once a body is known to be no JSON.

mod values;

use super::Limits;
use values::Finder;

/// JSON in a text that is none itself.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Around {
    /// What the text is, from the outside in, as a sentence has it: "a log line", "a Python dictionary".
    pub names: Vec<&'static str>,
    /// Each is JSON; there may be none.
    pub bodies: Vec<Body>,
}

/// A body in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Body {
    /// Byte offset in the text of where it starts.
    pub start: usize,
    /// Of where it ends.
    pub end: usize,
    /// What encodes it there.
    pub encoding: Encoding,
    /// What it is, decoded; `None` where that is what stands there.
    pub text: Option<Vec<u8>>,
}

/// How a body stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// As text: itself, in quotes, in another notation.
    Text,
    /// In base64.
    Base64,
    /// As a field of a form.
    Form,
    /// Percent-encoded.
    Percent,
}

/// The JSON in a text that is none itself; `None` where nothing is known of it. With `wtf8`, halves of surrogate
/// pairs are text.
pub(crate) fn around(text: &[u8], limits: Limits, wtf8: bool) -> Option<Around> {
    let limits = Limits { max_bytes: u32::MAX, ..limits };
    let found = Finder::new(text, limits, wtf8).values();
    let bodies: Vec<Body> = found
        .into_iter()
        .map(|(start, end)| Body { start, end, encoding: Encoding::Text, text: None })
        .collect();
    (!bodies.is_empty()).then(|| Around { names: vec!["text"], bodies })
}
