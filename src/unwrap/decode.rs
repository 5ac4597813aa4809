//! Texts in which documents stand, each in one encoding in another.

use super::look::Look;
use super::scan::SHORTEST;
use super::{Encoding, Step};
use crate::encoding;
use crate::json::document::Node;
use crate::json::mend;
use crate::json::mend::bytes::before;
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
        self.decoded("", text);
    }

    /// Looks in what stands at a pointer.
    pub(super) fn decoded(&mut self, pointer: &str, text: &[u8]) {
        let origin = self.origin.take();
        let text = text.trim_ascii();
        if self.path.len() >= MOST_STEPS || !self.works(text.len()) {
            return;
        }
        if is_json(text) {
            self.enter(pointer, Encoding::Text);
            let is_document = self.body(text);
            self.path.pop();
            if is_document {
                return;
            }
        }
        let decoded = if is_base64(text) { encoding::base64(text) } else { None };
        let (encoding, inner) = match () {
            () if decoded.is_some() => (Encoding::Base64, decoded),
            () if encoding::form(text).next().is_some() => (Encoding::Form, None),
            () if is_percent(text) => (Encoding::Percent, Some(encoding::percent(text, b'+'))),
            // Of a string, a document in it is asked for alone; of a body, all that is known of texts.
            () if origin.is_some() || text.contains(&b'{') => return self.among(pointer, text, origin),
            () => return,
        };
        let wtf8 = self.wtf8;
        self.enter(pointer, encoding);
        match inner {
            Some(inner) => {
                self.wtf8 &= encoding != Encoding::Base64;
                self.inner(&inner);
            }
            None => self.fields(text),
        }
        self.path.pop();
        self.wtf8 = wtf8;
    }

    fn enter(&mut self, pointer: &str, encoding: Encoding) {
        self.path.push(Step { pointer: pointer.to_owned(), encoding });
    }

    /// Looks in what was decoded.
    fn inner(&mut self, text: &[u8]) {
        if !is_json(text.trim_ascii()) || !self.body(text.trim_ascii()) {
            self.decoded("", text);
        }
    }

    /// Looks in the fields of a form.
    fn fields(&mut self, form: &[u8]) {
        for (name, value) in encoding::form(form) {
            if value.len() >= SHORTEST as usize {
                let mut pointer = String::new();
                pointer::push(&mut pointer, &string::lossy(&encoding::percent(name, b' ')));
                self.decoded(&pointer, &encoding::percent(value, b' '));
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
            self.enter(pointer, encoding);
            self.body(inner);
            self.path.pop();
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
    while let Some(after) = inner.get(before(inner, b"{") + 1..) {
        inner = after;
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

/// Whether a text is base64 of another that may have a document in it, as far as is seen at once.
fn is_base64(text: &[u8]) -> bool {
    let Some(head) = text.first_chunk::<HEAD>() else { return false };
    let head = encoding::base64(head).unwrap_or_default();
    if is_json(head.trim_ascii_start()) {
        return true;
    }
    let is_text = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    if head.is_empty() || !head.iter().all(is_text) {
        return false;
    }
    let decoded = encoding::base64(text).unwrap_or_default();
    decoded.contains(&b'{') || is_encoded(&decoded) || is_base64(&decoded)
}

/// Whether a text has `%XX` in it, and nothing that would be encoded so.
fn is_percent(text: &[u8]) -> bool {
    let is_code =
        |code: &[u8]| matches!(code, [b'%', a, b] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    text.windows(3).any(is_code) && !text.iter().any(|byte| *byte <= b' ' || *byte == b'"')
}
