//! What texts are called that are no JSON, and what is said of them.

use super::literal::hexadecimal;
use super::{Layer, Look, characters};

/// What a text is that is no JSON.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// As a sentence has it: "a Python dictionary".
    pub name: &'static str,
    /// What to do about it.
    pub hint: &'static str,
}

macro_rules! known {
    ($($name:ident: $text:literal, $hint:literal;)*) => {
        $(pub(super) const $name: Known = Known { name: $text, hint: $hint };)*
    };
}

known! {
    PYTHON: "a Python dictionary", "this is how Python prints a dictionary: log what `json.dumps` gives";
    PYTHON_LIST: "a Python list", "this is how Python prints a list: log what `json.dumps` gives";
    RUBY: "a Ruby hash", "this is how Ruby prints a hash: log what `to_json` gives";
    JAVASCRIPT: "a JavaScript object", "this is JavaScript, or what Node's console prints: log what `JSON.stringify` gives";
    MONGO: "a document of the Mongo shell", "this is how the Mongo shell prints a document: log what `EJSON.stringify` gives";
    TYPOGRAPHIC: "typographic quotes", "JSON strings need plain quotes: an editor has changed them";
    WIDE: "full-width punctuation", "JSON has plain `:` and `,`: an input method has changed them";
    UNQUOTED: "JSON without its quotes", "a shell takes the quotes away, unless the body stands in single quotes";
    PERL: "a Perl hash", "this is how Perl prints a hash, with `=>`: log what its JSON encoder gives";
    ELIXIR: "an Elixir map", "this is how Elixir prints a map: log what `Jason.encode!` gives";
    RUST: "a value as Rust prints it", "log what `serde_json::to_string` gives";
    GO_LITERAL: "a Go value", "this is how `%#v` prints a value: log what `json.Marshal` gives";
    PHP: "a PHP array", "this is how PHP writes an array: log what `json_encode` gives";
    SWIFT: "a dictionary in square brackets", "this is how Swift and Groovy print a dictionary: log what their JSON encoders give";
    JAVA: "a Java map", "this is how Java prints a map or an object, without quotes: log what `ObjectMapper.writeValueAsString` gives";
    GO: "a Go map", "this is how Go prints a map or a struct, without quotes: log what `json.Marshal` gives";
    POWERSHELL: "a PowerShell hash table", "log what `ConvertTo-Json` gives";
    OBJECT: "an object that was turned into text", "its content is lost: log what `JSON.stringify` gives";
    DEEP: "what Node's console puts for an object that is too deep", "its content is left out: log what `JSON.stringify` gives";
    BUFFER: "a Buffer as Node's console prints it", "the console shows the first 50 bytes only: log what `body.toString()` gives";
    REPRESENTED: "an object that was turned into text", "it has no JSON: log its content";
    // What it is, its word says.
    NOTHING: "", "nothing was read: the body was not parsed, or asked for too early";
    UNDEFINED: "`undefined`", "nothing was read: the body was not parsed, or asked for too early";
    STREAM: "a stream or a promise that was turned into text", "read the body first, as `await request.text()` does";

    NO_BREAK: "no-break spaces (U+00A0)", "JSON has no such spaces: they come from web pages and word processors";
    ZERO_WIDTH: "zero-width spaces (U+200B)", "nobody sees them, and JSON does not have them";
    MARKS: "byte order marks (U+FEFF)", "JSON has at most one, at its start";
    NUL: "NUL bytes (U+0000)", "there are bytes beyond the end of the text: its buffer was sent whole";
    // What they are is said where they stand.
    SPACES: "", "JSON has no other spaces than the space, the tab and ends of lines";

    GZIP: "gzip", "this is gzip: decompress it";
    GZIP_READ: "gzip that was read as text", "bytes of it are lost: keep the body as bytes, and decompress it";
    ZLIB: "zlib's deflate", "this is compressed, by `Content-Encoding: deflate`: decompress it";
    ZSTD: "Zstandard", "this is compressed, by `Content-Encoding: zstd`: decompress it";
    ZIP: "a ZIP archive", "this is a ZIP archive: take the body out of it";
    UTF_16: "UTF-16", "this is UTF-16: send UTF-8";
    WINDOWS: "Windows-1252", "this is Windows-1252, or Latin-1: send UTF-8";
    MISREAD: "UTF-8 that was read as Windows-1252", "read it as UTF-8";
    ENTITIES: "HTML entities", "this was escaped for HTML: take it from where it is not";
    BASE64: "base64", "this is base64: decode it";
    DATA_URL: "a data URL", "decode what is after its comma";
    TOKEN: "a JSON Web Token", "its second part is the content, in base64";
    HEX: "hexadecimal digits", "these are bytes in hexadecimal digits: decode them";
    PERCENT: "percent-encoded text", "this is percent-encoded: decode it";
    QUERY: "a URL", "the body is one of its parameters: decode it";
    FORM: "a form", "this is a form: decode the field with the body";

    MEMBERS: "members without braces around them", "the outer braces are missing";
    ESCAPED: "escaped quotes", "this was copied from inside a string: undo its escapes";
    QUOTED: "JSON in quotes", "the body is what is in the quotes";
    CSV: "a field of CSV", "the body is what is in the quotes, each of its own once";
    SQL: "an SQL statement", "the body is a text in it";
    REQUEST: "an HTTP request", "the body starts after its head";
    RESPONSE: "an HTTP response", "the body starts after its head";
    HEADERS: "HTTP headers", "the body starts after them";
    MULTIPART: "a multipart body", "the JSON is in one of its parts";
    CHUNKS: "chunks with their sizes", "`Transfer-Encoding: chunked` was not undone";
    CURL: "a curl command", "the body is in its data";
    COMMAND: "a command", "the body is in its arguments";
    FENCE: "a Markdown fence", "the body is what is in the fence";
    TAG: "a tag around it", "the body is what is between the tags";
    SERVER_SENT: "server-sent events", "the body is what is after `data:`";
    GUARD: "a prefix against inclusion in scripts", "the body starts after it";
    CALL: "a call of a function", "the body is its argument";
    ASSIGNMENT: "an assignment", "the body is what is assigned";
    LOG: "a log line", "the body starts after what the log has before it";
    LOG_LINES: "lines of a log", "the log has something before each line";
    LINE_NUMBERS: "line numbers", "each line has its number before it";
    LINE_MARKS: "a mark before each line", "remove it from each line";
    DIFF: "a diff", "each line has its sign before it";
    LABEL: "a label", "the body starts after it";
    BEFORE: "text before the body", "the body starts after it";
    AFTER: "text after the body", "the body ends before it";
    SEVERAL: "several JSON documents", "there are several JSON documents: send one";
    WRAPPED: "lines that were cut at a width", "their ends are no part of the body";
    SOFT: "quoted-printable", "this is quoted-printable, as e-mails have it: decode it";
    BOTH: "text around the body", "the body stands between";
}

