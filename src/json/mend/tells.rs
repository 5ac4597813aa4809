//! What tells what a text is that is no JSON.

use super::literal::hexadecimal;
use super::names::{self, Known};
use super::{Layer, Look, characters};

/// Whether one of the words starts a text; it is the whole first word.
fn starts_with_word(text: &[u8], words: &[&str]) -> bool {
    words.iter().any(|word| {
        let after = text.strip_prefix(word.as_bytes());
        after.is_some_and(|after| !after.first().is_some_and(|byte| byte.is_ascii_alphanumeric()))
    })
}

fn is_one_of(word: &[u8], words: &[&str]) -> bool {
    words.iter().any(|other| other.as_bytes() == word)
}

/// Whether a call of this name gives a list.
pub(super) fn is_list(name: &[u8]) -> bool {
    is_one_of(name, &["array", "Array", "list", "tuple", "List"])
}

/// Whether it is a type of the Mongo shell.
pub(super) fn is_mongo(name: &[u8]) -> bool {
    is_one_of(
        name,
        &["ObjectId", "ISODate", "NumberLong", "NumberInt", "NumberDecimal", "BinData", "Timestamp"],
    )
}

/// Whether a call of this name gives a number.
pub(super) fn is_number(name: &[u8]) -> bool {
    [b"Number".as_slice(), b"Long", b"Int", b"Double", b"Decimal"]
        .iter()
        .any(|prefix| name.starts_with(prefix))
}

/// What stands in place of something that was left out.
pub(super) fn left_out(text: &[u8]) -> Option<&'static Known> {
    let starts: [(&[u8], &Known); 19] = [
        (b"ReadableStream {", &names::STREAM),
        (b"Promise {", &names::STREAM),
        (b"[object Promise]", &names::STREAM),
        (b"[object ReadableStream]", &names::STREAM),
        (b"Uint8Array(", &names::BUFFER),
        (b"[object ", &names::OBJECT),
        (b"[Object]", &names::DEEP),
        (b"[Array]", &names::DEEP),
        (b"[Circular", &names::DEEP),
        (b"[Function", &names::REPRESENTED),
        (b"[class ", &names::REPRESENTED),
        (b"[Getter", &names::REPRESENTED),
        (b"[Symbol", &names::REPRESENTED),
        (b"<Buffer ", &names::BUFFER),
        (b"#<", &names::REPRESENTED),
        (b"<class ", &names::REPRESENTED),
        (b"<function ", &names::REPRESENTED),
        (b"<pending>", &names::STREAM),
        (b"... ", &names::DEEP),
    ];
    let is_python = |text: &[u8]| {
        let length = text.iter().take(200).position(|byte| *byte == b'>');
        length.and_then(|length| text.get(..length)).is_some_and(|inner| contains(inner, b" at 0x"))
    };
    if text.starts_with(b"<") && is_python(text) {
        return Some(&names::REPRESENTED);
    }
    starts.iter().find(|(start, _)| text.starts_with(start)).map(|(_, known)| *known)
}

/// Whether a text is a command of a shell.
pub(super) fn is_command(text: &[u8]) -> bool {
    let text = text.trim_ascii_start();
    let text = match text {
        [b'$' | b'%' | b'>' | b'#', b' ', command @ ..] => command,
        _ => text,
    };
    let words = ["curl", "wget", "http", "https", "xh", "aws", "gcloud", "kubectl", "echo", "printf", "sudo"];
    let more = [
        "Invoke-RestMethod",
        "Invoke-WebRequest",
        "iwr",
        "irm",
        "curl.exe",
        "stripe",
        "svix",
        "mosquitto_pub",
    ];
    starts_with_word(text, &words) && !text.starts_with(b"http:") && !text.starts_with(b"https:")
        || starts_with_word(text, &more)
}

/// The length of the tag that a brace starts, as in `{code:json}`.
pub(super) fn tag(text: &[u8]) -> Option<usize> {
    let word = |byte: &&u8| byte.is_ascii_alphanumeric() || b":|=-_".contains(byte);
    let length = text.iter().skip(1).take_while(word).count();
    let is_tag = matches!(text.get(length..), Some([last, b'}', ..]) if last.is_ascii_alphanumeric());
    (is_tag && length > 0 && text.first() == Some(&b'{')).then_some(length + 2)
}

