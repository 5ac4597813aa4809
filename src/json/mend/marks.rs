//! What tells whose notation a text is in.

use super::names;
use super::names::Known;

/// Something that JSON does not have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A string in single quotes.
    Single,
    /// A key without quotes.
    Key,
    /// A value without quotes.
    Bare,
    Python,
    /// `=>` and what else Ruby has.
    Ruby,
    JavaScript,
    Mongo,
    /// A string in typographic quotes.
    Typographic,
    /// Full-width punctuation.
    Wide,
    /// A list with keys.
    Keyed,
    /// A call, other than the Mongo shell's.
    Call,
    /// A name before a bracket.
    Title,
    /// The same without a space between them.
    Go,
    /// `%` before a brace.
    Elixir,
    /// No mark at all: a string in double quotes.
    Plain,
}

/// How often each was met.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    counts: [u32; 15],
    /// The first space that JSON does not have.
    pub space: Option<u32>,
}

/// So many marks make a notation. Fewer are faults of JSON, each with a place and a fix of its own.
const ENOUGH: u32 = 3;

impl Marks {
    pub fn add(&mut self, mark: Mark) {
        if let Some(count) = self.counts.get_mut(mark as usize) {
            *count += 1;
        }
    }

    fn of(&self, mark: Mark) -> u32 {
        self.counts.get(mark as usize).copied().unwrap_or(0)
    }

    fn has(&self, mark: Mark) -> bool {
        self.of(mark) > 0
    }

    /// The notation, where there is no doubt that it is another than JSON: of few marks, where nothing is as JSON
    /// has it. Values alone that lack their quotes are faults.
    pub fn notation(&self, is_array: bool) -> Option<&'static Known> {
        let plain = self.of(Mark::Plain);
        let count = self.counts.iter().sum::<u32>() - plain;
        let space = self.space.map(names::space);
        if count == 0 || count == self.of(Mark::Bare) {
            return space.filter(|_| count == 0);
        }
        let certain = self.has(Mark::Mongo) || self.has(Mark::Keyed);
        if !certain && count < ENOUGH && (count < ENOUGH - 1 || plain > 0) {
            return space;
        }
        Some(match () {
            () if self.has(Mark::Mongo) => &names::MONGO,
            () if self.has(Mark::Go) => &names::GO_LITERAL,
            () if self.has(Mark::Elixir) => &names::ELIXIR,
            () if self.has(Mark::Keyed) && self.has(Mark::Ruby) => &names::PHP,
            () if self.has(Mark::Keyed) => &names::SWIFT,
            () if self.has(Mark::Python) => python(is_array),
            () if self.has(Mark::JavaScript) => &names::JAVASCRIPT,
            () if self.has(Mark::Ruby) && self.has(Mark::Single) => &names::PERL,
            () if self.has(Mark::Ruby) => &names::RUBY,
            () if self.has(Mark::Typographic) => &names::TYPOGRAPHIC,
            () if !self.has(Mark::Key) && self.has(Mark::Single) => python(is_array),
            () if self.has(Mark::Call) && !self.has(Mark::Key) => &names::RUST,
            () if self.has(Mark::Wide) => &names::WIDE,
            () if self.has(Mark::Bare) && plain + self.of(Mark::Single) == 0 => &names::UNQUOTED,
            () => &names::JAVASCRIPT,
        })
    }
}

fn python(is_array: bool) -> &'static Known {
    if is_array { &names::PYTHON_LIST } else { &names::PYTHON }
}