/// What a space is called.
pub(crate) fn space(code: u32) -> &'static Known {
    match code {
        0 => &NUL,
        0xa0 => &NO_BREAK,
        0x200b => &ZERO_WIDTH,
        0xfeff => &MARKS,
        _ => &SPACES,
    }
}

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
        (b"ReadableStream {", &STREAM),
        (b"Promise {", &STREAM),
        (b"[object Promise]", &STREAM),
        (b"[object ReadableStream]", &STREAM),
        (b"Uint8Array(", &BUFFER),
        (b"[object ", &OBJECT),
        (b"[Object]", &DEEP),
        (b"[Array]", &DEEP),
        (b"[Circular", &DEEP),
        (b"[Function", &REPRESENTED),
        (b"[class ", &REPRESENTED),
        (b"[Getter", &REPRESENTED),
        (b"[Symbol", &REPRESENTED),
        (b"<Buffer ", &BUFFER),
        (b"#<", &REPRESENTED),
        (b"<class ", &REPRESENTED),
        (b"<function ", &REPRESENTED),
        (b"<pending>", &STREAM),
        (b"... ", &DEEP),
    ];
    let is_python = |text: &[u8]| {
        let length = text.iter().take(200).position(|byte| *byte == b'>');
        length.and_then(|length| text.get(..length)).is_some_and(|inner| contains(inner, b" at 0x"))
    };
    if text.starts_with(b"<") && is_python(text) {
        return Some(&REPRESENTED);
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
        return Some(&RESPONSE);
    }
    let methods = ["POST ", "PUT ", "PATCH ", "GET ", "DELETE ", "HEAD ", "OPTIONS "];
    let after = methods.iter().find_map(|method| text.strip_prefix(method.as_bytes()))?;
    matches!(after, [b'/' | b'h' | b'*', ..]).then_some(&REQUEST)
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
        () if is_command(before) && has(b"curl") => &CURL,
        () if is_command(before) => &COMMAND,
        () if message(before).is_some() => message(before).unwrap_or(&REQUEST),
        () if any(&[b"```", b"~~~"]) => &FENCE,
        () if has(b"Content-Disposition:") => &MULTIPART,
        () if starts(&[b")]}'", b"while(1);", b"while (1);", b"for(;;);", b"for (;;);", b"&&&START&&&"]) => {
            &GUARD
        }
        () if any(&[b"INSERT ", b"insert ", b"UPDATE ", b"SELECT ", b"VALUES"]) => &SQL,
        () if opened.is_empty() && quote.is_some() && after.len() < 4 => &QUOTED,
        () if before.ends_with(b"}") && tag(before) == Some(before.len()) => &TAG,
        () if starts(&[b"<"]) && after.starts_with(b"</") => &TAG,
        () if is_dated(before) => &LOG,
        () if any(&[b"INFO", b"WARN", b"ERROR", b"DEBUG", b"TRACE", b"level=", b"[info]", b"[error]"]) => {
            &LOG
        }
        () if last == b'(' && of_word => &CALL,
        () if last == b'=' && !opened.contains(&b'\n') => &ASSIGNMENT,
        () if unquoted && quote == Some(b'"') && last == b',' => &CSV,
        () if before.is_empty() && only_space(after).is_some() => space(only_space(after).unwrap_or(0)),
        () if after.is_empty() && only_space(before).is_some() => space(only_space(before).unwrap_or(0)),
        () if before.is_empty() => &AFTER,
        () if last == b':' && after.is_empty() => &LABEL,
        () if after.is_empty() => &BEFORE,
        () => &BOTH,
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
        (false, true) if !is_dated(prefix) => &LINE_NUMBERS,
        (false, false) => &LINE_MARKS,
        _ => &LOG_LINES,
    }
}

