//! The steps of a pattern × a text → whether it matches: all ways through the steps at once, code point by code
//! point, each step at most once for each. There is no going back, so nothing takes longer than all of the steps
//! for all of the text.

use std::collections::VecDeque;

use super::{ENDLESS, Op, Pattern, Ranges};

/// In place of a code point where the text starts and ends; in place of a step, that the text matches.
const NOTHING: u32 = u32::MAX;

impl Pattern<'_> {
    /// Whether it matches a text, or a part of it. The text is UTF-8, in which halves of surrogate pairs are
    /// code points as well.
    #[must_use]
    pub fn is_match(&self, text: &[u8]) -> bool {
        self.matches(text, &mut u64::MAX.clone())
    }

    /// The same in so many steps at most, which are counted down: where none is left, it is not known.
    pub(crate) fn matches(&self, text: &[u8], left: &mut u64) -> bool {
        let mut place = Place { before: NOTHING, after: NOTHING, rest: text };
        place.go_on();
        if !matches!(self.ops.first(), Some(Op::Start)) {
            return self.all_ways(place, 0, true, left);
        }
        match self.one_way(&mut place) {
            Ok(is) => is,
            Err(step) => self.all_ways(place, step, false, left),
        }
    }

    /// Goes on from the start of the text as long as there is one way only, as in most patterns there is to their
    /// end: that takes no memory. Where there are several, the step that they start from.
    fn one_way(&self, place: &mut Place<'_>) -> Result<bool, u32> {
        let (mut at, mut times, mut first) = (0, 0, *place);
        loop {
            at = match self.op(at) {
                Op::Jump(to) => at.wrapping_add_signed(to),
                Op::Split(to) => {
                    let other = at.wrapping_add_signed(to);
                    match (self.goes_on(at + 1, place), self.goes_on(other, place)) {
                        (Some(true), Some(false)) => at + 1,
                        (Some(false), Some(true)) => other,
                        (Some(false), Some(false)) => return Ok(false),
                        _ => return Err(at),
                    }
                }
                Op::Repeat { bounds, .. } => {
                    let (least, most) = self.bounds(bounds);
                    if times == 0 {
                        first = *place;
                    }
                    let again = times < most && self.goes_on(at + 1, place) == Some(true);
                    match if times < least { Some(false) } else { self.goes_on(at + 2, place) } {
                        Some(false) if again => {
                            place.go_on();
                            times += 1;
                            at
                        }
                        Some(true) if !again => {
                            times = 0;
                            at + 2
                        }
                        Some(false) => return Ok(false),
                        _ => {
                            *place = first;
                            return Err(at);
                        }
                    }
                }
                Op::Match => return Ok(true),
                op => {
                    if !self.holds(op, place) {
                        return Ok(false);
                    }
                    if takes(op) {
                        place.go_on();
                    }
                    at + 1
                }
            }
        }
    }

    /// Whether there is a way on from a step, where the step itself says so.
    #[inline(never)]
    fn goes_on(&self, at: u32, place: &Place<'_>) -> Option<bool> {
        let op = match self.op(at) {
            Op::Repeat { bounds, .. } if self.bounds(bounds).0 > 0 => self.op(at + 1),
            op => op,
        };
        (takes(op) || matches!(op, Op::End)).then(|| self.holds(op, place))
    }

    /// Goes all ways at once from a step on; where it is `anywhere`, also from each place after.
    fn all_ways(&self, place: Place<'_>, step: u32, anywhere: bool, left: &mut u64) -> bool {
        let mut run = Run {
            pattern: *self,
            place,
            number: 1,
            marks: vec![0; self.ops.len()],
            next: Vec::new(),
            stack: Vec::new(),
            counts: Vec::new(),
            met: 0,
        };
        let mut steps = Vec::new();
        loop {
            if (run.number == 1 || anywhere) && run.meets(step) {
                return true;
            }
            if run.place.after == NOTHING || run.next.is_empty() && !anywhere {
                return false;
            }
            std::mem::swap(&mut steps, &mut run.next);
            run.next.clear();
            *left = left.saturating_sub(run.met.max(1));
            if *left == 0 {
                return false;
            }
            run.met = 0;
            if run.takes(&steps) {
                return true;
            }
        }
    }

    /// What is left out is a step that nothing fits.
    fn op(&self, at: u32) -> Op {
        self.ops.get(at as usize).copied().unwrap_or(Op::In(Ranges { start: 0, count: 0 }))
    }

    fn bounds(&self, at: u16) -> (u32, u32) {
        self.ranges.get(usize::from(at)).copied().unwrap_or_default()
    }

    /// Whether a step that takes a code point takes the next one, and what another says of the place is so.
    #[inline(never)]
    fn holds(&self, op: Op, place: &Place<'_>) -> bool {
        let is_word =
            |code: u32| u8::try_from(code).is_ok_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let has = |Ranges { start, count }: Ranges| {
            let ranges = self.ranges.get(usize::from(start)..usize::from(start) + usize::from(count));
            ranges.unwrap_or_default().iter().any(|(first, last)| (*first..=*last).contains(&place.after))
        };
        match op {
            Op::Char(code) => place.after == code,
            Op::In(ranges) => has(ranges),
            Op::NotIn(ranges) => !has(ranges) && place.after != NOTHING,
            Op::Start => place.before == NOTHING,
            Op::End => place.after == NOTHING,
            Op::Boundary(is) => (is_word(place.before) != is_word(place.after)) == is,
            _ => true,
        }
    }
}

