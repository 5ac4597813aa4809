//! One tolerant reader for what other languages write in place of JSON. It writes the same value as JSON, keeps
//! the layout, and counts what only other notations have, which tells whose it is.
//!
//! It takes strings in any quotes, keys and values without quotes, `=>` and symbols, words and numbers of other
//! languages, calls of one argument (`ObjectId("…")`), names before brackets (`Map(2) {`), tuples, lists with keys,
//! comments, trailing commas, and space that JSON does not have. What is missing it does not make up.

mod string;
mod value;

pub(super) use value::{DICTIONARY, LISTS, MONGO, NUMBERS, TITLES, WORDS};

use super::bytes::{append, from, push, starts};
use super::characters;
use super::marks::{Mark, Marks};
use crate::json::syntax::comment;

/// A value of another notation.
pub(super) struct Converted {
    pub json: Vec<u8>,
    /// Byte offset of its end in the text.
    pub end: usize,
    pub marks: Marks,
    /// Whether the text ends before it does: what was open has been closed.
    pub is_cut_off: bool,
}

/// Where the reader stopped.
pub(super) struct Stopped {
    pub at: usize,
    pub marks: Marks,
    /// Where the call starts that it is in, which has no JSON.
    pub call: Option<usize>,
}

/// What is open.
struct Open {
    /// What closes it in the text.
    closer: u8,
    /// Where it starts in the JSON.
    start: usize,
    kind: Kind,
    /// The last comma, where nothing has come after it: the length of the JSON before it, and its end in the text.
    comma: Option<(usize, usize)>,
    /// The length of the JSON before the last comma.
    whole: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    List,
    /// A call: its argument stands for it.
    Call,
    /// A list of pairs that stands for an object.
    Pairs,
    /// One of them, before its comma and after it.
    Pair,
    PairValue,
}

struct Notation<'t> {
    text: &'t [u8],
    at: usize,
    json: Vec<u8>,
    open: Vec<Open>,
    marks: Marks,
    /// What is being read: of a value, a string can be cut off.
    state: State,
    /// Where the last call starts.
    call: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Key,
    Value,
    /// A string of a value, up to the end of the text.
    Unclosed,
    After,
}

/// Reads the value that starts at an offset, at most so many levels deep.
pub(super) fn read(text: &[u8], at: usize, max_depth: u32) -> Result<Converted, Stopped> {
    let text = text.trim_ascii_end();
    let mut notation = Notation { at, ..Notation::new(text) };
    let is_whole = notation.all(max_depth as usize).is_some();
    let is_cut_off = !is_whole && (notation.at >= text.len() || notation.state == State::Unclosed);
    let in_call = notation.open.last().is_some_and(|open| open.kind == Kind::Call);
    if is_cut_off {
        notation.close_all();
    }
    let Notation { at, json, marks, call, .. } = notation;
    match is_whole {
        true => Ok(Converted { json, end: at, marks, is_cut_off }),
        false if is_cut_off => Ok(Converted { json, end: text.len(), marks, is_cut_off }),
        false => Err(Stopped { at, marks, call: in_call.then_some(call) }),
    }
}

impl<'t> Notation<'t> {
    fn new(text: &'t [u8]) -> Self {
        let (json, open, marks) = (Vec::new(), Vec::new(), Marks::default());
        Notation { text, at: 0, json, open, marks, state: State::Value, call: 0 }
    }

    fn rest(&self) -> &'t [u8] {
        from(self.text, self.at)
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    /// Goes on after a prefix, where the text has it.
    #[inline(never)]
    fn skip(&mut self, prefix: &[u8]) -> bool {
        let is = starts(self.rest(), prefix);
        self.at += if is { prefix.len() } else { 0 };
        is
    }

    fn push(&mut self, json: &[u8]) {
        append(&mut self.json, json);
    }

    /// The whole value; `None` where it stopped.
    fn all(&mut self, max_depth: usize) -> Option<()> {
        loop {
            self.space();
            if self.closes() {
                self.close()?;
            } else {
                let levels = self.open.len();
                if let Some(open) = self.open.last_mut() {
                    open.comma = None;
                    if open.kind == Kind::Object {
                        self.state = State::Key;
                        self.key()?;
                    }
                }
                self.state = State::Value;
                self.value()?;
                if self.open.len() > levels {
                    if self.open.len() > max_depth {
                        return None;
                    }
                    continue;
                }
            }
            if self.after()? {
                return Some(());
            }
        }
    }

