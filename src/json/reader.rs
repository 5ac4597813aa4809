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
//! What bodies mostly consist of is read in one loop (`Scan::fast_path`), many bytes at a time (`lookahead`); it stops
//! at whatever else there is, which is read by itself before the loop goes on. While a container is open its `next`
//! holds its parent, so that no stack is needed beside the tape.

use super::document::{Document, Kind, Node, NodeId};
use super::lookahead::{
    Indent, MOST_PLAIN_DIGITS, Splats, Window, after_comma, after_space, block_at, peek, plain_integer,
    plain_string, word,
};
use super::string::escaped_unit;

/// Bounds on what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes that a body may have.
    pub max_bytes: u32,
    /// The most nested levels.
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
    /// The tape: the first `count` of these.
    nodes: Vec<Node>,
    count: usize,
    flags: u8,
}

impl Reader {
    /// One without any memory yet.
    #[must_use]
    pub const fn new() -> Self {
        Reader { nodes: Vec::new(), count: 0, flags: 0 }
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
        (self.count, self.flags) = (0, 0);
        if body.len() > limits.max_bytes.min(u32::MAX - 16) as usize {
            return Err(Malformed::TooLarge);
        }
        let mut scan = Scan {
            body,
            at: if body.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 },
            nodes: &mut self.nodes,
            count: 0,
            flags: 0,
            wtf8,
            parent: NONE,
            closer: 0,
            room: limits.max_depth,
            malformed: None,
            is: Splats::new(),
        };
        let outcome = scan.body();
        (self.count, self.flags) = (scan.count, scan.flags);
        match (outcome, scan.malformed) {
            (Err(Stop), Some(malformed)) => Err(malformed),
            _ => Ok(()),
        }
    }

    /// The document of the body that [`Reader::scan`] has accepted.
    pub(crate) fn document<'a>(&'a self, body: &'a [u8]) -> Document<'a> {
        Document::new(body, self.nodes.get(..self.count).unwrap_or_default(), self.flags)
    }
}

const NONE: NodeId = NodeId::MAX;

/// How many nodes there is room for at first.
const SMALLEST_TAPE: usize = 128;

struct Scan<'a, 'n> {
    body: &'a [u8],
    /// What comes next.
    at: usize,
    /// The tape is the first `count` of these: the fast path never grows the tape.
    nodes: &'n mut Vec<Node>,
    count: usize,
    flags: u8,
    wtf8: bool,
    /// The container that is open.
    parent: NodeId,
    /// What closes it: `}`, `]`, or 0 outside.
    closer: u8,
    /// How many more containers may be opened inside it.
    room: u32,
    /// Why the scan has stopped.
    malformed: Option<Malformed>,
    is: Splats,
}

/// The scan has stopped, see `Scan::malformed`: without the reason in it, a result fits a register.
struct Stop;

/// What comes next, space before it aside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A member of an object, an element, or the one value of the body.
    Member,
    /// What follows one of these.
    After,
}

/// What the fast path leaves to others, which may be an error.
enum Rare {
    /// A key, or its value.
    Member,
    Value,
    /// Neither a comma nor what closes the container.
    End,
}

impl Scan<'_, '_> {
    fn body(&mut self) -> Result<(), Stop> {
        let mut place = Place::Member;
        loop {
            place = match self.fast_path(place) {
                Rare::Member => {
                    if self.closer == b'}' {
                        self.key()?;
                    }
                    self.value()?
                }
                Rare::Value => self.value()?,
                Rare::End => return self.end(),
            };
        }
    }