/// Whether a text starts with words in square brackets, as in a log.
pub(super) fn is_bracketed(text: &[u8]) -> bool {
    let ends = |byte: &u8| b"]{[\"'\n".contains(byte);
    let length = text.iter().skip(1).position(ends).unwrap_or(0);
    let words = text.get(1..length + 1).unwrap_or_default();
    matches!(words, [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric())
        && text.first() == Some(&b'[')
        && matches!(text.get(length + 1..), Some([b']', b' ' | b'[' | b':' | b'\t', ..]))
}

pub(super) fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// The first character of a text that has nothing but space, where it is one that JSON does not have.
fn only_space(mut text: &[u8]) -> Option<u32> {
    let mut first = None;
    loop {
        text = text.trim_ascii_start();
        let Some((code, length, _)) = characters::space(text) else { break };
        first = first.or(Some(code));
        text = text.get(length..)?;
    }
    first.filter(|_| text.is_empty())
}

/// What stands before the quotes that a text ends with: `JSON.parse(` of `JSON.parse('`, `r#` included.
fn before_quotes(text: &[u8]) -> &[u8] {
    let is_quote = |byte: &&u8| b"\"'`#".contains(byte);
    let quotes = text.iter().rev().take_while(is_quote).count();
    let mut before = text.get(..text.len() - quotes).unwrap_or_default();
    if let [rest @ .., b'r' | b'b' | b'u' | b'f' | b'@' | b'$'] = before
        && quotes > 0
        && !rest.last().is_some_and(u8::is_ascii_alphanumeric)
    {
        before = rest;
    }
    before.trim_ascii_end()
}

/// Whether a line is one that a diff has between others.
pub(super) fn is_diff(line: &[u8]) -> bool {
    [b"@@".as_slice(), b"diff ", b"index ", b"+++ ", b"--- ", b"+", b"-", b"\\ No newline"]
        .iter()
        .any(|start| line.starts_with(start))
}

/// What an HTTP message is whose first line a text starts with.
pub(super) fn message(text: &[u8]) -> Option<&'static Known> {
    if text.starts_with(b"HTTP/") {
        return Some(&names::RESPONSE);
    }
    let methods = ["POST ", "PUT ", "PATCH ", "GET ", "DELETE ", "HEAD ", "OPTIONS "];
    let after = methods.iter().find_map(|method| text.strip_prefix(method.as_bytes()))?;
    matches!(after, [b'/' | b'h' | b'*', ..]).then_some(&names::REQUEST)
}

/// What stands around a body.
pub(super) fn around(before: &[u8], after: &[u8], unquoted: bool) -> &'static Known {
    let (before, after) = (before.trim_ascii(), after.trim_ascii());
    let has = |part: &[u8]| contains(before, part);
    let quote = before.last().copied().filter(|byte| b"\"'`#".contains(byte) && !before.ends_with(b"##"));
    let opened = before_quotes(before);
    let (last, of_word) = match opened {
        [.., word, last] => (*last, word.is_ascii_alphanumeric()),
        [last] => (*last, false),
        [] => (0, false),
    };
    let starts = |words: &[&[u8]]| words.iter().any(|word| before.starts_with(word));
    let any = |words: &[&[u8]]| words.iter().any(|word| has(word));
    match () {
        () if is_command(before) && has(b"curl") => &names::CURL,
        () if is_command(before) => &names::COMMAND,
        () if message(before).is_some() => message(before).unwrap_or(&names::REQUEST),
        () if any(&[b"```", b"~~~"]) => &names::FENCE,
        () if has(b"Content-Disposition:") => &names::MULTIPART,
        () if starts(&[b")]}'", b"while(1);", b"while (1);", b"for(;;);", b"for (;;);", b"&&&START&&&"]) => {
            &names::GUARD
        }
        () if any(&[b"INSERT ", b"insert ", b"UPDATE ", b"SELECT ", b"VALUES"]) => &names::SQL,
        () if opened.is_empty() && quote.is_some() && after.len() < 4 => &names::QUOTED,
        () if before.ends_with(b"}") && tag(before) == Some(before.len()) => &names::TAG,
        () if starts(&[b"<"]) && after.starts_with(b"</") => &names::TAG,
        () if is_dated(before) => &names::LOG,
        () if any(&[b"INFO", b"WARN", b"ERROR", b"DEBUG", b"TRACE", b"level=", b"[info]", b"[error]"]) => {
            &names::LOG
        }
        () if last == b'(' && of_word => &names::CALL,
        () if last == b'=' && !opened.contains(&b'\n') => &names::ASSIGNMENT,
        () if unquoted && quote == Some(b'"') && last == b',' => &names::CSV,
        () if before.is_empty() && only_space(after).is_some() => {
            names::space(only_space(after).unwrap_or(0))
        }
        () if after.is_empty() && only_space(before).is_some() => {
            names::space(only_space(before).unwrap_or(0))
        }
        () if before.is_empty() => &names::AFTER,
        () if last == b':' && after.is_empty() => &names::LABEL,
        () if after.is_empty() => &names::BEFORE,
        () => &names::BOTH,
    }
}

