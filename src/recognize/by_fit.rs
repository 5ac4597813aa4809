//! Events of loaded catalogs, which no name tells: the one that fits best, where it is clearly ahead.
//!
//! The places whose texts tell events apart, and the keys that few know, leave some candidates; of those each
//! member of the body counts for or against one, less the deeper it stands.

mod candidates;
mod score;

use super::{EventKind, MOST_COMPARED, Recognition, Recognizer};
use crate::catalog::key_sets::{Keys, Wrong};
use crate::catalog::outline::{LEVELS, NONE, Outlined, Outlines};
use crate::json::map::Map;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{EventType, Kinds, Shape};
use candidates::Candidates;
use score::{CONSTANT, KNOWN_ELSEWHERE, MISSING, OTHER_KIND_FAULT, RENAME_FAULT, REQUIRED, Score};

/// So many candidates are compared to the last level.
const MOST_CANDIDATES: usize = 12;

/// So many where they are equally near.
const MOST_SIBLINGS: usize = 48;

/// How far the best must be ahead, in hundredths.
const AHEAD: i32 = 60;

// Faults at the root, in hundredths: with more than the second a body is nothing of the catalog.
const MOST_SURE: i32 = 100;
const MOST_PLAUSIBLE: i32 = 150;
const MOST_NAMED: i32 = 250;
const MOST_RIVAL: i32 = 250;
const MOST_MISSING: i32 = 200;

/// What a body is by what fits.
pub(super) enum Fit {
    /// This event, by its number.
    One(u32),
    Several(Vec<u32>),
    /// Probably this.
    Unsure(u32),
    None,
}

struct Fitter<'a, 'c> {
    outlines: &'a Outlines<'c>,
    document: &'a Document<'a>,
    /// The scores of inner objects, by node and outline.
    known: Map,
    scores: Vec<Score>,
    /// Where the members of an object are among `members`.
    listed: Map,
    /// The number of each key that is known, and the value.
    members: Vec<(u32, NodeId)>,
    ranges: Vec<(usize, usize)>,
}

impl<'c> Recognizer<'_, 'c> {
    pub(super) fn of_fit(&mut self, fit: Fit) -> Recognition<'c> {
        let Some(outlines) = self.catalog.outlines() else { return Recognition::Foreign };
        let event = |number: &u32| outlines.events.get(*number as usize).copied();
        match fit {
            Fit::One(number) => match event(&number) {
                Some(Outlined { entry, index, event, .. }) => {
                    Recognition::Matched(self.alone(entry, EventKind::Known(event, index)))
                }
                None => Recognition::Foreign,
            },
            Fit::Several(numbers) => Recognition::Ambiguous(
                numbers.iter().filter_map(event).map(|of| (of.entry.provider, of.event)).collect(),
            ),
            Fit::Unsure(number) => event(&number)
                .map_or(Recognition::Foreign, |of| Recognition::Unsure(of.entry.provider, of.event)),
            Fit::None => Recognition::Foreign,
        }
    }

    /// What the body fits, among all events or some.
    #[inline(never)]
    pub(super) fn by_fit(&self, among: Option<&[&'c EventType<'c>]>) -> Fit {
        let Some(outlines) = self.catalog.outlines() else { return Fit::None };
        let mut fitter = Fitter {
            outlines,
            document: self.document,
            known: Map::default(),
            scores: Vec::new(),
            listed: Map::default(),
            members: Vec::with_capacity(MOST_COMPARED),
            ranges: Vec::with_capacity(MOST_CANDIDATES),
        };
        if self.document.node(Document::ROOT).kind != Kind::Object {
            return fitter.only(among);
        }
        fitter.fit(among)
    }
}

