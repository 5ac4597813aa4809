//! Punycode (RFC 3492): whether a text is some, without what it stands for.

use std::num::NonZeroU32;

/// Whether the label of a host is Punycode, or is not said to be.
pub(super) fn is_label(label: &[u8]) -> bool {
    match label.split_at_checked(4) {
        Some((prefix, text)) if prefix.eq_ignore_ascii_case(b"xn--") => is(text),
        _ => true,
    }
}

/// Whether a text of ASCII decodes, to one with more than ASCII, none of that a control character.
fn is(text: &[u8]) -> bool {
    decodes(text).is_some()
}

fn decodes(text: &[u8]) -> Option<()> {
    // The ASCII of what it stands for is what is before the last hyphen.
    let ascii = text.iter().rposition(|byte| *byte == b'-').filter(|at| *at > 0);
    let mut rest = ascii.map_or(Some(text), |at| text.get(at + 1..)).filter(|rest| !rest.is_empty())?;
    let mut length = NonZeroU32::MIN.saturating_add(ascii.unwrap_or(0) as u32);
    let (mut code, mut place, mut bias) = (0x80_u32, 0_u32, 72);
    while !rest.is_empty() {
        let start = place;
        let (mut weight, mut step) = (1_u32, 0_u32);
        loop {
            let (byte, after) = rest.split_first()?;
            rest = after;
            step += 36;
            let digit = (char::from(*byte).to_digit(36)? + 26) % 36;
            place = place.checked_add(digit.checked_mul(weight)?)?;
            let threshold = step.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
        }
        bias = adapted(place - start, length, start == 0);
        code = code.checked_add(place / length)?;
        char::from_u32(code).filter(|letter| !letter.is_control())?;
        place = place % length + 1;
        length = length.saturating_add(1);
    }
    Some(())
}

/// Section 6.1.
fn adapted(delta: u32, length: NonZeroU32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}
