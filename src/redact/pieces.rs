//! What of a text becomes another, and what of it stays: letters and digits become others, word by word, in dates,
//! times and addresses such that they stay what they are; punctuation and white space stay.
//!
//! A word becomes the same one wherever it stands: an id by itself, in a URL and in a sentence.

use super::cipher::{Cipher, MOST_SPOTS, Spot};

/// An id has so many letters and digits at least: three quarters of them hexadecimal digits, and an eighth decimal.
const SHORTEST_ID: usize = 16;

/// A word of hexadecimal digits alone is taken for a number in hexadecimal where it is this long; where it has
/// a digit, and where it has none.
const SHORTEST_HEX: usize = 6;
const SHORTEST_HEX_LETTERS: usize = 9;

/// In place of a letter of two, three or four bytes, another: the first, and how many there are.
const LETTERS: [(u32, u32); 3] = [(0xc0, 400), (0x4e00, 20_480), (0x20000, 40_960)];

/// What digits may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// No numbers as JSON has them: what reads as one is in quotes.
    Text,
    /// Numbers where they stand where a value begins: none has a leading zero that had none, or loses one.
    Code,
    /// Numbers wherever they are.
    Numbers,
}

pub(super) struct Pieces<'k> {
    cipher: &'k Cipher,
    spots: Vec<Spot>,
    /// Where the letters, digits and hyphens end that are being replaced, and whether they are an id.
    run: (usize, bool),
}

impl<'k> Pieces<'k> {
    pub fn new(cipher: &'k Cipher) -> Self {
        Pieces { cipher, spots: Vec::new(), run: (0, false) }
    }

    /// Replaces all of a text but what `kept` says: of a place where a word begins, where that ends which stays.
    pub fn replace(
        &mut self,
        text: &mut [u8],
        wording: Wording,
        kept: &dyn Fn(&[u8], usize) -> Option<usize>,
    ) {
        self.run = (0, false);
        let mut at = 0;
        while at < text.len() {
            at = match character(text, at) {
                (_, length, false) => at + length,
                _ => match kept(text, at) {
                    Some(end) if end > at => end,
                    _ => self.piece(text, at, wording),
                },
            };
        }
    }

    /// Replaces what begins at a place; where that ends.
    fn piece(&mut self, text: &mut [u8], at: usize, wording: Wording) -> usize {
        let end = match self.moment(text, at).or_else(|| self.address(text, at)) {
            Some(end) => end,
            None => self.word(text, at, wording),
        };
        self.flush(text);
        end
    }

    fn flush(&mut self, text: &mut [u8]) {
        if self.spots.is_empty() {
            return;
        }
        self.cipher.replace(&mut self.spots);
        for spot in self.spots.drain(..) {
            let mut value = spot.first + spot.value;
            let Some(place) = text.get_mut(spot.at..spot.at + spot.length) else { continue };
            if !spot.is_number {
                let character = char::from_u32(value).unwrap_or_default();
                let mut bytes = [0; 4];
                let bytes = character.encode_utf8(&mut bytes).as_bytes();
                place.iter_mut().zip(bytes).for_each(|(byte, of)| *byte = *of);
                continue;
            }
            for byte in place.iter_mut().rev() {
                *byte = b'0' + (value % 10) as u8;
                value /= 10;
            }
        }
    }

    fn spot(&mut self, spot: Spot) {
        if spot.radix > 1 {
            self.spots.push(spot);
        }
    }

    /// Some digits as a number: one of a range by one of it, one beyond it by another beyond.
    fn number(&mut self, text: &[u8], at: usize, length: usize, [low, high]: [u32; 2]) {
        let value = decimal(text, at, length);
        let end = 10_u32.pow(length as u32);
        let (first, radix) = match value {
            _ if value < low => (0, low),
            _ if value > high => (high + 1, end - high - 1),
            _ => (low, high + 1 - low),
        };
        self.spot(Spot { at, length, is_number: true, first, value: value - first, radix });
    }

    /// A date, with a time of day after it or none; or a time of day. Its parts are others in the same ranges.
    fn moment(&mut self, text: &mut [u8], at: usize) -> Option<usize> {
        if !looks(text, at, b"0000-00-00") || digits_at(text, at + 8) > 2 {
            return looks(text, at, b"00:00:00").then(|| self.time(text, at));
        }
        let [month, day] = [at + 5, at + 8];
        let has_such_day = text.get(at..at + 10).is_some_and(crate::format::date::is);
        if has_such_day && decimal(text, day, 2) > 28 {
            // Not every month, nor every February, has such a day.
            let day = decimal(text, day, 2) - 3;
            let place = text.get_mut(at + 8..at + 10).unwrap_or_default();
            place.iter_mut().zip([b'2', b'0' + (day % 10) as u8]).for_each(|(byte, of)| *byte = of);
        }
        if matches!(decimal(text, day, 2), 29..=31) && decimal(text, month, 2) <= 12 {
            // Such a day of such a year is no day of the calendar: nor is it a century away, or so.
            self.number(text, at, 2, [0, 99]);
        } else {
            self.number(text, at, 4, [1900, 2099]);
            self.number(text, month, 2, [1, 12]);
            self.number(text, day, 2, [1, 28]);
        }
        self.flush(text);
        let end = at + 10;
        let is_time = matches!(text.get(end), Some(b'T' | b't' | b' ')) && looks(text, end + 1, b"00:00");
        Some(if is_time { self.time(text, end + 1) } else { end })
    }

