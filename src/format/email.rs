//! An email address: a mailbox as RFC 5321 has it.
//!
//! ```text
//! mailbox = ( atom *( "." atom ) / quoted ) "@" ( hostname / "[" ( IPv4 / "IPv6:" IPv6 ) "]" )
//! atom    = 1*( ALPHA / DIGIT / any of !#$%&'*+-/=?^_`{|}~ )
//! quoted  = DQUOTE *( any printable but DQUOTE and "\" / "\" any printable ) DQUOTE
//! ```

use super::authority::{self, all_parts, is_among};
use super::{hostname, without};

pub(super) const WORDS: &str = "an email address, such as `name@example.com`";

/// Whether a text is an email address.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let Some(at) = text.iter().rposition(|byte| *byte == b'@') else { return false };
    let (local, domain) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    let is_domain = match authority::literal(domain) {
        Some(address) => match address.split_at_checked(5) {
            Some((tag, address)) if tag.eq_ignore_ascii_case(b"IPv6:") => authority::is_ipv6(address),
            _ => authority::is_ipv4(address),
        },
        None => hostname::is(domain),
    };
    is_domain && (is_quoted(local) || all_parts(local, b'.', is_atom))
}

fn is_atom(text: &[u8]) -> bool {
    let is_fit = |byte: &u8| byte.is_ascii_graphic() && !is_among(*byte, b"\"(),:;<>@[\\]");
    !text.is_empty() && text.iter().all(is_fit)
}

fn is_quoted(text: &[u8]) -> bool {
    let inner = text.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\""));
    let Some(inner) = inner else { return false };
    let mut escaped = false;
    for byte in inner {
        let is_fit = escaped || *byte != b'"';
        if !matches!(byte, b' '..=b'~') || !is_fit {
            return false;
        }
        escaped = !escaped && *byte == b'\\';
    }
    !escaped
}

/// `mailto:` before it, or angle brackets around it.
pub(super) fn mend(text: &str) -> &str {
    without("<", without("mailto:", text, ""), ">")
}
