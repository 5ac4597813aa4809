//! The name of a host: RFC 1123. Of a label in Punycode (`xn--…`) it only says that it decodes, not that IDNA
//! allows what it stands for: that would take its tables.

use super::authority::all_parts;
use super::punycode;

pub(super) const WORDS: &str = "a host name, such as `www.example.com`";

/// Whether a text is the name of a host.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    text.len() <= 253 && all_parts(text, b'.', is_label)
}

fn is_label(label: &[u8]) -> bool {
    matches!(label.len(), 1..=63)
        && label.first() != Some(&b'-')
        && label.last() != Some(&b'-')
        && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && punycode::is_label(label)
}
