//! A URL that a webhook is sent to: `http` or `https` and a host. No rule for the host beyond that it
//! is one: providers accept underscores, ports, addresses.

use crate::json::string::cat;

pub(super) const WORDS: &str = "an http or https URL";

/// The same rule for JSON Schema.
pub const PATTERN: &str =
    "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#:\\u0000- \"<>\\\\^`{|}\\u007f][^\\u0000- \"<>\\\\^`{|}\\u007f]*$";

/// Whether a text is such a URL.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let lower = |count: usize| text.get(..count).map(<[u8]>::to_ascii_lowercase);
    let rest = if lower(8).is_some_and(|scheme| scheme == b"https://") {
        text.get(8..)
    } else if lower(7).is_some_and(|scheme| scheme == b"http://") {
        text.get(7..)
    } else {
        None
    };
    match rest {
        Some([b'/' | b'?' | b'#' | b':', ..] | []) | None => false,
        Some(rest) => !rest.iter().any(|byte| {
            matches!(byte, 0..=b' ' | b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' | 0x7f)
        }),
    }
}

/// One slash of the two, or more of them.
pub(super) fn mend(text: &str) -> Option<String> {
    let scheme = ["https:", "http:"].into_iter().find(|scheme| text.starts_with(scheme))?;
    Some(cat(&[scheme, "//", without_slashes(text.get(scheme.len()..)?)]))
}

/// A text without the slashes that it starts with.
pub(super) fn without_slashes(mut text: &str) -> &str {
    while let Some(rest) = text.strip_prefix('/') {
        text = rest;
    }
    text
}
