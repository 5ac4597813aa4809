//! Many bodies in one call: a body in each line of a text.

use wasm_bindgen::prelude::*;
use wide::i8x16;

use super::{Last, SEVERAL, with_module};
use crate::json::Limits;

/// What is told of the lines, before how many bodies each row of the catalog has: how many lines there were, where the
/// next begins, and of the body that has more to be said of it where it begins, how long it is, and its verdict.
const TOLD: usize = 5;

/// In the flags: every body ends it.
const EVERY: u32 = 1;

/// In the flags: what was counted before counts as well.
const GOES_ON: u32 = 2;

/// Checks the bodies in the lines of a text that was written, from a place in it to its end, until one has more to be
/// said of it: a problem, several events, or with [`EVERY`] anything. What came of the others is counted. Where in memory the numbers are, see [`TOLD`]: the body that ended it has no length where none did,
/// and is else the one that `report` is about.
///
/// A hint of so many bytes stands behind the text. It may decide, or only narrows.
#[wasm_bindgen]
pub fn check_lines(
    from: usize,
    to: usize,
    max_bytes: u32,
    max_depth: u32,
    hint_length: usize,
    hint_decides: bool,
    flags: u32,
) -> usize {
    with_module(|module| {
        let rows = module.catalog.row_count();
        let mut told = std::mem::take(&mut module.lines);
        let [every, goes_on] = [EVERY, GOES_ON].map(|flag| flags & flag != 0);
        if !goes_on {
            told.clear();
        }
        told.resize(TOLD + rows, 0);
        let (mut lines, mut at, mut ended) = (0, from, [0; 3]);
        while at < to {
            let rest = module.body.get(at..to).unwrap_or_default();
            let line = rest.get(..line_end(rest)).unwrap_or_default();
            let body = without_space(line);
            let (start, length) = (at, body.len());
            at += line.len() + 1;
            lines += 1;
            if length == 0 {
                continue;
            }
            let limits = Limits { max_bytes, max_depth };
            let asked = Last { start, length, hint_at: to, hint_length, hint_decides, limits, ..Last::NONE };
            let verdict = module.judge(asked).unwrap_or(u32::MAX);
            let row = (verdict & u32::from(u16::MAX)) as usize;
            match told.get_mut(TOLD + row).filter(|_| !every && verdict < SEVERAL) {
                Some(count) => *count += 1,
                None => {
                    ended = [start as u32, length as u32, verdict];
                    break;
                }
            }
        }
        let numbers = [lines, at.min(to) as u32].into_iter().chain(ended);
        for (place, number) in told.iter_mut().zip(numbers) {
            *place = number;
        }
        module.lines = told;
        module.lines.as_ptr() as usize
    })
    .unwrap_or_default()
}

/// A line without the white space at its end.
fn without_space(mut line: &[u8]) -> &[u8] {
    while let [before @ .., b' ' | b'\t' | b'\r'] = line {
        line = before;
    }
    line
}

/// Where the first line of a text ends: at its line feed, or with the text.
fn line_end(text: &[u8]) -> usize {
    let (blocks, rest) = text.as_chunks::<16>();
    for (at, block) in blocks.iter().enumerate() {
        let feeds = crate::json::block(block).simd_eq(i8x16::splat(b'\n' as i8)).to_bitmask();
        if feeds != 0 {
            return at * 16 + feeds.trailing_zeros() as usize;
        }
    }
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    text.len() - rest.len() + end
}
