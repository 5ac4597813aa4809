//! Strings and keys of other notations.

use super::{Notation, State};
use crate::json::mend::literal::{Quote, push_string, quote};
use crate::json::mend::marks::Mark;

/// No escape is so long.
const LONGEST_ESCAPE: usize = 11;

impl Notation<'_> {
    /// A string, where there is one; without its opening quote where it goes on with another.
    pub(super) fn string(&mut self, opens: bool) -> Option<()> {
        let (closing, length) = quote(self.rest())?;
        self.quoted(closing, length, opens, false)
    }

    fn quoted(&mut self, closing: Quote, length: usize, opens: bool, bytes: bool) -> Option<()> {
        self.marks.add(match self.peek() {
            Some(b'"') => Mark::Plain,
            Some(b'\'') => Mark::Single,
            Some(b'`') => Mark::JavaScript,
            _ => Mark::Typographic,
        });
        if opens {
            self.push(b"\"");
        }
        let inner = self.rest().get(length..)?;
        let rest = match push_string(&mut self.json, inner, closing, closing.spans_lines(), bytes) {
            Ok(rest) => rest,
            Err(left) => {
                // The text may end in an escape.
                let ends = left.len() < LONGEST_ESCAPE && !left.iter().any(|byte| b"\"'`\n".contains(byte));
                self.at = self.text.len() - if ends { 0 } else { left.len() };
                if ends && self.state == State::Value {
                    self.state = State::Unclosed;
                }
                return None;
            }
        };
        self.push(b"\"");
        self.at = self.text.len() - rest.len();
        Some(())
    }

    /// A string, also one with a letter before its quote; false where there is none.
    pub(super) fn any_string(&mut self) -> Option<bool> {
        let prefix = match self.rest() {
            [b'b' | b'u' | b'r' | b'f', b'\'' | b'"', ..] | [b'@', b'"', ..] => 1,
            _ => 0,
        };
        let bytes = self.peek() == Some(b'b');
        let Some((closing, length)) = quote(self.rest().get(prefix..)?) else { return Some(false) };
        self.at += prefix;
        if prefix > 0 {
            self.marks.add(Mark::Python);
        }
        self.quoted(closing, length, true, bytes)?;
        Some(true)
    }

    /// A key and what separates it from its value.
    pub(super) fn key(&mut self) -> Option<()> {
        if !self.any_string()? {
            if self.skip(b":") {
                self.marks.add(Mark::Ruby);
            }
            let is_key = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_$-.".contains(byte);
            let length = self.rest().iter().take_while(is_key).count();
            let key = self.rest().get(..length).filter(|key| !key.is_empty())?;
            self.marks.add(Mark::Key);
            self.push_word(key);
            self.at += length;
        }
        let length = self.json.len();
        self.space();
        if self.skip(b"=>") {
            self.json.truncate(length);
            self.marks.add(Mark::Ruby);
        } else if self.skip("：".as_bytes()) {
            self.marks.add(Mark::Wide);
        } else if !self.skip(b":") {
            // Half of an arrow may be all that is left.
            self.at += usize::from(self.rest() == b"=");
            return None;
        }
        self.push(b":");
        self.space();
        Some(())
    }
}
