//! Edits that a text has had, and where what stands in it now stood before.

use super::{Edit, SyntaxProblem};

/// An edit that a text has had: the place in the body as it came, and how many bytes stand there now.
#[derive(Clone, Copy)]
pub(super) struct Mend {
    start: u32,
    end: u32,
    length: usize,
}

impl Mend {
    pub fn of(edit: &Edit) -> Self {
        Mend { start: edit.start, end: edit.end, length: edit.text.len() }
    }
}

/// The edits that a text has had, in the order of their places.
#[derive(Default)]
pub(super) struct Mended(Vec<Mend>);

impl Mended {
    /// Changes the places of a problem of the mended text to those of the body. A fix of what is itself
    /// a fix is left out.
    pub fn restore(&self, problem: &mut SyntaxProblem) {
        let empty = problem.start == problem.end;
        problem.start = self.original(problem.start, false, false);
        problem.end = self.original(problem.end, !empty, false).max(problem.start);
        if let Some(fix) = &mut problem.fix {
            let insertion = fix.start == fix.end;
            (fix.start, fix.end) =
                (self.original(fix.start, insertion, true), self.original(fix.end, true, true));
            let apart = self.0.iter().all(|edit| edit.end <= fix.start || fix.end <= edit.start);
            if fix.start > fix.end || !apart {
                problem.fix = None;
            }
        }
    }

    /// The offset in the body of one in the mended text; at an edit, before it where it `ends` something. Inside what
    /// an edit has put there, it is one of its ends where it is of a fix.
    fn original(&self, offset: u32, ends: bool, of_fix: bool) -> u32 {
        let offset = i64::from(offset);
        let mut grown = 0;
        for edit in &self.0 {
            let (start, length) = (i64::from(edit.start) + grown, edit.length as i64);
            if offset < start || ends && offset == start {
                break;
            }
            if offset < start + length {
                return match ends {
                    true => edit.end,
                    false if of_fix => edit.start,
                    false => edit.end.min(edit.start + (offset - start) as u32),
                };
            }
            grown += length - i64::from(edit.end - edit.start);
        }
        (offset - grown) as u32
    }

    pub fn add(&mut self, edit: Mend) {
        let after = |other: &Mend| (other.start, other.end) > (edit.start, edit.end);
        let place = self.0.iter().position(after).unwrap_or(self.0.len());
        insert(&mut self.0, place, edit);
    }
}

/// Puts an item where it belongs in a short list. It has no place at which it would panic, which the standard
/// library's has.
pub(super) fn insert<T>(list: &mut Vec<T>, at: usize, item: T) {
    list.push(item);
    for last in (at..list.len() - 1).rev() {
        if let Ok([item, next]) = list.get_disjoint_mut([last, last + 1]) {
            std::mem::swap(item, next);
        }
    }
}
