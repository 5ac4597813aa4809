//! Byte offset → line, column and UTF-16 offset, computed only when a problem is reported.

use wide::i8x16;

use super::block;

/// A place in the text as people and JavaScript count it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// UTF-16 code units before it, a byte order mark included.
    pub offset: u32,
    /// 1 for the first line. LF, CR LF and a lone CR end a line.
    pub line: u32,
    /// UTF-16 code units since the line's start, plus 1.
    pub column: u32,
}

/// Walks a body once, from each asked offset to the next.
#[derive(Debug)]
pub struct Positions<'a> {
    body: &'a [u8],
    at: usize,
    offset: u32,
    line: u32,
    line_start: u32,
}

impl<'a> Positions<'a> {
    /// At the start of a body.
    #[must_use]
    pub fn new(body: &'a [u8]) -> Self {
        Positions { body, at: 0, offset: 0, line: 1, line_start: 0 }
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &'a [u8] {
        self.body
    }

    /// The position of a byte offset; one before the last asked for is found from the start again.
    #[inline(never)]
    pub fn of(&mut self, offset: u32) -> Position {
        let target = (offset as usize).min(self.body.len());
        if target < self.at {
            *self = Positions::new(self.body);
        }
        while self.at < target {
            let rest = self.body.get(self.at..).unwrap_or_default();
            let bytes = match rest.first_chunk::<16>() {
                Some(bytes) => *bytes,
                None => {
                    let mut bytes = [0; 16];
                    bytes.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
                    bytes
                }
            };
            let bytes = block(&bytes);
            let is = |byte: u8| bytes.simd_eq(i8x16::splat(byte as i8));
            let feeds = is(b'\n').to_bitmask();
            let length = target - self.at;
            if length >= 16 && (bytes | is(b'\r')).to_bitmask() == 0 {
                // As nearly all are: ASCII, without a CR.
                if feeds != 0 {
                    self.line += feeds.count_ones();
                    self.line_start = self.offset + 32 - feeds.leading_zeros();
                }
                self.offset += 16;
                self.at += 16;
                continue;
            }
            // A CR before a LF ends no line; the LF may be the first byte of the next block.
            let next = u32::from(rest.get(16) == Some(&b'\n'));
            let ends = feeds | is(b'\r').to_bitmask() & !(feeds >> 1 | next << 15);
            // A bit for each character, and one for the second unit of each of four bytes. As signed
            // bytes, what continues a character is below -64, and what starts one of four is -16 to -1.
            let units = bytes.simd_gt(i8x16::splat(-65)).to_bitmask();
            let seconds = (bytes.simd_gt(i8x16::splat(-17)) & bytes.simd_lt(i8x16::splat(0))).to_bitmask();
            let wanted = !(!0 << length.min(16));
            let count = |among: u32| (units & among).count_ones() + (seconds & among).count_ones();
            let ends = ends & wanted;
            if ends != 0 {
                self.line += ends.count_ones();
                self.line_start = self.offset + count(!0 >> ends.leading_zeros());
            }
            self.offset += count(wanted);
            self.at = target.min(self.at + 16);
        }
        Position { offset: self.offset, line: self.line, column: self.offset - self.line_start + 1 }
    }
}

/// The UTF-16 code units of the text that a decoder of UTF-8 makes of bytes.
pub(crate) fn units(mut bytes: &[u8]) -> u32 {
    let mut units = 0;
    loop {
        let (text, wrong) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(wrong) => {
                let text = bytes.get(..wrong.valid_up_to()).unwrap_or_default();
                (std::str::from_utf8(text).unwrap_or_default(), Some(wrong))
            }
        };
        units += text.encode_utf16().count() as u32;
        let Some(wrong) = wrong else { return units };
        units += 1;
        let length = wrong.error_len().unwrap_or(bytes.len());
        bytes = bytes.get(text.len() + length..).unwrap_or_default();
    }
}
