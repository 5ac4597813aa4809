//! What texts are called that are no JSON, and what is said of them.

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
