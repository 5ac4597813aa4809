//! A URI with its scheme: RFC 3986, to the letter. It may be of any scheme, and have a fragment.
//!
//! ```text
//! URI       = scheme ":" [ "//" authority ] path [ "?" query ] [ "#" fragment ]
//! scheme    = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
//! authority = [ *( unreserved / pct / sub-delims / ":" ) "@" ] host [ ":" *DIGIT ]
//! host      = "[" ( IPv6 / IPvFuture ) "]" / *( unreserved / pct / sub-delims )
//! IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )
//! path      = *( pchar / "/" )                       after an authority it is empty or starts with "/"
//! query     = *( pchar / "/" / "?" )                 the fragment likewise
//! pchar     = unreserved / pct / sub-delims / ":" / "@"
//! pct       = "%" HEXDIG HEXDIG
//! ```

use wide::i8x16;

use super::authority::{self, cut, is_among};
use crate::json::block;

pub(super) const WORDS: &str = "an absolute URI (RFC 3986)";

pub(super) const REFERENCE_WORDS: &str = "a URI or a relative reference (RFC 3986)";

/// Whether a text is a URI.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    // As nearly all are that are in a body.
    if let Some(rest) = text.strip_prefix(b"https://").or_else(|| text.strip_prefix(b"http://"))
        && after_plain(rest).is_empty()
    {
        return true;
    }
    let (scheme, rest) = cut(text, b':');
    is_scheme(scheme) && rest.is_some_and(is_after_scheme)
}

/// Whether a text is a URI or a relative reference: that is one without its scheme, in the path of which no `:`
/// stands where it would end one.
#[must_use]
pub fn is_reference(text: &[u8]) -> bool {
    let first = text.iter().find(|byte| is_among(**byte, b":/?#"));
    is(text) || first != Some(&b':') && is_after_scheme(text)
}

fn is_after_scheme(text: &[u8]) -> bool {
    let (text, fragment) = cut(text, b'#');
    let (text, query) = cut(text, b'?');
    let (authority, path) = match text.strip_prefix(b"//") {
        Some(text) => cut(text, b'/'),
        None => (&[][..], Some(text)),
    };
    is_authority(authority)
        && is_made_of(path.unwrap_or_default(), b":@/")
        && [query, fragment].into_iter().flatten().all(|text| is_made_of(text, b":@/?"))
}

fn is_scheme(scheme: &[u8]) -> bool {
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || is_among(*byte, b"+-."))
}

fn is_authority(text: &[u8]) -> bool {
    authority::split(text).is_some_and(|[userinfo, host, _]| {
        let is_host = match authority::literal(host) {
            Some(address) => authority::is_ipv6(address) || is_future(address),
            None => is_made_of(host, b""),
        };
        is_host && is_made_of(userinfo, b":")
    })
}

/// Whether an address is of a version of IP that is to come.
fn is_future(address: &[u8]) -> bool {
    let (version, address) = cut(address, b'.');
    matches!(version, [b'V' | b'v', _, ..])
        && version.iter().skip(1).all(u8::is_ascii_hexdigit)
        && address.is_some_and(|text| !text.is_empty() && !is_among(b'%', text) && is_made_of(text, b":"))
}

/// Whether a text is of unreserved characters, percent-encoded ones, sub-delimiters and some others.
#[inline(never)]
fn is_made_of(text: &[u8], others: &[u8]) -> bool {
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            rest = after;
            continue;
        }
        rest = match after_encoded(rest) {
            Some(after) => after,
            _ if is_among(*byte, b"~!$&'()*+,;=") || is_among(*byte, others) => after,
            _ => return false,
        };
    }
    true
}

/// What is left of a text after its first letters, digits, `-`, `.`, `/` and `_`, sixteen at a time: of fewer, one by
/// one.
#[inline(always)]
pub(super) fn after_plain(mut text: &[u8]) -> &[u8] {
    while let Some((bytes, rest)) = text.split_first_chunk() {
        let bytes = block(bytes);
        let above = |bytes: i8x16, byte: u8| bytes.simd_gt(i8x16::splat(byte as i8));
        let below = |bytes: i8x16, byte: u8| bytes.simd_lt(i8x16::splat(byte as i8));
        let lower = bytes | i8x16::splat(0x20);
        let plain = above(lower, b'a' - 1) & below(lower, b'z' + 1)
            | above(bytes, b'-' - 1) & below(bytes, b'9' + 1)
            | bytes.simd_eq(i8x16::splat(b'_' as i8));
        let others = !plain.to_bitmask() & 0xffff;
        if others != 0 {
            return text.get(others.trailing_zeros() as usize..).unwrap_or_default();
        }
        text = rest;
    }
    while let [byte, rest @ ..] = text
        && (byte.is_ascii_alphanumeric() || matches!(byte, b'-'..=b'/' | b'_'))
    {
        text = rest;
    }
    text
}

/// What is after a percent-encoded character, where a text starts with one.
#[inline(never)]
pub(super) fn after_encoded(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'%', high, low, after @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => Some(after),
        _ => None,
    }
}

/// The same rule for JSON Schema, without look-around.
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
#[must_use]
pub fn pattern() -> String {
    const NAME: &str = "0-9A-Za-z._~!$&'()*+,;=-";
    const ENCODED: &str = "%[0-9A-Fa-f]{2}";
    let made_of = |others: &str| format!("(?:[{others}{NAME}]|{ENCODED})");
    let (path, query) = (made_of(":@/"), made_of(":@/?"));
    let (user, host, ipv6) = (made_of(":"), made_of(""), authority::ipv6_pattern());
    format!(
        "^[A-Za-z][0-9A-Za-z+.-]*:\
        (?://(?:{user}*@)?(?:\\[(?:{ipv6}|[Vv][0-9A-Fa-f]+\\.[:{NAME}]+)\\]|{host}*)(?::[0-9]*)?(?:/{path}*)?\
        |/?(?:{segment}{path}*)?)\
        (?:\\?{query}*)?(?:#{query}*)?$",
        segment = made_of(":@"),
    )
}
