//! What texts are called that are no JSON, and what is said of them.

use crate::json::string::cut;

macro_rules! known {
    ($($name:ident: $text:literal, $advice:literal;)*) => {
        /// What a text is that is no JSON.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Known {
            $($name,)*
        }

        /// A line for each: its name as a sentence has it, and what to do about it.
        const LINES: &str = concat!($($text, ": ", $advice, "\n",)*);
    };
}

known! {
    Python: "a Python dictionary", "log what `json.dumps` gives";
    PythonList: "a Python list", "log what `json.dumps` gives";
    Ruby: "a Ruby hash", "log what `to_json` gives";
    Javascript: "a JavaScript object", "log what `JSON.stringify` gives";
    Mongo: "a document of the Mongo shell", "log what `EJSON.stringify` gives";
    Typographic: "typographic quotes", "JSON has plain quotes";
    Wide: "full-width punctuation", "JSON has plain `:` and `,`";
    Unquoted: "JSON without its quotes", "a shell takes them away, unless the body stands in single quotes";
    Perl: "a Perl hash", "log what `encode_json` gives";
    Elixir: "an Elixir map", "log what `Jason.encode!` gives";
    Rust: "a value as Rust prints it", "log what `serde_json::to_string` gives";
    GoLiteral: "a Go value", "log what `json.Marshal` gives";
    Php: "a PHP array", "log what `json_encode` gives";
    Swift: "a dictionary in square brackets", "log what a JSON encoder gives";
    Java: "a Java map", "log what `ObjectMapper.writeValueAsString` gives, for this has no quotes";
    Go: "a Go map", "log what `json.Marshal` gives, for this has no quotes";
    Powershell: "a PowerShell hash table", "log what `ConvertTo-Json` gives";
    Object: "an object that was turned into text", "log what `JSON.stringify` gives, for its content is lost";
    Deep: "what Node's console puts for an object that is too deep", "log what `JSON.stringify` gives, for its content is left out";
    Buffer: "a Buffer as Node's console prints it", "log what `body.toString()` gives, for these are the first 50 bytes only";
    Represented: "an object that was turned into text", "log its content";
    Nothing: "", "nothing was read: the body was not parsed, or asked for too early";
    Undefined: "`undefined`", "nothing was read, for the body was not parsed, or asked for too early";
    Stream: "a stream or a promise that was turned into text", "read the body first, as `await request.text()` does";
    NoBreak: "no-break spaces (U+00A0)", "JSON has no such spaces";
    ZeroWidth: "zero-width spaces (U+200B)", "JSON has no such spaces";
    Marks: "byte order marks (U+FEFF)", "JSON has at most one, at its start";
    Nul: "NUL bytes (U+0000)", "a buffer was sent beyond the end of its text";
    Spaces: "", "JSON has no such spaces";
    Gzip: "gzip", "decompress it, for a `Content-Encoding` was lost or not heeded";
    GzipRead: "gzip that was read as text", "bytes of it are lost, so keep the body as bytes and decompress it";
    Zlib: "zlib's deflate", "decompress it";
    Zstd: "Zstandard", "decompress it";
    Zip: "a ZIP archive", "take the body out of it";
    Utf16: "UTF-16", "send UTF-8";
    Windows: "Windows-1252", "send UTF-8";
    Misread: "UTF-8 that was read as Windows-1252", "read it as UTF-8";
    Entities: "HTML entities", "decode them";
    Base64: "base64", "decode it";
    DataUrl: "a data URL", "decode what is after its comma";
    Token: "a JSON Web Token", "decode its second part";
    Hex: "hexadecimal digits", "decode them";
    Percent: "percent-encoded text", "decode it";
    Query: "a URL", "decode the parameter with the body";
    Form: "a form", "decode the field with the body";
    Members: "members without braces around them", "add the outer braces";
    Escaped: "escaped quotes", "the text comes from inside a string";
    Quoted: "JSON in quotes", "take it out of them";
    Csv: "a field of CSV", "take it out of its quotes";
    Sql: "an SQL statement", "take the body out of it";
    Request: "an HTTP request", "the body starts after its head";
    Response: "an HTTP response", "the body starts after its head";
    Headers: "HTTP headers", "the body starts after them";
    Multipart: "a multipart body", "take the JSON out of its parts";
    Chunks: "chunks with their sizes", "`Transfer-Encoding` was not undone";
    Curl: "a curl command", "the body is in its data";
    Command: "a command", "the body is in its arguments";
    Fence: "a Markdown fence", "the body is in it";
    Tag: "a tag", "the body is in it";
    ServerSent: "server-sent events", "the body is after `data:`";
    Guard: "a prefix against inclusion in scripts", "the body starts after it";
    Call: "a call of a function", "the body is its argument";
    Assignment: "an assignment", "the body is what is assigned";
    Log: "a log line", "the body starts after its head";
    LogLines: "lines of a log", "each has something before the body";
    LineNumbers: "line numbers", "remove them";
    LineMarks: "a mark before each line", "remove it";
    Diff: "a diff", "remove its signs";
    Label: "a label", "the body starts after it";
    Before: "text before the body", "remove it";
    After: "text after the body", "remove it";
    Several: "several JSON documents", "send one";
    Wrapped: "lines that were cut at a width", "join them";
    Both: "text around the body", "remove it";
}

impl Known {
    /// What it is called, with what to do about it after a colon.
    fn line(self) -> (&'static str, &'static str) {
        let mut rest = LINES;
        let mut line = "";
        for _ in 0..=self as usize {
            (line, rest) = cut(rest, b'\n').unwrap_or_default();
        }
        cut(line, b':').map_or(("", ""), |(name, _)| (name, line))
    }

    /// As a sentence has it: "a Python dictionary". Empty where it is called what stands there.
    pub fn name(self) -> &'static str {
        self.line().0
    }

    /// What it is and what to do about it.
    pub fn hint(self) -> &'static str {
        let (name, line) = self.line();
        if name.is_empty() { line.get(2..).unwrap_or_default() } else { line }
    }
}

/// What a space is called.
pub(crate) fn space(code: u32) -> Known {
    match code {
        0 => Known::Nul,
        0xa0 => Known::NoBreak,
        0x200b => Known::ZeroWidth,
        0xfeff => Known::Marks,
        _ => Known::Spaces,
    }
}
