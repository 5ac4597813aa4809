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
        let mut scan = Scan { body, nodes: &mut self.nodes, flags: 0, wtf8, malformed: None };
        let outcome = scan.body(at, limits.max_depth);
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
    nodes: &'n mut Vec<Node>,
    flags: u8,
    wtf8: bool,
    /// Why the scan has stopped.
    malformed: Option<Malformed>,
}

/// The scan has stopped, see `Scan::malformed`: without the reason in it, a result fits a register.
struct Stop;

/// Where the scan is stands in a local of `body`, which every step takes and gives back: in the struct
/// it would be read from and written to memory at each.
impl Scan<'_, '_> {
    fn body(&mut self, mut at: usize, max_depth: u32) -> Result<(), Stop> {
        let mut expected = Expected::Value;
        // The container that is open, and whether it is an object.
        let (mut parent, mut in_object) = (NONE, false);
        let mut depth = 0;
        loop {
            // A value starts here.
            let byte = self.after_space(&mut at);
            match byte {
                b'"' => at = self.string(at)?,
                b'{' | b'[' => {
                    if depth == max_depth {
                        return Err(self.stop(Malformed::TooDeep { at: at as u32 }));
                    }
                    depth += 1;
                    in_object = byte == b'{';
                    let id = self.nodes.len() as NodeId;
                    let kind = if in_object { Kind::Object } else { Kind::Array };
                    let (start, end) = (at as u32, at as u32);
                    self.nodes.push(Node { start, end, next: parent, kind, flags: 0 });
                    parent = id;
                    at += 1;
                    let next = self.after_space(&mut at);
                    if next == if in_object { b'}' } else { b']' } {
                        at += 1;
                        (parent, in_object) = self.close(parent, at);
                        depth -= 1;
                    } else if in_object {
                        at = self.key(at, parent, Expected::KeyOrEnd)?;
                        expected = Expected::Value;
                        continue;
                    } else {
                        expected = Expected::ElementOrEnd;
                        continue;
                    }
                }
                b'-' | b'0'..=b'9' => at = self.number(at)?,
                b't' => at = self.literal(at, parent, b"true", Kind::True, expected)?,
                b'f' => at = self.literal(at, parent, b"false", Kind::False, expected)?,
                b'n' => at = self.literal(at, parent, b"null", Kind::Null, expected)?,
                _ => return Err(self.unexpected(at, parent, expected)),
            }
            // A value has ended here.
            loop {
                let byte = self.after_space(&mut at);
                if parent == NONE {
                    return match at >= self.body.len() {
                        true => Ok(()),
                        false => Err(self.unexpected(at, parent, Expected::End)),
                    };
                }
                match (byte, in_object) {
                    (b',', true) => {
                        at += 1;
                        self.after_space(&mut at);
                        at = self.key(at, parent, Expected::Key)?;
                        expected = Expected::Value;
                        break;
                    }
                    (b',', false) => {
                        at += 1;
                        expected = Expected::Element;
                        break;
                    }
                    (b'}', true) | (b']', false) => {
                        at += 1;
                        (parent, in_object) = self.close(parent, at);
                        depth -= 1;
                    }
                    (_, true) => return Err(self.unexpected(at, parent, Expected::CommaOrBrace)),
                    (_, false) => return Err(self.unexpected(at, parent, Expected::CommaOrBracket)),
                }
            }
        }
    }

    #[inline(always)]
    fn peek(&self, at: usize) -> u8 {
        self.body.get(at).copied().unwrap_or(0)
    }

    /// The first byte that is not space; 0 at the end of the body.
    #[inline(always)]
    fn after_space(&self, at: &mut usize) -> u8 {
        let byte = self.peek(*at);
        if byte > b' ' {
            return byte;
        }
        // The one space after a colon or a comma is the commonest of all.
        let next = self.peek(*at + 1);
        if byte == b' ' && next > b' ' {
            *at += 1;
            return next;
        }
        *at = self.skip_space(*at);
        self.peek(*at)
    }

