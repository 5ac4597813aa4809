//! Bodies for properties: of raw bytes, of words of JSON and the catalog in any order, and the examples of
//! the catalog with bytes, tokens or whole values changed.

#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::fmt;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use serde_json::Value;

use super::invariants::tree::{Tree, numbers};
use super::payloads;
use super::words::words;

/// A body, readable where a property does not hold of it.
#[derive(Clone)]
pub struct Body(pub Vec<u8>);

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match std::str::from_utf8(&self.0) {
            Ok(text) => write!(f, "{text:?}"),
            Err(_) => write!(f, "b\"{}\"", self.0.escape_ascii()),
        }
    }
}

/// Every fixture: the catalog's examples and their variants.
static EXAMPLES: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| payloads().into_iter().map(|payload| payload.body).collect());
static TREES: LazyLock<Vec<Tree>> =
    LazyLock::new(|| EXAMPLES.iter().map(|body| Tree::read(body).unwrap()).collect());

/// Scalars and small values that are right somewhere or nowhere, as JSON.
static VALUES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let odd = [
        "null",
        "true",
        "false",
        "0",
        "1",
        "-1",
        "1.0",
        "1e0",
        "0.5",
        "1e999",
        "-1e-999",
        "9007199254740991",
        "9007199254740992",
        "123456789012345678901234567890",
        "1741954370",
        "1741954370000",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"\\u0041\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud800\"",
        "\"é日🎉\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"5e793889ea4c5165d46f9811\"",
        "\"5E793889EA4C5165D46F9811\"",
        "\" 5e793889ea4c5165d46f9811\"",
        "\"ObjectId('5e793889ea4c5165d46f9811')\"",
        "\"{6ff4da49-4193-4ee0-8e9e-7415b7fcb9cb}\"",
        "\"6ff4da49-4193-4ee0-8e9e-7415b7fcb9cb\"",
        "\"6FF4DA4941934EE08E9E7415B7FCB9CB\"",
        "\"{{id}}\"",
        "\"<id>\"",
        "\"YOUR_ID\"",
        "\"2025-01-01T00:00:00.000Z\"",
        "\"2025-01-01 00:00:00\"",
        "\"2016-12-31T23:59:60Z\"",
        "\"0000-01-01T00:00:00+23:59\"",
        "\"9999-12-31T23:59:59-23:59\"",
        "\"/v1/credentials/5e793889ea4c5165d46f9811\"",
        "\"/v1/accounts?id_credential=5e793889ea4c5165d46f9812\"",
        "\"/x?a=1&a=2&limit=3&dt_refresh_from=1741954370&=&%41\"",
        "\"https://api.example/v1/x\"",
        "\"//x\"",
        "[]",
        "{}",
        "[[]]",
        "{\"\":{}}",
        "[null,1,\"x\"]",
        "{\"a\":1,\"a\":2}",
        "{\"/\":0,\"~\":1}",
    ];
    let words = words().into_iter().map(|word| format!("\"{word}\""));
    odd.into_iter().map(str::to_owned).chain(words).collect()
});

/// What people and programs write in place of JSON.
const NO_JSON: &[&str] = &[
    "NaN",
    "undefined",
    "None",
    "True",
    "Infinity",
    "//",
    "// x\n",
    "/*",
    "*/",
    "/* x */",
    "#x\n",
    "'",
    "'x'",
    "“x”",
    "...",
    "…",
    "=>",
    "=",
    ";",
    ".5",
    "+1",
    "007",
    "1.",
    "-",
    "\\",
    "\\u",
    "\\u00",
    "\\x",
    "\"",
    "\t",
    "\n",
    "\r",
    "\0",
    "\u{feff}",
    "x",
    "x-y",
    "<",
    "ab\u{301}",
];

const PUNCTUATION: &[&str] = &["{", "}", "[", "]", ",", ":", " ", "\n", "\r\n"];

/// Any body at all.
pub fn any_body() -> impl Strategy<Value = Body> {
    prop_oneof![
        1 => raw(),
        2 => soup(),
        3 => changed_bytes(),
        4 => changed_tokens(),
        8 => changed_values(),
    ]
}

pub fn raw() -> impl Strategy<Value = Body> {
    vec(any::<u8>(), 0..200).prop_map(Body)
}

/// Words of JSON and of the catalog in any order.
pub fn soup() -> impl Strategy<Value = Body> {
    let word = prop_oneof![
        4 => select(PUNCTUATION).prop_map(str::to_owned),
        3 => any::<Index>().prop_map(|index| index.get(&VALUES).clone()),
        1 => select(NO_JSON).prop_map(str::to_owned),
    ];
    vec(word, 0..40).prop_map(|words| Body(words.concat().into_bytes()))
}

/// A change of some bytes: at a place, so many removed, these put there.
pub fn changes() -> impl Strategy<Value = Vec<(Index, usize, Vec<u8>)>> {
    let bytes = prop_oneof![
        3 => vec(select(b"{}[]\",:\\ \n\t0123456789-+.eEtfnu/'#".to_vec()), 0..4),
        1 => vec(any::<u8>(), 0..4),
        1 => any::<char>().prop_map(|character| character.to_string().into_bytes()),
        1 => select(NO_JSON).prop_map(|word| word.as_bytes().to_vec()),
    ];
    vec((any::<Index>(), 0usize..4, bytes), 1..4)
}

