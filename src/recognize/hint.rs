//! What the transport or the caller says of a body: a header, a topic, an option.

use super::by_fit::Fit;
use super::{EventKind, EventNode, MatchedEnvelope, Recognition, Recognizer};
use crate::catalog::{Catalog, EnvelopeEntry};
use crate::json::string::cut;
use crate::json::{Document, Kind};
use crate::shape::{EventType, LOADS, Provider, Wrapper};
use crate::suggest::{is_letter, letters};

/// What is known of a body from elsewhere. The id of an event type, `provider/type`, decides what the body is
/// checked against. A type, or the first words of a type or an id, narrows what it may be. Case and separators do
/// not matter.
///
/// ```
/// use hooklens::{Checker, Hint, Limits, Status, catalog::BUILT_IN};
///
/// let mut checker = Checker::new(&BUILT_IN);
/// let mut ids = |body: &[u8], hint| -> Vec<String> {
///     let report = checker.validate_as(body, Hint::of(hint), Limits::default());
///     report.events.iter().map(|event| event.id.to_string()).collect()
/// };
/// assert_eq!(ids(b"7", "seam/device.connected"), ["seam/device.connected"]);
/// assert_eq!(ids(br#"{"event":"refresh"}"#, "Refresh"), ["paybook/refresh"]);
/// assert!(ids(br#"{"event":"refresh"}"#, "credentials").is_empty());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint<'h> {
    words: &'h str,
    /// Whether the id of an event type decides.
    decides: bool,
}

/// Which event types a hint leaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Narrows {
    /// It is the id of this one.
    Exact,
    /// It is the start of its type or its id.
    Start,
    No,
}

impl<'h> Hint<'h> {
    /// No hint: the body alone tells.
    pub const NONE: Hint<'static> = Hint { words: "", decides: false };

    /// A hint from a text. A text without letters and digits is no hint.
    #[must_use]
    pub fn of(words: &'h str) -> Self {
        if letters(words).next().is_some() { Hint { words, decides: true } } else { Hint::NONE }
    }

    /// A hint that nobody vouches for, such as a header that is not signed: it narrows and never decides.
    #[must_use]
    pub fn narrowing(words: &'h str) -> Self {
        Hint { decides: false, ..Hint::of(words) }
    }

    /// The same from somebody whom nobody vouches for.
    pub(crate) fn narrowed(self) -> Self {
        Hint { decides: false, ..self }
    }

    /// Whether it is the id of an event type.
    pub(crate) fn decides(self, catalog: &Catalog<'_>) -> bool {
        let is_exact = |entry: &EnvelopeEntry<'_>| {
            let about = self.about(entry.provider);
            entry.envelope.events.iter().any(|event| about.fits(event) == Narrows::Exact)
        };
        self.decides && catalog.envelopes().iter().any(is_exact)
    }

    #[inline]
    pub(super) fn is_none(self) -> bool {
        self.words.is_empty()
    }

    /// The hint as it is about a provider's event types.
    fn about(self, provider: &Provider<'_>) -> About<'h> {
        let after = starts(self.words, provider.name).then(|| {
            let count = letters(provider.name).count();
            let end = self.words.bytes().enumerate().filter(|(_, byte)| is_letter(*byte)).nth(count);
            end.and_then(|(at, _)| self.words.get(at..)).unwrap_or_default()
        });
        let first = |words: Option<&str>| words.and_then(|words| letters(words).next());
        About {
            hint: self,
            after,
            firsts: [first(Some(self.words)), first(after)],
            all: after.is_none() && starts(provider.name, self.words)
                || after.is_some_and(|after| letters(after).next().is_none()),
        }
    }
}

/// A hint about the event types of one provider.
struct About<'h> {
    hint: Hint<'h>,
    /// What is after the provider's name in the words, where they start with it.
    after: Option<&'h str>,
    /// What a name must begin with: the words, or what is after the provider's name.
    firsts: [Option<u8>; 2],
    /// Whether it leaves all of them.
    all: bool,
}

impl About<'_> {
    /// Which of the event types the hint leaves.
    fn fits(&self, event: &EventType<'_>) -> Narrows {
        let mut fit = if self.all { Narrows::Start } else { Narrows::No };
        for name in std::iter::once(&event.name).chain(event.aliases) {
            let first = letters(name).next();
            if first.is_some() && !self.firsts.contains(&first) {
                continue;
            }
            if self.after.is_some_and(|after| letters(after).eq(letters(name))) {
                return if self.hint.decides { Narrows::Exact } else { Narrows::Start };
            }
            if starts(name, self.hint.words) || self.after.is_some_and(|after| starts(name, after)) {
                fit = Narrows::Start;
            }
        }
        fit
    }
}

/// Whether the words of a name start with those of another, case and separators left out.
fn starts(name: &str, with: &str) -> bool {
    let mut wanted = letters(with).peekable();
    let mut inside_word = false;
    for byte in name.bytes() {
        if wanted.peek().is_none() {
            // What follows must be another word.
            return !(inside_word && is_letter(byte));
        }
        inside_word = is_letter(byte);
        if inside_word && wanted.next() != Some(byte.to_ascii_lowercase()) {
            return false;
        }
    }
    wanted.peek().is_none()
}

