//! One tolerant reader for what other languages write in place of JSON. It writes the same value as JSON, keeps
//! the layout, and counts what only other notations have, which tells whose it is.
//!
//! It takes strings in any quotes, keys and values without quotes, `=>` and symbols, words and numbers of other
//! languages, calls of one argument (`ObjectId("…")`), names before brackets (`Map(2) {`), tuples, lists with keys,
//! comments, trailing commas, and space that JSON does not have. What is missing it does not make up.

use super::literal::{Quote, is_number, number, push_string, quote};
use super::marks::{Mark, Marks};
use super::{characters, names};
use crate::json::syntax::comment;

/// A value of another notation.
pub(super) struct Converted {
    pub json: Vec<u8>,
    /// Byte offset of its end in the text.
    pub end: usize,
    pub marks: Marks,
}

/// Where the reader stopped.
pub(super) struct Stopped {
    pub at: usize,
    pub marks: Marks,
}

/// Words that are values: in JSON, and whose they are.
const WORDS: [(&[u8], &[u8], Option<Mark>); 13] = [
    (b"true", b"true", None),
    (b"false", b"false", None),
    (b"null", b"null", None),
    (b"True", b"true", Some(Mark::Python)),
    (b"False", b"false", Some(Mark::Python)),
    (b"None", b"null", Some(Mark::Python)),
    (b"nil", b"null", Some(Mark::Ruby)),
    (b"undefined", b"null", Some(Mark::JavaScript)),
    (b"NaN", b"null", None),
    (b"Infinity", b"null", None),
    (b"-Infinity", b"null", None),
    (b"NULL", b"null", None),
    (b"Null", b"null", None),
];

/// What may stand before an object or a list, and says nothing of it.
const TITLES: [(&[u8], Mark); 4] = [
    (b"[Object: null prototype] ", Mark::JavaScript),
    (b"<ref *1> ", Mark::JavaScript),
    (b"new ", Mark::JavaScript),
    (b"%", Mark::Ruby),
];

/// What is open.
struct Open {
    /// What closes it in the text.
    closer: u8,
    /// Where it starts in the JSON.
    start: usize,
    kind: Kind,
    /// The last comma, where nothing has come after it: the length of the JSON before it, and its end in the text.
    comma: Option<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    List,
    /// A call: its argument stands for it.
    Call,
    /// A call whose argument stands for it as a number.
    NumberCall,
}

struct Notation<'t> {
    text: &'t [u8],
    at: usize,
    json: Vec<u8>,
    open: Vec<Open>,
    marks: Marks,
}

/// Reads the value that starts at an offset, at most so many levels deep.
pub(super) fn read(text: &[u8], at: usize, max_depth: u32) -> Result<Converted, Stopped> {
    let mut notation = Notation { at, ..Notation::new(text) };
    let outcome = notation.all(max_depth as usize);
    let Notation { at, json, marks, .. } = notation;
    match outcome {
        Some(()) => Ok(Converted { json, end: at, marks }),
        None => Err(Stopped { at, marks }),
    }
}

impl<'t> Notation<'t> {
    fn new(text: &'t [u8]) -> Self {
        Notation { text, at: 0, json: Vec::new(), open: Vec::new(), marks: Marks::default() }
    }

    fn rest(&self) -> &'t [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    /// Goes on after a prefix, where the text has it.
    fn skip(&mut self, prefix: &[u8]) -> bool {
        let is = self.rest().starts_with(prefix);
        self.at += if is { prefix.len() } else { 0 };
        is
    }

