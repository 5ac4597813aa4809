//! A body in another notation than JSON: what it is in JSON is redacted, and what became of each string and number there
//! is written where that stands in the text.

use std::ops::Range;

use super::characters::put;
use super::inside::by_words;
use super::words::{self, Words};
use crate::json::{Kind, Limits, Reader, mend};
use crate::recognize::Hint;

/// A body in a text, where it starts and ends there, and what it is in JSON.
pub(super) struct Standing<'t> {
    pub place: Range<usize>,
    pub json: &'t [u8],
    /// Whether it is the only one.
    pub is_only: bool,
}

/// Replaces what is in a body in a text; whether the text then has the body that is to come of it, else it is as it was.
pub(super) fn replace(
    words: &Words<'_, '_>,
    text: &mut [u8],
    Standing { place, json, is_only }: Standing<'_>,
    hint: Hint<'_>,
    levels: u32,
) -> bool {
    let before = text.get(place.clone()).unwrap_or_default().to_vec();
    let mut redacted = json.to_vec();
    words.redactor.document(&mut redacted, hint, levels);
    let body = text.get_mut(place.clone()).unwrap_or_default();
    let is_written = write(words, body, &before, json, &redacted);
    // Of several, each is looked at by itself.
    let looked_at = if is_only { &*text } else { text.get(place.clone()).unwrap_or_default() };
    let is = |around: mend::Around| matches!(around.bodies.as_slice(), [body] if body.text.as_ref() == Some(&redacted));
    if is_written && mend::around(looked_at, Limits::DEFAULT, true).is_some_and(is) {
        return true;
    }
    put(text.get_mut(place).unwrap_or_default(), &before);
    false
}

/// Writes what became of each string and each number of a document where that stands in a body, and replaces what is
/// between them; whether all were found.
fn write(words: &Words<'_, '_>, body: &mut [u8], before: &[u8], json: &[u8], redacted: &[u8]) -> bool {
    let mut reader = Reader::new();
    let limits = Limits { max_bytes: u32::MAX, ..Limits::DEFAULT };
    let Ok(document) = reader.read(json, limits) else { return false };
    let mut spans = Vec::new();
    let mut finder = Finder { text: before, at: 0, room: MOST_LOOKS * before.len() };
    for node in document.nodes() {
        let quote = match node.kind {
            Kind::String => 1,
            Kind::Number => 0,
            _ => continue,
        };
        let inner = node.start as usize + quote..node.end as usize - quote;
        let Some(start) = finder.find(json.get(inner.clone()).unwrap_or_default()) else { return false };
        put(body.get_mut(start..finder.at).unwrap_or_default(), redacted.get(inner).unwrap_or_default());
        spans.push(start..finder.at);
    }
    let code = Words { is_code: true, ..*words };
    by_words(&code, body, &spans, words::Standing::default());
    true
}

/// Goes through a text from part to part.
struct Finder<'t> {
    text: &'t [u8],
    at: usize,
    /// How many bytes may still be looked at.
    room: usize,
}

/// All bytes are looked at so many times.
const MOST_LOOKS: usize = 8;

impl Finder<'_> {
    /// Where a string or a number is, with no letter and no digit beside it.
    fn find(&mut self, part: &[u8]) -> Option<usize> {
        let (Some(first), Some(last)) = (part.first(), part.last()) else { return Some(self.at) };
        let is_letter = |at: usize| self.text.get(at).is_some_and(u8::is_ascii_alphanumeric);
        let mut start = self.at;
        loop {
            let rest = self.text.get(start..)?;
            let same = rest.iter().zip(part).take_while(|(byte, of)| byte == of).count();
            self.room = self.room.checked_sub(same + 1)?;
            let end = start + same;
            let is_cut = first.is_ascii_alphanumeric() && start > self.at && is_letter(start - 1)
                || last.is_ascii_alphanumeric() && is_letter(end);
            if same == part.len() && !is_cut {
                self.at = end;
                return Some(start);
            }
            start += 1 + rest.iter().skip(1).position(|byte| byte == first)?;
        }
    }
}
