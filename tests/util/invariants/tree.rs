//! A body as a tree of its own texts: to change it, and to write it in another spelling.

#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, VecDeque};

use hooklens::json::{Document, Kind, Limits, NodeId, Reader, string};

/// A value; scalars and keys as they stand in the body, quotes included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    Scalar(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The tree of a body; `None` where it is no JSON, or so deep that a call for a level would not do.
    pub fn read(body: &[u8]) -> Option<Tree> {
        let mut reader = Reader::new();
        let document = reader.read(body, Limits { max_bytes: u32::MAX, ..Limits::default() }).ok()?;
        Some(Tree::at(&document, 0))
    }

    fn at(document: &Document<'_>, id: NodeId) -> Tree {
        let raw = |id| String::from_utf8(document.raw(id).to_vec()).unwrap();
        match document.node(id).kind {
            Kind::Array => Tree::Array(document.elements(id).map(|id| Tree::at(document, id)).collect()),
            Kind::Object => Tree::Object(
                document.members(id).map(|(key, value)| (raw(key), Tree::at(document, value))).collect(),
            ),
            _ => Tree::Scalar(raw(id)),
        }
    }

    /// Its text without white space.
    pub fn text(&self) -> String {
        match self {
            Tree::Scalar(text) => text.clone(),
            Tree::Array(elements) => listed("[", elements.iter().map(Tree::text), "]"),
            Tree::Object(members) => {
                listed("{", members.iter().map(|(key, value)| format!("{key}:{}", value.text())), "}")
            }
        }
    }

    /// One of the many spellings of the same value, as the seeds choose: white space, escapes, the digits
    /// of numbers, the order of keys. `repeat`: and with keys repeated, where the last counts.
    pub fn spelled(&self, repeat: bool, seeds: &mut impl FnMut() -> usize) -> String {
        let space = |seed: usize| ["", " ", "\n", "\t", "\r\n", "", "  \r"][seed % 7];
        let (before, after) = (space(seeds()), space(seeds()));
        let text = match self {
            Tree::Scalar(text) if text.starts_with('"') => quoted(text, seeds),
            Tree::Scalar(text) if text.starts_with(|first: char| first == '-' || first.is_ascii_digit()) => {
                renumbered(text, seeds())
            }
            Tree::Scalar(text) => text.clone(),
            Tree::Array(elements) if elements.is_empty() => format!("[{}]", space(seeds())),
            Tree::Array(elements) => {
                let elements: Vec<String> =
                    elements.iter().map(|value| value.spelled(repeat, seeds)).collect();
                listed("[", elements, "]")
            }
            Tree::Object(members) => {
                let members = shuffled(members, seeds);
                let mut texts: Vec<String> = Vec::new();
                for (key, value) in &members {
                    let space = space(seeds());
                    texts.push(format!("{space}{}:{}", quoted(key, seeds), value.spelled(repeat, seeds)));
                }
                if let (true, Some((key, _)), 0) = (repeat, members.last(), seeds() % 4) {
                    // What comes before the last of a repeated key does not count.
                    texts.insert(0, format!("{}:[\"another\"]", quoted(key, seeds)));
                }
                listed("{", texts, "}")
            }
        };
        format!("{before}{text}{after}")
    }
}

/// Seeds in no order, the same on every machine.
pub fn numbers(mut seed: u64) -> impl FnMut() -> usize {
    move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize
    }
}

fn listed(open: &str, parts: impl IntoIterator<Item = String>, close: &str) -> String {
    format!("{open}{}{close}", parts.into_iter().collect::<Vec<_>>().join(","))
}

/// Members in another order; those of one name stay in theirs, for the last of them counts.
fn shuffled<'a>(members: &'a [(String, Tree)], seeds: &mut impl FnMut() -> usize) -> Vec<&'a (String, Tree)> {
    let mut shuffled: Vec<&(String, Tree)> = members.iter().collect();
    for index in (1..shuffled.len()).rev() {
        shuffled.swap(index, seeds() % (index + 1));
    }
    let name = |member: &(String, Tree)| string::unescape(inner(&member.0).as_bytes()).into_owned();
    let mut of_name: BTreeMap<Vec<u8>, VecDeque<&(String, Tree)>> = BTreeMap::new();
    for member in members {
        of_name.entry(name(member)).or_default().push_back(member);
    }
    let first = |member: &(String, Tree)| of_name.get_mut(&name(member)).and_then(VecDeque::pop_front);
    shuffled.into_iter().filter_map(first).collect()
}

fn inner(string: &str) -> &str {
    string.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap()
}

/// A string's text with other escapes; half a surrogate pair stays as it is.
fn quoted(string: &str, seeds: &mut impl FnMut() -> usize) -> String {
    let Ok(text) = serde_json::from_str::<String>(string) else { return string.to_owned() };
    let mut quoted = String::from("\"");
    for character in text.chars() {
        let units = |form: fn(u16) -> String| {
            character.encode_utf16(&mut [0; 2]).iter().map(|unit| form(*unit)).collect::<String>()
        };
        match (seeds() % 8, character) {
            (0, _) => quoted.push_str(&units(|unit| format!("\\u{unit:04x}"))),
            (1, '"' | '\\' | '/') => quoted.extend(['\\', character]),
            (1, '\n') => quoted.push_str("\\n"),
            (1, _) | (_, '\0'..' ' | '"' | '\\') => quoted.push_str(&units(|unit| format!("\\u{unit:04X}"))),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// A number's text in another spelling of the same value.
fn renumbered(text: &str, seed: usize) -> String {
    match seed % 5 {
        0 | 1 => text.to_owned(),
        _ if text.contains('e') => text.to_ascii_uppercase(),
        _ if text.contains('E') => text.to_ascii_lowercase(),
        2 => format!("{text}{}", if text.contains('.') { "00" } else { ".0" }),
        3 => format!("{text}e0"),
        _ if text.contains('.') => format!("{text}0E-0"),
        _ if text.trim_start_matches('-') == "0" => format!("{text}e-7"),
        _ => format!("{text}0e-1"),
    }
}