    fn push(&mut self, json: &[u8]) {
        self.json.extend_from_slice(json);
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
                        self.key()?;
                    }
                }
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
        self.push(b",");
        let open = self.open.last_mut().filter(|open| matches!(open.kind, Kind::Object | Kind::List))?;
        open.comma = Some((length, self.at));
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
            Kind::Object => self.push(b"}"),
            Kind::List => self.push(b"]"),
            Kind::Call | Kind::NumberCall => {
                let argument = self.json.get(start..).filter(|argument| !argument.is_empty())?;
                if let [b'"', inner @ .., b'"'] = argument
                    && kind == Kind::NumberCall
                    && is_number(inner)
                {
                    let inner = inner.to_vec();
                    self.json.truncate(start);
                    self.push(&inner);
                }
            }
        }
        Some(())
    }

    fn open(&mut self, closer: u8, kind: Kind) {
        let start = self.json.len();
        match kind {
            Kind::Object => self.push(b"{"),
            Kind::List => self.push(b"["),
            Kind::Call | Kind::NumberCall => {}
        }
        self.at += 1;
        self.open.push(Open { closer, start, kind, comma: None });
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

    /// A string, where there is one; without its opening quote where it goes on with another.
    fn string(&mut self, opens: bool) -> Option<()> {
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
        let from = self.json.len();
        let rest = self.rest().get(length..)?;
        let Some(rest) = push_string(&mut self.json, rest, closing, closing.spans_lines(), bytes) else {
            // As far as it was read, about.
            self.at += self.json.len() - from;
            return None;
        };
        self.push(b"\"");
        self.at = self.text.len() - rest.len();
        Some(())
    }

    /// A string, also one with a letter before its quote; false where there is none.
    fn any_string(&mut self) -> Option<bool> {
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
    fn key(&mut self) -> Option<()> {
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
        self.space();
        if self.skip(b"=>") {
            self.marks.add(Mark::Ruby);
        } else if self.skip("：".as_bytes()) {
            self.marks.add(Mark::Wide);
        } else if !self.skip(b":") {
            return None;
        }
        self.push(b":");
        self.space();
        Some(())
    }

    /// A value; of what opens something, its start.
    fn value(&mut self) -> Option<()> {
        while let Some((title, mark)) = TITLES.iter().find(|(title, _)| self.rest().starts_with(title)) {
            self.at += title.len();
            self.marks.add(*mark);
        }
        if self.any_string()? {
            return Some(());
        }
        match self.peek()? {
            b'{' | b'[' => return self.bracket(),
            b'(' => {
                self.marks.add(Mark::Python);
                self.open(b')', Kind::List);
            }
            b':' => {
                self.at += 1;
                self.marks.add(Mark::Ruby);
                let word = self.word()?;
                self.push_word(word);
            }
            _ => return self.word_value(),
        }
        Some(())
    }

    /// What stands without quotes, up to what no value has.
    fn word(&mut self) -> Option<&'t [u8]> {
        let ends = |byte: &u8| matches!(byte, 0..=b' ' | 0x7f..) || b",{}[]()'\"`=<>\\".contains(byte);
        let rest = self.rest();
        let word = rest.get(..rest.iter().position(ends).unwrap_or(rest.len()))?;
        self.at += word.len();
        Some(word).filter(|word| word.iter().any(u8::is_ascii_alphanumeric) && !word.ends_with(b":"))
    }

    fn push_word(&mut self, word: &[u8]) {
        self.push(b"\"");
        self.push(word);
        self.push(b"\"");
    }

    /// A value that starts with a word.
    fn word_value(&mut self) -> Option<()> {
        let start = self.at;
        let Some(word) = self.word() else {
            self.at = start;
            return None;
        };
        if let Some((_, json, mark)) = WORDS.iter().find(|(foreign, ..)| *foreign == word) {
            if let Some(mark) = mark {
                self.marks.add(*mark);
            }
            self.push(json);
            return Some(());
        }
        if let Some(number) = number(word) {
            self.push(&number);
            return Some(());
        }
        let spaces = self.rest().iter().take_while(|byte| **byte == b' ').count();
        match self.rest().get(spaces..) {
            Some([b'(', ..]) if names::is_list(word) => {
                self.at += spaces;
                self.open_list(b')');
            }
            Some([b'(', ..]) if spaces == 0 => self.call(word)?,
            Some([b'{' | b'[', ..]) if spaces < 2 => {
                self.marks.add(Mark::JavaScript);
                self.at += spaces;
                self.bracket()?;
            }
            Some([b'\'' | b'"' | b'`' | b'=' | b'<', ..]) => return None,
            _ => {
                self.marks.add(Mark::Bare);
                self.push_word(word);
            }
        }
        Some(())
    }

    /// `ObjectId("…")`, or `Map(2) {…}`, of which only what is in the braces says something.
    fn call(&mut self, name: &[u8]) -> Option<()> {
        let size = self.rest().iter().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
        if let Some([b')', b' ', b'{' | b'[', ..]) = self.rest().get(1 + size..) {
            self.marks.add(Mark::JavaScript);
            self.at += size + 3;
            return self.bracket();
        }
        if names::is_mongo(name) {
            self.marks.add(Mark::Mongo);
        }
        // Of pairs, which are no object in JSON.
        if name.ends_with(b"Dict") && self.rest().get(1) == Some(&b'[') {
            return None;
        }
        let kind = if names::is_number(name) { Kind::NumberCall } else { Kind::Call };
        self.open(b')', kind);
        Some(())
    }

    /// Opens an object or a list at its bracket.
    fn bracket(&mut self) -> Option<()> {
        match self.peek()? {
            b'{' => self.open(b'}', Kind::Object),
            _ if names::left_out(self.rest()).is_some() => return None,
            _ => self.open_list(b']'),
        }
        Some(())
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
