//! The same text with nothing personal in it: as long, spelled in the same way, with the same faults, so that the
//! report on it is the same but for the values.
//!
//! What stays is what a catalog has: keys, names of events, what a schema lists, and the words of fields that it says
//! are public. Of what it does not have, a key stays if it looks like a name. Everything else is replaced, letter by
//! letter and digit by digit.

mod aligned;
mod characters;
mod cipher;
mod encoded;
mod fit;
mod inside;
mod pieces;
mod places;
mod spelling;
mod words;

use std::cell::Cell;

use crate::catalog::Catalog;
use crate::json::{Limits, Reader};
use crate::recognize::{self, Hint};
use cipher::Cipher;
use places::Places;
use words::Words;

/// A longer word is no name.
const LONGEST_NAME: usize = 64;

/// A name has no more digits.
const MOST_DIGITS: usize = 3;

/// A word of so many hexadecimal digits is a number.
const LONGEST_HEX: usize = 8;

/// So many texts are read inside of each other.
const LEVELS: u32 = 6;

/// Replaces what is personal in a text. The same key gives the same text.
pub(crate) fn redact<'c>(catalog: &'c Catalog<'c>, text: &mut [u8], hint: Hint<'_>, key: &[u8]) {
    let (redactor, work) = (Redactor { catalog, cipher: Cipher::new(key) }, Cell::new(u64::MAX));
    let words = Words { redactor: &redactor, is_code: true, objects: &[], parameters: &[], work: &work };
    words.text(text, hint, LEVELS);
}

struct Redactor<'c> {
    catalog: &'c Catalog<'c>,
    cipher: Cipher,
}

impl Redactor<'_> {
    /// Replaces what is in a text that is JSON; whether it is.
    fn document(&self, text: &mut [u8], hint: Hint<'_>, levels: u32) -> bool {
        let mut reader = Reader::new();
        let limits = Limits { max_bytes: u32::MAX, ..Limits::DEFAULT };
        if reader.scan(text, limits, true).is_err() {
            return false;
        }
        let body = text.to_vec();
        let document = reader.document(&body);
        let mut events = Vec::new();
        let recognition = recognize::recognize(self.catalog, &document, hint, &mut events);
        Places::replace(self, &document, text, &recognition, &events, levels);
        true
    }

    /// Whether a text is the name of an event.
    fn is_event(&self, text: &[u8]) -> bool {
        self.catalog.envelopes().iter().any(|entry| self.catalog.index_of(entry, text).is_some())
    }
}

/// Whether a text looks like the name of a field or of something else that a program knows: letters, hardly a digit,
/// `_` and `-`, and such others as are given between them.
fn is_name(text: &[u8], between: &[u8]) -> bool {
    let Some((first, rest)) = text.split_first() else { return true };
    let (mut digits, mut is_hex) = (0, first.is_ascii_hexdigit());
    for byte in rest {
        is_hex &= byte.is_ascii_hexdigit();
        digits += usize::from(byte.is_ascii_digit());
        if !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-') && !between.contains(byte) {
            return false;
        }
    }
    (first.is_ascii_alphabetic() || matches!(first, b'_' | b'$' | b'@'))
        && text.len() <= if is_hex { LONGEST_HEX } else { LONGEST_NAME }
        && digits <= MOST_DIGITS
}
