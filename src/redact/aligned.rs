//! A body in another notation than JSON: what it is in JSON is redacted, and what became of each string and number there
//! is written where that stands in the text.

use super::characters::put;
use super::inside::by_words;
use super::words::{Standing, Words};
use crate::json::{Kind, Limits, Reader, mend};
use crate::recognize::Hint;

/// Replaces what is in a text that is a body, which in JSON is this; whether that is what became of it, else it is as it
/// was.
pub(super) fn replace(
    words: &Words<'_, '_>,
    text: &mut [u8],
    json: &[u8],
    hint: Hint<'_>,
    levels: u32,
) -> bool {
    let mut reader = Reader::new();
    let mut redacted = json.to_vec();
    let limits = Limits { max_bytes: u32::MAX, ..Limits::DEFAULT };
    let Ok(document) = reader.read(json, limits) else { return false };
    words.redactor.document(&mut redacted, hint, levels);
    let before = text.to_vec();
    let mut spans = Vec::new();
    let mut finder = Finder { text: &before, at: 0, room: MOST_LOOKS * before.len() };
    for node in document.nodes() {
        let quote = match node.kind {
            Kind::String => 1,
            Kind::Number => 0,
            _ => continue,
        };
        let inner = node.start as usize + quote..node.end as usize - quote;
        let old = json.get(inner.clone()).unwrap_or_default();
        let Some(start) = finder.find(old) else {
            put(text, &before);
            return false;
        };
        put(text.get_mut(start..finder.at).unwrap_or_default(), redacted.get(inner).unwrap_or_default());
        spans.push(start..finder.at);
    }
    let code = Words { is_code: true, ..*words };
    by_words(&code, text, &spans, Standing { levels: 0, ..Standing::default() });
    let around = mend::around(text, Limits::DEFAULT, true);
    let is = around.is_some_and(
        |around| matches!(around.bodies.as_slice(), [body] if body.text.as_ref() == Some(&redacted)),
    );
    if !is {
        put(text, &before);
    }
    is
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
