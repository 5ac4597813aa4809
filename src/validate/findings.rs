//! What was found in a document.

use crate::catalog::EnvelopeEntry;
use crate::finding::{Code, Severity};
use crate::format::Format;
use crate::json::{NodeId, sort};
use crate::shape::{EventType, Field, Integer, Kinds, Number, Object, Provider, Shape, Time, Unmet, Value};

/// Something wrong, before it is put in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding<'c> {
    pub code: Code,
    pub severity: Severity,
    /// What it is about: the value; the key for a field; for an absent field, its object.
    pub at: NodeId,
    pub detail: Detail<'c>,
}

/// What there is to say about it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Detail<'c> {
    Missing(&'c Field<'c>),
    Envelope(&'c Object<'c>),
    /// What it should be, and whether it may be null.
    Type(&'c Shape<'c>, bool),
    /// An event, which is an object.
    NoObject,
    /// What it should look like, and whether it may be empty besides.
    Format(Format, bool),
    Time(Time, Option<&'static str>),
    /// The JSON types that it may have, and whether it may be null besides.
    Kinds(Kinds, bool),
    /// The values that a schema lists, and whether it may be null besides.
    Values(&'c [Value<'c>], bool),
    /// The value that tells which of these shapes is meant is that of none; what the catalog defines.
    Tags(&'c [Shape<'c>], &'c [&'c Shape<'c>]),
    /// A rule of a schema.
    Unmet(Unmet<'c>),
    /// Known values, and whether the one of them is what the event's name stands for.
    Value(&'c [(&'c str, &'c str)], bool),
    /// The event's name, where it can only be this event type's.
    Name(&'c EventType<'c>),
    Integer(Integer),
    Number(Number),
    Empty,
    Extra(Option<&'c Field<'c>>),
    Misspelled(&'c Field<'c>),
    /// The value stands elsewhere too, at that node, and is another there.
    Same(NodeId),
    /// An endpoint names another id than this field's value.
    Endpoint(&'c str),
    /// Every endpoint names one id, and this field's value is another.
    Endpoints,
    Duplicate,
    UnsafeNumber,
    LoneSurrogate,
    /// An event of an envelope that is not around it.
    Bare(EnvelopeEntry<'c>, &'c EventType<'c>),
    Prototype,
    /// Nothing of the catalog.
    Foreign,
    /// A name of this provider's that the envelope with these event types does not have.
    UnknownName(&'c Provider<'c>, &'c [EventType<'c>]),
    /// So many event types fit.
    Ambiguous(usize),
}

impl Finding<'_> {
    /// Whether this says what another says as well.
    fn says(&self, other: &Self) -> bool {
        let same = match (self.detail, other.detail) {
            (Detail::Missing(one), Detail::Missing(other)) => one.name == other.name,
            (Detail::Missing(_), _) | (_, Detail::Missing(_)) => false,
            _ => true,
        };
        same && self.at == other.at && self.code == other.code && self.severity == other.severity
    }
}

/// How many findings of each severity are kept at least, the first of them in text order: more than a report
/// shows; the rest are counted.
const MOST_KEPT: usize = 1000;

/// What was found in a document.
#[derive(Debug, Default)]
pub(crate) struct Findings<'c> {
    pub list: Vec<Finding<'c>>,
    pub errors: u32,
    pub warnings: u32,
    /// Errors that say that an event is not known, rather than not right.
    pub unknown: u32,
    /// Whether errors are counted only: a value is on trial.
    tried: bool,
    /// How many there are, so far, in what is on trial.
    faults: u32,
}

/// What was on trial before.
pub(crate) struct Before(bool, u32);

impl<'c> Findings<'c> {
    pub const fn new() -> Self {
        Findings { list: Vec::new(), errors: 0, warnings: 0, unknown: 0, tried: false, faults: 0 }
    }

    pub fn clear(&mut self) {
        self.list.clear();
        (self.errors, self.warnings, self.unknown) = (0, 0, 0);
    }

    pub fn push(&mut self, code: Code, severity: Severity, at: NodeId, detail: Detail<'c>) {
        if self.tried {
            self.faults += u32::from(severity == Severity::Error);
            return;
        }
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        self.list.push(Finding { code, severity, at, detail });
        if self.list.len() >= 4 * MOST_KEPT {
            self.thin();
        }
        self.unknown += u32::from(matches!(code, Code::UnknownEvent | Code::AmbiguousEvent));
    }

    /// Leaves so many of each severity. They come in the order in which the body is checked, which is not that of
    /// the text: a later one may stand before all others.
    fn thin(&mut self) {
        for severity in [Severity::Error, Severity::Warning] {
            let of_it = self.list.iter().filter(|finding| finding.severity == severity);
            let mut places: Vec<NodeId> = of_it.map(|finding| finding.at).collect();
            sort::by(&mut places, |at| u64::from(*at));
            let Some(&last) = places.get(MOST_KEPT - 1) else { continue };
            let mut left = places.iter().take(MOST_KEPT).filter(|at| **at == last).count();
            self.list.retain(|finding| {
                if finding.severity != severity || finding.at < last {
                    return true;
                }
                let is_left = finding.at == last && left > 0;
                left -= usize::from(is_left);
                is_left
            });
        }
    }

    pub fn error(&mut self, code: Code, at: NodeId, detail: Detail<'c>) {
        self.push(code, Severity::Error, at, detail);
    }

    pub fn warning(&mut self, code: Code, at: NodeId, detail: Detail<'c>) {
        self.push(code, Severity::Warning, at, detail);
    }

    /// Puts what is looked at next on trial.
    pub fn try_out(&mut self) -> Before {
        let before = Before(self.tried, self.faults);
        (self.tried, self.faults) = (true, 0);
        before
    }

    /// Whether a value is on trial: its faults are counted, and told nowhere.
    pub fn are_on_trial(&self) -> bool {
        self.tried
    }

    /// Ends a trial; how many errors there were.
    pub fn tried(&mut self, Before(tried, faults): Before) -> u32 {
        let found = self.faults;
        (self.tried, self.faults) = (tried, faults);
        found
    }

    /// Of findings from an index on, where there are so few, leaves the first of those that say the same: several
    /// schemas look at one value.
    pub fn without_doubles(&mut self, first: usize, most: usize) {
        let mut at = first + 1;
        while self.list.len() - first.min(self.list.len()) <= most && at < self.list.len() {
            let (before, after) = self.list.split_at_checked(at).unwrap_or_default();
            let double = after.first().is_some_and(|finding| {
                before.get(first..).unwrap_or_default().iter().any(|earlier| earlier.says(finding))
            });
            if !double {
                at += 1;
                continue;
            }
            for index in at..self.list.len() - 1 {
                sort::swap(&mut self.list, index, index + 1);
            }
            match self.list.pop().map(|finding| finding.severity) {
                Some(Severity::Error) => self.errors -= 1,
                Some(Severity::Warning) => self.warnings -= 1,
                None => {}
            }
        }
    }

    /// Whether something was found at a node.
    pub fn has(&self, at: NodeId) -> bool {
        self.list.iter().any(|finding| finding.at == at)
    }
}
