//! How well an object fits the outline of an event: each member counts for it or against it, less the deeper it stands.

use super::super::MOST_COMPARED;
use super::Fitter;
use crate::catalog::outline::{Member, NONE};
use crate::json::{Kind, NodeId};
use crate::shape::Kinds;
use crate::suggest;

/// So many members of an object are looked at.
const MOST_MEMBERS: usize = 512;

// What a member counts, in hundredths.
pub(super) const REQUIRED: i32 = 100;
const OPTIONAL: i32 = 70;
pub(super) const CONSTANT: i32 = 100;
const LISTED: i32 = 50;
const OTHER_KIND: i32 = -50;
const OTHER_TEXT: i32 = -50;
const RENAMED: i32 = -40;
pub(super) const MISSING: i32 = -200;
const ABSENT: i32 = -3;
pub(super) const KNOWN_ELSEWHERE: i32 = -200;
const NEW: i32 = -100;

/// What the members of an object count in the level below, of a hundred.
const BELOW: i32 = 30;

// Faults, in hundredths.
pub(super) const RENAME_FAULT: i32 = 25;
pub(super) const OTHER_KIND_FAULT: i32 = 50;

/// How well an object fits an outline.
#[derive(Clone, Copy, Default)]
pub(super) struct Score {
    /// In hundredths.
    pub points: i32,
    /// Members that are as they should be, of all.
    pub explained: u32,
    pub members: u32,
    pub faults: i32,
    /// Whether a key is there that other events know.
    pub astray: bool,
    /// Whether a key is there that it does not know.
    pub strange: bool,
}

impl Fitter<'_, '_> {
    /// The members of the whole body.
    pub(super) fn root(&self) -> &[(u32, NodeId)] {
        let (start, end) = self.ranges.first().copied().unwrap_or_default();
        self.members.get(start..end).unwrap_or_default()
    }

    /// Where the members of an object are: of a repeated key the last value.
    pub(super) fn range(&mut self, object: NodeId) -> (usize, usize) {
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
    pub(super) fn best(&mut self, number: u32, levels: u32) -> Score {
        let root = self.ranges.first().copied().unwrap_or_default();
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
        // Of the required members how many are there, misspelled ones too, and of the others.
        let (mut met, mut met_optional) = (0, 0);
        let mut strange = 0;
        let mut absent = None;
        for at in start..end {
            let Some(&(name, value)) = self.members.get(at) else { break };
            if let Some(member) = find(members, name) {
                let count = if member.required { &mut met } else { &mut met_optional };
                *count += 1;
                self.member(&mut score, member, value, levels);
                continue;
            }
            strange += 1;
            let elsewhere = name != NONE && (!is_root || !outlines.knowing(name).is_empty());
            if strange <= MOST_COMPARED && (!elsewhere || !is_root) {
                let absent = absent.get_or_insert_with(|| self.absent(members, (start, end)));
                if let Some(member) = self.renamed(absent, value) {
                    met += u32::from(member.required);
                    score.points += RENAMED;
                    score.faults += RENAME_FAULT;
                    self.member(&mut score, &member, value, levels);
                    continue;
                }
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
        let required = members.iter().filter(|member| member.required).count() as u32;
        let missing = required.saturating_sub(met) as i32;
        score.points += missing * MISSING;
        score.faults += missing * 100;
        let absent = (members.len() as u32 - required).saturating_sub(met_optional) as i32;
        score.points += absent * ABSENT;
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
    fn renamed(&self, absent: &[Member], value: NodeId) -> Option<Member> {
        let name = self.document.text(self.document.node(value - 1));
        let name = std::str::from_utf8(&name).ok()?;
        let kind = Kinds::of_node(self.document.node(value), self.document.raw(value));
        let mut fitting = absent.iter().filter(|member| member.kinds.has(kind));
        let is_near =
            |known: &[u8]| std::str::from_utf8(known).is_ok_and(|known| suggest::near(name, known).is_some());
        fitting.find(|member| self.outlines.names.text(member.name).is_some_and(is_near)).copied()
    }
}

/// The member of that key in an outline.
fn find(members: &[Member], name: u32) -> Option<&Member> {
    let at = members.binary_search_by(|member| member.name.cmp(&name)).ok()?;
    members.get(at)
}
