//! What of a text becomes another, and what of it stays: letters and digits become others, word by word; dates, times
//! and addresses stay what they are; punctuation and white space stay.
//!
//! A word becomes the same one wherever it stands: an id by itself, in a URL and in a sentence.

use std::ops::Range;

use super::characters::{
    character, class, digits_in, hexadecimal_prefix, is_after_letter, put, run, word_at,
};
use super::cipher::{Cipher, MOST_SPOTS, Spot};
use super::encoded::Tried;
use super::words::{Standing, Words};
use crate::format::{date, decimal};

/// A word of hexadecimal digits alone is taken for a number in hexadecimal where it is this long and has a digit, or
/// this long and has none.
const SHORTEST_HEX: usize = 6;
const SHORTEST_HEX_LETTERS: usize = 9;

// Patterns: `Y` is a year, `M` a month, `D` a day that every month has, `h`, `m` and `s` are a time of day, and `B` is
// a number of up to three digits, which may be a byte.
const DATE: &str = "Y-M-D";
const CENTURY: &str = "C";
const TIMES: [&str; 2] = ["h:m:s", "h:m"];
const OFFSETS: [&str; 4] = ["+h:m", "-h:m", "+hm", "-hm"];
const ADDRESS: &str = "B.B.B.B";

pub(super) struct Pieces<'k> {
    cipher: &'k Cipher,
    spots: Vec<Spot>,
    /// Where the letters, digits and hyphens end that are being replaced, and whether they are an id.
    run: (usize, bool),
    is_code: bool,
    /// Of code, where a value may stand in no quotes.
    state: State,
    /// Where a letter is after digits.
    stop: usize,
}

/// Whether a value stands in no quotes: then no number gets a leading zero or an exponent, or loses one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It does not, or the text is no code.
    No,
    /// What comes next does.
    Next,
    /// What is being replaced does.
    Bare,
    /// It is in these quotes.
    Quoted(u8),
}

impl<'k> Pieces<'k> {
    /// Replaces all of a text but the words that stay, and what was replaced already.
    pub fn replace(text: &mut [u8], words: &'k Words<'_, '_>, passed: &[Range<usize>], standing: Standing) {
        let cipher = &words.redactor.cipher;
        let state = if words.is_code { State::Next } else { State::No };
        let is_code = words.is_code;
        let mut pieces =
            Pieces { cipher, spots: Vec::new(), run: (0, false), is_code, state, stop: usize::MAX };
        let mut at = 0;
        let mut passed = passed.iter().peekable();
        let mut tried = Tried::default();
        while at < text.len() {
            if let Some(span) = passed.next_if(|span| span.start <= at) {
                at = span.end.max(at);
                continue;
            }
            let (code, length, is_replaced) = character(text, at);
            let is_quoted = matches!(pieces.state, State::Quoted(_));
            if !is_replaced {
                if words.is_code {
                    pieces.pass(text, at, code as u8);
                }
                at += length;
                continue;
            }
            if !is_after_letter(text, at)
                && let Some(end) = words.encoded(text, at, &mut tried, standing.levels)
            {
                at = end;
                continue;
            }
            let kept = words.kept(text, at, is_quoted, standing);
            at = if kept > 0 { at + kept } else { pieces.piece(text, at) };
        }
    }

    /// Passes what is no word.
    fn pass(&mut self, text: &[u8], at: usize, byte: u8) {
        self.state = match (self.state, byte) {
            // No string goes on on the next line, but one of JSON that is closed later.
            (State::Quoted(b'"'), b'\n' | b'\r') if !ends_string(text, at) => return,
            (State::Quoted(quote), _) if byte != quote && !matches!(byte, b'\n' | b'\r') => return,
            (State::Next, b'"' | b'\'' | b'`') => State::Quoted(byte),
            (State::Quoted(_), _) => State::Next,
            // What ends a line or a comment is among them.
            (_, b':' | b',' | b'[' | b']' | b'{' | b'}' | b'(' | b')' | b'*' | b'\n') => State::Next,
            (State::Bare, b' ' | b'\t' | b'\r') => State::Next,
            (_, b'"' | b'\'' | b'`') => State::No,
            _ => return,
        };
    }