pub fn changed(mut body: Vec<u8>, changes: Vec<(Index, usize, Vec<u8>)>) -> Vec<u8> {
    for (index, removed, added) in changes {
        let at = index.index(body.len() + 1);
        let end = (at + removed).min(body.len());
        body.splice(at..end, added);
    }
    body
}

fn example() -> impl Strategy<Value = Vec<u8>> {
    (any::<Index>(), any::<bool>()).prop_map(|(index, short)| match short {
        true => index.get(&TREES).text().into_bytes(),
        false => index.get(&EXAMPLES).clone(),
    })
}

pub fn changed_bytes() -> impl Strategy<Value = Body> {
    (example(), changes()).prop_map(|(body, changes)| Body(changed(body, changes)))
}

/// An example with tokens removed, repeated, exchanged, replaced and added.
pub fn changed_tokens() -> impl Strategy<Value = Body> {
    let word = prop_oneof![
        2 => select(PUNCTUATION).prop_map(str::to_owned),
        2 => any::<Index>().prop_map(|index| index.get(&VALUES).clone()),
        2 => select(NO_JSON).prop_map(str::to_owned),
    ];
    let changes = vec((any::<Index>(), 0..5u8, word), 1..5);
    (example(), changes).prop_map(|(body, changes)| {
        let mut tokens = tokens(&String::from_utf8(body).unwrap());
        for (index, change, word) in changes {
            let at = index.index(tokens.len());
            match change {
                0 => drop(tokens.remove(at)),
                1 => tokens.insert(at, tokens[at].clone()),
                2 => {
                    let other = (at + 2).min(tokens.len() - 1);
                    tokens.swap(at, other);
                }
                3 => tokens[at] = word,
                _ => tokens.insert(at, word),
            }
            if tokens.is_empty() {
                break;
            }
        }
        Body(tokens.concat().into_bytes())
    })
}

/// JSON cut into strings, words, white space and single characters.
fn tokens(json: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = json;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let length = match first {
            '"' => string_length(rest),
            _ if first.is_whitespace() => run(char::is_whitespace),
            _ if first.is_alphanumeric() => run(|c| c.is_alphanumeric() || matches!(c, '.' | '+' | '-')),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token.to_owned());
        rest = after;
    }
    tokens
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

/// A change of a value: in a container, at a member or element, what is done, and with which words.
#[derive(Clone, Debug)]
struct Change {
    container: Index,
    member: Index,
    kind: u8,
    word: Index,
    other: Index,
}

fn change(kinds: std::ops::Range<u8>) -> impl Strategy<Value = Change> {
    (any::<[Index; 4]>(), kinds).prop_map(|([container, member, word, other], kind)| Change {
        container,
        member,
        kind,
        word,
        other,
    })
}

/// An example with values changed, in one of the spellings of JSON.
pub fn changed_values() -> impl Strategy<Value = Body> {
    (any::<Index>(), vec(change(0..12), 0..6), any::<Option<u64>>()).prop_map(spelled)
}

/// As [`changed_values`], with such changes that most are still valid: what is more, repeated or elsewhere.
pub fn extended_values() -> impl Strategy<Value = Body> {
    (any::<Index>(), vec(change(0..4), 0..6), any::<Option<u64>>()).prop_map(spelled)
}

fn spelled((index, changes, seed): (Index, Vec<Change>, Option<u64>)) -> Body {
    let mut tree = index.get(&TREES).clone();
    for change in &changes {
        change.make(&mut tree);
    }
    let text = match seed {
        Some(seed) => tree.spelled(true, &mut numbers(seed)),
        None => tree.text(),
    };
    Body(text.into_bytes())
}

impl Change {
    fn make(&self, tree: &mut Tree) {
        let count = containers(tree);
        if count == 0 {
            return;
        }
        let mut skip = self.container.index(count);
        match nth_container(tree, &mut skip) {
            Some(Tree::Object(members)) => self.of_object(members),
            Some(Tree::Array(elements)) => self.of_array(elements),
            _ => {}
        }
    }

    fn value(&self) -> Tree {
        Tree::Scalar(self.word.get(&VALUES).clone())
    }

    /// A part of another example.
    fn part(&self) -> Tree {
        let mut tree = self.other.get(&TREES).clone();
        let mut skip = self.word.index(containers(&tree));
        nth_container(&mut tree, &mut skip).cloned().unwrap()
    }

    fn name(&self) -> String {
        let words = words();
        format!("\"{}\"", self.other.get(&words))
    }