/// Whether a step takes a code point.
fn takes(op: Op) -> bool {
    matches!(op, Op::Char(_) | Op::In(_) | Op::NotIn(_))
}

/// A place in a text: the code points before and after it, and what is after that.
#[derive(Clone, Copy)]
struct Place<'t> {
    before: u32,
    after: u32,
    rest: &'t [u8],
}

impl Place<'_> {
    /// Goes to the next place. Bytes that are no code point stand for themselves.
    #[inline(never)]
    fn go_on(&mut self) {
        self.before = self.after;
        let Some((&first, rest)) = self.rest.split_first() else {
            self.after = NOTHING;
            return;
        };
        (self.after, self.rest) = (u32::from(first), rest);
        let more = match first {
            ..0xc0 => return,
            0xc0..0xe0 => 1,
            0xe0..0xf0 => 2,
            0xf0.. => 3,
        };
        if let Some((bytes, rest)) = rest.split_at_checked(more) {
            let start = u32::from(first) & (0x3f >> more);
            self.after = bytes.iter().fold(start, |code, byte| code << 6 | u32::from(byte & 0x3f));
            self.rest = rest;
        }
    }
}

struct Run<'p> {
    pattern: Pattern<'p>,
    place: Place<'p>,
    /// The number of the place, from 1 on: a step that was not met yet was last met at 0.
    number: u32,
    /// For each step the number of the place at which it was last met.
    marks: Vec<u32>,
    /// The steps that take the code point after this place.
    next: Vec<u32>,
    /// Steps still to be met.
    stack: Vec<u32>,
    counts: Vec<Count>,
    /// How many steps were met since they were last counted.
    met: u64,
}

/// What is known of a repetition of one code point.
#[derive(Default)]
struct Count {
    /// The places where it began, from the first to the last.
    starts: VecDeque<u32>,
    /// The place at which it was last put among the steps that take the code point after.
    listed: u32,
}

impl Run<'_> {
    /// Goes to the next place with the steps that take the code point before it; whether that is a match.
    fn takes(&mut self, steps: &[u32]) -> bool {
        let place = self.place;
        self.place.go_on();
        self.number += 1;
        for &at in steps {
            let on = match self.pattern.op(at) {
                Op::Repeat { number, bounds } => {
                    let is = self.pattern.holds(self.pattern.op(at + 1), &place);
                    self.repeats(is, at, number, bounds).then_some(at + 2)
                }
                op => self.pattern.holds(op, &place).then_some(at + 1),
            };
            if let Some(on) = on
                && self.meets(on)
            {
                return true;
            }
        }
        false
    }

    /// Whether a repetition may end after a code point that it takes or not. It goes on where it may be longer.
    #[inline(never)]
    fn repeats(&mut self, is: bool, at: u32, number: u16, bounds: u16) -> bool {
        let ((least, most), here) = (self.pattern.bounds(bounds), self.number);
        let Some(Count { starts, listed }) = self.counts.get_mut(usize::from(number)) else { return false };
        // What begins here has nothing to do with the code point before.
        while let Some(start) = starts.front().copied()
            && start < here
            && (!is || here - start > most)
        {
            starts.pop_front();
        }
        if most == ENDLESS {
            // What began first is as far as all others will ever be.
            starts.truncate(1);
        }
        let Some(first) = starts.front().copied() else { return false };
        if *listed < here {
            *listed = here;
            self.next.push(at);
        }
        first < here && here - first >= least
    }

    /// Goes to a step, and on to all that take the next code point; whether one of them is the match.
    #[inline(never)]
    fn meets(&mut self, step: u32) -> bool {
        let mut at = step;
        loop {
            let on = self.meet(at);
            match on.or_else(|| self.stack.pop()) {
                Some(NOTHING) => return true,
                Some(on) => at = on,
                None => return false,
            }
        }
    }

    /// Meets a step, for the first time at this place; the step that is met next.
    fn meet(&mut self, at: u32) -> Option<u32> {
        let mark = self.marks.get_mut(at as usize)?;
        if *mark == self.number {
            return None;
        }
        *mark = self.number;
        self.met += 1;
        match self.pattern.op(at) {
            Op::Repeat { number, bounds } => {
                while self.counts.len() <= usize::from(number) {
                    self.counts.push(Count::default());
                }
                let Count { starts, listed } = self.counts.get_mut(usize::from(number))?;
                starts.push_back(self.number);
                if *listed < self.number {
                    *listed = self.number;
                    self.next.push(at);
                }
                (self.pattern.bounds(bounds).0 == 0).then_some(at + 2)
            }
            Op::Split(to) => {
                self.stack.push(at.wrapping_add_signed(to));
                Some(at + 1)
            }
            Op::Jump(to) => Some(at.wrapping_add_signed(to)),
            Op::Match => Some(NOTHING),
            op if takes(op) => {
                self.next.push(at);
                None
            }
            op => self.pattern.holds(op, &self.place).then_some(at + 1),
        }
    }
}
