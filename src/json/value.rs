//! One spelling of every value: equal values have the same, and no others do.

use super::output::Output;
use super::{Document, Kind, NodeId, number, sort};

// What ends a value, or begins a container before the number of its parts: bytes that no text has.
const STRING: u8 = 0xff;
const NUMBER: u8 = 0xfe;
const NULL: u8 = 0xfd;
const FALSE: u8 = 0xfc;
const TRUE: u8 = 0xfb;
const ARRAY: u8 = 0xfa;
const OBJECT: u8 = 0xf9;

/// Takes a value in its one spelling: of the value, what it says counts and nothing else, not the order of keys,
/// white space, escapes, nor how a number is spelled; of a repeated key, the last value.
pub(crate) struct Spelling<'s> {
    /// What was spelled and not taken yet.
    text: &'s mut Output,
    /// Takes the text, which is begun anew then, where it is long.
    take: &'s mut dyn FnMut(&[u8]),
}

/// How many bytes of a spelling are taken at once.
const MOST_KEPT: usize = 4096;

/// The spelling of a value by itself.
pub(crate) fn spelled(document: &Document<'_>, id: NodeId) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut take = |text: &[u8]| bytes.extend_from_slice(text);
    let mut text = Output::new();
    let mut spelling = Spelling::new(&mut text, &mut take);
    spelling.value(document, id);
    spelling.end();
    bytes
}

/// Whether a string's text has this spelling.
pub(crate) fn is_text(text: &[u8], spelled: &[u8]) -> bool {
    spelled.strip_suffix(&[STRING]).is_some_and(|spelled| super::document::same(text, spelled))
}

/// The JSON type of a spelled value; of a number whether it has a fraction.
pub(crate) fn kind_spelled(spelled: &[u8]) -> Kind {
    match (spelled.first(), spelled.last()) {
        (Some(&ARRAY), _) => Kind::Array,
        (Some(&OBJECT), _) => Kind::Object,
        (Some(&NULL), _) => Kind::Null,
        (Some(&FALSE), _) => Kind::False,
        (Some(&TRUE), _) => Kind::True,
        (_, Some(&NUMBER)) => Kind::Number,
        _ => Kind::String,
    }
}

impl<'s> Spelling<'s> {
    pub fn new(text: &'s mut Output, take: &'s mut dyn FnMut(&[u8])) -> Self {
        Spelling { text, take }
    }

    /// Takes what is left.
    pub fn end(self) {
        (self.take)(self.text.bytes());
    }

    /// A value; keys in the order of their bytes. The tape is in that order where the keys are: only what is not
    /// has its members listed anew.
    pub fn value(&mut self, document: &Document<'_>, id: NodeId) {
        let mut stretches = Vec::new();
        let mut stretch = Some((id, document.node(id).next));
        while let Some((mut at, end)) = stretch.take().or_else(|| stretches.pop()) {
            while at < end {
                let (id, node) = (at, document.node(at));
                at += 1;
                match node.kind {
                    Kind::Null => self.text.byte(NULL),
                    Kind::False => self.text.byte(FALSE),
                    Kind::True => self.text.byte(TRUE),
                    Kind::Number => {
                        number::push_canonical(self.text, document.raw(id));
                        self.text.byte(NUMBER);
                    }
                    Kind::String => self.part(&document.text(node)),
                    Kind::Array => self.begin(ARRAY, document.elements(id).count()),
                    Kind::Object => match members(document, id) {
                        Ok(count) => self.begin(OBJECT, count),
                        Err(keys) => {
                            self.begin(OBJECT, keys.len());
                            stretches.push((node.next, end));
                            let member = |key: NodeId| (key, document.node(key + 1).next);
                            stretches.extend(keys.into_iter().rev().map(member));
                            break;
                        }
                    },
                }
            }
        }
    }

    fn begin(&mut self, kind: u8, count: usize) {
        self.text.byte(kind);
        self.text.push(&(count as u32).to_le_bytes());
    }

    /// A string.
    pub fn part(&mut self, text: &[u8]) {
        self.text.push(text);
        self.text.byte(STRING);
        if self.text.len() > MOST_KEPT {
            (self.take)(self.text.bytes());
            self.text.truncate(0);
        }
    }
}

/// How many members an object has, a repeated key counted once.
pub(crate) fn distinct(document: &Document<'_>, object: NodeId) -> usize {
    members(document, object).unwrap_or_else(|keys| keys.len())
}

/// How many members an object has, if their keys ascend; else the keys in order, of equal ones the last.
fn members(document: &Document<'_>, object: NodeId) -> Result<usize, Vec<NodeId>> {
    let key = |id: NodeId| document.text(document.node(id));
    let (mut count, mut last) = (0, None);
    for (id, _) in document.members(object) {
        let text = key(id);
        if last.is_some_and(|last| last >= text) {
            return Err(ordered(document, object));
        }
        (count, last) = (count + 1, Some(text));
    }
    Ok(count)
}

fn ordered(document: &Document<'_>, object: NodeId) -> Vec<NodeId> {
    let keys: Vec<NodeId> = document.members(object).map(|(key, _)| key).collect();
    let text = |key: Option<&NodeId>| key.map(|key| document.text(document.node(*key)));
    let order = sort::by_text(document, &keys);
    let mut last: Vec<NodeId> = Vec::with_capacity(keys.len());
    for key in order.into_iter().filter_map(|index| keys.get(index)) {
        if text(last.last()) == text(Some(key)) {
            last.pop();
        }
        last.push(*key);
    }
    last
}
