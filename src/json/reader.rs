//! Bytes → [`Document`], in one pass, or the first thing that keeps the body from being one.
//!
//! The grammar is RFC 8259's, strictly:
//!
//! ```text
//! body   = [BOM] space value space
//! value  = object / array / string / number / "true" / "false" / "null"
//! object = "{" space [ member *( "," member ) ] "}"      member = space string space ":" space value space
//! array  = "[" space [ value *( "," value ) ] "]"        value here with space around it
//! number = [ "-" ] ( "0" / digit1-9 *digit ) [ "." 1*digit ] [ ( "e" / "E" ) [ "+" / "-" ] 1*digit ]
//! space  = *( SP / TAB / LF / CR )
//! ```
//!
//! Sixteen bytes are looked at in one step where there are sixteen; the last few, one by one. While a
//! container is open its `next` holds its parent, so that no stack is needed beside the tape.

use wide::i8x16;

use super::document::{Document, Kind, Node, NodeId};
use super::string::escaped_unit;

/// Bounds on what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes that a body may have.
    pub max_bytes: u32,
    /// The most levels of objects and arrays in each other.
    pub max_depth: u32,
}

impl Limits {
    /// 16 MiB and 128 levels.
    pub const DEFAULT: Limits = Limits { max_bytes: 16 << 20, max_depth: 128 };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// What the grammar allows at a place where the body has something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value, at the start or after `:`.
    Value,
    /// A value or `]`, after `[`.
    ElementOrEnd,
    /// A value, after the `,` of an array.
    Element,
    /// A key or `}`, after `{`.
    KeyOrEnd,
    /// A key, after the `,` of an object.
    Key,
    /// `:`, after a key.
    Colon,
    /// `,` or `}`, after a member.
    CommaOrBrace,
    /// `,` or `]`, after an element.
    CommaOrBracket,
    /// Nothing, after the whole value.
    End,
    /// More of a string or `"`; the string starts at `start`.
    StringEnd,
    /// A control character's escape, inside a string.
    NoControl,
    /// One of `"\/bfnrtu`, after a backslash.
    Escape,
    /// Four hexadecimal digits, after `\u`.
    HexDigits,
    /// A digit, in a number.
    Digit,
    /// No digit, after a number's leading zero.
    NoLeadingZero,
}

/// Why a body is not a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// Something else than the grammar allows.
    Syntax {
        /// What it allows there.
        expected: Expected,
        /// Byte offset of what is there.
        at: u32,
        /// Byte offset of the token that `at` is in, or of the container that it is directly in.
        start: u32,
    },
    /// Bytes that are not UTF-8.
    Utf8 {
        /// Byte offset of the first of them.
        at: u32,
    },
    /// An object or an array inside `max_depth` others.
    TooDeep {
        /// Byte offset of its bracket.
        at: u32,
    },
    /// More than `max_bytes` bytes.
    TooLarge,
}

/// Reads bodies, reusing the tape between them.
#[derive(Debug, Default)]
pub struct Reader {
    nodes: Vec<Node>,
    flags: u8,
}

impl Reader {
    /// One without any memory yet.
    #[must_use]
    pub const fn new() -> Self {
        Reader { nodes: Vec::new(), flags: 0 }
    }

    /// The document of a body, or why it is none.
    ///
    /// # Errors
    /// The first thing that is not JSON, not UTF-8, or over a limit.
    pub fn read<'a>(&'a mut self, body: &'a [u8], limits: Limits) -> Result<Document<'a>, Malformed> {
        self.scan(body, limits, false)?;
        Ok(self.document(body))
    }

    /// As [`Reader::read`], the document being asked for later. JavaScript text can hold half a
    /// surrogate pair: with `wtf8` its three bytes, as WTF-8 has them, are no error.
    pub(crate) fn scan(&mut self, body: &[u8], limits: Limits, wtf8: bool) -> Result<(), Malformed> {
        self.nodes.clear();
        self.flags = 0;
        if body.len() > limits.max_bytes.min(u32::MAX - 16) as usize {
            return Err(Malformed::TooLarge);
        }
        let at = if body.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let mut scan = Scan {
            body,
            at,
            nodes: &mut self.nodes,
            flags: 0,
            parent: NONE,
            depth: 0,
            wtf8,
            malformed: None,
        };
        let outcome = scan.body(limits.max_depth);
        self.flags = scan.flags;
        match (outcome, scan.malformed) {
            (Err(Stop), Some(malformed)) => Err(malformed),
            _ => Ok(()),
        }
    }

