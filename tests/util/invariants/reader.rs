use std::collections::{BTreeMap, BTreeSet};

use hooklens::json::pointer::{self, pointer};
use hooklens::json::string::unescape;
use hooklens::json::{Document, Kind, Limits, Malformed, NodeId, Reader, syntax};
use serde_json::Value;

use super::{Outcome, ensure, is_json, text_length};

/// No limit but what the machine has.
const UNBOUNDED: Limits = Limits { max_bytes: u32::MAX, max_depth: u32::MAX };

const MARK: &[u8] = b"\xef\xbb\xbf";

/// The reader accepts and refuses what `serde_json` does, a byte order mark aside, and reads the same.
pub fn reader(body: &[u8]) -> Outcome {
    let expected = is_json(body.strip_prefix(MARK).unwrap_or(body));
    let mut reader = Reader::new();
    match reader.read(body, UNBOUNDED) {
        Ok(document) => {
            ensure!(expected, "accepted, and serde_json refuses it");
            read_alike(&document)
        }
        Err(malformed) => {
            ensure!(!expected, "refused for {malformed:?}, and serde_json accepts it");
            refused(body, malformed)
        }
    }
}

/// Every node's bytes are JSON of its kind; its pointer leads to the same value in `serde_json`'s.
fn read_alike(document: &Document<'_>) -> Outcome {
    let text = document.body().strip_prefix(MARK).unwrap_or(document.body());
    // Refused where a string has half a surrogate pair, a number is beyond every double, or all is too deep.
    let Ok(whole) = serde_json::from_slice::<Value>(text) else { return Ok(()) };
    let keys = keys(document);
    let counting = counting(document);
    for id in 0..document.nodes().len() as NodeId {
        let node = document.node(id);
        let value: Value =
            serde_json::from_slice(document.raw(id)).map_err(|error| format!("{id}: {error}"))?;
        let kind = match &value {
            Value::Null => Kind::Null,
            Value::Bool(true) => Kind::True,
            Value::Bool(false) => Kind::False,
            Value::Number(_) => Kind::Number,
            Value::String(text) => {
                ensure!(unescape(document.inner(node)) == text.as_bytes(), "{text:?} is read otherwise");
                Kind::String
            }
            Value::Array(_) => Kind::Array,
            Value::Object(_) => Kind::Object,
        };
        ensure!(node.kind == kind, "{kind:?} is read as {:?}", node.kind);
        let at = pointer(document, id);
        if keys.contains(&id) {
            let mut token = String::new();
            pointer::push(&mut token, value.as_str().unwrap_or_default());
            ensure!(at.ends_with(&token), "{at} is the pointer of the key {value}");
        } else if counting.contains(&id) {
            ensure!(whole.pointer(&at) == Some(&value), "{at} is the pointer of {value}");
        }
    }
    Ok(())
}

fn objects<'a>(document: &'a Document<'_>) -> impl Iterator<Item = NodeId> + 'a {
    (0..document.nodes().len() as NodeId).filter(|id| document.node(*id).kind == Kind::Object)
}

fn keys(document: &Document<'_>) -> BTreeSet<NodeId> {
    objects(document).flat_map(|id| document.members(id)).map(|(key, _)| key).collect()
}

/// The values that count: of a repeated key, `serde_json` keeps the last.
fn counting(document: &Document<'_>) -> BTreeSet<NodeId> {
    let mut counting = BTreeSet::from([0]);
    for id in 0..document.nodes().len() as NodeId {
        if !counting.contains(&id) {
            continue;
        }
        counting.extend(document.elements(id));
        let members = document.members(id);
        let last: BTreeMap<_, _> =
            members.map(|(key, value)| (unescape(document.inner(document.node(key))), value)).collect();
        counting.extend(last.into_values());
    }
    counting
}

fn refused(body: &[u8], malformed: Malformed) -> Outcome {
    let valid_up_to = text_length(body);
    match malformed {
        Malformed::Utf8 { at } => {
            ensure!(
                at as usize == valid_up_to && valid_up_to < body.len(),
                "UTF-8 ends at {valid_up_to}, not {at}"
            );
        }
        Malformed::Syntax { at, start, .. } => {
            ensure!(start <= at && at as usize <= body.len(), "{start}..{at} is outside");
            // What is before it is the beginning of some JSON: up to there the bytes are text at least.
            ensure!(at as usize <= valid_up_to, "{at} is beyond what is text, {valid_up_to}");
        }
        other => return Err(format!("{other:?} without a limit")),
    }
    let problems = syntax::problems(body, UNBOUNDED, false, 100);
    ensure!(!problems.is_empty(), "refused without a problem");
    for problem in &problems {
        let fix = problem.fix.as_ref().map_or((0, 0), |fix| (fix.start, fix.end));
        for (start, end) in [(problem.start, problem.end), fix] {
            ensure!(start <= end && end as usize <= body.len(), "{start}..{end} is outside");
        }
    }
    let mut fixes: Vec<_> = problems.iter().filter_map(|problem| problem.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.start, fix.end));
    ensure!(fixes.windows(2).all(|pair| pair[0].end <= pair[1].start), "fixes overlap: {fixes:?}");
    Ok(())
}