    /// Replaces what begins at a place; where that ends.
    fn piece(&mut self, text: &mut [u8], at: usize) -> usize {
        if self.state == State::Next {
            self.state = State::Bare;
        }
        let end = match self.moment(text, at).or_else(|| self.pattern(text, at, ADDRESS)) {
            Some(end) => end,
            None => self.word(text, at),
        };
        self.flush(text);
        if let Some(letter @ (b'e' | b'E')) = text.get_mut(self.stop) {
            *letter += 1;
        }
        self.stop = usize::MAX;
        end
    }

    #[inline(never)]
    fn flush(&mut self, text: &mut [u8]) {
        self.cipher.replace(&mut self.spots);
        for Spot { at, length, is_number, first, mut value, .. } in self.spots.iter().copied() {
            value += first;
            let Some(place) = text.get_mut(at..at + length) else { continue };
            if is_number {
                for byte in place.iter_mut().rev() {
                    *byte = b'0' + (value % 10) as u8;
                    value /= 10;
                }
            } else {
                let character = char::from_u32(value).unwrap_or_default();
                put(place, character.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        self.spots.clear();
    }

    #[inline(never)]
    fn spot(&mut self, at: usize, length: usize, is_number: bool, [first, value, radix]: [u32; 3]) {
        if radix > 1 {
            self.spots.push(Spot { at, length, is_number, first, value: value.wrapping_sub(first), radix });
        }
    }

    /// What fits a pattern: each number becomes another in its range, or if it is beyond, another beyond. Where it ends.
    #[inline(never)]
    fn pattern(&mut self, text: &[u8], at: usize, pattern: &str) -> Option<usize> {
        let mut end = at;
        for kind in pattern.bytes() {
            let rest = text.get(end..).unwrap_or_default();
            let (length, low, high) = match (kind, digits_in(rest)) {
                (b'Y', 4) => (4, 1900, 2099),
                (b'C', _) => (2, 0, 99),
                (b'M', 2..) => (2, 1, 12),
                (b'D', 2..) => (2, 1, 28),
                (b'h', 2..) => (2, 0, 23),
                (b'm' | b's', 2..) => (2, 0, 59),
                (b'B', 1) => (1, 0, 9),
                (b'B', 2) => (2, 10, 99),
                (b'B', 3) => (3, 100, 255),
                _ if rest.first() == Some(&kind) => (0, 0, 0),
                _ => {
                    self.spots.clear();
                    return None;
                }
            };
            let value = decimal(rest.get(..length).unwrap_or_default());
            // A number keeps its zeros.
            let (low, high) = match (self.state, value) {
                (State::Bare, ..10) if length == 2 => (low, high.min(9)),
                (State::Bare, _) if length == 2 => (low.max(10), high),
                _ => (low, high),
            };
            let above = 10_u32.pow(length as u32);
            let range = match value {
                _ if value < low => [0, value, low],
                _ if value > high => [high + 1, value, above - high - 1],
                _ => [low, value, high + 1 - low],
            };
            if length > 0 {
                self.spot(end, length, true, range);
            }
            end += length.max(1);
        }
        Some(end)
    }

    /// A date, with a time of day after it or none; or a time of day.
    fn moment(&mut self, text: &mut [u8], at: usize) -> Option<usize> {
        let is_year = matches!(text.get(at..), Some([b'1', b'9', ..] | [b'2', b'0', ..]));
        if self.state == State::Bare && !is_year {
            // It may be a number, and what is after that.
            return self.time(text, at, 1);
        }
        let Some(end) = self.pattern(text, at, DATE) else { return self.time(text, at, 1) };
        let day = decimal(text.get(end - 2..end)?);
        if matches!(day, 29..=31) {
            self.spots.clear();
            let is_day = text.get(at..end).is_some_and(date::is);
            if is_day {
                // Not every month has such a day, nor every February.
                put(text.get_mut(end - 2..end)?, &[b'2', b'0' + (day - 23) as u8]);
            }
            // No day of the calendar is none a century away, or hardly ever.
            self.pattern(text, at, if is_day { DATE } else { CENTURY });
        }
        self.flush(text);
        let has_time = matches!(text.get(end), Some(b'T' | b't' | b' '));
        Some(if has_time { self.time(text, end + 1, 2).unwrap_or(end) } else { end })
    }

    /// A time of day, and its offset from UTC: a time as one of the first patterns has it.
    fn time(&mut self, text: &mut [u8], at: usize, patterns: usize) -> Option<usize> {
        let mut end = TIMES.iter().take(patterns).find_map(|pattern| self.pattern(text, at, pattern))?;
        // A leap second is one only where it is.
        let is_leap = text.get(end - 2..end) == Some(b"60");
        if is_leap {
            self.spots.clear();
        }
        if text.get(end) == Some(&b'.') {
            end = self.digits(text, end + 1, false);
        }
        self.flush(text);
        if let Some(after) = OFFSETS.iter().find_map(|pattern| self.pattern(text, end, pattern)) {
            end = after;
            if is_leap || self.spots.iter().all(|spot| spot.value == 0) {
                self.spots.clear();
            }
        } else if matches!(text.get(end), Some(b'Z' | b'z')) && !character(text, end + 1).2 {
            end += 1;
        }
        Some(end)
    }

    /// Digits, each another one; where the first is one that `leads`, it is not 0 and becomes none.
    #[inline(never)]
    fn digits(&mut self, text: &mut [u8], at: usize, mut leads: bool) -> usize {
        let mut end = at;
        while let Some(byte @ b'0'..=b'9') = text.get(end).copied() {
            let [first, count] = if leads { [b'1', 9] } else { [b'0', 10] };
            self.spot(end, 1, false, [first, byte.max(first), count].map(u32::from));
            leads = false;
            end += 1;
            if self.spots.len() >= MOST_SPOTS {
                self.flush(text);
            }
        }
        end
    }

    /// Letters and digits.
    fn word(&mut self, text: &mut [u8], at: usize) -> usize {
        if at >= self.run.0 {
            self.run = run(text, at);
        }
        let rest = text.get(at..).unwrap_or_default();
        let count = digits_in(rest);
        let zeros = rest.iter().take_while(|byte| **byte == b'0').count();
        // A whole number stays one, `1.0` as well.
        let is_fraction = at.checked_sub(1).and_then(|at| text.get(at)) == Some(&b'.');
        let is_bare = self.state == State::Bare;
        let prefix = if self.is_code { hexadecimal_prefix(text, at) } else { 0 };
        let separates = rest.get(count) == Some(&b'_') && rest.first() != Some(&b'0');
        let is_number = is_bare && (count > 1 || is_fraction || separates);
        // Of zeros alone the last becomes another digit, but for those after a point.
        let zeros = if zeros == count && !is_fraction { zeros.saturating_sub(1) } else { zeros };
        let mut next = if is_number { at + zeros } else { at };
        next = if prefix > 0 {
            at + prefix
        } else {
            self.digits(text, next, is_number || count > 1 && zeros == 0)
        };
        let (end, has_digit, is_hex) = word_at(text, at + prefix);
        // What is after `@` is an address.
        let shortest = match at.checked_sub(1).and_then(|at| text.get(at)) {
            _ if prefix > 0 => 0,
            Some(b'@') if self.is_code => 0,
            _ if has_digit => SHORTEST_HEX,
            _ => SHORTEST_HEX_LETTERS,
        };
        let is_hex = self.run.1 || is_hex && end - at >= shortest;
        if prefix > 0 {
            // It does not begin with a zero, and if with a digit, then with no other.
            next = self.digits(text, next, true);
        } else if count == 0 && is_bare && !is_fraction {
            self.state = State::No;
        } else if is_bare {
            match text.get(next) {
                // It may be an exponent.
                Some(b'e' | b'E') => next += 1,
                // A whole number of another notation.
                Some(b'L' | b'n') if next + 1 == end => next = end,
                _ => self.stop = next,
            }
        }
        while next < end {
            let (code, length, _) = character(text, next);
            self.spot(next, length, false, class(code, is_hex));
            next += length;
            if self.spots.len() >= MOST_SPOTS {
                self.flush(text);
            }
        }
        next
    }
}

/// Whether a string that is open in JSON was to end before the end of a line.
fn ends_string(text: &[u8], at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let space = rest.iter().take(LONGEST_INDENT).take_while(|byte| byte.is_ascii_whitespace()).count();
    matches!(rest.get(space), None | Some(b'"' | b'}' | b']'))
}

/// So far the next line is looked for.
const LONGEST_INDENT: usize = 256;