    /// The document of the body that [`Reader::scan`] has accepted.
    pub(crate) fn document<'a>(&'a self, body: &'a [u8]) -> Document<'a> {
        Document::new(body, &self.nodes, self.flags)
    }
}

const NONE: NodeId = NodeId::MAX;

struct Scan<'a, 'n> {
    body: &'a [u8],
    at: usize,
    nodes: &'n mut Vec<Node>,
    flags: u8,
    /// The container that is open, or `NONE`.
    parent: NodeId,
    depth: u32,
    wtf8: bool,
    /// Why the scan has stopped.
    malformed: Option<Malformed>,
}

/// The scan has stopped, see `Scan::malformed`: without the reason in it, a result fits a register.
struct Stop;

impl Scan<'_, '_> {
    fn body(&mut self, max_depth: u32) -> Result<(), Stop> {
        let mut expected = Expected::Value;
        let mut in_object = false;
        loop {
            // A value starts here.
            let byte = self.after_space();
            match byte {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    if self.depth == max_depth {
                        return Err(self.stop(Malformed::TooDeep { at: self.at as u32 }));
                    }
                    in_object = byte == b'{';
                    self.open(if in_object { Kind::Object } else { Kind::Array });
                    let next = self.after_space();
                    if next == if in_object { b'}' } else { b']' } {
                        in_object = self.close();
                    } else if in_object {
                        self.key(Expected::KeyOrEnd)?;
                        expected = Expected::Value;
                        continue;
                    } else {
                        expected = Expected::ElementOrEnd;
                        continue;
                    }
                }
                b'-' | b'0'..=b'9' => self.number(byte)?,
                b't' => self.literal(b"true", Kind::True, expected)?,
                b'f' => self.literal(b"false", Kind::False, expected)?,
                b'n' => self.literal(b"null", Kind::Null, expected)?,
                _ => return Err(self.unexpected(expected)),
            }
            // A value has ended here.
            loop {
                if self.parent == NONE {
                    return match self.after_space() {
                        _ if self.at >= self.body.len() => Ok(()),
                        _ => Err(self.unexpected(Expected::End)),
                    };
                }
                match (self.after_space(), in_object) {
                    (b',', true) => {
                        self.at += 1;
                        self.after_space();
                        self.key(Expected::Key)?;
                        expected = Expected::Value;
                        break;
                    }
                    (b',', false) => {
                        self.at += 1;
                        expected = Expected::Element;
                        break;
                    }
                    (b'}', true) | (b']', false) => in_object = self.close(),
                    (_, true) => return Err(self.unexpected(Expected::CommaOrBrace)),
                    (_, false) => return Err(self.unexpected(Expected::CommaOrBracket)),
                }
            }
        }
    }

    #[inline]
    fn peek(&self) -> u8 {
        self.body.get(self.at).copied().unwrap_or(0)
    }

    /// The first byte that is not space; 0 at the end of the body.
    #[inline]
    fn after_space(&mut self) -> u8 {
        let byte = self.peek();
        if byte > b' ' {
            return byte;
        }
        // The one space after a colon or a comma is the commonest of all.
        let next = self.body.get(self.at + 1).copied().unwrap_or(0);
        if byte == b' ' && next > b' ' {
            self.at += 1;
            return next;
        }
        self.skip_space()
    }

    fn skip_space(&mut self) -> u8 {
        while let Some(block) = self.block() {
            let space = block.simd_eq(i8x16::splat(b' ' as i8))
                | block.simd_eq(i8x16::splat(b'\n' as i8))
                | block.simd_eq(i8x16::splat(b'\r' as i8))
                | block.simd_eq(i8x16::splat(b'\t' as i8));
            let other = !space.to_bitmask() & 0xffff;
            if other != 0 {
                self.at += other.trailing_zeros() as usize;
                return self.peek();
            }
            self.at += 16;
        }
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.peek()
    }

    /// The next sixteen bytes, where there are sixteen.
    #[inline]
    fn block(&self) -> Option<i8x16> {
        let bytes = self.body.get(self.at..)?.first_chunk::<16>()?;
        Some(i8x16::new(bytes.map(|byte| byte as i8)))
    }

    #[inline]
    fn push(&mut self, start: usize, kind: Kind, flags: u8) {
        let next = self.nodes.len() as NodeId + 1;
        self.flags |= flags;
        self.nodes.push(Node { start: start as u32, end: self.at as u32, next, kind, flags });
    }

    #[inline]
    fn open(&mut self, kind: Kind) {
        let id = self.nodes.len() as NodeId;
        self.push(self.at, kind, 0);
        if let Some(node) = self.nodes.last_mut() {
            node.next = self.parent;
        }
        self.parent = id;
        self.depth += 1;
        self.at += 1;
    }

    /// Ends the container that is open; whether the one around it is an object.
    #[inline]
    fn close(&mut self) -> bool {
        self.at += 1;
        let next = self.nodes.len() as NodeId;
        if let Some(node) = self.nodes.get_mut(self.parent as usize) {
            self.parent = node.next;
            node.end = self.at as u32;
            node.next = next;
        }
        self.depth -= 1;
        self.nodes.get(self.parent as usize).is_some_and(|node| node.kind == Kind::Object)
    }

    #[inline]
    fn key(&mut self, expected: Expected) -> Result<(), Stop> {
        if self.peek() != b'"' {
            return Err(self.unexpected(expected));
        }
        self.string()?;
        if self.after_space() != b':' {
            return Err(self.unexpected(Expected::Colon));
        }
        self.at += 1;
        Ok(())
    }

    fn literal(&mut self, word: &[u8], kind: Kind, expected: Expected) -> Result<(), Stop> {
        let start = self.at;
        if !self.body.get(start..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(self.unexpected(expected));
        }
        self.at += word.len();
        self.push(start, kind, 0);
        Ok(())
    }

    fn number(&mut self, first: u8) -> Result<(), Stop> {
        let start = self.at;
        let mut flags = 0;
        if first == b'-' {
            self.at += 1;
        }
        let leading_zero = self.peek() == b'0';
        self.digits(start)?;
        let digits = self.at - start;
        if leading_zero && digits > 1 + usize::from(first == b'-') {
            let at = (self.at - digits + usize::from(first == b'-')) as u32;
            return Err(self.wrong(Expected::NoLeadingZero, at as usize, start));
        }
        if digits > 15 {
            flags |= Node::LARGE;
        }
        if self.peek() == b'.' {
            flags |= Node::DECIMAL;
            self.at += 1;
            self.digits(start)?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            flags |= Node::DECIMAL | Node::LARGE;
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits(start)?;
        }
        self.push(start, Kind::Number, flags);
        Ok(())
    }

    /// One digit or more; `start` is where their number starts.
    #[inline]
    fn digits(&mut self, start: usize) -> Result<(), Stop> {
        if !self.peek().is_ascii_digit() {
            let wrong =
                Malformed::Syntax { expected: Expected::Digit, at: self.at as u32, start: start as u32 };
            let malformed = self.invalid_byte().unwrap_or(wrong);
            return Err(self.stop(malformed));
        }
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        Ok(())
    }

    /// A string, from its opening quote.
    #[inline]
    fn string(&mut self) -> Result<(), Stop> {
        let start = self.at;
        self.at += 1;
        // Plain ASCII that ends within the blocks at hand is nearly every string there is.
        while let Some(block) = self.block() {
            let stop = special(block);
            if stop == 0 {
                self.at += 16;
                continue;
            }
            self.at += stop.trailing_zeros() as usize;
            if self.peek() == b'"' {
                self.at += 1;
                self.push(start, Kind::String, 0);
                return Ok(());
            }
            break;
        }
        self.string_rest(start)
    }

    /// The rest of a string: escapes, text beyond ASCII, the end of the body, whatever is wrong.
    #[cold]
    fn string_rest(&mut self, start: usize) -> Result<(), Stop> {
        let mut flags = 0;
        loop {
            if let Some(block) = self.block() {
                let stop = special(block);
                if stop == 0 {
                    self.at += 16;
                    continue;
                }
                self.at += stop.trailing_zeros() as usize;
            }
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    self.push(start, Kind::String, flags);
                    return Ok(());
                }
                b'\\' => flags |= Node::ESCAPED | self.escape(start)?,
                0x20..=0x7f => self.at += 1,
                0x80.. => flags |= self.beyond_ascii()?,
                _ => {
                    let ended = self.at >= self.body.len();
                    let expected = if ended { Expected::StringEnd } else { Expected::NoControl };
                    return Err(self.wrong(expected, self.at, start));
                }
            }
        }
    }

    /// An escape, from its backslash; the flag of a lone surrogate where it is one.
    fn escape(&mut self, start: usize) -> Result<u8, Stop> {
        let rest = self.body.get(self.at..).unwrap_or_default();
        match rest.get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                return Ok(0);
            }
            Some(b'u') => {}
            None => return Err(self.wrong(Expected::StringEnd, self.body.len(), start)),
            Some(_) => return Err(self.wrong(Expected::Escape, self.at, start)),
        }
        let Some(unit) = escaped_unit(rest) else {
            let digits = rest.iter().skip(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
            if rest.len() == 2 + digits {
                return Err(self.wrong(Expected::StringEnd, self.body.len(), start));
            }
            return Err(self.wrong(Expected::HexDigits, self.at, start));
        };
        let next = rest.get(6..).and_then(escaped_unit);
        match (unit, next) {
            (0xd800..=0xdbff, Some(0xdc00..=0xdfff)) => self.at += 12,
            (0xd800..=0xdfff, _) => {
                self.at += 6;
                return Ok(Node::LONE_SURROGATE);
            }
            _ => self.at += 6,
        }
        Ok(0)
    }

    /// A run of text beyond ASCII; the flag of a lone surrogate where it has one.
    fn beyond_ascii(&mut self) -> Result<u8, Stop> {
        let rest = self.body.get(self.at..).unwrap_or_default();
        let run = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
        let run = rest.get(..run).unwrap_or_default();
        match std::str::from_utf8(run) {
            Ok(_) => {
                self.at += run.len();
                Ok(0)
            }
            Err(error) => {
                self.at += error.valid_up_to();
                let rest = self.body.get(self.at..).unwrap_or_default();
                if self.wtf8 && matches!(rest, [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..]) {
                    self.at += 3;
                    return Ok(Node::LONE_SURROGATE);
                }
                Err(self.stop(Malformed::Utf8 { at: self.at as u32 }))
            }
        }
    }

    /// The error at `self.at` where its bytes are not even UTF-8.
    fn invalid_byte(&self) -> Option<Malformed> {
        let rest = self.body.get(self.at..).unwrap_or_default();
        let character = rest.get(..rest.len().min(4)).unwrap_or_default();
        match std::str::from_utf8(character) {
            Err(error) if error.valid_up_to() == 0 => Some(Malformed::Utf8 { at: self.at as u32 }),
            _ => None,
        }
    }

    #[cold]
    fn unexpected(&mut self, expected: Expected) -> Stop {
        let start = self.nodes.get(self.parent as usize).map_or(0, |node| node.start);
        let wrong = Malformed::Syntax { expected, at: self.at as u32, start };
        let malformed = self.invalid_byte().unwrap_or(wrong);
        self.stop(malformed)
    }

    #[cold]
    fn wrong(&mut self, expected: Expected, at: usize, start: usize) -> Stop {
        self.stop(Malformed::Syntax { expected, at: at as u32, start: start as u32 })
    }

    #[cold]
    fn stop(&mut self, malformed: Malformed) -> Stop {
        self.malformed = Some(malformed);
        Stop
    }
}

/// The bytes of a block that end a run of plain string text: quotes, backslashes, control
/// characters, and all beyond ASCII, which are negative as signed bytes.
#[inline]
fn special(block: i8x16) -> u32 {
    let quote = block.simd_eq(i8x16::splat(b'"' as i8));
    let backslash = block.simd_eq(i8x16::splat(b'\\' as i8));
    (quote | backslash | block.simd_lt(i8x16::splat(0x20))).to_bitmask()
}
