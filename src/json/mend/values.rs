//! JSON values in a text, and what is written in their place.

use super::names::Known;
use super::notation::{self, Converted};
use super::quoted::unquoted;
use super::tells;
use super::{Look, Piece, SHORT};
use crate::json::reader::{Expected, Malformed, Reader};

/// What is read in vain may be so many times as long as a text that is not short.
const MOST_READ_IN_VAIN: usize = 2;

/// Goes through a text from bracket to bracket.
pub(super) struct Finder<'t> {
    look: Look<'t>,
    reader: Reader,
    /// Whether the text is a command of a shell.
    command: bool,
    /// How many bytes may still be read in vain.
    room: usize,
}

/// What starts at a bracket.
pub(super) enum Found {
    /// JSON, or another notation of it.
    Piece(Piece, Option<Converted>),
    /// Something that is no body, up to an offset.
    Other(usize),
    /// A tag, up to an offset.
    Tag(usize),
    /// Something that is JSON but for its faults, up to an offset.
    Faulty(usize),
    /// Where something is that has no JSON, what is said of it, and where that ends which it is in.
    LeftOut { at: usize, known: &'static Known, end: usize },
}

impl<'t> Finder<'t> {
    pub fn new(look: Look<'t>) -> Self {
        let room = MOST_READ_IN_VAIN * look.text.len() + SHORT;
        Finder { look, reader: Reader::new(), command: tells::is_command(look.text), room }
    }

    fn rest(&self, at: usize) -> &'t [u8] {
        self.look.text.get(at..).unwrap_or_default()
    }

    /// The next `{` or `[`, while there is room to read on.
    pub fn bracket(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at).iter();
        Some(at + rest.take_while(|_| self.room > 0).position(|byte| matches!(byte, b'{' | b'['))?)
    }

    /// Where the JSON value ends that starts at an offset; or where it fails.
    pub fn value(&mut self, start: usize) -> Result<usize, usize> {
        let rest = self.rest(start);
        let (expected, at) = match self.reader.scan(rest, self.look.limits, self.look.wtf8) {
            Ok(()) => (Expected::End, rest.len()),
            Err(Malformed::Syntax { expected, at, .. }) => (expected, at as usize),
            Err(Malformed::Utf8 { at } | Malformed::TooDeep { at }) => {
                self.spend(at as usize);
                return Err(start + at as usize);
            }
            Err(Malformed::TooLarge) => return Err(start),
        };
        if expected == Expected::End {
            return Ok(start + rest.get(..at).unwrap_or_default().trim_ascii_end().len());
        }
        self.spend(at);
        Err(start + at)
    }

    fn spend(&mut self, bytes: usize) {
        self.room = self.room.saturating_sub(bytes + 1);
    }

    /// What starts at a bracket.
    pub fn at(&mut self, start: usize) -> Found {
        if let Some(length) = tells::tag(self.rest(start)) {
            return Found::Tag(start + length);
        }
        if let Some((decoded, end)) = unquoted(self.look.text, start, self.command) {
            self.spend(end - start);
            let differs = self.look.text.get(start..end) != Some(decoded.as_slice());
            // It has a name and its value, at least, in quotes that may be escaped still.
            if differs && (tells::contains(&decoded, b"\":") || tells::contains(&decoded, b"\\\":")) {
                return Found::Piece(Piece::decoded(start, end, decoded), None);
            }
        }
        let failed = match self.value(start) {
            Ok(end) if self.is_body(start) => {
                return Found::Piece(Piece { is_json: true, ..Piece::standing(start, end) }, None);
            }
            Ok(end) => return Found::Other(end),
            Err(failed) => failed,
        };
        match notation::read(self.look.text, start, self.look.limits.max_depth) {
            Ok(read) if read.marks.notation(false).is_some() => {
                return Found::Piece(Piece::standing(start, read.end), Some(read));
            }
            Ok(read) => self.spend(read.end - start),
            Err(stopped) => {
                self.spend(stopped.at.saturating_sub(start));
                let known = tells::left_out(self.rest(stopped.at)).map(|known| (stopped.at, known));
                let in_call =
                    || Some((stopped.call?, stopped.marks.notation(self.peek(start) == Some(b'['))?));
                if let Some((at, known)) = known.or_else(in_call) {
                    return Found::LeftOut { at, known, end: self.closing(start) };
                }
            }
        }
        // A name and its value have been read, at least.
        let read = self.look.text.get(start..failed).unwrap_or_default();
        if !self.is_body(start) || !tells::contains(read, b"\":") {
            return Found::Other(start + 1);
        }
        Found::Faulty(self.closing(start))
    }

    /// Whether a value is an object that has members, or an array of objects: `[12]` may be the number of a process.
    fn is_body(&self, start: usize) -> bool {
        let Some((bracket, rest)) = self.rest(start).split_first() else { return false };
        let first = if *bracket == b'{' { b'"' } else { b'{' };
        rest.trim_ascii_start().first() == Some(&first)
    }

    fn peek(&self, at: usize) -> Option<u8> {
        self.look.text.get(at).copied()
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