impl<'c> Fitter<'_, 'c> {
    /// A body that is no object is an event only where the catalog has one that is of its type.
    fn only(&self, among: Option<&[&'c EventType<'c>]>) -> Fit {
        let kind = Kinds::of(self.document.node(Document::ROOT).kind);
        let fits = |of: &Outlined<'c>| {
            let kinds = of.event.schema.as_ref().map_or(Kinds::ALL, Shape::kinds);
            kinds.has(kind) && kinds != Kinds::ALL && is_among(of, among)
        };
        let events = self.outlines.events.iter().enumerate();
        let fitting: Vec<u32> = events.filter(|(_, of)| fits(of)).map(|(number, _)| number as u32).collect();
        match *fitting {
            [] => Fit::None,
            [number] => Fit::One(number),
            _ => Fit::Several(fitting),
        }
    }

    fn fit(&mut self, among: Option<&[&'c EventType<'c>]>) -> Fit {
        // Before all others, so that `root` finds it.
        self.range(Document::ROOT);
        let Candidates { numbers, is_named, stray, blurred } = self.candidates(among);
        let scored = self.scored(numbers, stray);
        let most = if is_named || among.is_some() { MOST_NAMED } else { MOST_PLAUSIBLE };
        let is_plausible = |score: &Score| {
            let most = if score.explained == score.members { most.max(MOST_MISSING) } else { most };
            score.faults <= most && 2 * score.explained >= score.members && score.explained > 0
        };
        let is_vague = |number: u32| self.outlines.events.get(number as usize).is_some_and(|of| of.vague);
        // What fits anything is meant only where nothing else is.
        let mut clear = i32::MAX;
        for (number, score) in &scored {
            if is_plausible(score) && !is_vague(*number) {
                clear = clear.min(score.faults);
            }
        }
        let is_meant = |(number, score): &&(u32, Score)| {
            is_plausible(score) && (!is_vague(*number) || clear > MOST_SURE || score.faults == 0 && clear > 0)
        };
        let mut meant = scored.iter().filter(is_meant);
        let Some(&(number, best)) = meant.next() else { return Fit::None };
        let second = meant.next();
        // Another that lacks one key more, and explains all that is there as well, may be meant all the same.
        let has_rivals = best.faults >= 100 && self.has_mark(number, false);
        let is_rival = |(other, score): &&(u32, Score)| {
            has_rivals
                && *other != number
                && !score.astray
                && score.faults <= MOST_RIVAL
                && score.explained >= best.explained
                && !self.lacks_all_of(*other, number)
        };
        let most_sure = match second {
            _ if is_vague(number) && among.is_none() => self.surest(),
            None if !best.strange => MOST_PLAUSIBLE,
            _ => MOST_SURE,
        };
        if second.is_none_or(|(_, second)| best.points - second.points >= AHEAD)
            && best.faults <= most_sure
            && !best.astray
            && !scored.iter().any(|of| is_rival(&of))
            && (!blurred || self.has_mark(number, true))
        {
            return Fit::One(number);
        }
        let is_near = |of: &Score| {
            best.points - of.points < 2 * AHEAD || of.faults <= best.faults && of.explained >= best.explained
        };
        let mut near = Vec::new();
        for of in &scored {
            if is_meant(&of) && is_near(&of.1) {
                near.push(of.0);
            }
        }
        for of in &scored {
            if is_rival(&of) && !near.contains(&of.0) {
                near.push(of.0);
            }
        }
        match *near {
            [number] => Fit::Unsure(number),
            _ => Fit::Several(near),
        }
    }

    /// The best of the candidates with their scores, the best first; `stray` is a fault of all of them.
    fn scored(&mut self, candidates: Vec<u32>, stray: i32) -> Vec<(u32, Score)> {
        let keys = self.outlines.key_sets.keys(self.root().iter().map(|(name, _)| *name));
        if let Some(clear) = self.clear(&candidates, &keys).filter(|_| stray == 0) {
            return vec![clear];
        }
        let mut scored: Vec<(u32, Score)> = Vec::new();
        for number in candidates {
            // With more faults than a rival may have it is nothing.
            if self.least_faults(number, &keys) > MOST_RIVAL {
                continue;
            }
            let score = self.best(number, 1);
            scored.push((number, score));
        }
        by_points(&mut scored);
        // Siblings that are equally near stay together.
        if let Some((_, last)) = scored.get(MOST_CANDIDATES - 1).copied() {
            let near = scored.iter().take_while(|(_, score)| score.points >= last.points).count();
            scored.truncate(near.min(MOST_SIBLINGS));
        }
        // Where one alone has no fault what is inside tells nothing more.
        let is_clear = scored.split_first().is_some_and(|((_, best), others)| {
            best.faults == 0
                && others.iter().all(|(_, score)| score.faults > 0 && (score.astray || score.faults >= 200))
        });
        if !is_clear {
            for (number, score) in &mut scored {
                *score = self.best(*number, LEVELS);
            }
            by_points(&mut scored);
        }
        for (_, score) in &mut scored {
            score.faults += stray;
            // A text that no event has at a telling place is perhaps that of one which the catalog does not have.
            score.astray |= stray > 0;
        }
        scored
    }

    /// The one of the candidates that has no fault, where the keys at the root alone tell that each other has some, and
    /// is far behind whatever its values count. What is inside tells nothing more then.
    fn clear(&mut self, candidates: &[u32], keys: &Keys) -> Option<(u32, Score)> {
        let mut right = candidates.iter().filter(|number| self.least_faults(**number, keys) == 0);
        let (number, None) = (*right.next()?, right.next()) else { return None };
        let score = self.best(number, 1);
        let most_of = |(_, value): &(u32, NodeId)| match self.document.node(*value).kind {
            Kind::String => REQUIRED + CONSTANT,
            _ => REQUIRED,
        };
        let most: i32 = self.root().iter().map(most_of).sum();
        let is_behind = |other: &u32| {
            let of = self.outlines.events.get(*other as usize).filter(|of| of.count == 1);
            of.is_some_and(|of| {
                let Wrong { missing, astray } = self.outlines.key_sets.wrong(of.key_set, keys);
                let lost = missing as i32 * -MISSING + astray as i32 * (REQUIRED - KNOWN_ELSEWHERE);
                (astray > 0 || missing > 1) && most - lost + 2 * AHEAD <= score.points
            })
        };
        let is_far = |other: &u32| {
            *other == number || is_behind(other) || self.least_faults(*other, keys) > MOST_RIVAL
        };
        (score.faults == 0 && candidates.iter().all(is_far)).then_some((number, score))
    }

    /// The faults that an event has at least, by the keys at the root alone.
    #[inline(never)]
    fn least_faults(&self, number: u32, keys: &Keys) -> i32 {
        let Some(of) = self.outlines.events.get(number as usize) else { return i32::MAX };
        // What nobody knows is a misspelling at best.
        let least = |outline| {
            let Wrong { missing, astray } = self.outlines.key_sets.wrong(outline, keys);
            astray + missing.saturating_sub(keys.unknown)
        };
        let least = (of.key_set..of.key_set + of.count).map(least).min().unwrap_or_default();
        least as i32 * 100 + keys.unknown as i32 * RENAME_FAULT
    }

    /// How many faults a vague event may have: a key that is misspelled, or a value of another type, beside a key
    /// that hardly another event has.
    fn surest(&self) -> i32 {
        let is_mark = |(name, _): &(u32, NodeId)| (1..=2).contains(&self.outlines.knowing(*name).len());
        if self.root().iter().any(is_mark) { OTHER_KIND_FAULT } else { 0 }
    }

    /// The keys that an event requires, and whether the body has them.
    fn required(&self, number: u32) -> impl Iterator<Item = (u32, bool)> {
        let first = self.outlines.events.get(number as usize).map_or(NONE, |of| of.first);
        let required = self.outlines.members(first).iter().filter(|member| member.required);
        required.map(|member| (member.name, self.root().iter().any(|(name, _)| *name == member.name)))
    }

    /// Whether an event requires a key that hardly another has, and the body has it, or lacks it.
    fn has_mark(&self, number: u32, there: bool) -> bool {
        let few = (self.outlines.events.len() / 10).max(2);
        self.required(number).any(|(name, is)| is == there && self.outlines.knowing(name).len() <= few)
    }

    /// Whether an event lacks every key that another lacks.
    fn lacks_all_of(&self, event: u32, other: u32) -> bool {
        let lacking = |number| self.required(number).filter(|(_, is)| !is).map(|(name, _)| name);
        lacking(other).all(|name| lacking(event).any(|lacked| lacked == name))
    }
}

/// Whether an event is one of those that are left.
fn is_among<'c>(of: &Outlined<'c>, among: Option<&[&'c EventType<'c>]>) -> bool {
    among.is_none_or(|among| among.iter().any(|event| std::ptr::eq(*event, of.event)))
}

/// The best first; equal ones in the order of the catalog.
fn by_points(scored: &mut [(u32, Score)]) {
    crate::json::sort::by(scored, |(number, score)| {
        let points = (i64::from(i32::MAX) - i64::from(score.points)) as u64;
        points << 24 | u64::from(*number)
    });
}
