//! Events of loaded catalogs, which no name tells: the one that fits best, where it is clearly ahead.
//!
//! The places whose texts tell events apart, and the keys that few know, leave some candidates; of those each
//! member of the body counts for or against one, less the deeper it stands.

use super::{EventKind, MOST_COMPARED, Recognition, Recognizer};
use crate::catalog::key_sets::Keys;
use crate::catalog::outline::{LEVELS, Member, NONE, Outlined, Outlines, letters};
use crate::json::map::Map;
use crate::json::string::readable;
use crate::json::{Document, Kind, NodeId};
use crate::shape::{EventType, Kinds, Shape};
use crate::suggest;

/// So many candidates are compared to the last level.
const MOST_CANDIDATES: usize = 12;

/// So many where they are equally near.
const MOST_SIBLINGS: usize = 48;

/// So many members of an object are looked at.
const MOST_MEMBERS: usize = 512;

// What a member counts, in hundredths.
const REQUIRED: i32 = 100;
const OPTIONAL: i32 = 70;
const CONSTANT: i32 = 100;
const LISTED: i32 = 50;
const OTHER_KIND: i32 = -50;
const OTHER_TEXT: i32 = -50;
const RENAMED: i32 = -40;
const MISSING: i32 = -200;
const ABSENT: i32 = -3;
const KNOWN_ELSEWHERE: i32 = -200;
const NEW: i32 = -100;

/// What the members of an object count in the level below, of a hundred.
const BELOW: i32 = 30;

/// How far the best must be ahead, in hundredths.
const AHEAD: i32 = 60;

// Faults at the root, in hundredths: with more than the second a body is nothing of the catalog.
const MOST_SURE: i32 = 100;
const MOST_PLAUSIBLE: i32 = 150;
const MOST_NAMED: i32 = 250;
const RENAME_FAULT: i32 = 25;
const OTHER_KIND_FAULT: i32 = 50;
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

/// How well an object fits an outline.
#[derive(Clone, Copy, Default)]
struct Score {
    /// In hundredths.
    points: i32,
    /// Members that are as they should be, of all.
    explained: u32,
    members: u32,
    faults: i32,
    /// Whether a key is there that other events know.
    astray: bool,
    /// Whether a key is there that it does not know.
    strange: bool,
}

