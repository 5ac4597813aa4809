//! Where what bodies mostly consist of ends: space, and plain strings, integers and words. Sixteen bytes are looked at
//! in one step where there are sixteen; the last few, one by one. For the ends of strings sixty-four are looked at
//! together. All else is for the grammar of the reader.

use wide::i8x16;

use super::document::Kind;

/// Integers of so many digits are held by a double.
pub(super) const MOST_PLAIN_DIGITS: usize = 15;

#[inline(always)]
pub(super) fn peek(body: &[u8], at: usize) -> u8 {
    body.get(at).copied().unwrap_or(0)
}

/// Sixteen bytes side by side.
#[inline(always)]
pub(crate) fn block(bytes: &[u8; 16]) -> i8x16 {
    i8x16::new(bytes.map(|byte| byte as i8))
}

/// Sixteen bytes, where there are sixteen.
#[inline(always)]
pub(super) fn block_at(body: &[u8], at: usize) -> Option<i8x16> {
    body.get(at..)?.first_chunk().map(block)
}

/// Which of sixty-four bytes end a run of plain string text: looked at together, so that where a string ends need not
/// wait for where the one before it did.
pub(super) struct Window {
    from: usize,
    special: u64,
}

/// How many bytes a window has.
const WIDTH: usize = 64;

impl Window {
    /// Of no bytes, at the end of a body.
    #[inline(always)]
    pub fn none(body: &[u8]) -> Window {
        Window { from: body.len(), special: 0 }
    }

    /// The bytes from a place on; `None` where a body has fewer in all.
    #[inline(always)]
    fn at(body: &[u8], from: usize, is: &Splats) -> Option<Window> {
        // The last ones overlap those before.
        let start = from.min(body.len().checked_sub(WIDTH)?);
        let (blocks, _) = body.get(start..start + WIDTH)?.as_chunks::<16>();
        let [a, b, c, d] = blocks else { return None };
        let bits = |bytes: &[u8; 16]| u64::from(is.special(block(bytes)));
        let special = bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48;
        Some(Window { from, special: special >> (from - start) })
    }
}

/// The end of a string of plain ASCII, from its opening quote; `None` for any other, and in a small body.
#[inline(always)]
pub(super) fn plain_string(body: &[u8], start: usize, is: &Splats, window: &mut Window) -> Option<usize> {
    if peek(body, start) != b'"' {
        return None;
    }
    let mut at = start + 1;
    loop {
        let past = at.wrapping_sub(window.from);
        if past < WIDTH {
            let stop = window.special >> past;
            if stop != 0 {
                at += stop.trailing_zeros() as usize;
                return (peek(body, at) == b'"').then_some(at + 1);
            }
            at = window.from + WIDTH;
        }
        if at >= body.len() {
            return None;
        }
        *window = Window::at(body, at, is)?;
    }
}

/// The end of an integer without a sign that a double holds; `None` for any other number.
#[inline(always)]
pub(super) fn plain_integer(body: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    while peek(body, at).is_ascii_digit() {
        at += 1;
    }
    let is_plain = at - start <= MOST_PLAIN_DIGITS && (at == start + 1 || peek(body, start) != b'0');
    (is_plain && !matches!(peek(body, at), b'.' | b'e' | b'E')).then_some(at)
}

/// What a value is that is a word, and how long it is.
#[inline(always)]
pub(super) fn word(body: &[u8], at: usize) -> Option<(Kind, usize)> {
    let rest = body.get(at..)?;
    match rest.first_chunk()? {
        b"true" => Some((Kind::True, 4)),
        b"null" => Some((Kind::Null, 4)),
        b"fals" if rest.get(4) == Some(&b'e') => Some((Kind::False, 5)),
        _ => None,
    }
}

/// The first byte that is not space, or the end.
#[inline(always)]
pub(super) fn after_space(body: &[u8], mut at: usize, is: &Splats) -> usize {
    while let Some(block) = block_at(body, at) {
        let other = !is.space(block) & 0xffff;
        if other != 0 {
            return at + other.trailing_zeros() as usize;
        }
        at += 16;
    }
    after_last_space(body, at)
}

/// The same one by one, where fewer than sixteen bytes are left.
#[inline(always)]
fn after_last_space(body: &[u8], mut at: usize) -> usize {
    while matches!(peek(body, at), b' ' | b'\n' | b'\r' | b'\t') {
        at += 1;
    }
    at
}

/// The space between a comma and a key, which is mostly as wide as that before the last key: then
/// where the key is does not wait for the space to be measured, only to be seen as such.
#[inline(always)]
pub(super) fn after_comma(body: &[u8], mut at: usize, is: &Splats, indent: &mut Indent) -> usize {
    if peek(body, at) > b' ' {
        return at;
    }
    while let Some(block) = block_at(body, at) {
        let spaces = is.space(block);
        if spaces & (indent.spaces << 1 | 1) == indent.spaces {
            return at + indent.width;
        }
        if spaces != 0xffff {
            indent.width = spaces.trailing_ones() as usize;
            indent.spaces = (1 << indent.width) - 1;
            return at + indent.width;
        }
        at += 16;
    }
    after_last_space(body, at)
}

/// How wide the space before a key was, beyond whole blocks, and the bits of so many bytes.
#[derive(Default)]
pub(super) struct Indent {
    width: usize,
    spaces: u32,
}

/// Sixteen bytes each of what bytes are compared with. An engine makes a constant of sixteen bytes anew at
/// every use, by three instructions; what it cannot know to be constant it keeps.
#[derive(Clone, Copy)]
pub(super) struct Splats {
    quote: i8x16,
    backslash: i8x16,
    blank: i8x16,
    line: i8x16,
    tab: i8x16,
    other: i8x16,
}

impl Splats {
    #[inline(always)]
    pub fn new() -> Splats {
        let all = |byte: u8| i8x16::splat(std::hint::black_box(byte) as i8);
        Splats {
            quote: all(b'"'),
            backslash: all(b'\\'),
            blank: all(b' '),
            line: all(b'\n'),
            tab: all(b'\t'),
            other: all(b'\r'),
        }
    }

    /// The bytes of a block that end a run of plain string text: quotes, backslashes, control
    /// characters, and all beyond ASCII, which are negative as signed bytes.
    #[inline(always)]
    pub fn special(&self, block: i8x16) -> u32 {
        let quote = block.simd_eq(self.quote);
        let backslash = block.simd_eq(self.backslash);
        (quote | backslash | block.simd_lt(self.blank)).to_bitmask()
    }

    /// The bytes of a block that are space.
    #[inline(always)]
    fn space(&self, block: i8x16) -> u32 {
        (block.simd_eq(self.blank)
            | block.simd_eq(self.line)
            | block.simd_eq(self.tab)
            | block.simd_eq(self.other))
        .to_bitmask()
    }
}
