//! Byte offset → line, column and UTF-16 offset, computed only when a problem is reported.

use wide::i8x16;

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

    /// Whether a line ends at an offset of LF or CR: not between the two.
    fn ends_line(&self, at: usize) -> bool {
        !(self.body.get(at) == Some(&b'\r') && self.body.get(at + 1) == Some(&b'\n'))
    }

    /// The position of a byte offset; one before the last asked for is found from the start again.
    pub fn of(&mut self, offset: u32) -> Position {
        let target = (offset as usize).min(self.body.len());
        if target < self.at {
            *self = Positions::new(self.body);
        }
        let stretch = self.body.get(self.at..target).unwrap_or_default();
        let (mut lines, mut units, mut last) = (0, 0, None);
        let (blocks, rest) = stretch.as_chunks::<16>();
        for (index, bytes) in blocks.iter().enumerate() {
            let bytes = i8x16::new(bytes.map(|byte| byte as i8));
            units += units_of(bytes);
            let mut ends = (bytes.simd_eq(i8x16::splat(b'\n' as i8))
                | bytes.simd_eq(i8x16::splat(b'\r' as i8)))
            .to_bitmask();
            while ends != 0 {
                let end = self.at + index * 16 + ends.trailing_zeros() as usize;
                if self.ends_line(end) {
                    lines += 1;
                    last = Some(end);
                }
                ends &= ends - 1;
            }
        }
        for (index, byte) in rest.iter().enumerate() {
            units += units_in(&[*byte]);
            let end = self.at + blocks.len() * 16 + index;
            if matches!(byte, b'\n' | b'\r') && self.ends_line(end) {
                lines += 1;
                last = Some(end);
            }
        }
        self.line += lines;
        self.offset += units;
        if let Some(last) = last {
            let after = self.body.get(last + 1..target).unwrap_or_default();
            self.line_start = self.offset - units_in(after);
        }
        self.at = target;
        Position { offset: self.offset, line: self.line, column: self.offset - self.line_start + 1 }
    }
}

/// How many UTF-16 code units sixteen bytes of UTF-8 begin: one for each character, a second for each of
/// four bytes. As signed bytes, what continues a character is below -64, and what starts one of four
/// is from -16 to -1.
fn units_of(bytes: i8x16) -> u32 {
    let starts = bytes.simd_gt(i8x16::splat(-65));
    let fours = bytes.simd_gt(i8x16::splat(-17)) & bytes.simd_lt(i8x16::splat(0));
    starts.to_bitmask().count_ones() + fours.to_bitmask().count_ones()
}

fn units_in(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum()
}
