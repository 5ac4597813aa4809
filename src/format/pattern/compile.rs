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

/// What a part of a pattern comes to; the parts that are made are the last steps.
type Parsed<T> = Result<T, Refusal>;

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
        unsupported: None,
    };
    compiler.alternatives()?;
    if compiler.peek().is_some() || compiler.reference > compiler.groups {
        return Err(Refusal::Syntax);
    }
    if let Some(words) = compiler.unsupported {
        return Err(Refusal::Unsupported(words));
    }
    compiler.op(Op::Match)?;
    let Compiler { mut ops, ranges, .. } = compiler;
    let mut count = 0;
    for op in &mut ops {
        if let Op::Repeat { number, .. } = op {
            *number = count;
            count += 1;
        }
    }
    Ok(Compiled { ops, ranges })
}

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
    unsupported: Option<&'static str>,
}

impl Compiler<'_> {
    // ---- the text

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn next(&mut self) -> Parsed<char> {
        self.rest.next().ok_or(Refusal::Syntax)
    }

    fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.as_str().strip_prefix(text);
        if let Some(rest) = rest {
            self.rest = rest.chars();
        }
        rest.is_some()
    }

    fn expect(&mut self, text: &str) -> Parsed<()> {
        if self.eat(text) { Ok(()) } else { Err(Refusal::Syntax) }
    }

    /// A number in decimal digits, the largest where it is larger; `None` without a digit.
    fn decimal(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|digit| digit.to_digit(10)) {
            self.rest.next();
            number = Some(number.unwrap_or(0_u32).saturating_mul(10).saturating_add(digit));
        }
        number
    }

    /// So many hexadecimal digits.
    fn hex(&mut self, digits: u32) -> Parsed<u32> {
        let mut number = 0;
        for _ in 0..digits {
            number = number << 4 | self.next()?.to_digit(16).ok_or(Refusal::Syntax)?;
        }
        Ok(number)
    }

    // ---- the steps

    fn op(&mut self, op: Op) -> Parsed<()> {
        if self.ops.len() >= MOST_OPS {
            return Err(Refusal::TooLarge);
        }
        self.ops.push(op);
        Ok(())
    }

    /// Puts a step before those from a place on.
    fn insert(&mut self, place: usize, op: Op) -> Parsed<()> {
        self.op(op)?;
        if let Some([first @ .., last]) = self.ops.get_mut(place..) {
            let mut before = *last;
            for op in first.iter_mut().chain([last]) {
                before = std::mem::replace(op, before);
            }
        }
        Ok(())
    }

    fn length(&self, start: usize) -> i32 {
        (self.ops.len() - start) as i32
    }

    fn range(&mut self, first: u32, last: u32) -> Parsed<()> {
        if self.ranges.len() >= MOST_RANGES {
            return Err(Refusal::TooLarge);
        }
        self.ranges.push((first, last));
        Ok(())
    }

    /// All ranges of a set, or all that are between them.
    fn set(&mut self, set: &[(u32, u32)], others: bool) -> Parsed<()> {
        let mut next = 0;
        for &(first, last) in set {
            if !others {
                self.range(first, last)?;
            } else if first > next {
                self.range(next, first - 1)?;
            }
            next = last + 1;
        }
        if others { self.range(next, u32::from(char::MAX)) } else { Ok(()) }
    }

    /// The step for the ranges from a place on.
    fn class(&mut self, start: usize, negated: bool) -> Parsed<()> {
        let ranges = Ranges { start: start as u16, count: (self.ranges.len() - start) as u16 };
        self.op(if negated { Op::NotIn(ranges) } else { Op::In(ranges) })
    }

    // ---- the grammar

    fn alternatives(&mut self) -> Parsed<()> {
        // Each alternative but the last has a step to the end, which until then has the place after the one before.
        let mut pending = 0;
        loop {
            let start = self.ops.len();
            while !matches!(self.peek(), None | Some('|' | ')')) {
                self.term()?;
            }
            if !self.eat("|") {
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
        Ok(())
    }

    fn term(&mut self) -> Parsed<()> {
        let start = self.ops.len();
        let repeatable = self.atom()?;
        let Some((least, most)) = self.quantifier() else { return Ok(()) };
        self.eat("?");
        if !repeatable || least > most {
            return Err(Refusal::Syntax);
        }
        self.repeat(start, least, most)
    }

    /// How often what is before may be there.
    fn quantifier(&mut self) -> Option<(u32, u32)> {
        if self.eat("*") {
            return Some((0, ENDLESS));
        }
        if self.eat("+") {
            return Some((1, ENDLESS));
        }
        if self.eat("?") {
            return Some((0, 1));
        }
        let before = self.rest.clone();
        let braces = self.braces();
        if braces.is_none() {
            self.rest = before;
        }
        braces
    }

    fn braces(&mut self) -> Option<(u32, u32)> {
        self.expect("{").ok()?;
        let least = self.decimal()?;
        let most = if self.eat(",") { self.decimal().unwrap_or(ENDLESS) } else { least };
        self.expect("}").ok()?;
        Some((least, most))
    }

    /// Repeats the steps from a place on.
    fn repeat(&mut self, start: usize, least: u32, most: u32) -> Parsed<()> {
        let length = self.length(start);
        let endless = most == ENDLESS;
        if most == 0 || length == 0 {
            self.ops.truncate(start);
            return Ok(());
        }
        let is_code_point = matches!(self.ops.get(start..), Some([Op::Char(_) | Op::In(_) | Op::NotIn(_)]));
        if is_code_point && !(least <= 1 && (endless || most == 1)) {
            self.counted = self.counted.saturating_add(if endless { least } else { most });
            if self.counted > MOST_COUNTED {
                return Err(Refusal::TooLarge);
            }
            let bounds = self.ranges.len() as u16;
            self.range(least, most)?;
            return self.insert(start, Op::Repeat { number: 0, bounds });
        }
        // Once is there: the others are copied, and what need not be there can be passed by.
        let copies = if endless { least.max(1) } else { most };
        for copy in 1..=copies {
            if copy > 1 {
                for at in start..start + length as usize {
                    let op = self.ops.get(at).copied().unwrap_or(Op::Match);
                    self.op(op)?;
                }
            }
        }
        if endless {
            return match least {
                0 => {
                    self.insert(start, Op::Split(length + 2))?;
                    self.op(Op::Jump(-(length + 1)))
                }
                _ => self.op(Op::Split(-length)),
            };
        }
        for copy in (least..most).rev() {
            let place = start + copy as usize * length as usize;
            self.insert(place, Op::Split(self.length(place) + 1))?;
        }
        Ok(())
    }

    /// One that can be repeated, or one that cannot.
    fn atom(&mut self) -> Parsed<bool> {
        let start = self.ranges.len();
        if self.quantifier().is_some() {
            return Err(Refusal::Syntax);
        }
        match self.next()? {
            '^' => self.op(Op::Start).and(Ok(false)),
            '$' => self.op(Op::End).and(Ok(false)),
            '(' => self.group(),
            '[' => self.brackets().and(Ok(true)),
            '.' => {
                self.set(LINE_ENDS, false)?;
                self.class(start, true).and(Ok(true))
            }
            '\\' => self.escape(),
            other => self.op(Op::Char(other.into())).and(Ok(true)),
        }
    }

    /// What is after `(`.
    fn group(&mut self) -> Parsed<bool> {
        let mut repeatable = true;
        if !self.eat("?") {
            self.groups += 1;
        } else if self.eat("=") || self.eat("!") {
            repeatable = false;
            self.unsupported = Some("a look-ahead");
        } else if self.eat("<=") || self.eat("<!") {
            repeatable = false;
            self.unsupported = Some("a look-behind");
        } else if self.eat("<") {
            self.groups += 1;
            self.name()?;
        } else if !self.eat(":") {
            let flags = self.rest.as_str();
            self.rest = flags.trim_start_matches(['i', 'm', 's', '-']).chars();
            self.unsupported = Some("a change of flags");
            self.expect(":")?;
        }
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(Refusal::TooLarge);
        }
        self.alternatives()?;
        self.depth -= 1;
        self.expect(")")?;
        Ok(repeatable)
    }

    /// The name of a group, after its `<`.
    fn name(&mut self) -> Parsed<()> {
        let mut first = true;
        loop {
            match self.next()? {
                '>' if !first => return Ok(()),
                '0'..='9' if !first => {}
                letter if letter.is_ascii_alphabetic() || !letter.is_ascii() => {}
                '_' | '$' => {}
                _ => return Err(Refusal::Syntax),
            }
            first = false;
        }
    }

    /// What is after `\`, outside of a class.
    fn escape(&mut self) -> Parsed<bool> {
        let start = self.ranges.len();
        match self.peek() {
            Some(letter @ ('b' | 'B')) => {
                self.rest.next();
                return self.op(Op::Boundary(letter == 'b')).and(Ok(false));
            }
            Some('1'..='9') => {
                self.reference = self.reference.max(self.decimal().unwrap_or(0));
                self.unsupported = Some("a back-reference");
            }
            Some('k') => {
                self.rest.next();
                self.expect("<")?;
                self.name()?;
                self.unsupported = Some("a back-reference");
            }
            _ => match self.escaped()? {
                Some(code) => self.op(Op::Char(code))?,
                None => self.class(start, false)?,
            },
        }
        Ok(true)
    }

    /// What is after `\` anywhere: a code point, or a set, which is appended to the ranges.
    fn escaped(&mut self) -> Parsed<Option<u32>> {
        let letter = self.next()?;
        let code = match letter {
            'd' | 'D' | 's' | 'S' | 'w' | 'W' => {
                let set = match letter.to_ascii_lowercase() {
                    'd' => DIGITS,
                    's' => SPACE,
                    _ => WORD,
                };
                self.set(set, letter.is_ascii_uppercase())?;
                return Ok(None);
            }
            'p' | 'P' => {
                self.expect("{")?;
                while !self.eat("}") {
                    let letter = self.next()?;
                    if !letter.is_ascii_alphanumeric() && letter != '_' && letter != '=' {
                        return Err(Refusal::Syntax);
                    }
                }
                self.unsupported = Some("a Unicode property");
                return Ok(None);
            }
            't' => 9,
            'n' => 10,
            'v' => 11,
            'f' => 12,
            'r' => 13,
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => 0,
            'c' => match self.next()? {
                letter if letter.is_ascii_alphabetic() => u32::from(letter) % 32,
                _ => return Err(Refusal::Syntax),
            },
            'x' => self.hex(2)?,
            'u' => self.unicode()?,
            other if other.is_ascii_alphanumeric() => return Err(Refusal::Syntax),
            other => other.into(),
        };
        Ok(Some(code))
    }

    /// What is after `\u`.
    fn unicode(&mut self) -> Parsed<u32> {
        if self.eat("{") {
            let mut code = self.hex(1)?;
            while !self.eat("}") {
                code = code << 4 | self.hex(1)?;
                if code > u32::from(char::MAX) {
                    return Err(Refusal::Syntax);
                }
            }
            return Ok(code);
        }
        let high = self.hex(4)?;
        let before = self.rest.clone();
        if HIGH.contains(&high) && self.eat("\\u") {
            if let Ok(low) = self.hex(4)
                && LOW.contains(&low)
            {
                return Ok(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            }
            self.rest = before;
        }
        Ok(high)
    }

    /// What is after `[`.
    fn brackets(&mut self) -> Parsed<()> {
        let negated = self.eat("^");
        let start = self.ranges.len();
        while !self.eat("]") {
            let first = self.member()?;
            let before = self.rest.clone();
            if self.eat("-") && self.peek() != Some(']') {
                let last = self.member()?;
                if let (Some(first), Some(last)) = (first, last) {
                    if first > last {
                        return Err(Refusal::Syntax);
                    }
                    self.range(first, last)?;
                    continue;
                }
                // No range: what would be its ends is in the class, and so is the hyphen.
                for code in [first, last, Some(u32::from('-'))].into_iter().flatten() {
                    self.range(code, code)?;
                }
                continue;
            }
            self.rest = before;
            if let Some(code) = first {
                self.range(code, code)?;
            }
        }
        self.class(start, negated)
    }

    /// One of a class: a code point, or a set, which is appended to the ranges.
    fn member(&mut self) -> Parsed<Option<u32>> {
        match self.next()? {
            '\\' if self.eat("b") => Ok(Some(8)),
            '\\' => self.escaped(),
            other => Ok(Some(other.into())),
        }
    }
}