/// The events that a body may be.
struct Candidates {
    numbers: Vec<u32>,
    /// Whether the body names them.
    is_named: bool,
    /// What a text at a telling place that no event has counts as a fault.
    stray: i32,
    /// Whether something else than a text stands at a telling place.
    blurred: bool,
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
        let mut scored = self.scored(numbers, stray);
        // Another that lacks one key more, and explains all that is there as well, may be meant all the same.
        let rivals: Vec<(u32, Score)> =
            scored.iter().copied().filter(|(_, score)| !score.astray && score.faults <= MOST_RIVAL).collect();
        let most = if is_named || among.is_some() { MOST_NAMED } else { MOST_PLAUSIBLE };
        let vague = |number: u32| self.outlines.events.get(number as usize).is_some_and(|of| of.vague);
        scored.retain(|(_, score)| {
            let most = if score.explained == score.members { most.max(MOST_MISSING) } else { most };
            score.faults <= most && 2 * score.explained >= score.members && score.explained > 0
        });
        // What fits anything is meant only where nothing else is.
        let clear = scored.iter().filter(|(number, _)| !vague(*number)).map(|(_, score)| score.faults).min();
        scored.retain(|(number, score)| {
            !vague(*number) || clear.is_none_or(|clear| clear > MOST_SURE || score.faults == 0 && clear > 0)
        });
        let Some(&(number, best)) = scored.first() else { return Fit::None };
        let is_rival = |(other, score): &(u32, Score)| {
            *other != number && score.explained >= best.explained && !self.lacks_all_of(*other, number)
        };
        let rivals: Vec<u32> = match best.faults >= 100 && self.has_mark(number, false) {
            true => rivals.iter().filter(|rival| is_rival(rival)).map(|(other, _)| *other).collect(),
            false => Vec::new(),
        };
        let ahead = scored.get(1).is_none_or(|(_, second)| best.points - second.points >= AHEAD);
        let most_sure = match () {
            () if vague(number) && among.is_none() => self.surest(),
            () if scored.len() == 1 && !best.strange => MOST_PLAUSIBLE,
            () => MOST_SURE,
        };
        if ahead
            && best.faults <= most_sure
            && !best.astray
            && rivals.is_empty()
            && (!blurred || self.has_mark(number, true))
        {
            return Fit::One(number);
        }
        let is_near = |of: &Score| {
            best.points - of.points < 2 * AHEAD || of.faults <= best.faults && of.explained >= best.explained
        };
        let mut near: Vec<u32> =
            scored.iter().filter(|(_, of)| is_near(of)).map(|(number, _)| *number).collect();
        let others: Vec<u32> = rivals.iter().copied().filter(|rival| !near.contains(rival)).collect();
        near.extend(others);
        match *near {
            [number] => Fit::Unsure(number),
            _ => Fit::Several(near),
        }
    }

    /// The events that the body may be, before its members are weighed.
    fn candidates(&self, among: Option<&[&'c EventType<'c>]>) -> Candidates {
        let mut named = Vec::new();
        let (mut stray, mut blurred) = (0, false);
        let placed = self.placed(&mut stray, &mut blurred);
        self.named(&mut named);
        // Values imitate names: where a text at a telling place says otherwise, that counts.
        if let Some(placed) = &placed {
            named.retain(|number| placed.contains(number));
        }
        let is_named = !named.is_empty();
        let mut numbers = if is_named { named } else { placed.unwrap_or_else(|| self.rare()) };
        if among.is_some() {
            let is_among = |number: &u32| {
                self.outlines.events.get(*number as usize).is_some_and(|of| is_among(of, among))
            };
            numbers.retain(is_among);
            if numbers.is_empty() {
                numbers = (0..self.outlines.events.len() as u32).filter(is_among).collect();
            }
        }
        Candidates { numbers, is_named, stray, blurred }
    }

    /// The best of the candidates with their scores, the best first; `stray` is a fault of all of them.
    fn scored(&mut self, candidates: Vec<u32>, stray: i32) -> Vec<(u32, Score)> {
        let mut scored: Vec<(u32, Score)> = Vec::new();
        let keys = self.outlines.key_sets.keys(self.root().iter().map(|(name, _)| *name));
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
        for (number, score) in &mut scored {
            if !is_clear {
                *score = self.best(*number, LEVELS);
            }
            score.faults += stray;
            // A text that no event has at a telling place is perhaps that of one which the catalog does not have.
            score.astray |= stray > 0;
        }
        by_points(&mut scored);
        scored
    }

    /// The faults that an event has at least, by the keys at the root alone.
    fn least_faults(&self, number: u32, keys: &Keys) -> i32 {
        let Some(of) = self.outlines.events.get(number as usize) else { return i32::MAX };
        let wrong = |at: u32| self.outlines.key_sets.least_wrong((of.key_set + at) as usize, keys);
        let least = (0..of.count).map(wrong).min().unwrap_or_default();
        // What nobody knows is a misspelling at best.
        least as i32 * 100 + keys.unknown as i32 * RENAME_FAULT
    }

    /// The members of the whole body.
    fn root(&self) -> &[(u32, NodeId)] {
        let (start, end) = self.ranges.first().copied().unwrap_or_default();
        self.members.get(start..end).unwrap_or_default()
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

    /// The events that the body names, at a place that they know.
    fn named(&self, found: &mut Vec<u32>) {
        for key in &self.outlines.name_keys {
            let name = self.outlines.names.text(*key).unwrap_or_default();
            let Ok(name) = std::str::from_utf8(name) else { continue };
            let Some(value) = self.document.get(Document::ROOT, name) else { continue };
            let node = self.document.node(value);
            if node.kind != Kind::String || node.end - node.start > super::LONGEST_NAME {
                continue;
            }
            let letters = letters(&self.document.text(node));
            for number in self.outlines.named(&letters) {
                if self.outlines.knowing(*key).binary_search(&number).is_ok() {
                    found.push(number);
                }
            }
        }
    }

    /// The events that the texts at telling places leave, if there are any.
    fn placed(&self, stray: &mut i32, blurred: &mut bool) -> Option<Vec<u32>> {
        let mut left: Option<Vec<u32>> = None;
        for place in &self.outlines.places {
            let Some(value) = self.at(&place.path).or_else(|| self.nearly_at(&place.path)) else { continue };
            let node = self.document.node(value);
            if node.kind != Kind::String {
                *blurred |= place.path.len() == 1;
                continue;
            }
            let text = self.document.text(node);
            let number = self.outlines.names.get(&text);
            let Some((_, events)) = place.events.iter().find(|(of, _)| Some(*of) == number) else {
                if place.path.len() == 1 {
                    *stray = 100;
                }
                continue;
            };
            let fits = |number: &u32| {
                events.binary_search(number).is_ok() || place.free.binary_search(number).is_ok()
            };
            let narrowed: Vec<u32> = match &left {
                Some(left) => left.iter().copied().filter(fits).collect(),
                None => [events, &place.free].into_iter().flatten().copied().collect(),
            };
            if !narrowed.is_empty() {
                left = Some(narrowed);
            }
        }
        left
    }

    /// The events that know a key which few know, and the vague ones.
    fn rare(&self) -> Vec<u32> {
        let count = self.outlines.events.len();
        let mut found: Vec<u32> = Vec::with_capacity(count);
        let few = (count / 8).max(MOST_CANDIDATES);
        for (name, _) in self.root() {
            let knowing = self.outlines.knowing(*name);
            if knowing.len() <= few {
                found.extend(knowing);
            }
        }
        if found.is_empty() {
            let strange = self.strange();
            for &(name, letters) in &self.outlines.root_keys {
                let knowing = self.outlines.knowing(name);
                if knowing.len() <= few && self.nearly(name, letters, &strange).is_some() {
                    found.extend(knowing);
                }
            }
        }
        let members = self.root();
        let known = members.iter().filter(|(name, _)| !self.outlines.knowing(*name).is_empty()).count();
        if found.is_empty() && 2 * known >= members.len() {
            return (0..count as u32).collect();
        }
        let vague = self.outlines.events.iter().enumerate().filter(|(_, of)| of.vague);
        found.extend(vague.map(|(number, _)| number as u32));
        // In the order of the catalog, each once.
        let mut is_found = vec![false; count];
        for number in found {
            if let Some(is_found) = is_found.get_mut(number as usize) {
                *is_found = true;
            }
        }
        (0..count as u32).zip(is_found).filter(|(_, is)| *is).map(|(number, _)| number).collect()
    }

    /// The value at a path, through the first elements of arrays.
    fn at(&self, path: &[u32]) -> Option<NodeId> {
        let mut at = Document::ROOT;
        for key in path {
            if self.document.node(at).kind == Kind::Array {
                at = self.document.elements(at).next()?;
            }
            let name = self.outlines.names.text(*key).and_then(|name| std::str::from_utf8(name).ok())?;
            at = self.document.get(at, name)?;
        }
        Some(at)
    }

    /// The value of a member at the root whose key is nearly the one of a path, and not known itself.
    fn nearly_at(&self, path: &[u32]) -> Option<NodeId> {
        let [key] = path else { return None };
        let letters = suggest::letters_of(self.outlines.names.text(*key)?);
        self.nearly(*key, letters, &self.strange())
    }

    /// The members at the root that no event knows, with their keys and the letters of those.
    fn strange(&self) -> Vec<(u32, String, NodeId)> {
        let mut strange = Vec::new();
        for (name, value) in self.root() {
            if strange.len() < MOST_COMPARED && self.outlines.knowing(*name).is_empty() {
                let key = readable(self.document.inner(self.document.node(value - 1)));
                strange.push((suggest::letters_of(key.as_bytes()), key, *value));
            }
        }
        strange
    }

    /// The first of some members whose key is nearly a known one of these letters.
    fn nearly(&self, key: u32, letters: u32, members: &[(u32, String, NodeId)]) -> Option<NodeId> {
        let key = std::str::from_utf8(self.outlines.names.text(key)?).ok()?;
        let mut near = members.iter().filter(|(others, name, _)| {
            suggest::may_be_near(*others, letters, key) && suggest::near_by_letters(name, key).is_some()
        });
        near.next().map(|(.., value)| *value)
    }

    /// Where the members of an object are: of a repeated key the last value.
    fn range(&mut self, object: NodeId) -> (usize, usize) {
        if let Some(at) = self.listed.get((u64::from(object), 0)) {
            return self.ranges.get(at as usize).copied().unwrap_or_default();
        }
        let start = self.members.len();
        for (key, value) in self.document.members(object).take(MOST_MEMBERS) {
            let text = self.document.text(self.document.node(key));
            let name = self.outlines.names.get(&text).unwrap_or(NONE);
            self.members.push((name, value));
        }
        let range = (start, self.members.len());
        self.listed.set((u64::from(object), 0), self.ranges.len() as u32);
        self.ranges.push(range);
        range
    }

    /// The score of that shape of an event which fits best.
    fn best(&mut self, number: u32, levels: u32) -> Score {
        let root = self.range(Document::ROOT);
        let Some(of) = self.outlines.events.get(number as usize) else { return Score::default() };
        let (first, count) = (of.first, of.count);
        let mut best: Option<Score> = None;
        for outline in first..first + count {
            let score = self.score(root, outline, levels, true);
            if best.is_none_or(|best| score.points > best.points) {
                best = Some(score);
            }
        }
        best.unwrap_or_default()
    }

    fn inner(&mut self, node: NodeId, outline: u32, levels: u32) -> Score {
        let at = match self.document.node(node).kind {
            Kind::Object => node,
            _ => match self.document.elements(node).next() {
                Some(first) if self.document.node(first).kind == Kind::Object => first,
                _ => return Score::default(),
            },
        };
        let key = (u64::from(at), u64::from(outline) << 8 | u64::from(levels));
        if let Some(known) = self.known.get(key) {
            return self.scores.get(known as usize).copied().unwrap_or_default();
        }
        let range = self.range(at);
        let score = self.score(range, outline, levels, false);
        self.known.set(key, self.scores.len() as u32);
        self.scores.push(score);
        score
    }

    /// How well the members of an object fit an outline, to so many levels.
    fn score(&mut self, (start, end): (usize, usize), outline: u32, levels: u32, is_root: bool) -> Score {
        let outlines = self.outlines;
        let members: &[Member] = outlines.members(outline);
        let mut score = Score { members: (end - start) as u32, ..Score::default() };
        let mut met = 0u32;
        let mut met_optional = 0;
        let mut strange: Vec<NodeId> = Vec::new();
        for at in start..end {
            let Some(&(name, value)) = self.members.get(at) else { break };
            let known = members.binary_search_by(|member| member.name.cmp(&name));
            let Some(member) = known.ok().and_then(|at| members.get(at)).filter(|_| name != NONE) else {
                strange.push(value);
                continue;
            };
            if member.required {
                met += 1;
            } else {
                met_optional += 1;
            }
            self.member(&mut score, member, value, levels);
        }
        let required = members.iter().filter(|member| member.required).count() as u32;
        let mut missing = required.saturating_sub(met);
        let absent = if strange.is_empty() { Vec::new() } else { self.absent(members, (start, end)) };
        for (at, value) in strange.into_iter().enumerate() {
            let name = self.document.text(self.document.node(value - 1));
            let number = outlines.names.get(&name);
            let elsewhere = number.is_some_and(|number| !is_root || !outlines.knowing(number).is_empty());
            if at < MOST_COMPARED
                && (!elsewhere || !is_root)
                && let Some(member) = self.renamed(&name, &absent, value)
            {
                missing -= u32::from(member.required).min(missing);
                score.points += RENAMED;
                score.faults += RENAME_FAULT;
                self.member(&mut score, &member, value, levels);
                continue;
            }
            score.strange = true;
            if elsewhere {
                score.points += KNOWN_ELSEWHERE;
                score.faults += 100;
                score.astray = true;
            } else {
                score.points += NEW;
                score.faults += 50;
            }
        }
        score.points += missing as i32 * MISSING;
        score.faults += missing as i32 * 100;
        let optional = members.len() as i32 - required as i32;
        score.points += (optional - met_optional).max(0) * ABSENT;
        score
    }

    fn member(&mut self, score: &mut Score, member: &Member, value: NodeId, levels: u32) {
        let node = self.document.node(value);
        let kind = Kinds::of_node(node, self.document.raw(value));
        if !member.kinds.has(kind) {
            if node.kind == Kind::Null {
                score.explained += 1;
                return;
            }
            score.points += OTHER_KIND;
            score.faults += OTHER_KIND_FAULT;
            return;
        }
        score.points += if member.required { REQUIRED } else { OPTIONAL };
        score.explained += 1;
        if member.values != NONE && node.kind == Kind::String {
            let texts = self.outlines.texts(member.values);
            let text = self.document.text(node);
            match self.outlines.names.get(&text).filter(|number| texts.contains(number)) {
                Some(_) if texts.len() == 1 => score.points += CONSTANT,
                Some(_) => score.points += LISTED,
                None => score.points += OTHER_TEXT,
            }
        }
        if member.inner != NONE && levels > 1 && matches!(node.kind, Kind::Object | Kind::Array) {
            let inner = self.inner(value, member.inner, levels - 1);
            score.points += inner.points * BELOW / 100;
            if 2 * inner.explained < inner.members {
                score.faults += 100;
            }
        }
    }

    /// The members of an outline whose keys an object does not have.
    fn absent(&self, members: &[Member], (start, end): (usize, usize)) -> Vec<Member> {
        let mut there = vec![false; members.len()];
        for (name, _) in self.members.get(start..end).unwrap_or_default() {
            let known = members.binary_search_by(|member| member.name.cmp(name));
            if let Some(there) = known.ok().and_then(|at| there.get_mut(at)) {
                *there = true;
            }
        }
        members.iter().zip(there).filter(|(_, there)| !there).map(|(member, _)| *member).collect()
    }

    /// The absent member that nearly has that key, its value being of a fitting type.
    fn renamed(&self, name: &[u8], absent: &[Member], value: NodeId) -> Option<Member> {
        let name = std::str::from_utf8(name).ok()?;
        let kind = Kinds::of_node(self.document.node(value), self.document.raw(value));
        let mut fitting = absent.iter().filter(|member| member.kinds.has(kind));
        let is_near =
            |known: &[u8]| std::str::from_utf8(known).is_ok_and(|known| suggest::near(name, known).is_some());
        fitting.find(|member| self.outlines.names.text(member.name).is_some_and(is_near)).copied()
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