/// A text of which no more is known than what it is.
pub(super) fn whole(look: Look<'_>) -> Option<Layer> {
    let text = look.text.trim_ascii();
    let start = look.text.len() - look.text.trim_ascii_start().len();
    let layer = |known| Some(Layer::named(known, (start, start + text.len())));
    if is_one_of(text, &["undefined", "None", "nil", "NULL", "NaN"]) {
        return layer(&NOTHING);
    }
    let is_words = text.first().is_some_and(u8::is_ascii_alphabetic);
    if is_words && text.ends_with(b": undefined") || is_words && text.ends_with(b"(undefined)") {
        return layer(&UNDEFINED);
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
        return layer(&REPRESENTED);
    }
    let starts: [(&[u8], &Known); 5] = [
        (b"Array\n", &PHP),
        (b"Array\r\n", &PHP),
        (b"array(", &PHP),
        (b"object(", &PHP),
        (b"stdClass ", &PHP),
    ];
    if let Some((_, known)) = starts.iter().find(|(start, _)| text.starts_with(start)) {
        return layer(known);
    }
    if let [b'a' | b'O', b':', b'0'..=b'9', ..] = text
        && contains(text, b":{")
    {
        return layer(&PHP);
    }
    // Maps and objects without quotes, wherever they start.
    let bracket = look.text.iter().position(|byte| matches!(byte, b'{' | b'[' | b'('))?;
    let (before, inner) = look.text.split_at_checked(bracket)?;
    let known = match () {
        () if before.ends_with(b"@") => &POWERSHELL,
        () if before.ends_with(b"map") || pairs(inner, b':', b' ') => &GO,
        () if pairs(inner, b'=', b',') => &JAVA,
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