    fn skip_space(&self, mut at: usize) -> usize {
        while let Some(block) = self.block(at) {
            let space = block.simd_eq(i8x16::splat(b' ' as i8))
                | block.simd_eq(i8x16::splat(b'\n' as i8))
                | block.simd_eq(i8x16::splat(b'\r' as i8))
                | block.simd_eq(i8x16::splat(b'\t' as i8));
            let other = !space.to_bitmask() & 0xffff;
            if other != 0 {
                return at + other.trailing_zeros() as usize;
            }
            at += 16;
        }
        while matches!(self.peek(at), b' ' | b'\n' | b'\r' | b'\t') {
            at += 1;
        }
        at
    }

    /// Sixteen bytes, where there are sixteen.
    #[inline(always)]
    fn block(&self, at: usize) -> Option<i8x16> {
        let bytes = self.body.get(at..)?.first_chunk::<16>()?;
        Some(i8x16::new(bytes.map(|byte| byte as i8)))
    }

    #[inline(always)]
    fn push(&mut self, start: usize, end: usize, kind: Kind, flags: u8) {
        let next = self.nodes.len() as NodeId + 1;
        self.flags |= flags;
        self.nodes.push(Node { start: start as u32, end: end as u32, next, kind, flags });
    }

    /// Ends a container, `at` being after its bracket; the one around it, and whether that is an object.
    #[inline(always)]
    fn close(&mut self, container: NodeId, at: usize) -> (NodeId, bool) {
        let next = self.nodes.len() as NodeId;
        let mut parent = NONE;
        if let Some(node) = self.nodes.get_mut(container as usize) {
            parent = node.next;
            node.end = at as u32;
            node.next = next;
        }
        (parent, self.nodes.get(parent as usize).is_some_and(|node| node.kind == Kind::Object))
    }

    /// A key and its colon.
    #[inline(always)]
    fn key(&mut self, at: usize, parent: NodeId, expected: Expected) -> Result<usize, Stop> {
        if self.peek(at) != b'"' {
            return Err(self.unexpected(at, parent, expected));
        }
        let mut at = self.string(at)?;
        if self.after_space(&mut at) != b':' {
            return Err(self.unexpected(at, parent, Expected::Colon));
        }
        Ok(at + 1)
    }

    fn literal(
        &mut self,
        start: usize,
        parent: NodeId,
        word: &[u8],
        kind: Kind,
        expected: Expected,
    ) -> Result<usize, Stop> {
        if !self.body.get(start..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(self.unexpected(start, parent, expected));
        }
        let end = start + word.len();
        self.push(start, end, kind, 0);
        Ok(end)
    }

    fn number(&mut self, start: usize) -> Result<usize, Stop> {
        let mut flags = 0;
        let first = start + usize::from(self.peek(start) == b'-');
        let mut at = self.digits(first, start)?;
        if self.peek(first) == b'0' && at > first + 1 {
            return Err(self.wrong(Expected::NoLeadingZero, first, start));
        }
        if at - first > 15 {
            flags |= Node::LARGE;
        }
        if self.peek(at) == b'.' {
            flags |= Node::DECIMAL;
            at = self.digits(at + 1, start)?;
        }
        if matches!(self.peek(at), b'e' | b'E') {
            flags |= Node::DECIMAL | Node::LARGE;
            let signed = matches!(self.peek(at + 1), b'+' | b'-');
            at = self.digits(at + 1 + usize::from(signed), start)?;
        }
        self.push(start, at, Kind::Number, flags);
        Ok(at)
    }

    /// One digit or more; `start` is where their number starts.
    fn digits(&mut self, mut at: usize, start: usize) -> Result<usize, Stop> {
        if !self.peek(at).is_ascii_digit() {
            return Err(match self.invalid_byte(at) {
                Some(malformed) => self.stop(malformed),
                None => self.wrong(Expected::Digit, at, start),
            });
        }
        while self.peek(at).is_ascii_digit() {
            at += 1;
        }
        Ok(at)
    }

