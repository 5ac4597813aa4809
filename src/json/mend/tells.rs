//! What tells what a text is that is no JSON.

use super::bytes::{
    before, byte, contains, ends, from, has_one_of, is_one_of, part, starts, starts_with_one_of, trim,
    trim_end, trim_start,
};
use super::literal::hexadecimal;
use super::names::{self, Known};
use super::{Layer, Look, characters};

/// What stands in place of something that was left out.
pub(super) const STREAM: &[u8] =
    b"ReadableStream {|Promise {|[object Promise]|[object ReadableStream]|<pending>";
pub(super) const DEEP: &[u8] = b"[Object]|[Array]|[Circular|... ";
pub(super) const REPRESENTED: &[u8] = b"[Function|[class |[Getter|[Symbol|#<|<class |<function ";

/// Where a thing is of which nothing else is told.
const AT: &[u8] = b" at 0x";
pub(super) const OBJECT: &[u8] = b"[object ";
pub(super) const BUFFER: &[u8] = b"<Buffer |Uint8Array(";

/// What is said of something that was left out, where a text starts with what stands in its place.
pub(super) fn left_out(text: &[u8]) -> Option<Known> {
    let is = |words: &[u8]| starts_with_one_of(text, words);
    let is_represented = || {
        let inner = part(text, 0, text.len().min(200));
        is(REPRESENTED) || is(b"<") && contains(part(inner, 0, before(inner, b">")), AT)
    };
    Some(match () {
        () if is(STREAM) => Known::Stream,
        () if is(DEEP) => Known::Deep,
        () if is(OBJECT) => Known::Object,
        () if is(BUFFER) => Known::Buffer,
        () if is_represented() => Known::Represented,
        () => return None,
    })
}

/// The first words of commands.
pub(super) const COMMANDS: &[u8] =
    b"curl|wget|http|https|xh|aws|gcloud|kubectl|echo|printf|sudo|curl.exe|stripe|svix|\
    mosquitto_pub|Invoke-RestMethod|Invoke-WebRequest|iwr|irm";

/// Whether a text is a command of a shell.
pub(crate) fn is_command(text: &[u8]) -> bool {
    let text = match trim_start(text) {
        [b'$' | b'%' | b'>' | b'#', b' ', command @ ..] => command,
        text => text,
    };
    is_one_of(part(text, 0, before(text, b" \n\t")), COMMANDS)
}

/// The length of the tag that a brace starts, as in `{code:json}`.
pub(super) fn tag(text: &[u8]) -> Option<usize> {
    let word = |byte: &&u8| byte.is_ascii_alphanumeric() || b":|=-_".contains(byte);
    let length = text.iter().skip(1).take_while(word).count();
    let is_tag = matches!(from(text, length), [last, b'}', ..] if last.is_ascii_alphanumeric());
    (is_tag && length > 0 && byte(text, 0) == b'{').then_some(length + 2)
}

