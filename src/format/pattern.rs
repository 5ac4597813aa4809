//! A regular expression as JSON Schema has it: of ECMA-262 in its Unicode mode, looked for anywhere in a text, in
//! time that grows with the text alone.
//!
//! It is a little wider than the standard, as engines are outside of the Unicode mode: every punctuation mark may
//! be escaped, a `]`, `{` or `}` that closes and opens nothing stands for itself, and so does the `-` of `[\w-.]`.

mod compile;
mod run;

pub use compile::compile;

/// One step of a compiled pattern. Where it leads to is told from its own place.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// This code point.
    Char(u32),
    /// A code point that is in one of some ranges.
    In(Ranges),
    /// A code point that is in none of them.
    NotIn(Ranges),
    /// The next step, which is one code point, so many times, and then the step after it: which one of all such
    /// steps this is, and the range that has the least and the most times.
    Repeat {
        /// Its number.
        number: u16,
        /// Where in the ranges its bounds are.
        bounds: u16,
    },
    /// The next step, and another one as well.
    Split(i32),
    /// Another step.
    Jump(i32),
    /// The start of the text.
    Start,
    /// The end of the text.
    End,
    /// Whether one side is a word's and the other is not.
    Boundary(bool),
    /// The text matches.
    Match,
}

/// Some of a pattern's ranges.
#[derive(Clone, Copy, Debug)]
pub struct Ranges {
    start: u16,
    count: u16,
}

/// A compiled pattern, owned.
#[derive(Debug)]
pub struct Compiled {
    /// Its steps.
    pub ops: Vec<Op>,
    /// The ranges of code points that they name, the first and the last of each.
    pub ranges: Vec<(u32, u32)>,
}

/// A compiled pattern at work, with the text that it was made of.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'c> {
    /// As it was written.
    pub source: &'c str,
    /// Its steps.
    pub ops: &'c [Op],
    /// The ranges of code points that they name, the first and the last of each.
    pub ranges: &'c [(u32, u32)],
    /// Who matches it, where that takes more than steps.
    pub host: Option<&'static dyn HostPatterns>,
}

/// The host's own regular expressions. They have look-around and back-references, and may take forever: no pattern that
/// can do without is matched by them.
pub trait HostPatterns: std::fmt::Debug + Sync {
    /// Whether a pattern matches a text or a part of it; `None` where it is no regular expression.
    fn is_match(&self, pattern: &str, text: &str) -> Option<bool>;
}

/// Why a text is no pattern here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no regular expression.
    Syntax,
    /// It has what no matcher can do in linear time, or what there are no tables for: in words.
    Unsupported(&'static str),
    /// It comes to too many steps.
    TooLarge,
}

pub(super) const WORDS: &str = "a regular expression (ECMA-262), such as `^[a-z]+$`";

/// Whether a text is a regular expression, one that is not supported included.
pub(super) fn is(text: &str) -> bool {
    !matches!(compile(text), Err(Refusal::Syntax))
}

/// As many times as there are.
const ENDLESS: u32 = u32::MAX;