    fn of_object(&self, members: &mut Vec<(String, Tree)>) {
        let at = self.member.index(members.len().max(1));
        match (self.kind, members.len()) {
            (0 | 1, _) => members.insert(at, (format!("\"x{}\"", at % 3), self.value())),
            (2, 1..) => members.insert(at, members[at].clone()),
            (3, 1..) => {
                let other = self.word.index(members.len());
                members.swap(at, other);
            }
            (4, _) => members.insert(at, (self.name(), self.value())),
            (5, 1..) => drop(members.remove(at)),
            (6, 1..) => members[at].1 = self.value(),
            (7, 1..) => members[at].0 = misspelled(&members[at].0, self.word),
            (8, 1..) => members[at].0 = self.name(),
            (9, 1..) => members[at].1 = self.part(),
            (10, 1..) => members[at].1.change_text(self.word),
            (11, 1..) => members[at].1 = Tree::Array(vec![members[at].1.clone()]),
            _ => {}
        }
    }

    fn of_array(&self, elements: &mut Vec<Tree>) {
        let at = self.member.index(elements.len().max(1));
        match (self.kind, elements.len()) {
            (0..=2, 1..) => elements.insert(at, elements[at].clone()),
            (3, 1..) => {
                let other = self.word.index(elements.len());
                elements.swap(at, other);
            }
            (4, _) => elements.insert(at, self.value()),
            (5, 1..) => drop(elements.remove(at)),
            (6 | 8, 1..) => elements[at] = self.value(),
            (9, 1..) => elements[at] = self.part(),
            (7 | 10, 1..) => elements[at].change_text(self.word),
            (11, 1..) => elements[at] = Tree::Array(vec![elements[at].clone()]),
            _ => {}
        }
    }
}

impl Tree {
    fn change_text(&mut self, seed: Index) {
        if let Tree::Scalar(text) = self {
            *text = misspelled(text, seed);
        }
    }
}

/// A slip of the hand inside a string; a number or a word in quotes.
fn misspelled(text: &str, seed: Index) -> String {
    let Some(inner) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else {
        return format!("\"{text}\"");
    };
    let mut letters: Vec<char> = inner.chars().collect();
    let at = seed.index(letters.len().max(1));
    match (seed.index(7), letters.len()) {
        (_, 0) => letters.push('x'),
        (0, _) => drop(letters.remove(at)),
        (1, _) => letters.insert(at, letters[at]),
        (2, 2..) => {
            let other = if at == 0 { 1 } else { at - 1 };
            letters.swap(at, other);
        }
        (3, _) => letters = inner.to_uppercase().chars().collect(),
        (4, _) => letters.retain(|letter| *letter != '_'),
        (5, _) => letters.insert(0, ' '),
        _ => letters[at] = 'x',
    }
    format!("\"{}\"", letters.into_iter().collect::<String>())
}

fn containers(tree: &Tree) -> usize {
    match tree {
        Tree::Scalar(_) => 0,
        Tree::Array(elements) => 1 + elements.iter().map(containers).sum::<usize>(),
        Tree::Object(members) => 1 + members.iter().map(|(_, value)| containers(value)).sum::<usize>(),
    }
}

fn nth_container<'a>(tree: &'a mut Tree, skip: &mut usize) -> Option<&'a mut Tree> {
    if matches!(tree, Tree::Scalar(_)) {
        return None;
    }
    if *skip == 0 {
        return Some(tree);
    }
    *skip -= 1;
    match tree {
        Tree::Scalar(_) => None,
        Tree::Array(elements) => elements.iter_mut().find_map(|element| nth_container(element, skip)),
        Tree::Object(members) => members.iter_mut().find_map(|(_, value)| nth_container(value, skip)),
    }
}

// ---- JSON of no kind

/// Any JSON, nested below the depth that `serde_json` reads by default.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter_map("JSON has no such number", |number| {
            serde_json::Number::from_f64(number).map(Value::from)
        }),
        any::<String>().prop_map(Value::from),
        "[ -~]{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 64, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((prop_oneof!["[a-c]{0,2}", any::<String>()], inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// JSON text with white space, escapes and repeated keys, as hands and programs write it.
pub fn text() -> impl Strategy<Value = String> {
    let space = || select(&["", "", "", "", " ", "\n\t", "\r\n", "                  "][..]);
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("false".to_owned()),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
        "\"([ -!#-\\[\\]-~é日🎉]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}|\\\\ud83d\\\\ude00){0,24}\"",
    ];
    let leaf = (space(), leaf, space()).prop_map(|(before, value, after)| format!("{before}{value}{after}"));
    leaf.prop_recursive(6, 48, 5, move |inner| {
        let key = "\"([a-c/~]|\\\\u006[1-3]){0,2}\"";
        prop_oneof![
            (vec(inner.clone(), 0..5), space())
                .prop_map(|(list, space)| format!("{space}[{}{space}]", list.join(","))),
            (vec((key, inner), 0..5), space()).prop_map(|(members, space)| {
                let members: Vec<String> =
                    members.into_iter().map(|(key, value)| format!("{space}{key}{space}:{value}")).collect();
                format!("{{{}{space}}}", members.join(","))
            }),
        ]
    })
}

/// The same bodies on every run and on every machine, unless more are asked for.
pub fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    ProptestConfig {
        cases: if asked { default.cases } else { cases },
        rng_seed: if asked { RngSeed::Random } else { RngSeed::Fixed(7) },
        failure_persistence: None,
        ..default
    }
}