impl<'c> Recognizer<'_, 'c> {
    /// What the body is among what the hint leaves; nothing else, however well it fits. A call: the way without
    /// a hint is the hot one.
    #[cold]
    #[inline(never)]
    pub(super) fn with_hint(&mut self, hint: Hint<'_>) -> Recognition<'c> {
        let mut left = Vec::new();
        for &entry in self.envelopes {
            let about = hint.about(entry.provider);
            for (index, event) in entry.envelope.events.iter().enumerate() {
                match about.fits(event) {
                    Narrows::Exact => return self.decided(hint),
                    Narrows::Start => left.push((entry, index, event)),
                    Narrows::No => {}
                }
            }
        }
        if left.is_empty() {
            return Recognition::Foreign;
        }
        // Among loaded events the hint narrows what is compared, and so what is certain.
        if LOADS && left.iter().any(|(entry, ..)| entry.envelope.by_fit) {
            let mut fits: Vec<&EventType<'c>> =
                left.iter().filter(|(entry, ..)| entry.envelope.by_fit).map(|(.., event)| *event).collect();
            // `team` is `team/added` rather than `team-add`.
            let is_group = |event: &&EventType<'c>| {
                let groups = event.aliases.iter().filter_map(|alias| Some(cut(alias, b'/')?.0));
                groups.into_iter().any(|group| letters(group).eq(letters(hint.words)))
            };
            if fits.iter().any(is_group) {
                fits.retain(is_group);
            }
            let fit = self.by_fit(Some(&fits));
            if matches!(fit, Fit::One(_)) || left.iter().all(|(entry, ..)| entry.envelope.by_fit) {
                return self.of_fit(fit);
            }
        }
        let is_left = |event: &EventType<'c>| left.iter().any(|(.., other)| std::ptr::eq(*other, event));
        match self.recognize() {
            Recognition::Matched(matched) => {
                let mut here =
                    left.iter().filter(|(entry, ..)| std::ptr::eq(entry.envelope, matched.entry.envelope));
                let name = match (here.next(), here.next()) {
                    (Some(&(_, index, event)), None) => EventKind::Known(event, index),
                    _ => EventKind::Unnamed,
                };
                for event in self.events.iter_mut() {
                    event.kind = match event.kind {
                        EventKind::Known(event, _) if !is_left(event) => EventKind::Other,
                        EventKind::Unnamed => name,
                        kind => kind,
                    };
                }
                let is_open = |event: &EventNode<'c>| !matches!(event.kind, EventKind::Other);
                match self.events.is_empty() || self.events.iter().any(is_open) {
                    true => Recognition::Matched(matched),
                    false => self.none(),
                }
            }
            Recognition::Ambiguous(mut events) => {
                events.retain(|(_, event)| is_left(event));
                match *events {
                    [] => self.none(),
                    [(_, event)] => left.iter().find(|(.., other)| std::ptr::eq(*other, event)).map_or(
                        Recognition::Foreign,
                        |&(entry, index, _)| {
                            Recognition::Matched(self.alone(entry, EventKind::Known(event, index)))
                        },
                    ),
                    _ => Recognition::Ambiguous(events),
                }
            }
            Recognition::Bare(entry, event) if is_left(event) => Recognition::Bare(entry, event),
            Recognition::Foreign | Recognition::Like(_) | Recognition::Bare(..) | Recognition::Unsure(..) => {
                self.named_by_hint(&left)
            }
        }
    }

    fn none(&mut self) -> Recognition<'c> {
        self.events.clear();
        Recognition::Foreign
    }

    /// A body with the marks of a provider and without a name, where the hint is the name.
    fn named_by_hint(&mut self, left: &[(EnvelopeEntry<'c>, usize, &'c EventType<'c>)]) -> Recognition<'c> {
        let flat = |entry: &EnvelopeEntry<'c>| matches!(entry.envelope.wrapper, Wrapper::None);
        let mut named = left.iter().filter(|(entry, ..)| {
            flat(entry)
                && self.name(entry.envelope, Document::ROOT).is_none()
                && self.is_marked(entry.envelope)
                && !self.is_excluded(entry.envelope)
        });
        match (named.next(), named.next()) {
            (Some(&(entry, index, event)), None) => {
                Recognition::Matched(self.alone(entry, EventKind::Known(event, index)))
            }
            _ => self.none(),
        }
    }

    /// The body as the event type whose id the hint is, whatever it looks like.
    fn decided(&mut self, hint: Hint<'_>) -> Recognition<'c> {
        let entries = self.envelopes.iter().copied();
        let mut ways = entries.filter_map(|entry| {
            let about = hint.about(entry.provider);
            let is = |event: &EventType<'c>| about.fits(event) == Narrows::Exact;
            let index = entry.envelope.events.iter().position(is)?;
            Some((entry, EventKind::Known(entry.envelope.events.get(index)?, index)))
        });
        let Some(first) = ways.next() else { return Recognition::Foreign };
        // Of several ways in which it arrives, that one which is around it.
        let around = |(entry, _): &(EnvelopeEntry<'c>, _)| {
            matches!(entry.envelope.wrapper, Wrapper::Object { .. })
                && self.place_of_events(entry.envelope).is_some_and(|(_, marked)| marked)
        };
        let (entry, kind) = ways.find(around).filter(|_| !around(&first)).unwrap_or(first);
        let root = Document::ROOT;
        let at = match entry.envelope.wrapper {
            Wrapper::None => return Recognition::Matched(self.alone(entry, kind)),
            Wrapper::List => Some(root),
            Wrapper::Object { events, .. } => self.document.get(root, events),
        };
        let listed = at.is_some_and(|at| self.document.node(at).kind == Kind::Array);
        match at {
            Some(at) if listed => {
                self.events.extend(self.document.elements(at).map(|node| EventNode { node, kind }));
            }
            Some(at) => self.events.push(EventNode { node: at, kind }),
            None => {}
        }
        Recognition::Matched(MatchedEnvelope { entry, listed })
    }
}