/// Whether a text starts with words in square brackets, as in a log.
pub(super) fn is_bracketed(text: &[u8]) -> bool {
    let ends = |byte: &u8| b"]{[\"'\n".contains(byte);
    let length = text.iter().skip(1).position(ends).unwrap_or(0);
    let words = part(text, 1, length + 1);
    matches!(words, [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric())
        && byte(text, 0) == b'['
        && matches!(from(text, length + 1), [b']', b' ' | b'[' | b':' | b'\t', ..])
}

/// The first character of a text that has nothing but space, where it is one that JSON does not have.
fn only_space(mut text: &[u8]) -> Option<u32> {
    let mut first = None;
    loop {
        text = trim_start(text);
        let Some((code, length, _)) = characters::space(text) else { break };
        first = first.or(Some(code));
        text = from(text, length);
    }
    first.filter(|_| text.is_empty())
}

/// What stands before the quotes that a text ends with: `JSON.parse(` of `JSON.parse('`, `r#` included.
fn before_quotes(text: &[u8]) -> &[u8] {
    let is_quote = |byte: &&u8| b"\"'`#".contains(byte);
    let quotes = text.iter().rev().take_while(is_quote).count();
    let mut before = part(text, 0, text.len() - quotes);
    if let [rest @ .., b'r' | b'b' | b'u' | b'f' | b'@' | b'$'] = before
        && quotes > 0
        && !rest.last().is_some_and(u8::is_ascii_alphanumeric)
    {
        before = rest;
    }
    trim_end(before)
}

pub(super) const RESPONSE: &[u8] = b"HTTP/";
pub(super) const METHODS: &[u8] = b"POST|PUT|PATCH|GET|DELETE|HEAD|OPTIONS";

/// What an HTTP message is whose first line a text starts with.
pub(super) fn message(text: &[u8]) -> Option<Known> {
    if starts(text, RESPONSE) {
        return Some(Known::Response);
    }
    let method = before(text, b" ");
    let is_method = is_one_of(part(text, 0, method), METHODS);
    (is_method && matches!(byte(text, method + 1), b'/' | b'h' | b'*')).then_some(Known::Request)
}

/// What keeps a text from being run as a script.
pub(super) const GUARDS: &[u8] = b")]}'|while(1);|while (1);|for(;;);|for (;;);|&&&START&&&";

const SQL: &[u8] = b"INSERT |insert |UPDATE |SELECT |VALUES";
const LEVELS: &[u8] = b"INFO|WARN|ERROR|DEBUG|TRACE|level=|[info]|[error]";
const PART: &[u8] = b"Content-Disposition:";
const NOTHING: &[u8] = b"undefined|None|nil|NULL|NaN";
const PHP: &[u8] = b"Array\n|Array\r|array(|object(|stdClass ";
const GO: &[u8] = b"map";

/// What of them has words.
pub(super) const WORDS: &[&[u8]] = &[
    STREAM,
    DEEP,
    REPRESENTED,
    OBJECT,
    BUFFER,
    COMMANDS,
    RESPONSE,
    METHODS,
    GUARDS,
    SQL,
    LEVELS,
    PART,
    NOTHING,
    PHP,
    GO,
    AT,
];

/// What stands around a body.
pub(super) fn around(before: &[u8], after: &[u8], unquoted: bool) -> Known {
    let (before, after) = (trim(before), trim(after));
    let quote = before.last().copied().filter(|byte| b"\"'`#".contains(byte) && !ends(before, b"##"));
    let opened = before_quotes(before);
    let (last, of_word) = match opened {
        [.., word, last] => (*last, word.is_ascii_alphanumeric()),
        [last] => (*last, false),
        [] => (0, false),
    };
    let has = |words: &[u8]| has_one_of(before, words);
    let starts = |words: &[u8]| starts_with_one_of(before, words);
    let space = only_space(if before.is_empty() { after } else { before });
    match (message(before), space) {
        _ if is_command(before) && has(b"curl") => Known::Curl,
        _ if is_command(before) => Known::Command,
        (Some(known), _) => known,
        _ if has(b"```|~~~") => Known::Fence,
        _ if has(PART) => Known::Multipart,
        _ if starts(GUARDS) => Known::Guard,
        _ if has(SQL) => Known::Sql,
        _ if opened.is_empty() && quote.is_some() && after.len() < 4 => Known::Quoted,
        _ if tag(before) == Some(before.len()) || starts(b"<") && super::bytes::starts(after, b"</") => {
            Known::Tag
        }
        _ if is_dated(before) || has(LEVELS) => Known::Log,
        _ if last == b'(' && of_word => Known::Call,
        _ if last == b'=' && !opened.contains(&b'\n') => Known::Assignment,
        _ if unquoted && quote == Some(b'"') && last == b',' => Known::Csv,
        (_, Some(code)) if before.is_empty() || after.is_empty() => names::space(code),
        _ if before.is_empty() => Known::After,
        _ if !after.is_empty() => Known::Both,
        _ if last == b':' => Known::Label,
        _ => Known::Before,
    }
}

/// Whether there is a time in it.
fn is_dated(text: &[u8]) -> bool {
    (0..text.len())
        .any(|at| matches!(from(text, at), [b'0'..=b'2', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9', ..]))
}

/// What stands before each line.
pub(super) fn prefix(prefix: &[u8]) -> Known {
    let has = |is: fn(&u8) -> bool| prefix.iter().any(is);
    match (has(u8::is_ascii_alphabetic), has(u8::is_ascii_digit)) {
        (false, true) if !is_dated(prefix) => Known::LineNumbers,
        (false, false) => Known::LineMarks,
        _ => Known::LogLines,
    }
}

/// A text of which no more is known than what it is.
pub(super) fn whole(look: Look<'_>) -> Option<Layer> {
    let text = trim(look.text);
    let start = look.text.len() - trim_start(look.text).len();
    let last = text.strip_suffix(b")").unwrap_or(text).strip_suffix(b"undefined");
    if let Some(before @ ([.., b':', b' '] | [.., b'('])) = last
        && before.first().is_some_and(u8::is_ascii_alphabetic)
    {
        let at = start + before.len();
        return Some(Layer::named(Known::Undefined, at, at + b"undefined".len()));
    }
    let bracket = before(text, b"{[(");
    let (title, inner) = (part(text, 0, bracket), from(text, bracket));
    let (mut start, mut end) = (start, start + text.len());
    let known = match left_out(text) {
        Some(known) => known,
        None if is_one_of(text, NOTHING) => Known::Nothing,
        None if is_command(text) => around(text, b"", false),
        None if is_represented(text) => Known::Represented,
        None if starts_with_one_of(text, PHP) => Known::Php,
        None if starts_with_one_of(text, b"a:|O:") && contains(text, b":{") => Known::Php,
        // Maps and objects without quotes, wherever they start.
        None => {
            (start, end) = (start + bracket, start + bracket + 1);
            match () {
                () if ends(title, b"@") && starts(inner, b"{") => Known::Powershell,
                () if ends(title, GO) && starts(inner, b"[") => Known::Go,
                () if pairs(inner, b':', b' ') => Known::Go,
                () if pairs(inner, b'=', b',') => Known::Java,
                () => return None,
            }
        }
    };
    Some(Layer::named(known, start, end))
}

/// Whether a text is a thing of its own, and nothing else: `<Request POST /hooks>`, `com.acme.Event@1b6d3586`.
fn is_represented(text: &[u8]) -> bool {
    let inner = part(text, 1, text.len().saturating_sub(1));
    let address = from(text, before(text, b"@ \n") + 1);
    let is_tag = before(inner, b"<>") < inner.len() || matches!(inner, [b'!' | b'?' | b'/', ..] | [.., b'/']);
    starts(text, b"<") && ends(text, b">") && !is_tag
        || before(text, b". \n") < before(text, b"@ \n") && hexadecimal(address).is_some()
}

/// Whether a bracket is followed by two names at least, each with such a byte between it and its value, and another
/// before the next.
fn pairs(text: &[u8], between: u8, separator: u8) -> bool {
    let mut pairs = 0;
    let mut is_name = true;
    let mut name = 0;
    for &byte in part(text, 1, text.len().min(LONGEST_PAIRS + 1)) {
        match byte {
            // Those that separate by spaces have neither.
            b',' | b'"' | b'\'' if separator == b' ' => return false,
            _ if byte == between && is_name && name > 0 => {
                pairs += 1;
                is_name = false;
            }
            _ if byte == separator => (is_name, name) = (true, 0),
            b' ' if name == 0 => {}
            _ if byte.is_ascii_alphanumeric() || byte == b'_' => name += 1,
            _ => is_name = false,
        }
    }
    pairs > 1
}

/// So much of a map is looked at.
const LONGEST_PAIRS: usize = 1 << 10;
