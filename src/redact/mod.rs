//! The same text with nothing personal in it: as long, spelled in the same way, with the same faults, so that the
//! report on it is the same but for the values.
//!
//! What stays is what a catalog has: keys, names of events, what a schema lists, and the words of fields that it says
//! are public. Of what it does not have, a key stays if it looks like a name. Everything else is replaced, letter by
//! letter and digit by digit.

mod cipher;
mod fit;
mod pieces;
mod places;
mod plain;
mod spelling;

use crate::catalog::Catalog;
use crate::json::{Limits, Reader};
use crate::recognize::{self, Hint};
use cipher::Cipher;
use places::Places;

/// A longer word is no name.
const LONGEST_NAME: usize = 64;

/// A name has no more digits.
const MOST_DIGITS: usize = 3;

/// A word of so many hexadecimal digits is a number.
const LONGEST_HEX: usize = 8;

/// So many texts are read inside of each other.
const LEVELS: u32 = 3;

/// Replaces what is personal in a text. The same key gives the same text.
pub(crate) fn redact(catalog: &Catalog<'_>, text: &mut [u8], hint: Hint<'_>, key: &[u8]) {
    Redactor { catalog, cipher: Cipher::new(key) }.redact(text, hint, LEVELS);
}

struct Redactor<'r, 'c> {
    catalog: &'r Catalog<'c>,
    cipher: Cipher,
}

impl Redactor<'_, '_> {
    fn redact(&self, text: &mut [u8], hint: Hint<'_>, levels: u32) {
        let mut reader = Reader::new();
        let limits = Limits { max_bytes: u32::MAX, ..Limits::DEFAULT };
        if reader.scan(text, limits, true).is_err() {
            let replace = if levels == LEVELS { plain::replace_body } else { plain::replace };
            return replace(self, text);
        }
        let body = text.to_vec();
        let document = reader.document(&body);
        let mut events = Vec::new();
        let recognition = recognize::recognize(self.catalog, &document, hint, &mut events);
        Places::new(self, &document, text, &events, levels).replace(&recognition);
    }

    /// Whether a text is the name of an event.
    fn is_event(&self, text: &[u8]) -> bool {
        self.catalog.envelopes().iter().any(|entry| self.catalog.index_of(entry, text).is_some())
    }
}

/// Whether a text looks like the name of a field or of something else that a program knows: letters, hardly a digit,
/// `_` and `-`, and such others as are given between them.
fn is_name(text: &[u8], between: &[u8]) -> bool {
    let digits = text.iter().filter(|byte| byte.is_ascii_digit()).count();
    let is_of_name =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') || between.contains(byte);
    let is_number = text.len() > LONGEST_HEX && text.iter().all(u8::is_ascii_hexdigit);
    let Some((first, rest)) = text.split_first() else { return true };
    (first.is_ascii_alphabetic() || matches!(first, b'_' | b'$' | b'@'))
        && rest.iter().all(is_of_name)
        && text.len() <= LONGEST_NAME
        && digits <= MOST_DIGITS
        && !is_number
}
