//! A URL that a webhook is sent to: `http` or `https`, and a host and a port that the URL Standard
//! (<https://url.spec.whatwg.org>) accepts; so underscores in the host, and a user before it, are fine.
//!
//! ```text
//! url   = ( "http" / "https" ) "://" [ userinfo "@" ] host [ ":" port ] [ ( "/" / "?" / "#" ) … ]
//! host  = "[" IPv6 "]" / IPv4 / 1*( label / "." )       percent-decoded before it is looked at
//! IPv4  = number *3( "." number ) [ "." ]               where the last label is a number; hex and octal too
//! port  = *digit                                        at most 65535
//! ```
//!
//! It is narrower than the standard where what a browser mends is more likely a mistake:
//! - two slashes, neither fewer nor more, and no white space, control character or any of ``"<>\^`{|}``,
//!   wherever it stands: a placeholder such as `<your_url>` is to be found;
//! - a host is ASCII, and is so when it is percent-decoded. What a host beyond ASCII means is for the tables of
//!   IDNA to say, which are larger than all of this; and a URL that goes over the wire has it in Punycode.
//!
//! It is wider in one thing: of a label in Punycode (`xn--…`) it only says that it decodes, not that IDNA
//! allows what it stands for.

use super::authority::{self, cut, decimal, is_among};
use super::punycode;
use crate::encoding::percent;
use crate::json::string::cat;

pub(super) const WORDS: &str = "an http or https URL";

/// Whether a text is such a URL.
#[must_use]
pub fn is(text: &[u8]) -> bool {
    let (scheme, rest) = cut(text, b':');
    if !scheme.eq_ignore_ascii_case(b"https") && !scheme.eq_ignore_ascii_case(b"http") {
        return false;
    }
    let Some(rest) = rest.and_then(|rest| rest.strip_prefix(b"//")) else { return false };
    let end = rest.iter().position(|byte| is_among(*byte, b"/?#"));
    let authority = rest.get(..end.unwrap_or(rest.len())).and_then(authority::split);
    authority.is_some_and(|[_, host, port]| is_host(host) && decimal(port) < 1 << 16)
        && !rest.iter().any(|byte| byte.is_ascii_control() || is_among(*byte, b" \"<>\\^`{|}"))
}

fn is_host(host: &[u8]) -> bool {
    match authority::literal(host) {
        Some(address) => authority::is_ipv6(address),
        None => {
            let host = percent(host, b'+');
            let is_fit = |byte: &u8| byte.is_ascii_graphic() && !is_among(*byte, b"#%/:<>?@[\\]^|");
            !host.is_empty() && host.iter().all(is_fit) && is_domain(&host)
        }
    }
}

/// Whether a host is a name or, where its last label is a number, an IPv4 address: one to four numbers, each a
/// byte of it, and the last all bytes that are left.
fn is_domain(host: &[u8]) -> bool {
    let (mut count, mut last, mut are_bytes) = (0, Some(0), true);
    let mut rest = Some(host.strip_suffix(b".").unwrap_or(host));
    while let Some(text) = rest {
        let (label, after) = cut(text, b'.');
        if !punycode::is_label(label) {
            return false;
        }
        are_bytes = are_bytes && last.is_some_and(|number| number < 256);
        (count, last, rest) = (count + 1, number(label), after);
    }
    last.is_none_or(|number| are_bytes && count <= 4 && number >> (8 * (5 - count)) == 0)
}

