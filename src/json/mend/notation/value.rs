//! Values of other notations that are neither strings nor what brackets hold.

use super::{Kind, Notation};
use crate::json::mend::decode::hex;
use crate::json::mend::literal::number;
use crate::json::mend::marks::Mark;
use crate::json::mend::tells;
use crate::json::string::push_quoted;

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
    (b"%", Mark::Elixir),
];

impl<'t> Notation<'t> {
    /// A value; of what opens something, its start.
    pub(super) fn value(&mut self) -> Option<()> {
        while let Some((title, mark)) = TITLES.iter().find(|(title, _)| self.rest().starts_with(title)) {
            self.at += title.len();
            self.marks.add(*mark);
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
        let ends = |byte: &u8| matches!(byte, 0..=b' ' | 0x7f..) || b",{}[]()'\"`=<>\\".contains(byte);
        let rest = self.rest();
        let word = rest.get(..rest.iter().position(ends).unwrap_or(rest.len()))?;
        self.at += word.len();
        Some(word).filter(|word| word.iter().any(u8::is_ascii_alphanumeric) && !word.ends_with(b":"))
    }

    pub(super) fn push_word(&mut self, word: &[u8]) {
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
            Some([b'(', ..]) if tells::is_list(word) => {
                self.at += spaces;
                self.open_list(b')');
            }
            Some([b'(', ..]) if spaces == 0 => self.call(word)?,
            Some([b'{' | b'[', ..]) if spaces < 2 => {
                self.marks.add(if spaces == 0 { Mark::Go } else { Mark::Title });
                self.at += spaces;
                self.bracket()?;
            }
            Some([b'\'' | b'"' | b'`' | b'=' | b'<', ..]) => return None,
            // It may be the beginning of another.
            Some([]) if !self.open.is_empty() => return None,
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
        self.marks.add(if tells::is_mongo(name) { Mark::Mongo } else { Mark::Call });
        self.call = self.at - name.len();
        let is_dictionary = name.ends_with(b"Dict");
        if is_dictionary && self.skip(b"()") {
            self.push(b"{}");
            return Some(());
        }
        self.open(b')', if tells::is_number(name) { Kind::NumberCall } else { Kind::Call });
        if is_dictionary && self.peek() == Some(b'[') {
            self.open(b']', Kind::Pairs);
        }
        Some(())
    }

    /// The text of a Buffer that the console has printed whole.
    fn buffer(&mut self) -> Option<()> {
        let digits = self.rest().strip_prefix(b"<Buffer ")?;
        let length = digits.iter().position(|byte| !byte.is_ascii_hexdigit() && *byte != b' ')?;
        let bytes = hex(digits.get(..length).filter(|_| digits.get(length) == Some(&b'>'))?)?;
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
