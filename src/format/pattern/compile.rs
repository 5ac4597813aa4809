//! The text of a pattern → its steps, in one pass.

use std::str::Chars;

use super::{Compiled, ENDLESS, Op, Ranges, Refusal};

/// The steps of a pattern, at most.
const MOST_OPS: usize = 4096;

/// The ranges of a pattern, at most.
const MOST_RANGES: usize = 8192;

/// Groups in each other, at most.
const MOST_DEPTH: u32 = 200;

/// How many repetitions are counted at most, all of a pattern together: it takes memory to match.
const MOST_COUNTED: u32 = 1 << 18;

/// Code points of the first half of a surrogate pair.
const HIGH: std::ops::RangeInclusive<u32> = 0xd800..=0xdbff;

/// Those of the second.
const LOW: std::ops::RangeInclusive<u32> = 0xdc00..=0xdfff;

/// In place of a code point: a set of them, which is in the ranges.
const SET: u32 = u32::MAX;

const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];
const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5a), (0x5f, 0x5f), (0x61, 0x7a)];
const LINE_ENDS: &[(u32, u32)] = &[(0xa, 0xa), (0xd, 0xd), (0x2028, 0x2029)];
const SPACE: &[(u32, u32)] = &[
    (0x9, 0xd),
    (0x20, 0x20),
    (0xa0, 0xa0),
    (0x1680, 0x1680),
    (0x2000, 0x200a),
    (0x2028, 0x2029),
    (0x202f, 0x202f),
    (0x205f, 0x205f),
    (0x3000, 0x3000),
    (0xfeff, 0xfeff),
];

/// Compiles a pattern.
///
/// # Errors
/// Where it is none, or none that can be matched in linear time.
pub fn compile(source: &str) -> Result<Compiled, Refusal> {
    let mut compiler = Compiler {
        rest: source.chars(),
        ops: Vec::new(),
        ranges: Vec::new(),
        depth: 0,
        groups: 0,
        reference: 0,
        counted: 0,
        too_large: false,
        unsupported: None,
    };
    let is_whole = compiler.alternatives().is_some() && compiler.peek().is_none();
    let refusal = if is_whole && compiler.reference <= compiler.groups && compiler.op(Op::Match).is_some() {
        compiler.unsupported.map(Refusal::Unsupported)
    } else {
        Some(if compiler.too_large { Refusal::TooLarge } else { Refusal::Syntax })
    };
    let Compiler { mut ops, ranges, .. } = compiler;
    let mut count = 0;
    for op in &mut ops {
        if let Op::Repeat { number, .. } = op {
            *number = count;
            count += 1;
        }
    }
    match refusal {
        Some(refusal) => Err(refusal),
        None => Ok(Compiled { ops, ranges }),
    }
}

/// Each part of the grammar is read by a function, `None` where that is not what stands there. What is made of it
/// are the last steps; all functions that many others call are compiled once.
struct Compiler<'s> {
    rest: Chars<'s>,
    ops: Vec<Op>,
    ranges: Vec<(u32, u32)>,
    depth: u32,
    /// How many groups that capture there are so far.
    groups: u32,
    /// The highest of those that are referred to.
    reference: u32,
    counted: u32,
    too_large: bool,
    unsupported: Option<&'static str>,
}

