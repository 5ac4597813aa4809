//! The name of a host: RFC 1123. Of a label in Punycode (`xn--…`) it only says that it decodes, not that IDNA
//! allows what it stands for: that would take its tables.

use super::authority::cut;
use super::punycode;

pub(super) const WORDS: &str = "a host name, such as `www.example.com`";

/// Whether a text is the name of a host.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let mut rest = Some(text);
    while let Some(text) = rest {
        let (label, after) = cut(text, b'.');
        rest = after;
        if !is_label(label) {
            return false;
        }
    }
    text.len() <= 253
}

fn is_label(label: &[u8]) -> bool {
    let edges = [label.first(), label.last()];
    matches!(label.len(), 1..=63)
        && edges.into_iter().flatten().all(u8::is_ascii_alphanumeric)
        && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && punycode::is_label(label)
}
