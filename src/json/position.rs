//! Byte offset → line, column and UTF-16 offset, computed only when a problem is reported.

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

    /// The position of a byte offset; one before the last asked for is found from the start again.
    pub fn of(&mut self, offset: u32) -> Position {
        let target = (offset as usize).min(self.body.len());
        if target < self.at {
            *self = Positions::new(self.body);
        }
        let stretch = self.body.get(self.at..target).unwrap_or_default();
        let mut rest = stretch;
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            let (line, after) = rest.split_at(end + 1);
            self.at += line.len();
            self.offset += units(line);
            rest = after;
            let crlf = line.last() == Some(&b'\r') && self.body.get(self.at) == Some(&b'\n');
            if !crlf {
                self.line += 1;
                self.line_start = self.offset;
            }
        }
        self.at += rest.len();
        self.offset += units(rest);
        Position { offset: self.offset, line: self.line, column: self.offset - self.line_start + 1 }
    }
}

/// How many UTF-16 code units a stretch of UTF-8 is: one for each character, a second for each of
/// four bytes.
fn units(text: &[u8]) -> u32 {
    text.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum()
}