    /// A time of day, and its offset from UTC.
    fn time(&mut self, text: &mut [u8], at: usize) -> usize {
        let has_seconds = looks(text, at + 5, b":00");
        // A leap second is one only where it is.
        let is_leap = has_seconds && decimal(text, at + 6, 2) == 60;
        if !is_leap {
            self.number(text, at, 2, [0, 23]);
            self.number(text, at + 3, 2, [0, 59]);
        }
        let mut end = at + 5;
        if has_seconds {
            if !is_leap {
                self.number(text, at + 6, 2, [0, 59]);
            }
            end = at + 8;
            if text.get(end) == Some(&b'.') {
                end = self.digits(text, end + 1, false);
            }
        }
        self.flush(text);
        let minutes = end + if text.get(end + 3) == Some(&b':') { 4 } else { 3 };
        let is_offset = matches!(text.get(end), Some(b'+' | b'-'))
            && looks(text, end + 1, b"00")
            && looks(text, minutes, b"00");
        if !is_offset {
            let is_utc = matches!(text.get(end), Some(b'Z' | b'z')) && !character(text, end + 1).2;
            return end + usize::from(is_utc);
        }
        if !is_leap && (decimal(text, end + 1, 2), decimal(text, minutes, 2)) != (0, 0) {
            self.number(text, end + 1, 2, [0, 23]);
            self.number(text, minutes, 2, [0, 59]);
        }
        minutes + 2
    }

    /// An IPv4 address: each of its numbers is another of as many digits, and a byte where it is one.
    fn address(&mut self, text: &[u8], at: usize) -> Option<usize> {
        let mut end = at;
        for index in 0..4 {
            let length = digits_at(text, end);
            let low = match length {
                1 => 0,
                2 => 10,
                3 => 100,
                _ => 0,
            };
            let is_next = if index < 3 { text.get(end + length) == Some(&b'.') } else { true };
            if !matches!(length, 1..=3) || !is_next {
                self.spots.clear();
                return None;
            }
            self.number(text, end, length, [low, 255.min(10_u32.pow(length as u32) - 1)]);
            end += length + usize::from(index < 3);
        }
        Some(end)
    }

    /// Digits, each another one; where the first is `led`, it is not 0 and becomes none.
    fn digits(&mut self, text: &mut [u8], at: usize, led: bool) -> usize {
        let mut end = at;
        while let Some(byte @ b'0'..=b'9') = text.get(end).copied() {
            self.digit(byte, end, led && end == at);
            end += 1;
            if self.spots.len() >= MOST_SPOTS {
                self.flush(text);
            }
        }
        end
    }

    fn digit(&mut self, byte: u8, at: usize, leads: bool) {
        let low = u32::from(leads);
        let (first, value) = (u32::from(b'0') + low, u32::from(byte - b'0') - low);
        self.spot(Spot { at, length: 1, is_number: false, first, value, radix: 10 - low });
    }

    /// Letters and digits.
    fn word(&mut self, text: &mut [u8], at: usize, wording: Wording) -> usize {
        if at >= self.run.0 {
            self.run = run(text, at);
        }
        let bare = match wording {
            Wording::Text => false,
            Wording::Code => begins_value(text.get(..at).unwrap_or_default()),
            Wording::Numbers => true,
        };
        let count = digits_at(text, at);
        let zeros =
            text.get(at..at + count).unwrap_or_default().iter().take_while(|byte| **byte == b'0').count();
        // Of a number none but the only digit is 0 where the first is not, and where it is bare those that are stay.
        let (mut next, leads) =
            if bare && count > 1 { (at + zeros, true) } else { (at, count > 1 && zeros == 0) };
        next = self.digits(text, next, leads);
        if bare && count > 0 && matches!(text.get(next), Some(b'a'..=b'z' | b'A'..=b'Z')) {
            // An exponent, or where a reader of numbers stops.
            next += 1;
        }
        let (end, has_digit, is_hex) = word_at(text, at);
        let shortest = if has_digit { SHORTEST_HEX } else { SHORTEST_HEX_LETTERS };
        let is_hex = self.run.1 || is_hex && end - at >= shortest;
        while next < end {
            let (code, length, _) = character(text, next);
            let (first, radix) = class(code, length, is_hex);
            let value = if length == 1 { code - first } else { code.checked_rem(radix).unwrap_or_default() };
            self.spot(Spot { at: next, length, is_number: false, first, value, radix });
            next += length;
            if self.spots.len() >= MOST_SPOTS {
                self.flush(text);
            }
        }
        next
    }
}