impl Compiler<'_> {
    // ---- the text

    #[inline(never)]
    fn peek(&mut self) -> Option<char> {
        let before = self.rest.clone();
        let letter = self.next();
        self.rest = before;
        letter
    }

    #[inline(never)]
    fn next(&mut self) -> Option<char> {
        self.rest.next()
    }

    /// Whether an ASCII character is next, which is then taken.
    #[inline(never)]
    fn eat(&mut self, letter: u8) -> bool {
        let is = self.rest.as_str().as_bytes().first() == Some(&letter);
        if is {
            self.next();
        }
        is
    }

    fn expect(&mut self, letter: u8) -> Option<()> {
        self.eat(letter).then_some(())
    }

    /// A number in decimal digits, the largest where it is larger; `None` without a digit.
    #[inline(never)]
    fn decimal(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit @ '0'..='9') = self.peek() {
            self.next();
            number = Some(number.unwrap_or(0_u32).saturating_mul(10).saturating_add(u32::from(digit) & 15));
        }
        number
    }

    /// So many hexadecimal digits.
    #[inline(never)]
    fn hex(&mut self, digits: u32) -> Option<u32> {
        let mut number = 0;
        for _ in 0..digits {
            number = number << 4 | self.next()?.to_digit(16)?;
        }
        Some(number)
    }

    // ---- the steps

    #[inline(never)]
    fn op(&mut self, op: Op) -> Option<()> {
        self.insert(self.ops.len(), op)
    }

    /// Puts a step before those from a place on.
    #[inline(never)]
    fn insert(&mut self, place: usize, op: Op) -> Option<()> {
        self.limit(self.ops.len() < MOST_OPS)?;
        self.ops.push(op);
        let mut before = op;
        for op in self.ops.get_mut(place..)? {
            before = std::mem::replace(op, before);
        }
        Some(())
    }

    fn length(&self, start: usize) -> i32 {
        (self.ops.len() - start) as i32
    }

    #[inline(never)]
    fn range(&mut self, first: u32, last: u32) -> Option<()> {
        self.limit(self.ranges.len() < MOST_RANGES)?;
        self.ranges.push((first, last));
        Some(())
    }

    /// `None` where something is too large.
    fn limit(&mut self, is_within: bool) -> Option<()> {
        self.too_large |= !is_within;
        is_within.then_some(())
    }

    /// All ranges of a set, or all that are between them.
    #[inline(never)]
    fn set(&mut self, set: &[(u32, u32)], others: bool) -> Option<()> {
        let mut next = 0;
        for &(first, last) in set {
            if !others {
                self.range(first, last)?;
            } else if first > next {
                self.range(next, first - 1)?;
            }
            next = last + 1;
        }
        if others { self.range(next, u32::from(char::MAX)) } else { Some(()) }
    }

    /// The step for the ranges from a place on.
    #[inline(never)]
    fn class(&mut self, start: usize, negated: bool) -> Option<()> {
        let ranges = Ranges { start: start as u16, count: (self.ranges.len() - start) as u16 };
        self.op(if negated { Op::NotIn(ranges) } else { Op::In(ranges) })
    }

    // ---- the grammar

    fn alternatives(&mut self) -> Option<()> {
        // Each alternative but the last has a step to the end, which until then has the place after the one before.
        let mut pending = 0;
        loop {
            let start = self.ops.len();
            while !matches!(self.peek(), None | Some('|' | ')')) {
                self.term()?;
            }
            if !self.eat(b'|') {
                break;
            }
            self.insert(start, Op::Split(self.length(start) + 2))?;
            self.op(Op::Jump(pending))?;
            pending = self.length(0);
        }
        let end = self.length(0);
        while let Some(Op::Jump(to)) = self.ops.get_mut(pending.wrapping_sub(1) as usize) {
            (*to, pending) = (end - (pending - 1), *to);
        }
        Some(())
    }

    fn term(&mut self) -> Option<()> {
        let start = self.ops.len();
        // A quantifier has nothing before it.
        if self.quantifier().is_some() {
            return None;
        }
        let repeatable = self.atom()?;
        let Some((least, most)) = self.quantifier() else { return Some(()) };
        self.eat(b'?');
        if !repeatable || least > most {
            return None;
        }
        self.repeat(start, least, most)
    }

    /// How often what is before may be there.
    #[inline(never)]
    fn quantifier(&mut self) -> Option<(u32, u32)> {
        let before = self.rest.clone();
        let bounds = match self.next()? {
            '*' => Some((0, ENDLESS)),
            '+' => Some((1, ENDLESS)),
            '?' => Some((0, 1)),
            '{' => self.braces(),
            _ => None,
        };
        if bounds.is_none() {
            self.rest = before;
        }
        bounds
    }

    /// What is after `{`.
    fn braces(&mut self) -> Option<(u32, u32)> {
        let least = self.decimal()?;
        let most = if self.eat(b',') { self.decimal().unwrap_or(ENDLESS) } else { least };
        self.expect(b'}')?;
        Some((least, most))
    }

    /// Repeats the steps from a place on.
    fn repeat(&mut self, start: usize, least: u32, most: u32) -> Option<()> {
        let length = self.length(start);
        let endless = most == ENDLESS;
        if most == 0 || length == 0 {
            self.ops.truncate(start);
            return Some(());
        }
        let is_code_point = matches!(self.ops.get(start..), Some([Op::Char(_) | Op::In(_) | Op::NotIn(_)]));
        if is_code_point && !(least <= 1 && (endless || most == 1)) {
            self.counted = self.counted.saturating_add(if endless { least } else { most });
            self.limit(self.counted <= MOST_COUNTED)?;
            let bounds = self.ranges.len() as u16;
            self.range(least, most)?;
            return self.insert(start, Op::Repeat { number: 0, bounds });
        }
        // Once is there: the others are copied, and what need not be there can be passed by.
        for _ in 1..if endless { least } else { most } {
            for at in self.ops.len() - length as usize..self.ops.len() {
                let op = self.ops.get(at).copied()?;
                self.op(op)?;
            }
        }
        if !endless {
            for copy in (least..most).rev() {
                let place = start + copy as usize * length as usize;
                self.insert(place, Op::Split(self.length(place) + 1))?;
            }
            return Some(());
        }
        if least > 0 {
            return self.op(Op::Split(-length));
        }
        self.insert(start, Op::Split(length + 2))?;
        self.op(Op::Jump(-(length + 1)))
    }

    /// One that can be repeated, or one that cannot.
    fn atom(&mut self) -> Option<bool> {
        let start = self.ranges.len();
        let op = match self.next()? {
            '^' => Op::Start,
            '$' => Op::End,
            '(' => return self.group(),
            '\\' => return self.escape(),
            '[' => {
                self.brackets()?;
                return Some(true);
            }
            '.' => {
                self.set(LINE_ENDS, false)?;
                self.class(start, true)?;
                return Some(true);
            }
            other => Op::Char(other.into()),
        };
        self.op(op)?;
        Some(matches!(op, Op::Char(_)))
    }

    /// What is after `(`.
    fn group(&mut self) -> Option<bool> {
        let mut looks = false;
        if !self.eat(b'?') {
            self.groups += 1;
        } else if self.eat(b'<') {
            looks = self.eat(b'=') || self.eat(b'!');
            if looks {
                self.unsupported = Some("a look-behind");
            } else {
                self.groups += 1;
                self.name()?;
            }
        } else if self.eat(b'=') || self.eat(b'!') {
            looks = true;
            self.unsupported = Some("a look-ahead");
        } else if !self.eat(b':') {
            while self.eat(b'i') || self.eat(b'm') || self.eat(b's') || self.eat(b'-') {}
            self.unsupported = Some("a change of flags");
            self.expect(b':')?;
        }
        self.depth += 1;
        self.limit(self.depth <= MOST_DEPTH)?;
        self.alternatives()?;
        self.depth -= 1;
        self.expect(b')')?;
        Some(!looks)
    }

    /// The name of a group, after its `<`.
    #[inline(never)]
    fn name(&mut self) -> Option<()> {
        let mut first = true;
        loop {
            match self.next()? {
                '>' | '0'..='9' if first => return None,
                '>' => return Some(()),
                '$' | '0'..='9' | 'A'..='Z' | '_' | 'a'..='z' | '\u{80}'.. => first = false,
                _ => return None,
            }
        }
    }

    /// What is after `\`, outside of a class.
    fn escape(&mut self) -> Option<bool> {
        let start = self.ranges.len();
        if let Some(group) = self.decimal_of_group() {
            self.reference = self.reference.max(group);
            self.unsupported = Some("a back-reference");
            return Some(true);
        }
        let letter = self.peek()?;
        match letter {
            'b' | 'B' => {
                self.next();
                self.op(Op::Boundary(letter == 'b'))?;
            }
            'k' => {
                self.next();
                self.expect(b'<')?;
                self.name()?;
                self.unsupported = Some("a back-reference");
            }
            _ => match self.escaped()? {
                SET => self.class(start, false)?,
                code => self.op(Op::Char(code))?,
            },
        }
        Some(!matches!(letter, 'b' | 'B'))
    }

    /// The number of a group that is referred to: there is no group 0.
    fn decimal_of_group(&mut self) -> Option<u32> {
        if self.peek() == Some('0') { None } else { self.decimal() }
    }

    /// What is after `\` anywhere: a code point, or a set, which is appended to the ranges.
    #[inline(never)]
    fn escaped(&mut self) -> Option<u32> {
        let letter = self.next()?;
        let set = match letter {
            'd' | 'D' => DIGITS,
            's' | 'S' => SPACE,
            'w' | 'W' => WORD,
            'p' | 'P' => {
                self.expect(b'{')?;
                while !self.eat(b'}') {
                    if !matches!(self.next()?, '0'..='9' | 'A'..='Z' | 'a'..='z' | '_' | '=') {
                        return None;
                    }
                }
                self.unsupported = Some("a Unicode property");
                return Some(SET);
            }
            't' => return Some(9),
            'n' => return Some(10),
            'v' => return Some(11),
            'f' => return Some(12),
            'r' => return Some(13),
            '0' if !matches!(self.peek(), Some('0'..='9')) => return Some(0),
            'c' => {
                let letter = self.next().filter(char::is_ascii_alphabetic)?;
                return Some(u32::from(letter) % 32);
            }
            'x' => return self.hex(2),
            'u' => return self.unicode(),
            other => return Some(other.into()).filter(|_| !other.is_ascii_alphanumeric()),
        };
        self.set(set, letter.is_ascii_uppercase())?;
        Some(SET)
    }

    /// What is after `\u`.
    fn unicode(&mut self) -> Option<u32> {
        if self.eat(b'{') {
            let mut code = self.hex(1)?;
            while !self.eat(b'}') {
                code = (code << 4 | self.hex(1)?).min(SET >> 4);
            }
            return Some(code).filter(|code| *code <= u32::from(char::MAX));
        }
        let high = self.hex(4)?;
        let before = self.rest.clone();
        if HIGH.contains(&high)
            && self.eat(b'\\')
            && self.eat(b'u')
            && let Some(low) = self.hex(4)
            && LOW.contains(&low)
        {
            return Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
        }
        self.rest = before;
        Some(high)
    }

    /// What is after `[`.
    fn brackets(&mut self) -> Option<()> {
        let negated = self.eat(b'^');
        let start = self.ranges.len();
        while !self.eat(b']') {
            let first = self.member()?;
            let before = self.rest.clone();
            if !self.eat(b'-') || self.peek() == Some(']') {
                self.rest = before;
                self.single(first)?;
                continue;
            }
            let last = self.member()?;
            if first == SET || last == SET {
                // No range: what would be its ends is in the class, and so is the hyphen.
                self.single(first)?;
                self.single(last)?;
                self.single(u32::from(b'-'))?;
            } else if first > last {
                return None;
            } else {
                self.range(first, last)?;
            }
        }
        self.class(start, negated)
    }

    /// The range of one code point; that of a set is there.
    #[inline(never)]
    fn single(&mut self, code: u32) -> Option<()> {
        if code == SET { Some(()) } else { self.range(code, code) }
    }

    /// One of a class: a code point, or a set, which is appended to the ranges.
    #[inline(never)]
    fn member(&mut self) -> Option<u32> {
        match self.next()? {
            '\\' if self.eat(b'b') => Some(8),
            '\\' => self.escaped(),
            other => Some(other.into()),
        }
    }
}
