//! What stands in a URL between `//` and its path, for the formats that have one: who, the host, the port.

pub(super) const IPV4_WORDS: &str = "an IPv4 address, such as `192.0.2.1`";

pub(super) const IPV6_WORDS: &str = "an IPv6 address, such as `2001:db8::1`";

/// The parts of an authority; `None` where it has none such.
///
/// ```text
/// authority = [ userinfo "@" ] host [ ":" *digit ]     the last "@" counts
/// host      = "[" … "]" / *( any but ":" )             the brackets are kept
/// ```
pub(super) fn split(authority: &[u8]) -> Option<[&[u8]; 3]> {
    let (userinfo, rest) = match authority.iter().rposition(|byte| *byte == b'@') {
        Some(at) => (authority.get(..at)?, authority.get(at + 1..)?),
        None => (&[][..], authority),
    };
    let end = match rest.first() {
        Some(b'[') => rest.iter().position(|byte| *byte == b']')? + 1,
        _ => rest.iter().position(|byte| *byte == b':').unwrap_or(rest.len()),
    };
    let (host, after) = rest.split_at_checked(end)?;
    match after {
        [] => Some([userinfo, host, after]),
        [b':', port @ ..] if port.iter().all(u8::is_ascii_digit) => Some([userinfo, host, port]),
        _ => None,
    }
}

/// What is between the brackets of a host that has some.
pub(super) fn literal(host: &[u8]) -> Option<&[u8]> {
    host.strip_prefix(b"[")?.strip_suffix(b"]")
}

/// Whether a text is an IPv6 address, without a zone: RFC 3986 and the URL Standard agree on these.
///
/// ```text
/// IPv6 = 8 groups, the last two of them perhaps an IPv4 address; or fewer, with one "::" for the others
/// ```
pub(super) fn is_ipv6(text: &[u8]) -> bool {
    let (mut groups, mut gap, mut rest) = (0, false, Some(text));
    if let Some(after) = text.strip_prefix(b"::") {
        (gap, rest) = (true, Some(after).filter(|after| !after.is_empty()));
    }
    while let Some(text) = rest {
        let (group, after) = cut(text, b':');
        rest = after;
        if let (b"", Some(after)) = (group, after) {
            // The second of two colons, which may be the end.
            if gap || groups == 0 {
                return false;
            }
            (gap, rest) = (true, Some(after).filter(|after| !after.is_empty()));
        } else if rest.is_none() && is_ipv4(group) {
            groups += 2;
        } else if matches!(group.len(), 1..=4) && group.iter().all(u8::is_ascii_hexdigit) {
            groups += 1;
        } else {
            return false;
        }
    }
    if gap { groups < 8 } else { groups == 8 }
}

/// Whether a text is an IPv4 address, as it may also stand in one of IPv6: four decimal numbers, without leading zeros.
pub(super) fn is_ipv4(text: &[u8]) -> bool {
    let (mut numbers, mut rest) = (0, Some(text));
    while let Some(text) = rest {
        let (number, after) = cut(text, b'.');
        let is_number = match number {
            [] | [b'0', _, ..] => false,
            digits => digits.iter().all(u8::is_ascii_digit) && decimal(digits) < 256,
        };
        if !is_number {
            return false;
        }
        (numbers, rest) = (numbers + 1, after);
    }
    numbers == 4
}

/// The number that digits are, none being 0; a large one where they are a large one.
#[inline(never)]
pub(crate) fn decimal(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| (number * 10 + u32::from(digit & 15)).min(1 << 24))
}

/// Whether a byte is one of these.
#[inline(never)]
pub(super) fn is_among(byte: u8, these: &[u8]) -> bool {
    for other in these {
        if *other == byte {
            return true;
        }
    }
    false
}

/// What is before the first of a byte, and what is after it.
#[inline(never)]
pub(super) fn cut(text: &[u8], byte: u8) -> (&[u8], Option<&[u8]>) {
    let at = text.iter().position(|other| *other == byte).unwrap_or(text.len());
    (text.get(..at).unwrap_or_default(), text.get(at + 1..))
}

/// Whether all parts of a text between some bytes are what they should be.
#[inline(never)]
pub(super) fn all_parts(text: &[u8], between: u8, is: fn(&[u8]) -> bool) -> bool {
    let mut rest = Some(text);
    while let Some(text) = rest {
        let (part, after) = cut(text, between);
        rest = after;
        if !is(part) {
            return false;
        }
    }
    true
}

/// The same rule as a regular expression.
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
pub(super) fn ipv6_pattern() -> String {
    const GROUP: &str = "[0-9A-Fa-f]{1,4}";
    const BYTE: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    let last_two = format!("(?:{GROUP}:{GROUP}|{BYTE}(?:\\.{BYTE}){{3}})");
    // How many groups stand before a text, at most or exactly.
    let groups = |count: &str| format!("(?:{GROUP}:){{{count}}}");
    let compressed = (0..8).map(|after| {
        let before = match 7 - after {
            0 => String::new(),
            1 => format!("(?:{GROUP})?"),
            most => format!("(?:{}{GROUP})?", groups(&format!("0,{}", most - 1))),
        };
        match after {
            0 => format!("{before}::"),
            1 => format!("{before}::{GROUP}"),
            2 => format!("{before}::{last_two}"),
            _ => format!("{before}::{}{last_two}", groups(&(after - 2).to_string())),
        }
    });
    let whole = groups("6") + &last_two;
    format!("(?:{whole}|{})", compressed.collect::<Vec<_>>().join("|"))
}