/// Whether a value in no quotes begins after a text, or the digits after a number's point.
fn begins_value(before: &[u8]) -> bool {
    let is_between = |byte: &u8| {
        byte.is_ascii_whitespace() || matches!(byte, b':' | b',' | b'[' | b'{' | b'(' | b'=' | b'>')
    };
    match before {
        [] | [b'-' | b'+' | b'.'] => true,
        [.., byte, b'.'] => byte.is_ascii_digit() || is_between(byte),
        [.., byte, b'-' | b'+'] | [.., byte] => is_between(byte),
    }
}

/// The letters, digits and hyphens from a place on: where they end, and whether they are an id.
fn run(text: &[u8], at: usize) -> (usize, bool) {
    let (mut end, mut count, mut hex, mut decimal) = (at, 0, 0, 0);
    while let Some(byte) = text.get(end).filter(|byte| byte.is_ascii_alphanumeric() || **byte == b'-') {
        count += usize::from(*byte != b'-');
        hex += usize::from(byte.is_ascii_hexdigit());
        decimal += usize::from(byte.is_ascii_digit());
        end += 1;
    }
    (end, count >= SHORTEST_ID && 4 * hex >= 3 * count && 8 * decimal >= count)
}

/// The word at a place: where it ends, whether it has a digit, and whether all of it is hexadecimal digits.
fn word_at(text: &[u8], at: usize) -> (usize, bool, bool) {
    let (mut end, mut has_digit, mut is_hex) = (at, false, true);
    while let (code, length, true) = character(text, end) {
        let byte = if length == 1 { code as u8 } else { 0 };
        has_digit |= byte.is_ascii_digit();
        is_hex &= byte.is_ascii_hexdigit();
        end += length;
    }
    (end, has_digit, is_hex)
}

/// By which others a character is replaced: the first of them, and how many there are.
fn class(code: u32, length: usize, is_hex: bool) -> (u32, u32) {
    match (code, is_hex) {
        (48..=57, _) => (48, 10),
        (65..=70, true) => (65, 6),
        (97..=102, true) => (97, 6),
        (71..=90, true) => (71, 20),
        (103..=122, true) => (103, 20),
        (65..=90, _) => (65, 26),
        (97..=122, _) => (97, 26),
        _ => LETTERS.get(length.wrapping_sub(2)).copied().unwrap_or((code, 1)),
    }
}

/// The character at a place, how many bytes it has, and whether it is replaced. What is no text is a byte that stays.
fn character(text: &[u8], at: usize) -> (u32, usize, bool) {
    let rest = text.get(at..).unwrap_or_default();
    let Some(&first) = rest.first() else { return (0, 1, false) };
    if first.is_ascii() {
        return (first.into(), 1, first.is_ascii_alphanumeric());
    }
    let (length, least, bits) = match first {
        0xc2..=0xdf => (2, 0x80, first & 0x1f),
        0xe0..=0xef => (3, 0x800, first & 0x0f),
        0xf0..=0xf4 => (4, 0x10000, first & 0x07),
        _ => return (0, 1, false),
    };
    let mut code = u32::from(bits);
    for index in 1..length {
        match rest.get(index) {
            Some(byte @ 0x80..=0xbf) => code = code << 6 | u32::from(byte & 0x3f),
            _ => return (0, 1, false),
        }
    }
    if code < least || code > 0x0010_ffff {
        return (0, 1, false);
    }
    (code, length, !is_mark(code))
}

/// Whether a character beyond ASCII is no letter and no symbol: white space, punctuation, what cannot be seen, and
/// half of a surrogate pair.
fn is_mark(code: u32) -> bool {
    matches!(code, ..0xc0 | 0x2000..=0x20cf | 0x3000..=0x303f | 0xd800..=0xdfff | 0xfe00..=0xfe0f)
        || matches!(code, 0xfeff | 0xfffd | 0xff00..=0xff0f | 0xff1a..=0xff20)
}

/// Whether a text has digits at a place where the pattern has `0`, and else the same.
fn looks(text: &[u8], at: usize, pattern: &[u8]) -> bool {
    let Some(found) = text.get(at..at + pattern.len()) else { return false };
    let fits = |(byte, of): (&u8, &u8)| if *of == b'0' { byte.is_ascii_digit() } else { byte == of };
    found.iter().zip(pattern).all(fits)
}

fn decimal(text: &[u8], at: usize, length: usize) -> u32 {
    let digits = text.get(at..at + length).unwrap_or_default();
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit & 15))
}

fn digits_at(text: &[u8], at: usize) -> usize {
    text.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}