    /// What follows a value, up to the next one; true where there is none.
    fn after(&mut self) -> Option<bool> {
        self.state = State::After;
        while !self.open.is_empty() {
            let length = self.json.len();
            let is_string = self.json.last() == Some(&b'"');
            self.space();
            if self.closes() {
                self.close()?;
            } else if is_string && self.skip(b"+") {
                // Its closing quote goes, and what it goes on with has no opening one.
                self.marks.add(Mark::JavaScript);
                self.space();
                self.json.truncate(length - 1);
                self.string(false)?;
            } else {
                self.comma()?;
                return Some(false);
            }
        }
        Some(true)
    }

    fn comma(&mut self) -> Option<()> {
        let length = self.json.len();
        if self.skip("，".as_bytes()) {
            self.marks.add(Mark::Wide);
        } else if !self.skip(b",") {
            return None;
        }
        let Open { kind, comma, whole, .. } = self.open.last_mut()?;
        match kind {
            Kind::Call | Kind::PairValue => return None,
            Kind::Pair => {
                *kind = Kind::PairValue;
                push(&mut self.json, b':');
            }
            Kind::Object | Kind::List | Kind::Pairs => {
                (*comma, *whole) = (Some((length, self.at)), length);
                push(&mut self.json, b',');
            }
        }
        Some(())
    }

    /// Whether what is open ends here.
    fn closes(&self) -> bool {
        self.open.last().is_some_and(|open| self.peek() == Some(open.closer))
    }

    /// Closes what is open; a comma before it goes.
    fn close(&mut self) -> Option<()> {
        let Open { start, kind, comma, .. } = self.open.pop()?;
        if let Some((length, end)) = comma {
            self.json.truncate(length);
            self.at = end;
            self.space();
        }
        self.at += 1;
        match kind {
            Kind::Object | Kind::Pairs => push(&mut self.json, b'}'),
            Kind::List => push(&mut self.json, b']'),
            Kind::Pair => return None,
            Kind::PairValue => {}
            Kind::Call if self.json.len() == start => return None,
            Kind::Call => {}
        }
        Some(())
    }

    /// Closes what is open at the end of the text, without a member that is not whole.
    fn close_all(&mut self) {
        match (self.state, self.open.last()) {
            (State::Unclosed, _) => push(&mut self.json, b'"'),
            (State::Key | State::Value, Some(open)) => self.json.truncate(open.whole),
            _ => {}
        }
        while let Some(open) = self.open.pop() {
            match open.kind {
                Kind::Object | Kind::Pairs => push(&mut self.json, b'}'),
                Kind::List => push(&mut self.json, b']'),
                _ => {}
            }
        }
    }

    fn open(&mut self, closer: u8, kind: Kind) {
        let start = self.json.len();
        match kind {
            Kind::Object | Kind::Pairs => self.push(b"{"),
            Kind::List => self.push(b"["),
            _ => {}
        }
        self.at += 1;
        self.open.push(Open { closer, start, kind, comma: None, whole: self.json.len() });
    }

    /// Opens a list, which is an object where it has keys.
    fn open_list(&mut self, closer: u8) {
        let mut ahead = Notation { at: self.at + 1, ..Notation::new(self.text) };
        ahead.space();
        let keyed = ahead.string(true).is_some() && {
            ahead.space();
            ahead.skip(b"=>") || ahead.skip(b":")
        };
        if keyed {
            self.marks.add(Mark::Keyed);
        }
        self.open(closer, if keyed { Kind::Object } else { Kind::List });
    }

    /// Space that JSON has stays, other becomes such, and comments go.
    fn space(&mut self) {
        loop {
            let rest = self.rest();
            let length = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            self.push(rest.get(..length).unwrap_or_default());
            self.at += length;
            let rest = rest.get(length..).unwrap_or_default();
            if let Some((code, bytes, text)) = characters::space(rest) {
                self.marks.space.get_or_insert(code);
                self.push(text);
                self.at += bytes;
            } else if let Some(length) = comment(rest).filter(|_| !rest.starts_with(b"#<")) {
                self.at += length;
            } else {
                // One that nothing closes has been looked through for its end.
                self.at = if rest.starts_with(b"/*") { self.text.len() } else { self.at };
                return;
            }
        }
    }
}
