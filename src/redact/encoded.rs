//! Texts that stand in others as base64 or as hexadecimal digits: they are decoded, and what is in them becomes another,
//! encoded in the same way.

use super::characters::put;
use super::spelling::{self, Spelling};
use super::words::Words;
use crate::encoding::base64;
use crate::json::mend::{is_encoding, magic};
use crate::recognize::Hint;

/// A shorter one is none.
const SHORTEST: usize = 8;

/// So many letters tell at once whether a text may be one.
const HEAD: usize = 8;

/// Up to where texts were decoded in vain.
#[derive(Default)]
pub(super) struct Tried {
    base64: usize,
    hex: usize,
}

impl Words<'_, '_> {
    /// Replaces what is encoded in a text from a place on; where that ends, if there is such.
    pub(super) fn encoded(
        &self,
        text: &mut [u8],
        at: usize,
        tried: &mut Tried,
        levels: u32,
    ) -> Option<usize> {
        let rest = text.get_mut(at..).unwrap_or_default();
        let levels = levels.checked_sub(1)?;
        if at >= tried.hex {
            let (start, end, is_long) = hex(rest);
            if is_long && self.of_hex(rest.get_mut(start..end).unwrap_or_default(), Hint::NONE, levels) {
                return Some(at + end);
            }
            tried.hex = at + end;
        }
        if at < tried.base64 || !starts_base64(rest) {
            return None;
        }
        let end = at + base64_length(rest);
        let letters = text.get_mut(at..end).unwrap_or_default();
        if self.of_base64(letters, Hint::NONE, levels) {
            return Some(end);
        }
        tried.base64 = end;
        None
    }

    /// Replaces what base64 says, whether it says something.
    pub(super) fn of_base64(&self, letters: &mut [u8], hint: Hint<'_>, levels: u32) -> bool {
        let Some(before) = base64(letters).filter(|text| is_inside(text)) else { return false };
        let mut after = before.clone();
        let has_inside = self.text(&mut after, hint, levels);
        write_base64(letters, &after);
        has_inside || after != before
    }

    fn of_hex(&self, digits: &mut [u8], hint: Hint<'_>, levels: u32) -> bool {
        let mut before = Vec::with_capacity(digits.len() / 2);
        let of = |digit: u8| char::from(digit).to_digit(16).unwrap_or_default() as u8;
        each_byte(digits, &mut |pair| {
            if let [high, low] = *pair {
                before.push(of(high) << 4 | of(low));
            }
        });
        if !is_inside(&before) {
            return false;
        }
        let mut after = before.clone();
        let has_inside = self.text(&mut after, hint, levels);
        let ten = if digits.iter().any(u8::is_ascii_uppercase) { b'A' } else { b'a' };
        let digit = |value: u8| if value < 10 { b'0' + value } else { ten + value - 10 };
        let mut bytes = after.iter();
        each_byte(digits, &mut |pair| {
            if let Some(byte) = bytes.next() {
                put(pair, &[digit(byte >> 4), digit(byte & 15)]);
            }
        });
        has_inside || after != before
    }
}

/// Whether what was decoded may be a body, or have one in it, perhaps in base64 again, or percent-encoded so many times.
pub(super) fn is_inside(text: &[u8]) -> bool {
    let mut text = text.to_vec();
    for _ in 0..MOST_PERCENT {
        let is_base64 =
            || text.len() >= 2 * SHORTEST && starts_base64(&text) && base64_length(&text) == text.len();
        if is_encoding(&text) || is_base64() {
            return true;
        }
        let says = spelling::read(&text, Spelling::PERCENT);
        if says.len() == text.len() {
            return false;
        }
        text = says;
    }
    false
}

const MOST_PERCENT: usize = 4;

/// Whether a text may start with base64 of another text, or of one that is compressed.
fn starts_base64(text: &[u8]) -> bool {
    let Some(head) = text.get(..HEAD).and_then(base64) else { return false };
    let is_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0x80..);
    magic(&head).is_some() || matches!(head.first(), Some(..0x80)) && head.iter().all(is_text)
}

/// How many bytes of a text are base64, on one line.
fn base64_length(text: &[u8]) -> usize {
    let is_letter = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte);
    let length = text.iter().take_while(is_letter).count();
    length + text.iter().skip(length).take(2).take_while(|byte| **byte == b'=').count()
}

/// Writes bytes in the place of as many in base64, in the same alphabet.
fn write_base64(letters: &mut [u8], bytes: &[u8]) {
    let last =
        if letters.iter().any(|letter| matches!(letter, b'+' | b'/')) { [b'+', b'/'] } else { [b'-', b'_'] };
    let (mut bits, mut count, mut bytes) = (0_u32, 0, bytes.iter());
    for letter in letters.iter_mut().filter(|letter| !matches!(letter, b'\r' | b'\n' | b'=')) {
        if count < 6 {
            bits = bits << 8 | u32::from(bytes.next().copied().unwrap_or_default());
            count += 8;
        }
        count -= 6;
        let value = (bits >> count & 63) as u8;
        *letter = match value {
            0..26 => b'A' + value,
            26..52 => b'a' + value - 26,
            52..62 => b'0' + value - 52,
            62 => last[0],
            _ => last[1],
        };
    }
}

/// Where hexadecimal digits start and end that a text starts with, two each, with spaces between them or without; and
/// whether they may be a text, which decimal ones alone are not.
fn hex(text: &[u8]) -> (usize, usize, bool) {
    let start = if matches!(text, [b'0', b'x' | b'X', ..]) { 2 } else { 0 };
    let mut end = start;
    let mut has_letter = false;
    loop {
        let spaces = usize::from(end > start && text.get(end) == Some(&b' '));
        let pair = text.get(end + spaces..end + spaces + 2).unwrap_or_default();
        if pair.len() < 2 || !pair.iter().all(u8::is_ascii_hexdigit) {
            break;
        }
        has_letter |= !pair.iter().all(u8::is_ascii_digit);
        end += spaces + 2;
    }
    let is_word = text.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    (start, end, has_letter && is_word && end - start >= SHORTEST)
}

/// Goes through the pairs of digits.
fn each_byte(digits: &mut [u8], see: &mut dyn FnMut(&mut [u8])) {
    let mut rest = digits;
    while !rest.is_empty() {
        let spaces = usize::from(rest.first() == Some(&b' '));
        let Some((pair, after)) = rest.get_mut(spaces..).and_then(|rest| rest.split_at_mut_checked(2)) else {
            return;
        };
        see(pair);
        rest = after;
    }
}
