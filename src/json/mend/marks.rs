//! What tells whose notation a text is in.

use super::Known;
use super::names;

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

/// Which were met, and how often.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// A bit for each.
    seen: u32,
    count: u32,
    plain: u32,
    bare: u32,
    /// The first space that JSON does not have.
    pub space: Option<u32>,
}

/// So many marks make a notation. Fewer are faults of JSON, each with a place and a fix of its own.
const ENOUGH: u32 = 3;

impl Marks {
    #[inline(never)]
    pub fn add(&mut self, mark: Mark) {
        self.seen |= 1 << mark as u32;
        match mark {
            Mark::Plain => self.plain += 1,
            _ => self.count += 1,
        }
        self.bare += u32::from(mark == Mark::Bare);
    }

    fn has(&self, mark: Mark) -> bool {
        self.seen & 1 << mark as u32 != 0
    }

    /// The notation, where there is no doubt that it is another than JSON: of few marks, where nothing is as JSON
    /// has it. Values alone that lack their quotes are faults.
    pub fn notation(&self, is_array: bool) -> Option<Known> {
        let Marks { count, plain, .. } = *self;
        let space = self.space.map(names::space);
        if count == self.bare {
            return space.filter(|_| count == 0);
        }
        let certain = self.has(Mark::Mongo) || self.has(Mark::Keyed);
        if !certain && count < ENOUGH && (count < ENOUGH - 1 || plain > 0) {
            return space;
        }
        Some(match () {
            () if self.has(Mark::Mongo) => Known::Mongo,
            () if self.has(Mark::Go) => Known::GoLiteral,
            () if self.has(Mark::Elixir) => Known::Elixir,
            () if self.has(Mark::Keyed) && self.has(Mark::Ruby) => Known::Php,
            () if self.has(Mark::Keyed) => Known::Swift,
            () if self.has(Mark::Python) => python(is_array),
            () if self.has(Mark::JavaScript) => Known::Javascript,
            () if self.has(Mark::Ruby) && self.has(Mark::Single) => Known::Perl,
            () if self.has(Mark::Ruby) => Known::Ruby,
            () if self.has(Mark::Typographic) => Known::Typographic,
            () if !self.has(Mark::Key) && self.has(Mark::Single) => python(is_array),
            () if self.has(Mark::Call) && !self.has(Mark::Key) => Known::Rust,
            () if self.has(Mark::Wide) => Known::Wide,
            () if self.bare > 0 && plain == 0 && !self.has(Mark::Single) => Known::Unquoted,
            () => Known::Javascript,
        })
    }
}

fn python(is_array: bool) -> Known {
    if is_array { Known::PythonList } else { Known::Python }
}