    /// Plain strings, integers and words in objects and arrays, as far as there is room for them on the tape. It calls
    /// nothing, and is longer than a screen for it: an engine moves what a loop needs out of its registers where there
    /// are calls in it.
    #[inline(never)]
    fn fast_path(&mut self, mut place: Place) -> Rare {
        let Scan { body, is, mut at, mut count, mut closer, .. } = *self;
        let nodes = self.nodes.as_mut_slice();
        let mut indent = Indent::default();
        let mut window = Window::none(body);
        let rare = 'fast: loop {
            if place == Place::After {
                loop {
                    let mut byte = peek(body, at);
                    if byte <= b' ' {
                        at = after_space(body, at, &is);
                        byte = peek(body, at);
                    }
                    if closer == 0 {
                        break 'fast Rare::End;
                    }
                    if byte == b',' {
                        at = after_comma(body, at + 1, &is, &mut indent);
                        break;
                    }
                    if byte != closer {
                        break 'fast Rare::End;
                    }
                    let Some(node) = nodes.get_mut(self.parent as usize) else { break 'fast Rare::End };
                    at += 1;
                    self.room += 1;
                    self.parent = node.next;
                    node.end = at as u32;
                    node.next = count as NodeId;
                    closer = match nodes.get(self.parent as usize) {
                        Some(node) if node.kind == Kind::Object => b'}',
                        Some(_) => b']',
                        None => 0,
                    };
                }
            }
            place = Place::After;
            if closer == b'}' {
                let Some(end) = plain_string(body, at, &is, &mut window) else { break Rare::Member };
                let mut colon = end;
                if peek(body, colon) != b':' {
                    colon = after_space(body, colon, &is);
                    if peek(body, colon) != b':' {
                        break Rare::Member;
                    }
                }
                let Some(node) = nodes.get_mut(count) else { break Rare::Member };
                count += 1;
                *node = Node::plain(at, end, count, Kind::String);
                at = colon + 1;
            }
            let mut first = peek(body, at);
            // The one space after a colon is the commonest of all.
            if first == b' ' {
                at += 1;
                first = peek(body, at);
            }
            if first <= b' ' {
                at = after_space(body, at, &is);
                first = peek(body, at);
            }
            match first {
                b'"' => {
                    let Some(end) = plain_string(body, at, &is, &mut window) else { break Rare::Value };
                    let Some(node) = nodes.get_mut(count) else { break Rare::Value };
                    count += 1;
                    *node = Node::plain(at, end, count, Kind::String);
                    at = end;
                }
                bracket @ (b'{' | b'[') => {
                    let Some(node) = nodes.get_mut(count) else { break Rare::Value };
                    let Some(room) = self.room.checked_sub(1) else { break Rare::Value };
                    self.room = room;
                    *node = Node::opened(at, bracket, self.parent);
                    self.parent = count as NodeId;
                    count += 1;
                    closer = closer_of(bracket);
                    at = after_space(body, at + 1, &is);
                    if peek(body, at) != closer {
                        place = Place::Member;
                    }
                }
                b'0'..=b'9' => {
                    let Some(end) = plain_integer(body, at) else { break Rare::Value };
                    let Some(node) = nodes.get_mut(count) else { break Rare::Value };
                    count += 1;
                    *node = Node::plain(at, end, count, Kind::Number);
                    at = end;
                }
                _ => {
                    let Some((kind, length)) = word(body, at) else { break Rare::Value };
                    let Some(node) = nodes.get_mut(count) else { break Rare::Value };
                    count += 1;
                    *node = Node::plain(at, at + length, count, kind);
                    at += length;
                }
            }
        };
        (self.at, self.count, self.closer) = (at, count, closer);
        rare
    }

    /// Any key and its colon.
    fn key(&mut self) -> Result<(), Stop> {
        if self.peek(self.at) != b'"' {
            let expected = if self.is_empty() { Expected::KeyOrEnd } else { Expected::Key };
            return Err(self.unexpected(self.at, expected));
        }
        let end = self.string(self.at)?;
        self.at = after_space(self.body, end, &self.is);
        if self.peek(self.at) != b':' {
            return Err(self.unexpected(self.at, Expected::Colon));
        }
        self.at += 1;
        Ok(())
    }

    /// Any value, of a container its start.
    fn value(&mut self) -> Result<Place, Stop> {
        self.at = after_space(self.body, self.at, &self.is);
        match self.peek(self.at) {
            b'"' => self.at = self.string(self.at)?,
            bracket @ (b'{' | b'[') => {
                let Some(room) = self.room.checked_sub(1) else {
                    return Err(self.stop(Malformed::TooDeep { at: self.at as u32 }));
                };
                self.room = room;
                let parent = std::mem::replace(&mut self.parent, self.count as NodeId);
                self.push(Node::opened(self.at, bracket, parent));
                self.closer = closer_of(bracket);
                self.at = after_space(self.body, self.at + 1, &self.is);
                if self.peek(self.at) != self.closer {
                    return Ok(Place::Member);
                }
            }
            first => self.at = self.scalar(self.at, first)?,
        }
        Ok(Place::After)
    }

