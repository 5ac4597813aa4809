//! Texts in which documents stand, each in one encoding in another.

use super::look::Look;
use super::scan::SHORTEST;
use super::{Encoding, Step};
use crate::encoding;
use crate::json::document::Node;
use crate::json::mend;
use crate::json::pointer;
use crate::json::string;

/// So many texts are in each other.
const MOST_STEPS: usize = 16;

/// How much of a text is looked at before it is decoded.
const HEAD: usize = 16;

/// So long may be what stands before the first byte that is percent-encoded, or before a field's value.
const LONGEST_WORD: usize = 256;

impl Look<'_, '_> {
    /// Looks in a body that is no JSON.
    pub fn text(&mut self, text: &[u8]) {
        let start = text.len() - text.trim_ascii_start().len();
        let end = text.trim_ascii_end().len();
        self.place = Some((start.min(end) as u32, end as u32));
        self.origin = Some(start as u32);
        self.decoded(String::new(), text);
    }

    /// Looks in what stands at a pointer.
    pub(super) fn decoded(&mut self, pointer: String, text: &[u8]) {
        let origin = self.origin.take();
        let text = text.trim_ascii();
        if self.path.len() >= MOST_STEPS {
            return;
        }
        if is_json(text) && self.step(&pointer, Encoding::Text, |look| look.body(text)) {
            return;
        }
        if let Some(decoded) = base64(text) {
            if self.works(decoded.len()) {
                self.step(&pointer, Encoding::Base64, |look| {
                    look.wtf8 = false;
                    look.inner(&decoded);
                });
            }
            return;
        }
        let mut fields = encoding::form(text).peekable();
        if fields.peek().is_some() {
            if self.works(text.len()) {
                self.step(&pointer, Encoding::Form, |look| look.fields(fields));
            }
            return;
        }
        if is_percent(text) {
            if self.works(text.len()) {
                let decoded = encoding::percent(text, b'+');
                self.step(&pointer, Encoding::Percent, |look| look.inner(&decoded));
            }
            return;
        }
        // Of a string, a document in it is asked for alone; of a body, all that is known of texts.
        if (origin.is_some() || text.contains(&b'{')) && self.works(text.len()) {
            self.among(&pointer, text, origin);
        }
    }

    /// Does what is a step on the way.
    fn step<T>(&mut self, pointer: &str, encoding: Encoding, work: impl FnOnce(&mut Self) -> T) -> T {
        let wtf8 = self.wtf8;
        self.path.push(Step { pointer: pointer.to_owned(), encoding });
        let done = work(self);
        self.path.pop();
        self.wtf8 = wtf8;
        done
    }

    /// Looks in what was decoded.
    fn inner(&mut self, text: &[u8]) {
        if !is_json(text.trim_ascii()) || !self.body(text.trim_ascii()) {
            self.decoded(String::new(), text);
        }
    }

    /// Looks in the fields of a form.
    fn fields<'f>(&mut self, fields: impl Iterator<Item = (&'f [u8], &'f [u8])>) {
        for (name, value) in fields {
            if value.len() >= SHORTEST as usize {
                let mut pointer = String::new();
                pointer::push(&mut pointer, &string::lossy(&encoding::percent(name, b' ')));
                self.decoded(pointer, &encoding::percent(value, b' '));
            }
        }
    }

    /// Looks at the documents that stand in a text, which itself starts there in the outermost body.
    fn among(&mut self, pointer: &str, text: &[u8], origin: Option<u32>) {
        let Some(around) = mend::around(text, self.limits, self.wtf8) else { return };
        let place = self.place;
        for body in around.bodies {
            if let Some(origin) = origin {
                self.place = Some((origin + body.start as u32, origin + body.end as u32));
            }
            let inner = match &body.text {
                Some(text) => text,
                None => text.get(body.start..body.end).unwrap_or_default(),
            };
            let encoding = match body.encoding {
                mend::Encoding::Text => Encoding::Text,
                mend::Encoding::Base64 => Encoding::Base64,
                mend::Encoding::Form => Encoding::Form,
                mend::Encoding::Percent => Encoding::Percent,
            };
            self.step(pointer, encoding, |look| look.body(inner));
        }
        self.place = place;
    }
}

/// Whether a text starts as an object, an array or a string.
fn is_json(text: &[u8]) -> bool {
    matches!(text.first(), Some(b'{' | b'[' | b'"'))
}

/// Whether a string may have another document in it, as far as is seen at once.
pub(super) fn is_promising(inner: &[u8], node: &Node) -> bool {
    match node.has(Node::ESCAPED) {
        true => inner.starts_with(b"\\\"") || has_object(inner) || is_base64(inner),
        false => is_encoded(inner) || is_base64(inner),
    }
}

/// Whether an object that has members starts in a string, as it stands there.
fn has_object(mut inner: &[u8]) -> bool {
    while let Some(at) = inner.iter().position(|byte| *byte == b'{') {
        inner = inner.get(at + 1..).unwrap_or_default();
        let mut rest = inner;
        while let [b' ', after @ ..] | [b'\\', b'n' | b'r' | b't', after @ ..] = rest {
            rest = after;
        }
        // A quote, escaped once or more.
        if let [b'\\', b'"' | b'\\' | b'u', ..] = rest {
            return true;
        }
    }
    false
}

/// Whether a text starts with a word, if any, after which something is encoded, or the field of a form has its value.
fn is_encoded(text: &[u8]) -> bool {
    let is_word = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_-.[]+/".contains(*byte);
    let word = text.iter().take(LONGEST_WORD).take_while(is_word).count();
    matches!(text.get(word), Some(b'%' | b'='))
}

/// Whether a text starts as base64 of text.
fn is_base64(text: &[u8]) -> bool {
    let Some(head) = text.first_chunk::<HEAD>() else { return false };
    let decoded = encoding::base64(head).unwrap_or_default();
    let is_text = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    is_json(decoded.trim_ascii_start()) || !decoded.is_empty() && decoded.iter().all(is_text)
}

fn base64(text: &[u8]) -> Option<Vec<u8>> {
    if is_base64(text) { encoding::base64(text) } else { None }
}

/// Whether a text has `%XX` in it, and nothing that would be encoded so.
fn is_percent(text: &[u8]) -> bool {
    let is_code =
        |code: &[u8]| matches!(code, [b'%', a, b] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    text.windows(3).any(is_code) && !text.iter().any(|byte| *byte <= b' ' || *byte == b'"')
}