/// Whether there is a time in it.
fn is_dated(text: &[u8]) -> bool {
    text.windows(5).any(|five| matches!(five, [b'0'..=b'2', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9']))
}

/// What stands before each line.
pub(super) fn prefix(prefix: &[u8]) -> &'static Known {
    let has = |is: fn(&u8) -> bool| prefix.iter().any(is);
    match (has(u8::is_ascii_alphabetic), has(u8::is_ascii_digit)) {
        (false, true) if !is_dated(prefix) => &names::LINE_NUMBERS,
        (false, false) => &names::LINE_MARKS,
        _ => &names::LOG_LINES,
    }
}

/// A text of which no more is known than what it is.
pub(super) fn whole(look: Look<'_>) -> Option<Layer> {
    let text = look.text.trim_ascii();
    let start = look.text.len() - look.text.trim_ascii_start().len();
    let layer = |known| Some(Layer::named(known, (start, start + text.len())));
    if is_one_of(text, &["undefined", "None", "nil", "NULL", "NaN"]) {
        return layer(&names::NOTHING);
    }
    let last = text.strip_suffix(b")").unwrap_or(text).strip_suffix(b"undefined");
    if let Some(before @ ([.., b':', b' '] | [.., b'('])) = last
        && before.first().is_some_and(u8::is_ascii_alphabetic)
    {
        let at = start + before.len();
        return Some(Layer::named(&names::UNDEFINED, (at, at + b"undefined".len())));
    }
    if let Some(known) = left_out(text) {
        return layer(known);
    }
    if is_command(text) {
        return layer(around(text, b"", false));
    }
    // A thing of its own, and nothing else: `<Request POST /hooks>`, `com.acme.Event@1b6d3586`.
    let is_one = text.iter().all(u8::is_ascii_graphic);
    let address = text.iter().rposition(|byte| *byte == b'@').and_then(|at| text.get(at + 1..));
    let is_tag = text.iter().filter(|byte| matches!(byte, b'<' | b'>')).count() > 2
        || b"!?/".contains(text.get(1).unwrap_or(&b'/'));
    if text.starts_with(b"<") && text.ends_with(b">") && !is_tag
        || is_one && text.contains(&b'.') && address.is_some_and(|address| hexadecimal(address).is_some())
    {
        return layer(&names::REPRESENTED);
    }
    let starts: [(&[u8], &Known); 5] = [
        (b"Array\n", &names::PHP),
        (b"Array\r\n", &names::PHP),
        (b"array(", &names::PHP),
        (b"object(", &names::PHP),
        (b"stdClass ", &names::PHP),
    ];
    if let Some((_, known)) = starts.iter().find(|(start, _)| text.starts_with(start)) {
        return layer(known);
    }
    if let [b'a' | b'O', b':', b'0'..=b'9', ..] = text
        && contains(text, b":{")
    {
        return layer(&names::PHP);
    }
    // Maps and objects without quotes, wherever they start.
    let bracket = look.text.iter().position(|byte| matches!(byte, b'{' | b'[' | b'('))?;
    let (before, inner) = look.text.split_at_checked(bracket)?;
    let known = match () {
        () if before.ends_with(b"@") => &names::POWERSHELL,
        () if before.ends_with(b"map") || pairs(inner, b':', b' ') => &names::GO,
        () if pairs(inner, b'=', b',') => &names::JAVA,
        () => return None,
    };
    Some(Layer::named(known, (bracket, bracket + 1)))
}

/// Whether a bracket is followed by two names at least, each with such a byte between it and its value, and another
/// before the next.
fn pairs(text: &[u8], between: u8, separator: u8) -> bool {
    let mut pairs = 0;
    let mut is_name = true;
    let mut name = 0;
    for &byte in text.iter().skip(1).take(LONGEST_PAIRS) {
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
