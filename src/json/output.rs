//! Text that is put together of many short pieces. A `Vec` asks for room with every piece and copies it by a
//! call; here the room is there already, and most pieces are copied by a few instructions.

/// What was written so far, and room after it.
#[derive(Debug)]
pub(crate) struct Output {
    bytes: Vec<u8>,
    length: usize,
}

impl Output {
    pub const fn new() -> Self {
        Output { bytes: Vec::new(), length: 0 }
    }

    pub fn push(&mut self, bytes: &[u8]) {
        let end = self.length + bytes.len();
        if end > self.bytes.len() {
            self.grow(end);
        }
        if let Some(room) = self.bytes.get_mut(self.length..end) {
            copy(room, bytes);
        }
        self.length = end;
    }

    /// A JSON string of a text that is JSON as it stands, and what follows it.
    pub fn string(&mut self, text: &[u8], after: u8) {
        let end = self.length + text.len() + 3;
        if end > self.bytes.len() {
            self.grow(end);
        }
        if let Some([before, room @ .., quote, last]) = self.bytes.get_mut(self.length..end) {
            (*before, *quote, *last) = (b'"', b'"', after);
            copy(room, text);
        }
        self.length = end;
    }

    /// As [`Output::string`], of a part of a longer text: what is behind the part is copied along with it and written
    /// over by what comes next.
    pub fn string_in(&mut self, text: &[u8], start: usize, length: usize, after: u8) {
        let blocks = length.div_ceil(16);
        let end = self.length + length + 3;
        if end + 16 > self.bytes.len() {
            self.grow(end + 16);
        }
        let Some(from) = text.get(start..start + blocks * 16) else {
            return self.string(text.get(start..start + length).unwrap_or_default(), after);
        };
        if let Some([before, room @ ..]) = self.bytes.get_mut(self.length..) {
            *before = b'"';
            for (to, from) in room.as_chunks_mut::<16>().0.iter_mut().zip(from.as_chunks().0) {
                *to = *from;
            }
            if let Some([quote, last, ..]) = room.get_mut(length..) {
                (*quote, *last) = (b'"', after);
            }
        }
        self.length = end;
    }

    #[inline(always)]
    pub fn byte(&mut self, byte: u8) {
        if let Some(room) = self.bytes.get_mut(self.length) {
            *room = byte;
            self.length += 1;
        } else {
            self.push(&[byte]);
        }
    }

    /// Ends a list, each part of which has a comma after it.
    pub fn end(&mut self, bracket: u8) {
        if self.bytes().last() == Some(&b',') {
            self.length -= 1;
        }
        self.byte(bracket);
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, least: usize) {
        self.bytes.resize(least.saturating_mul(2).max(64), 0);
    }

    pub fn len(&self) -> usize {
        self.length
    }

    /// Forgets what was written after so many bytes.
    pub fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
    }

    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Copies bytes to a place of the same length; the last ones overlap those before.
#[inline(always)]
fn copy(to: &mut [u8], from: &[u8]) {
    if !ends::<16>(to, from) && !ends::<8>(to, from) && !ends::<4>(to, from) {
        for (to, from) in to.iter_mut().zip(from) {
            *to = *from;
        }
    } else if from.len() > 32 {
        for (to, from) in to.as_chunks_mut::<16>().0.iter_mut().zip(from.as_chunks().0).skip(1) {
            *to = *from;
        }
    }
}

/// Copies the first bytes and the last, where there are so many.
#[inline(always)]
fn ends<const N: usize>(to: &mut [u8], from: &[u8]) -> bool {
    let (Some(first), Some(last)) = (from.first_chunk::<N>(), from.last_chunk::<N>()) else { return false };
    if let Some(to) = to.first_chunk_mut() {
        *to = *first;
    }
    if let Some(to) = to.last_chunk_mut() {
        *to = *last;
    }
    true
}
