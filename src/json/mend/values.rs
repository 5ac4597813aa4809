//! JSON values in a text.

use crate::json::reader::{Expected, Limits, Malformed, Reader};

/// What is read in vain may be so many times as long as the text.
const MOST_READINGS: usize = 4;

/// Looks for JSON values in a text.
pub(super) struct Finder<'t> {
    text: &'t [u8],
    limits: Limits,
    wtf8: bool,
    reader: Reader,
    /// How many bytes may still be read in vain.
    room: usize,
}

impl<'t> Finder<'t> {
    pub fn new(text: &'t [u8], limits: Limits, wtf8: bool) -> Self {
        Finder { text, limits, wtf8, reader: Reader::new(), room: MOST_READINGS * text.len() }
    }

    /// Where the value ends that starts at an offset.
    pub fn value(&mut self, at: usize) -> Result<usize, Malformed> {
        let rest = self.text.get(at..).unwrap_or_default();
        let length = match self.reader.scan(rest, self.limits, self.wtf8) {
            Ok(()) => rest.len(),
            Err(Malformed::Syntax { expected: Expected::End, at, .. }) => at as usize,
            Err(malformed) => {
                let read = match malformed {
                    Malformed::Syntax { at, .. } | Malformed::Utf8 { at } | Malformed::TooDeep { at } => at,
                    Malformed::TooLarge => 0,
                };
                self.room = self.room.saturating_sub(read as usize + 1);
                return Err(malformed);
            }
        };
        Ok(at + rest.get(..length).unwrap_or_default().trim_ascii_end().len())
    }

    /// Objects, and arrays of them, one after the other.
    pub fn values(&mut self) -> Vec<(usize, usize)> {
        let mut values = Vec::new();
        let mut at = 0;
        while let Some(start) = self.bracket(at) {
            at = match self.value(start) {
                Ok(end) => {
                    if self.is_body(start) {
                        values.push((start, end));
                    }
                    end
                }
                Err(_) => start + 1,
            };
        }
        values
    }

    /// The next `{` or `[`, while there is room to read on.
    fn bracket(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..).filter(|_| self.room > 0)?;
        Some(at + rest.iter().position(|byte| matches!(byte, b'{' | b'['))?)
    }

    /// Whether a value is an object that has members, or an array of objects: `[12]` may be the number of a process.
    fn is_body(&self, start: usize) -> bool {
        let Some((bracket, rest)) = self.text.get(start..).and_then(<[u8]>::split_first) else {
            return false;
        };
        let first = if *bracket == b'{' { b'"' } else { b'{' };
        rest.trim_ascii_start().first() == Some(&first)
    }
}
