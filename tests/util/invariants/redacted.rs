use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use hooklens::catalog::BUILT_IN;
use hooklens::json::{Document, Kind, Limits, NodeId, Reader};
use hooklens::shape::{Object, Shape, Wrapper};
use hooklens::suggest::near;
use hooklens::{Checker, Fix, Hint, Problem, Report};

use super::{Outcome, ensure};

const KEYS: [&[u8]; 2] = [b"one key", b"another key"];

/// Everything that redaction promises.
pub fn redacted(body: &[u8]) -> Outcome {
    let checker = Checker::new(&BUILT_IN);
    let [text, other] = KEYS.map(|key| checker.redact(body, Hint::NONE, key));
    let show = |text: &[u8]| String::from_utf8_lossy(text).into_owned();
    ensure!(text == checker.redact(body, Hint::NONE, KEYS[0]), "it is not the same again: {}", show(&text));
    same_frame(body, &text).map_err(|wrong| format!("{wrong}: {}", show(&text)))?;
    let mut reports = [body, &text, &other].map(|body| {
        let mut lines = lines(&hooklens::validate(body));
        lines.reverse();
        lines
    });
    let [of_body, of_text, of_other] = &mut reports;
    ensure!(of_text == of_body, "{}\nhas {of_text:#?}\nand not {of_body:#?}", show(&text));
    ensure!(of_other == of_body, "{}\nhas {of_other:#?}\nand not {of_body:#?}", show(&other));
    let (mut before, mut after) = (Reader::new(), Reader::new());
    let limits = Limits::default();
    if let (Ok(before), Ok(after)) = (before.read(body, limits), after.read(&text, limits)) {
        let found = places(&before, &after).and_then(|()| ids(body, &text));
        found.map_err(|wrong| format!("{wrong}\nin {}", show(&text)))?;
    }
    Ok(())
}

/// The length is the same, in UTF-16 as well, and all that is no letter and no digit.
fn same_frame(body: &[u8], text: &[u8]) -> Outcome {
    ensure!(body.len() == text.len(), "{} bytes, and were {}", text.len(), body.len());
    let units = |text: &[u8]| String::from_utf8_lossy(text).encode_utf16().count();
    let is_text = std::str::from_utf8(body).is_ok();
    ensure!(!is_text || units(body) == units(text), "{} code units, and were {}", units(text), units(body));
    if COMPRESSED.iter().any(|magic| body.starts_with(magic)) || is_wide(body) {
        return Ok(());
    }
    for (at, (old, new)) in body.iter().zip(text).enumerate() {
        let kind = |byte: &u8| match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => b'a',
            0x80.. => 0x80,
            // Base64 has them among its letters.
            b'+' | b'/' | b'-' | b'_' if old != new && is_base64(body, at) => b'a',
            other => *other,
        };
        ensure!(kind(old) == kind(new), "the byte 0x{old:02x} at {at} is 0x{new:02x} now");
    }
    Ok(())
}

const COMPRESSED: [&[u8]; 5] =
    [b"\x1f\x8b", b"\x1f\xef\xbf\xbd", b"\x78\x9c", b"\x28\xb5\x2f\xfd", b"PK\x03\x04"];

/// Whether a body is in UTF-16.
fn is_wide(body: &[u8]) -> bool {
    matches!(body, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [_, 0, _, 0, ..] | [0, _, 0, _, ..])
}

/// Whether a byte stands among many letters of base64.
fn is_base64(body: &[u8], at: usize) -> bool {
    let is_letter = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte);
    let after = body[at..].iter().take_while(is_letter).count();
    after + body[..at].iter().rev().take_while(is_letter).count() >= 12
}

/// A report without the values of its body.
pub fn lines(report: &Report<'_>) -> Vec<String> {
    let ids: Vec<String> =
        report.events.iter().map(|event| format!("{} {}", event.id, event.pointer)).collect();
    let candidates: Vec<String> = report.candidates.iter().map(ToString::to_string).collect();
    let head = format!("{:?} {ids:?} {candidates:?} {}", report.status, report.omitted);
    std::iter::once(head).chain(report.problems.iter().map(line)).collect()
}

fn line(problem: &Problem<'_>) -> String {
    let Problem { code, severity, span, expected, parameters, hint, fix, pointer, .. } = problem;
    // A fix may quote what it mends, and a number is as long in JSON as its value makes it.
    let fix = fix.as_ref().map(|Fix { title, start, end, text }| {
        let length = if title == "Change to a JSON number" { 0 } else { text.encode_utf16().count() };
        (title.split(' ').next().unwrap_or_default(), start, end, length)
    });
    let parameters =
        (&parameters.allowed, &parameters.suggestion, parameters.field.as_ref().map(String::len));
    let depth = pointer.matches('/').count();
    format!("{code:?} {severity:?} {span:?} {depth} {expected:?} {parameters:?} {hint:?} {fix:?}")
}

/// What the catalog has of words, and of fields whose words stay.
struct Known {
    words: BTreeSet<&'static str>,
    fields: BTreeSet<&'static str>,
    public: BTreeSet<&'static str>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known =
        Known { words: ["0", "1", "true", "false"].into(), fields: BTreeSet::new(), public: BTreeSet::new() };
    for (_, envelope, event) in BUILT_IN.rows() {
        known.words.extend(event.aliases.iter().chain([&event.name]));
        if let Wrapper::Object { object, .. } = envelope.wrapper {
            of_object(object, &mut known);
        }
        of_object(envelope.unnamed, &mut known);
        of_object(event.shape, &mut known);
    }
    known
});

