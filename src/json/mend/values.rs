//! JSON values in a text, and what is written in their place.

use super::bytes::{byte, contains, from, part, trim_end, trim_start};
use super::notation::{self, Converted};
use super::quoted::unquoted;
use super::{Body, Known, Look, SHORT, tells};
use crate::json::reader::{Expected, Malformed, Reader};

/// What is read in vain may be so many times as long as a text that is not short.
const MOST_READ_IN_VAIN: usize = 2;

/// Goes through a text from bracket to bracket.
pub(super) struct Finder<'t> {
    look: Look<'t>,
    reader: Reader,
    /// Whether the text is a command of a shell, once that was asked.
    command: Option<bool>,
    /// How many bytes may still be read in vain.
    room: usize,
}

/// What starts at a bracket.
pub(super) enum Found {
    /// JSON, or another notation of it.
    Piece(Body, Option<Converted>),
    /// Something that is no body, up to an offset.
    Other(usize),
    /// A tag, up to an offset.
    Tag(usize),
    /// Something that is JSON but for its faults, up to an offset.
    Faulty(usize),
    /// Where something is that has no JSON, what is said of it, and where that ends which it is in.
    LeftOut { at: usize, known: Known, end: usize },
}

impl<'t> Finder<'t> {
    pub fn new(look: Look<'t>) -> Self {
        let room = MOST_READ_IN_VAIN * look.text.len() + SHORT;
        Finder { look, reader: Reader::new(), command: None, room }
    }

    fn rest(&self, at: usize) -> &'t [u8] {
        from(self.look.text, at)
    }

    /// The next `{` or `[`, while there is room to read on.
    pub fn bracket(&self, at: usize) -> Option<usize> {
        let length = self.rest(at).iter().position(|byte| matches!(byte, b'{' | b'['));
        Some(at + length.filter(|_| self.room > 0)?)
    }

    /// Where the JSON value ends that starts at an offset; or where it fails.
    pub fn value(&mut self, start: usize) -> Result<usize, usize> {
        let rest = self.rest(start);
        let at = match self.reader.scan(rest, self.look.limits, self.look.wtf8) {
            Ok(()) => return Ok(start + trim_end(rest).len()),
            Err(Malformed::Syntax { expected: Expected::End, at, .. }) => {
                return Ok(start + trim_end(part(rest, 0, at as usize)).len());
            }
            Err(Malformed::Syntax { at, .. } | Malformed::Utf8 { at } | Malformed::TooDeep { at }) => {
                at as usize
            }
            Err(Malformed::TooLarge) => 0,
        };
        self.spend(at);
        Err(start + at)
    }

    fn spend(&mut self, bytes: usize) {
        self.room = self.room.saturating_sub(bytes + 1);
    }

    /// What starts at a bracket.
    pub fn at(&mut self, start: usize) -> Found {
        let text = self.look.text;
        if let Some(length) = tells::tag(self.rest(start)) {
            return Found::Tag(start + length);
        }
        let is_command = *self.command.get_or_insert_with(|| tells::is_command(text));
        if let Some((decoded, end)) = unquoted(text, start, is_command) {
            self.spend(end - start);
            // It has a name and its value, at least, in quotes that may be escaped still.
            let is_body = contains(&decoded, b"\":") || contains(&decoded, b"\\\":");
            if is_body && part(text, start, end) != decoded {
                return Found::Piece(Body::decoded(start, end, decoded), None);
            }
        }
        let failed = match self.value(start) {
            Ok(end) if self.is_body(start) => return Found::Piece(Body::standing(start, end), None),
            Ok(end) => return Found::Other(end),
            Err(failed) => failed,
        };
        match notation::read(text, start, self.look.limits.max_depth) {
            Ok(read) if read.marks.notation(false).is_some() => {
                return Found::Piece(Body::standing(start, read.end), Some(read));
            }
            Ok(read) => self.spend(read.end - start),
            Err(stopped) => {
                self.spend(stopped.at.saturating_sub(start));
                let known = match stopped.call {
                    Some(at) => stopped.marks.notation(byte(text, start) == b'[').map(|known| (at, known)),
                    None => None,
                };
                let left_out = tells::left_out(self.rest(stopped.at)).map(|known| (stopped.at, known));
                if let Some((at, known)) = left_out.or(known) {
                    return Found::LeftOut { at, known, end: self.closing(start) };
                }
            }
        }
        // A name and its value have been read, at least.
        if !self.is_body(start) || !contains(part(text, start, failed), b"\":") {
            return Found::Other(start + 1);
        }
        Found::Faulty(self.closing(start))
    }

    /// Whether a value is an object that has members, or an array of objects: `[12]` may be the number of a process.
    fn is_body(&self, start: usize) -> bool {
        let first = if byte(self.look.text, start) == b'{' { b'"' } else { b'{' };
        byte(trim_start(self.rest(start + 1)), 0) == first
    }

    /// Where the bracket closes, or the end of the text. What is looked at for it is not looked at again.
    fn closing(&self, start: usize) -> usize {
        let (mut open, mut in_string, mut escaped) = (0_usize, false, false);
        for (at, &byte) in self.rest(start).iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                _ if in_string => {}
                b'{' | b'[' => open += 1,
                b'}' | b']' if open == 1 => return start + at + 1,
                b'}' | b']' => open -= 1,
                _ => {}
            }
        }
        self.look.text.len()
    }
}
