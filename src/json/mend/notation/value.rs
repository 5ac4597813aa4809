//! Values of other notations that are neither strings nor what brackets hold.

use super::{Kind, Notation};
use crate::json::mend::bytes::{
    How, after, before, byte, ends, from, is_one_of, listed, part, starts_with_one_of,
};
use crate::json::mend::decode::hex;
use crate::json::mend::literal::{is_number, number};
use crate::json::mend::marks::Mark;
use crate::json::mend::tells;
use crate::json::string::push_quoted;

/// Words that are no values in JSON, but elsewhere: first those of Python, then what Ruby and JavaScript have, and
/// others.
pub(in crate::json::mend) const WORDS: &[u8] =
    b"None|True|False|nil|undefined|NaN|Infinity|-Infinity|NULL|Null|null|true|false";

/// What may stand before an object or a list, and says nothing of it.
pub(in crate::json::mend) const TITLES: &[u8] = b"[Object: null prototype] |<ref *1> |new |%";

/// Types of the Mongo shell.
pub(in crate::json::mend) const MONGO: &[u8] =
    b"ObjectId|ISODate|NumberLong|NumberInt|NumberDecimal|BinData|Timestamp";

/// What lists are made by.
pub(in crate::json::mend) const LISTS: &[u8] = b"array|Array|list|tuple|List";

/// How the names of what makes numbers start, and how those end of what makes dictionaries.
pub(in crate::json::mend) const NUMBERS: &[u8] = b"Number|Long|Int|Double|Decimal";
pub(in crate::json::mend) const DICTIONARY: &[u8] = b"Dict";

/// The argument of a call that stands for a number is no longer, with its quotes.
const LONGEST_NUMBER: usize = 40;

fn trim_quotes(text: &[u8]) -> &[u8] {
    match text {
        [b'"' | b'\'', inner @ .., b'"' | b'\''] => inner,
        _ => text,
    }
}

impl<'t> Notation<'t> {
    /// A value; of what opens something, its start.
    pub(super) fn value(&mut self) -> Option<()> {
        while let Some((title, length)) = listed(self.rest(), TITLES, How::Starts) {
            self.at += length;
            self.marks.add(if title == 3 { Mark::Elixir } else { Mark::JavaScript });
        }
        if self.any_string()? {
            return Some(());
        }
        match self.peek()? {
            b'{' | b'[' => return self.bracket(),
            b'(' if self.open.last().is_some_and(|open| open.kind == Kind::Pairs) => {
                self.open(b')', Kind::Pair)
            }
            b'(' => {
                self.marks.add(Mark::Python);
                self.open(b')', Kind::List);
            }
            b'<' => return self.buffer(),
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
        let rest = self.rest();
        let ends = |byte: &u8| matches!(byte, 0..=b' ' | 0x7f..) || b",{}[]()'\"`=<>\\".contains(byte);
        let word = part(rest, 0, rest.iter().position(ends).unwrap_or(rest.len()));
        if word.last() == Some(&b':') || !word.iter().any(u8::is_ascii_alphanumeric) {
            return None;
        }
        self.at += word.len();
        Some(word)
    }

    pub(super) fn push_word(&mut self, word: &[u8]) {
        self.push(b"\"");
        self.push(word);
        self.push(b"\"");
    }

    /// A value that starts with a word.
    fn word_value(&mut self) -> Option<()> {
        let word = self.word()?;
        if let Some((known, _)) = listed(word, WORDS, How::Is) {
            match known {
                0..3 => self.marks.add(Mark::Python),
                3 => self.marks.add(Mark::Ruby),
                4 => self.marks.add(Mark::JavaScript),
                _ => {}
            }
            let json: &[u8] = match word {
                [b't' | b'T', ..] => b"true",
                [b'f' | b'F', ..] => b"false",
                _ => b"null",
            };
            self.push(json);
            return Some(());
        }
        if let Some(number) = number(word) {
            self.push(&number);
            return Some(());
        }
        let spaces = usize::from(self.peek() == Some(b' '));
        match from(self.rest(), spaces) {
            [b'(', ..] if is_one_of(word, LISTS) => {
                self.at += spaces;
                self.open_list(b')');
            }
            [b'(', ..] if spaces == 0 => self.call(word)?,
            [b'{' | b'[', ..] => {
                self.marks.add(if spaces == 0 { Mark::Go } else { Mark::Title });
                self.at += spaces;
                self.bracket()?;
            }
            [b'\'' | b'"' | b'`' | b'=' | b'<', ..] => return None,
            // It may be the beginning of another.
            [] if !self.open.is_empty() => return None,
            _ => {
                self.marks.add(Mark::Bare);
                self.push_word(word);
            }
        }
        Some(())
    }

    /// `ObjectId("…")`, or `Map(2) {…}`, of which only what is in the braces says something.
    fn call(&mut self, name: &[u8]) -> Option<()> {
        let inner = from(self.rest(), 1);
        let near = part(inner, 0, inner.len().min(LONGEST_NUMBER));
        let length = before(near, b")");
        let is_near = byte(inner, length) == b')';
        let argument = if is_near { trim_quotes(part(near, 0, length)) } else { b"-" };
        if argument.iter().all(u8::is_ascii_digit)
            && matches!(from(inner, argument.len()), [b')', b' ', b'{' | b'[', ..])
        {
            self.marks.add(Mark::JavaScript);
            self.at += argument.len() + 3;
            return self.bracket();
        }
        let is_mongo = is_one_of(name, MONGO);
        self.marks.add(if is_mongo { Mark::Mongo } else { Mark::Call });
        self.call = self.at - name.len();
        if starts_with_one_of(name, NUMBERS) && is_number(argument) {
            self.push(argument);
            self.at += 1 + length + 1;
            return Some(());
        }
        let is_dictionary = ends(name, DICTIONARY);
        if is_dictionary && self.skip(b"()") {
            self.push(b"{}");
            return Some(());
        }
        self.open(b')', Kind::Call);
        if is_dictionary && self.peek() == Some(b'[') {
            self.open(b']', Kind::Pairs);
        }
        Some(())
    }

    /// The text of a Buffer that the console has printed whole.
    fn buffer(&mut self) -> Option<()> {
        let digits = after(self.rest(), b"<Buffer ")?;
        let is_digit = |byte: &&u8| byte.is_ascii_hexdigit() || **byte == b' ';
        let length = digits.iter().take_while(is_digit).count();
        let bytes = hex(part(digits, 0, length)).filter(|_| byte(digits, length) == b'>')?;
        self.marks.add(Mark::JavaScript);
        push_quoted(&mut self.json, std::str::from_utf8(&bytes).ok()?);
        self.at += b"<Buffer >".len() + length;
        Some(())
    }

    /// Opens an object or a list at its bracket.
    fn bracket(&mut self) -> Option<()> {
        match self.peek()? {
            b'{' => self.open(b'}', Kind::Object),
            _ if tells::left_out(self.rest()).is_some() => return None,
            _ => self.open_list(b']'),
        }
        Some(())
    }
}