/// The number of an IPv4 address that a label is: a larger one than any where it is too large, or has digits
/// that octal has not.
fn number(label: &[u8]) -> Option<u64> {
    const TOO_LARGE: u64 = 1 << 32;
    let (digits, radix) = match label {
        [] => return None,
        [b'0', b'x' | b'X', digits @ ..] => (digits, 16),
        [b'0', digits @ ..] => (digits, 8),
        digits => (digits, 10),
    };
    let mut number = 0;
    for byte in digits {
        number = match char::from(*byte).to_digit(16)? {
            digit if digit < radix => (number * u64::from(radix) + u64::from(digit)).min(TOO_LARGE),
            8 | 9 => TOO_LARGE,
            _ => return None,
        };
    }
    Some(number)
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

/// The same rule for JSON Schema, without look-around. Of a host with a part percent-encoded it tells no address
/// from a name, and of Punycode nothing.
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
#[must_use]
pub fn pattern() -> String {
    // Of a label: anything; anything but a digit; that and no `x`; and no hexadecimal digit.
    const TEXT: &str = "!$&-,0-9;=A-Z_a-z~-";
    const NO_DIGIT: &str = "[!$&-,;=A-Z_a-z~-]";
    const NO_X: &str = "[!$&-,;=A-WYZ_a-wyz~-]";
    const NO_HEX: &str = "[!$&-,;=G-Z_g-z~-]";
    const ENCODED: &str =
        "%(?:2[1246-9A-Ea-e]|3[0-9BDbd]|4[1-9A-Fa-f]|5[0-9AFaf]|6[0-9A-Fa-f]|7[0-9ABDEabde])";
    const USER: &str = "[^\\u0000- \"#/<>?\\\\^`{|}\\u007f]";
    const REST: &str = "[^\\u0000- \"<>\\\\^`{|}\\u007f]";
    let name =
        format!("(?:[1-9][0-9]*|0[0-9]+)?{NO_DIGIT}[{TEXT}]*|0(?:{NO_X}|[Xx][0-9A-Fa-f]*{NO_HEX})[{TEXT}]*");
    let domain = format!("(?:[.{TEXT}]*\\.)?(?:(?:{name})\\.?|\\.)");
    let encoded = format!("[.{TEXT}]*(?:{ENCODED}[.{TEXT}]*)+");
    // A number of so many bytes: hexadecimal, octal, decimal.
    let number = |bytes: usize, octal: &str| {
        let (hex, decimal) = (2 * bytes, at_most(u32::MAX >> (32 - 8 * bytes)));
        format!("(?:0[Xx]0*[0-9A-Fa-f]{{0,{hex}}}|0+{octal}|{decimal})")
    };
    let (one, two) = (number(1, "(?:[1-3]?[0-7])?[0-7]?"), number(2, "(?:1?[0-7])?[0-7]{0,4}"));
    let (three, four) = (number(3, "[0-7]{0,8}"), number(4, "(?:[1-3]?[0-7])?[0-7]{0,9}"));
    let ipv4 = format!("(?:{four}|{one}\\.(?:{three}|{one}\\.(?:{two}|{one}\\.{one})))\\.?");
    let ipv6 = authority::ipv6_pattern();
    let port = at_most(0xffff);
    format!(
        "^[Hh][Tt][Tt][Pp][Ss]?://(?:{USER}*@)?(?:\\[{ipv6}\\]|{ipv4}|{domain}|{encoded})\
        (?::0*(?:{port})?)?(?:[/?#]{REST}*)?$"
    )
}

/// The decimal numbers from 1 to one of several digits, without leading zeros, as alternatives.
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
fn at_most(most: u32) -> String {
    let digits = most.to_string();
    let mut alternatives = vec![format!("[1-9][0-9]{{0,{}}}", digits.len() - 2)];
    let mut before = String::new();
    for (at, digit) in digits.bytes().enumerate() {
        let (lowest, after) = (if at == 0 { b'1' } else { b'0' }, digits.len() - 1 - at);
        // The same up to here, then a lower digit, then any; of the last digit it may be the same one.
        let highest = if after == 0 { digit } else { digit - 1 };
        if digit > b'0' && highest >= lowest {
            let any = match after {
                0 => String::new(),
                1 => "[0-9]".to_owned(),
                _ => format!("[0-9]{{{after}}}"),
            };
            let lower = match highest - lowest {
                0 => char::from(lowest).to_string(),
                _ => format!("[{}-{}]", char::from(lowest), char::from(highest)),
            };
            alternatives.push(format!("{before}{lower}{any}"));
        }
        before.push(char::from(digit));
    }
    alternatives.join("|")
}