    /// Where the value that is no more than the body is: its end, or what should not be there.
    fn end(&mut self) -> Result<(), Stop> {
        let expected = match self.closer {
            0 if self.at >= self.body.len() => return Ok(()),
            0 => Expected::End,
            b'}' => Expected::CommaOrBrace,
            _ => Expected::CommaOrBracket,
        };
        Err(self.unexpected(self.at, expected))
    }

    /// Whether the container that is open has nothing in it yet.
    fn is_empty(&self) -> bool {
        self.count == self.parent as usize + 1
    }

    /// A number, `true`, `false` or `null`.
    fn scalar(&mut self, at: usize, first: u8) -> Result<usize, Stop> {
        if matches!(first, b'-' | b'0'..=b'9') {
            return self.number(at);
        }
        let Some((kind, length)) = word(self.body, at) else {
            let expected = match self.closer {
                b']' if self.is_empty() => Expected::ElementOrEnd,
                b']' => Expected::Element,
                _ => Expected::Value,
            };
            return Err(self.unexpected(at, expected));
        };
        self.push_value(at, at + length, kind, 0);
        Ok(at + length)
    }

    fn peek(&self, at: usize) -> u8 {
        peek(self.body, at)
    }

    fn push(&mut self, node: Node) {
        if self.count >= self.nodes.len() {
            self.nodes.resize((self.nodes.len() * 2).max(SMALLEST_TAPE), Node::ABSENT);
        }
        if let Some(place) = self.nodes.get_mut(self.count) {
            self.count += 1;
            self.flags |= node.flags;
            *place = node;
        }
    }

    /// A value that is no container.
    fn push_value(&mut self, start: usize, end: usize, kind: Kind, flags: u8) {
        let next = self.count as NodeId + 1;
        self.push(Node { start: start as u32, end: end as u32, next, kind, flags });
    }

    fn number(&mut self, start: usize) -> Result<usize, Stop> {
        let mut flags = 0;
        let first = start + usize::from(self.peek(start) == b'-');
        let mut at = self.digits(first, start)?;
        if self.peek(first) == b'0' && at > first + 1 {
            return Err(self.wrong(Expected::NoLeadingZero, first, start));
        }
        if at - first > MOST_PLAIN_DIGITS {
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
        self.push_value(start, at, Kind::Number, flags);
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

    /// Any string, from its opening quote: escapes, text beyond ASCII, the end of the body, whatever is wrong.
    fn string(&mut self, start: usize) -> Result<usize, Stop> {
        let mut at = start + 1;
        let mut flags = 0;
        loop {
            if let Some(block) = block_at(self.body, at) {
                let stop = self.is.special(block);
                if stop == 0 {
                    at += 16;
                    continue;
                }
                at += stop.trailing_zeros() as usize;
            }
            match self.peek(at) {
                b'"' => {
                    self.push_value(start, at + 1, Kind::String, flags);
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

    /// A run of text beyond ASCII, or a stretch of one: halves of surrogate pairs end stretches, and what
    /// follows one must not be looked through again for each.
    fn beyond_ascii(&mut self, at: usize, flags: &mut u8) -> Result<usize, Stop> {
        const STRETCH: usize = 256;
        let rest = self.body.get(at..).unwrap_or_default();
        let rest = rest.get(..STRETCH).unwrap_or(rest);
        let run = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
        let run = rest.get(..run).unwrap_or_default();
        let Err(error) = std::str::from_utf8(run) else { return Ok(at + run.len()) };
        if error.valid_up_to() > 0 {
            return Ok(at + error.valid_up_to());
        }
        if self.wtf8 && matches!(run, [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..]) {
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
    fn unexpected(&mut self, at: usize, expected: Expected) -> Stop {
        let start = self.nodes.get(self.parent as usize).map_or(0, |node| node.start);
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

/// The codes of `{` and `}`, and those of `[` and `]`, are two apart.
#[inline(always)]
fn closer_of(bracket: u8) -> u8 {
    bracket + 2
}
