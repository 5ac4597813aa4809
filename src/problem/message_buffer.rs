//! The texts of a problem, put together without memory of their own.

use crate::format::is_placeholder;
use crate::json::string;

/// A problem in words: its texts are parts of one, so that putting them together takes no memory of their own.
#[derive(Debug)]
pub(crate) struct MessageBuffer<'c> {
    pub(crate) text: String,
    parts: [(usize, usize); 8],
    /// The values that may stand there.
    pub allowed: Vec<&'c str>,
}

/// What a part of the words is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    Pointer,
    Expected,
    Found,
    Hint,
    /// What the fix does; there is one where this is said.
    Title,
    /// What the text of the fix's span is replaced by.
    Text,
    /// The name of the field that the problem is about.
    Field,
    /// The name or value that was near-certainly meant.
    Suggestion,
}

impl<'c> MessageBuffer<'c> {
    /// None yet.
    pub const fn new() -> Self {
        MessageBuffer { text: String::new(), parts: [(0, 0); 8], allowed: Vec::new() }
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.allowed.clear();
        self.parts = Default::default();
    }

    /// A part; empty where nothing was said.
    pub fn get(&self, part: Part) -> &str {
        let (start, end) = self.parts.get(part as usize).copied().unwrap_or_default();
        self.text.get(start..end).unwrap_or_default()
    }

    /// A part by itself, where something was said.
    pub fn said(&self, part: Part) -> Option<String> {
        Some(self.get(part)).filter(|said| !said.is_empty()).map(str::to_owned)
    }

    pub(crate) fn say(&mut self, part: Part, pieces: &[&str]) {
        let start = self.text.len();
        self.add(pieces);
        self.end(part, start);
    }

    pub(crate) fn add(&mut self, pieces: &[&str]) {
        for piece in pieces {
            // To append nothing takes as long as to append little.
            if !piece.is_empty() {
                self.text.push_str(piece);
            }
        }
    }

    pub(crate) fn end(&mut self, part: Part, start: usize) {
        if matches!(part, Part::Expected | Part::Found | Part::Hint | Part::Title) {
            self.on_one_line(start);
        }
        if let Some(range) = self.parts.get_mut(part as usize) {
            *range = (start, self.text.len());
        }
    }

    /// Names of a loaded catalog may have what would end a line: it is escaped.
    fn on_one_line(&mut self, start: usize) {
        let said = self.text.get(start..).unwrap_or_default();
        if has_control(said.as_bytes()) {
            let mut line = String::with_capacity(said.len() + 8);
            for letter in said.chars() {
                match letter {
                    ..' ' => line.push_str(&string::escaped(letter.encode_utf8(&mut [0; 4]))),
                    _ => line.push(letter),
                }
            }
            self.text = string::cat(&[self.text.get(..start).unwrap_or_default(), &line]);
        }
    }

    /// What is expected: names one after the other, the last one after `last`.
    pub(super) fn one_of(&mut self, before: &str, names: &mut dyn Iterator<Item = &'c str>, last: &str) {
        let start = self.text.len();
        self.add(&[before]);
        let mut left = names.next();
        let mut between = "";
        while let Some(name) = left {
            left = names.next();
            if left.is_none() && !between.is_empty() {
                between = last;
            }
            self.add(&[between, "`", name, "`"]);
            between = ", ";
        }
        self.end(Part::Expected, start);
    }

    /// What was found: a text of the body, a long one cut.
    pub(super) fn found(&mut self, before: &str, text: &str, after: &str) {
        const LONGEST: usize = 60;
        // Nearly every text has no more bytes either.
        let end = if text.len() > LONGEST { text.char_indices().nth(LONGEST) } else { None };
        let (text, cut) = match end {
            Some((end, _)) => (text.get(..end).unwrap_or_default(), "…"),
            None => (text, ""),
        };
        self.say(Part::Found, &[before, "`", text, cut, "`", after]);
    }

    pub(super) fn field(&mut self, name: &str) {
        self.say(Part::Expected, &["the field `", name, "`"]);
        self.say(Part::Field, &[name]);
    }

    pub(super) fn meant(&mut self, verb: &str, name: &str) {
        self.say(Part::Hint, &["did you mean `", name, "`?"]);
        self.say(Part::Suggestion, &[name]);
        self.fix(verb, name);
    }

    pub(super) fn fix(&mut self, verb: &str, to: &str) {
        self.say(Part::Title, &[verb, " to `", to, "`"]);
        self.say(Part::Text, &["\"", &string::escaped(to), "\""]);
    }

    pub(super) fn placeholder(&mut self, text: &str) {
        if is_placeholder(text) {
            self.say(Part::Hint, &["this looks like a placeholder that was not filled in"]);
        }
    }
}

/// Whether a text has a byte below the space, looked for in eight bytes at a time.
fn has_control(text: &[u8]) -> bool {
    let each = |byte: u8| u64::from_le_bytes([byte; 8]);
    let (words, rest) = text.as_chunks();
    let in_word = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        word.wrapping_sub(each(b' ')) & !word & each(0x80) != 0
    };
    words.iter().any(in_word) || rest.iter().any(|byte| *byte < b' ')
}