fn of_object(object: &'static Object<'static>, known: &mut Known) {
    for field in object.fields {
        known.fields.insert(field.name);
        if field.is_public || matches!(field.shape, Shape::Name) {
            known.public.insert(field.name);
        }
        of_shape(field.shape, known);
    }
}

fn of_shape(shape: Shape<'static>, known: &mut Known) {
    match shape {
        Shape::Text(text) => known.words.extend(text.values.iter().map(|(value, _)| *value)),
        Shape::Object(object) => of_object(object, known),
        Shape::Array(items) => of_shape(items.shape, known),
        Shape::Union(shapes) => shapes.iter().for_each(|shape| of_shape(*shape, known)),
        _ => {}
    }
}

fn is_among(text: &str, words: &BTreeSet<&'static str>) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word) || near(text, word).is_some())
}

/// As the documentation says.
fn looks_like_a_name(text: &str, between: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let starts = text.starts_with(|first: char| first.is_ascii_alphabetic() || "_$@".contains(first));
    let goes_on = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c) || between.contains(c);
    text.is_empty()
        || starts
            && text.chars().skip(1).all(goes_on)
            && digits <= 3
            && text.len() <= if is_hex { 8 } else { 64 }
}

/// No value is what it was, unless the catalog has it or says that it is public.
fn places(before: &Document<'_>, after: &Document<'_>) -> Outcome {
    ensure!(before.nodes().len() == after.nodes().len(), "{} nodes", after.nodes().len());
    value(before, after, 0, "")
}

/// A value, and the last key around it.
fn value(before: &Document<'_>, after: &Document<'_>, id: NodeId, key: &str) -> Outcome {
    let node = before.node(id);
    ensure!(node.kind == after.node(id).kind, "another kind of value");
    let text = |id: NodeId| match before.node(id) {
        node if node.kind == Kind::String => String::from_utf8_lossy(&before.text(node)).into_owned(),
        _ => String::from_utf8_lossy(before.raw(id)).into_owned(),
    };
    if node.kind == Kind::String {
        // Text that is JSON is a document of its own, in base64 as well.
        let [of_before, of_after] = [before.text(node), after.text(after.node(id))];
        let decode = |text: &[u8]| base64(text).unwrap_or_else(|| text.to_vec());
        let [of_before, of_after] = [decode(&of_before), decode(&of_after)];
        let (mut first, mut second) = (Reader::new(), Reader::new());
        let limits = Limits::default();
        if matches!(of_before.trim_ascii_start(), [b'{' | b'[' | b'"', ..])
            && let (Ok(before), Ok(after)) = (first.read(&of_before, limits), second.read(&of_after, limits))
        {
            return value(&before, &after, 0, key);
        }
    }
    let is_same = before.raw(id) == after.raw(id);
    let is_public = is_among(key, &KNOWN.public);
    let stays = match node.kind {
        Kind::String => {
            let text = text(id);
            let has_letters = text.chars().any(|c| c.is_alphanumeric());
            is_public && looks_like_a_name(&text, " .:/") || is_among(&text, &KNOWN.words) || !has_letters
        }
        Kind::Number => {
            let number: f64 = String::from_utf8_lossy(before.raw(id)).parse().unwrap_or(f64::NAN);
            number == 0.0 || number == 1.0 || is_public || is_among(&text(id), &KNOWN.words)
        }
        _ => true,
    };
    ensure!(stays || !is_same, "{} stays", String::from_utf8_lossy(before.raw(id)));
    for element in before.elements(id) {
        value(before, after, element, key)?;
    }
    for (key, inner) in before.members(id) {
        let is_same = before.raw(key) == after.raw(key);
        let name = text(key);
        let has_letters = name.chars().any(|c| c.is_alphanumeric());
        let stays = looks_like_a_name(&name, "") || is_among(&name, &KNOWN.fields) || !has_letters;
        ensure!(stays || !is_same, "the key {name} stays");
        value(before, after, inner, &name)?;
    }
    Ok(())
}

/// What base64 says.
pub fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bits = Vec::new();
    for letter in text.iter().filter(|letter| **letter != b'=') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits.extend((0..6).rev().map(|bit| value >> bit & 1));
    }
    Some(
        bits.as_chunks::<8>().0.iter().map(|byte| byte.iter().fold(0, |byte, bit| byte << 1 | bit)).collect(),
    )
}

fn is_id(text: &str) -> bool {
    let is_hex = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
    matches!(text.len(), 24 | 36) && text.bytes().all(is_hex)
}

/// The same id is replaced by the same one wherever it stands, in a path or in a sentence, and two by two.
fn ids(before: &[u8], after: &[u8]) -> Outcome {
    let is_of_id = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b'-';
    let mut known: BTreeMap<Vec<u8>, Vec<u8>> = BTreeMap::new();
    let mut used: BTreeMap<Vec<u8>, Vec<u8>> = BTreeMap::new();
    let mut at = 0;
    while at < before.len() {
        let length = before[at..].iter().take_while(|byte| is_of_id(byte)).count();
        let (old, new) = (&before[at..at + length], &after[at..at + length]);
        let is_apart = |at: usize| {
            before
                .get(at)
                .is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'\\')
        };
        if old != new
            && is_id(&String::from_utf8_lossy(old))
            && is_apart(at.wrapping_sub(1))
            && is_apart(at + length)
        {
            let [old, new] = [old, new].map(<[u8]>::to_ascii_lowercase);
            let before = known.entry(old.clone()).or_insert_with(|| new.clone());
            ensure!(*before == new, "{} is replaced by two", String::from_utf8_lossy(&old));
            let before = used.entry(new).or_insert_with(|| old.clone());
            ensure!(*before == old, "{} and another become one", String::from_utf8_lossy(&old));
        }
        at += length.max(1);
    }
    Ok(())
}