    /// A string, from its opening quote.
    #[inline(always)]
    fn string(&mut self, start: usize) -> Result<usize, Stop> {
        let mut at = start + 1;
        // Plain ASCII that ends within the blocks at hand is nearly every string there is.
        while let Some(block) = self.block(at) {
            let stop = special(block);
            if stop == 0 {
                at += 16;
                continue;
            }
            at += stop.trailing_zeros() as usize;
            if self.peek(at) == b'"' {
                self.push(start, at + 1, Kind::String, 0);
                return Ok(at + 1);
            }
            break;
        }
        self.string_rest(start, at)
    }

    /// The rest of a string: escapes, text beyond ASCII, the end of the body, whatever is wrong.
    #[cold]
    fn string_rest(&mut self, start: usize, mut at: usize) -> Result<usize, Stop> {
        let mut flags = 0;
        loop {
            if let Some(block) = self.block(at) {
                let stop = special(block);
                if stop == 0 {
                    at += 16;
                    continue;
                }
                at += stop.trailing_zeros() as usize;
            }
            match self.peek(at) {
                b'"' => {
                    self.push(start, at + 1, Kind::String, flags);
                    return Ok(at + 1);
                }
                b'\\' => {
                    flags |= Node::ESCAPED;
                    at = self.escape(at, start, &mut flags)?;
                }
                0x20..=0x7f => at += 1,
                0x80.. => at = self.beyond_ascii(at, &mut flags)?,
                _ => {
                    let ended = at >= self.body.len();
                    let expected = if ended { Expected::StringEnd } else { Expected::NoControl };
                    return Err(self.wrong(expected, at, start));
                }
            }
        }
    }

    /// An escape, from its backslash.
    fn escape(&mut self, at: usize, start: usize, flags: &mut u8) -> Result<usize, Stop> {
        let rest = self.body.get(at..).unwrap_or_default();
        match rest.get(1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => return Ok(at + 2),
            Some(b'u') => {}
            None => return Err(self.wrong(Expected::StringEnd, self.body.len(), start)),
            Some(_) => return Err(self.wrong(Expected::Escape, at, start)),
        }
        let Some(unit) = escaped_unit(rest) else {
            let digits = rest.iter().skip(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
            if rest.len() == 2 + digits {
                return Err(self.wrong(Expected::StringEnd, self.body.len(), start));
            }
            return Err(self.wrong(Expected::HexDigits, at, start));
        };
        match (unit, rest.get(6..).and_then(escaped_unit)) {
            (0xd800..=0xdbff, Some(0xdc00..=0xdfff)) => return Ok(at + 12),
            (0xd800..=0xdfff, _) => *flags |= Node::LONE_SURROGATE,
            _ => {}
        }
        Ok(at + 6)
    }

    /// A run of text beyond ASCII.
    fn beyond_ascii(&mut self, at: usize, flags: &mut u8) -> Result<usize, Stop> {
        let rest = self.body.get(at..).unwrap_or_default();
        let run = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
        let run = rest.get(..run).unwrap_or_default();
        let Err(error) = std::str::from_utf8(run) else { return Ok(at + run.len()) };
        let at = at + error.valid_up_to();
        if self.wtf8 && matches!(self.body.get(at..), Some([0xed, 0xa0..=0xbf, 0x80..=0xbf, ..])) {
            *flags |= Node::LONE_SURROGATE;
            return Ok(at + 3);
        }
        Err(self.stop(Malformed::Utf8 { at: at as u32 }))
    }

    /// The error at an offset where its bytes are not even UTF-8.
    fn invalid_byte(&self, at: usize) -> Option<Malformed> {
        let rest = self.body.get(at..).unwrap_or_default();
        let character = rest.get(..rest.len().min(4)).unwrap_or_default();
        match std::str::from_utf8(character) {
            _ if self.wtf8 => None,
            Err(error) if error.valid_up_to() == 0 => Some(Malformed::Utf8 { at: at as u32 }),
            _ => None,
        }
    }

    #[cold]
    fn unexpected(&mut self, at: usize, parent: NodeId, expected: Expected) -> Stop {
        let start = self.nodes.get(parent as usize).map_or(0, |node| node.start);
        let wrong = Malformed::Syntax { expected, at: at as u32, start };
        let malformed = self.invalid_byte(at).unwrap_or(wrong);
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
