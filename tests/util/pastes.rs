//! What people paste in place of a body: the body in other notations, in other encodings, with text around it.

#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::fmt::Write as _;

use hooklens::Report;
use serde_json::Value;

use super::hostile::encoded;

fn compact(value: &Value) -> String {
    value.to_string()
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap()
}

/// How a notation writes what JSON has.
pub struct Style {
    pub quote: char,
    /// Keys without quotes where they can be.
    pub bare: bool,
    pub symbols: bool,
    pub between: &'static str,
    pub words: [&'static str; 3],
    pub comma: &'static str,
    pub brackets: [&'static str; 4],
    /// After the last member.
    pub trailing: bool,
}

pub const PYTHON: Style = Style {
    quote: '\'',
    bare: false,
    symbols: false,
    between: ": ",
    words: ["None", "True", "False"],
    comma: ", ",
    brackets: ["{", "}", "[", "]"],
    trailing: false,
};
pub const RUBY: Style = Style { quote: '"', between: "=>", words: ["nil", "true", "false"], ..PYTHON };
pub const JAVASCRIPT: Style =
    Style { bare: true, words: ["null", "true", "false"], brackets: ["{ ", " }", "[ ", " ]"], ..PYTHON };

fn string(text: &str, quote: char) -> String {
    let mut quoted = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c == quote => write!(quoted, "\\{c}").unwrap(),
            c => quoted.push(c),
        }
    }
    quoted.push(quote);
    quoted
}

impl Style {
    pub fn write(&self, value: &Value) -> String {
        let [open, close, first, last] = self.brackets;
        let list = |items: Vec<String>, open: &str, close: &str| {
            let trailing = if self.trailing && !items.is_empty() { "," } else { "" };
            format!("{open}{}{trailing}{close}", items.join(self.comma))
        };
        match value {
            Value::Null => self.words[0].to_owned(),
            Value::Bool(true) => self.words[1].to_owned(),
            Value::Bool(false) => self.words[2].to_owned(),
            Value::Number(number) => number.to_string(),
            Value::String(text) => string(text, self.quote),
            Value::Array(items) => list(items.iter().map(|item| self.write(item)).collect(), first, last),
            Value::Object(members) => {
                let member = |(key, value): (&String, &Value)| {
                    let is_bare = self.bare && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                    let key = match () {
                        () if self.symbols => format!(":{key}"),
                        () if is_bare => key.clone(),
                        () => string(key, self.quote),
                    };
                    format!("{key}{}{}", self.between, self.write(value))
                };
                list(members.iter().map(member).collect(), open, close)
            }
        }
    }
}

/// Makes of a body what was pasted.
pub type Paste = fn(&Value) -> String;

/// What was pasted, and what it is called.
pub fn pastes() -> Vec<(&'static str, Paste)> {
    vec![
        // ---- Python
        ("a Python dictionary", |v| PYTHON.write(v)),
        ("a Python dictionary", |v| Style { trailing: true, comma: ",\n    ", ..PYTHON }.write(v)),
        ("a Python dictionary", |v| {
            PYTHON.write(v).replace("{'", "{u'").replace(", '", ", u'").replace(": '", ": u'")
        }),
        ("a Python dictionary", |v| format!("\n{}\n", PYTHON.write(v))),
        ("a Python dictionary", |v| PYTHON.write(v).replace("': '", "': b'")),
        ("a Python dictionary", |v| Style { quote: '"', ..PYTHON }.write(&with_words(v))),
        ("a label, and in it a Python dictionary", |v| format!("payload: {}", PYTHON.write(v))),
        ("a log line, and in it a Python dictionary", |v| {
            format!("2026-05-04 08:15:31,402 - app.hooks - INFO - got {}", PYTHON.write(v))
        }),
        ("an assignment, and in it a Python dictionary", |v| format!("body = {}", PYTHON.write(v))),
        // ---- Ruby
        ("a Ruby hash", |v| RUBY.write(v)),
        ("a Ruby hash", |v| Style { between: " => ", ..RUBY }.write(v)),
        ("a Ruby hash", |v| Style { symbols: true, ..RUBY }.write(v)),
        ("a Ruby hash", |v| Style { symbols: true, between: " => ", comma: ",\n  ", ..RUBY }.write(v)),
        ("a log line, and in it a Ruby hash", |v| {
            format!("I, [2026-05-04T08:15:31.402 #17]  INFO -- : Parameters: {}", RUBY.write(v))
        }),
        // ---- JavaScript
        ("a JavaScript object", |v| JAVASCRIPT.write(v)),
        ("a JavaScript object", |v| Style { quote: '"', ..JAVASCRIPT }.write(v)),
        ("a JavaScript object", |v| Style { quote: '`', ..JAVASCRIPT }.write(v)),
        ("a JavaScript object", |v| {
            Style { trailing: true, comma: ",\n  // next\n  ", ..JAVASCRIPT }.write(v)
        }),
        ("a JavaScript object", |v| format!("[Object: null prototype] {}", JAVASCRIPT.write(v))),
        ("a JavaScript object", |v| format!("Event {}", JAVASCRIPT.write(v))),
        ("a JavaScript object", |v| format!("<ref *1> {}", JAVASCRIPT.write(v))),
        ("an assignment, and in it a JavaScript object", |v| {
            format!("const event = {};", JAVASCRIPT.write(v))
        }),
        ("a call of a function, and in it a JavaScript object", |v| {
            format!("console.log({});", JAVASCRIPT.write(v))
        }),
        ("text before the body, and in it a JavaScript object", |v| {
            format!("webhook received {}", JAVASCRIPT.write(v))
        }),
        // ---- others
        ("a document of the Mongo shell", |v| mongo(v, "ObjectId(\"", "\")")),
        ("a document of the Mongo shell", |v| mongo(v, "ObjectId('", "')")),
        ("a document of the Mongo shell", |v| mongo(v, "ISODate(\"", "\")")),
        ("typographic quotes", |v| typographic(v, '“', '”')),
        ("typographic quotes", |v| typographic(v, '‘', '’')),
        ("typographic quotes", |v| typographic(v, '„', '“')),
        ("typographic quotes", |v| typographic(v, '”', '”')),
        ("full-width punctuation", |v| compact(v).replace("\":", "\"：").replace(",\"", "，\"")),
        ("a dictionary in square brackets", |v| {
            Style { quote: '"', words: ["nil", "true", "false"], brackets: ["[", "]", "[", "]"], ..PYTHON }
                .write(v)
        }),
        // ---- quotes
        ("escaped quotes", |v| escaped(&compact(v))),
        ("escaped quotes", |v| escaped(&pretty(v)).replace('\n', "\\n")),
        ("escaped quotes", |v| escaped(&escaped(&compact(v)))),
        ("escaped quotes", |v| pretty(v).replace('\n', "\\n")),
        ("JSON in quotes", |v| format!("'{}'", compact(v))),
        ("JSON in quotes", |v| format!("\"{}\"", compact(v))),
        ("JSON in quotes", |v| format!("`{}`", pretty(v))),
        ("JSON in quotes", |v| format!("\"{}\"", compact(v).replace('"', "\"\""))),
        ("JSON in quotes", |v| format!("\"{}\"", escaped(&pretty(v)))),
        ("JSON in quotes", |v| format!("b'{}'", escaped_in(&compact(v)))),
        ("an SQL statement", |v| {
            format!("INSERT INTO hooks (id, body) VALUES (17, '{}');", compact(v).replace('\'', "''"))
        }),
        ("an SQL statement", |v| {
            format!("UPDATE hooks SET body = '{}' WHERE id = 17", pretty(v).replace('\'', "''"))
        }),
        ("a field of CSV", |v| format!("17,webhook,\"{}\",ok", compact(v).replace('"', "\"\""))),
        // ---- encodings
        ("base64", |v| base64(compact(v).as_bytes())),
        ("base64", |v| lines(&base64(pretty(v).as_bytes()), 76)),
        ("base64", |v| base64(compact(v).as_bytes()).replace('+', "-").replace('/', "_").replace('=', "")),
        ("a data URL", |v| format!("data:application/json;base64,{}", base64(compact(v).as_bytes()))),
        ("a data URL", |v| format!("data:application/json,{}", percent(&compact(v)))),
        ("a JSON Web Token", |v| {
            format!("eyJhbGciOiJIUzI1NiJ9.{}.c2lnbmF0dXJl", base64(compact(v).as_bytes()).replace('=', ""))
        }),
        ("percent-encoded text", |v| percent(&compact(v))),
        ("percent-encoded text", |v| percent(&pretty(v)).replace("%20", "+")),
        ("a form", |v| format!("payload={}", percent(&compact(v)))),
        ("a form", |v| format!("id=17&body={}&sig=abc", percent(&compact(v)).replace("%20", "+"))),
        ("HTML entities", |v| compact(v).replace('&', "&amp;").replace('"', "&quot;")),
        ("HTML entities", |v| pretty(v).replace('&', "&amp;").replace('"', "&#34;")),
        ("HTML entities", |v| pretty(v).replace('&', "&amp;").replace('"', "&#x22;")),
        ("hexadecimal digits", |v| hex(compact(v).as_bytes(), "")),
        ("hexadecimal digits", |v| format!("\\x{}", hex(compact(v).as_bytes(), ""))),
        ("hexadecimal digits", |v| format!("<Buffer {}>", hex(compact(v).as_bytes(), " "))),
        ("UTF-16", |v| wide(&compact(v))),
        ("UTF-8 that was read as Windows-1252", |v| format!("ï»¿{}", compact(v))),
        ("UTF-8 that was read as Windows-1252, and in it no-break spaces (U+00A0)", |v| {
            pretty(v).replace("  ", "Â\u{a0} ")
        }),
        ("UTF-8 that was read as Windows-1252, and in it typographic quotes", |v| {
            pretty(v).replace('"', "\u{0}").split('\u{0}').enumerate().fold(
                String::new(),
                |text, (at, part)| match at {
                    0 => part.to_owned(),
                    at if at % 2 == 1 => text + "â€œ" + part,
                    _ => text + "â€\u{9d}" + part,
                },
            )
        }),
        ("no-break spaces (U+00A0)", |v| pretty(v).replace("  ", "\u{a0}\u{a0}")),
        ("no-break spaces (U+00A0)", |v| pretty(v).replace(": ", ":\u{a0}")),
        ("zero-width spaces (U+200B)", |v| pretty(v).replace("\n", "\u{200b}\n")),
        ("byte order marks (U+FEFF)", |v| format!("\u{feff}\u{feff}{}", compact(v))),
        ("byte order marks (U+FEFF)", |v| format!("{}\u{feff}", compact(v))),
        ("byte order marks (U+FEFF)", |v| format!("\n\u{feff}{}", compact(v))),
        ("NUL bytes (U+0000)", |v| format!("{}\0\0\0\0", compact(v))),
        ("NUL bytes (U+0000)", |v| format!("{}\n\0", pretty(v))),
        // ---- HTTP
        ("an HTTP request", |v| {
            format!(
                "POST /hooks HTTP/1.1\r\nHost: example.com\r\nContent-Type: application/json\r\n\r\n{}",
                compact(v)
            )
        }),
        ("an HTTP request", |v| {
            format!(
                "POST /hooks HTTP/2\nhost: example.com\ncontent-type: application/json\nnel: {{\"report_to\":\"x\"}}\n\n{}\n",
                pretty(v)
            )
        }),
        ("an HTTP request", |v| {
            format!("POST https://example.com/hooks\nContent-Type: application/json\n\n{}", pretty(v))
        }),
        ("an HTTP request", |v| {
            format!("POST /hooks\nHost: example.com\nContent-Length: 17\n{}", compact(v))
        }),
        ("an HTTP response", |v| format!("HTTP/1.1 200 OK\nDate: x\n\n{}", compact(v))),
        ("HTTP headers", |v| {
            format!(
                "content-type: application/json\nsvix-id: msg_1\nsvix-timestamp: 1777882531\n\n{}",
                compact(v)
            )
        }),
        ("an HTTP request, and in it chunks with their sizes", |v| {
            format!(
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{}",
                chunks(&compact(v), 100)
            )
        }),
        ("an HTTP request, and in it a form", |v| {
            format!(
                "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\npayload={}",
                percent(&compact(v))
            )
        }),
        ("chunks with their sizes", |v| chunks(&compact(v), 10_000)),
        ("chunks with their sizes", |v| chunks(&pretty(v), 64)),
        ("chunks with their sizes", |v| chunks(&compact(v), 64).replace("\r\n", "\n")),
        ("a multipart body", |v| {
            format!(
                "------x\r\nContent-Disposition: form-data; name=\"body\"\r\nContent-Type: application/json\r\n\r\n{}\r\n------x--\r\n",
                compact(v)
            )
        }),
        ("server-sent events", |v| format!("event: webhook\nid: 17\ndata: {}\n\n", compact(v))),
        ("server-sent events", |v| format!("data:{}\n\n", compact(v))),
        ("server-sent events", |v| format!("data: {}\n\n", pretty(v).replace('\n', "\ndata: "))),
        ("server-sent events", |v| format!(": ping\n\ndata: {}\n\n: ping\n", compact(v))),
        // ---- commands
        ("a curl command", |v| {
            format!(
                "curl -X POST https://example.com/hooks \\\n  -H 'Content-Type: application/json' \\\n  -d '{}'",
                compact(v).replace('\'', "'\\''")
            )
        }),
        ("a curl command", |v| {
            format!(
                "curl https://example.com --data-raw $'{}' --compressed",
                compact(v).replace('\\', "\\\\").replace('\'', "\\'")
            )
        }),
        ("a curl command", |v| format!("$ curl -d \"{}\" https://example.com", escaped(&compact(v)))),
        ("a curl command", |v| {
            format!("curl --json '{}' https://example.com", pretty(v).replace('\'', "'\"'\"'"))
        }),
        ("a curl command", |v| format!("curl -d @- https://example.com <<'EOF'\n{}\nEOF", pretty(v))),
        ("a curl command", |v| {
            format!(
                "curl ^\"https://example.com^\" ^\n  -H ^\"content-type: application/json^\" ^\n  --data-raw ^\"{}^\"",
                compact(v).replace('"', "^\\^\"").replace('{', "^{").replace('}', "^}")
            )
        }),
        ("a curl command", |v| format!("curl.exe -d '{}' https://example.com", escaped(&compact(v)))),
        ("a command", |v| {
            format!(
                "Invoke-RestMethod -Uri https://example.com -Method Post -Body '{}'",
                compact(v).replace('\'', "''")
            )
        }),
        ("a command", |v| format!("irm https://example.com -Body \"{}\"", compact(v).replace('"', "`\""))),
        ("a command", |v| {
            format!("echo '{}' | http POST https://example.com", compact(v).replace('\'', "'\\''"))
        }),
        ("a command", |v| {
            format!("aws sns publish --topic-arn x --message '{}'", compact(v).replace('\'', "'\\''"))
        }),
        // ---- documents
        ("a Markdown fence", |v| format!("```json\n{}\n```\n", pretty(v))),
        ("a Markdown fence", |v| format!("```\n{}\n```", compact(v))),
        ("a Markdown fence", |v| format!("~~~\n{}\n~~~", compact(v))),
        ("a Markdown fence", |v| {
            format!("# Hook\n\nThis came in:\n\n```jsonc\n{}\n```\n\nand failed.", pretty(v))
        }),
        ("a Markdown fence", |v| format!("```json\n{}", pretty(v))),
        ("a Markdown fence, and in it a JavaScript object", |v| {
            format!("```js\n{}\n```", JAVASCRIPT.write(v))
        }),
        ("a tag", |v| format!("{{code:json}}\n{}\n{{code}}", pretty(v))),
        ("a tag", |v| format!("{{noformat}}{}{{noformat}}", compact(v))),
        ("a tag", |v| format!("<pre>{}</pre>", pretty(v))),
        ("a tag", |v| format!("<script type=\"application/json\">{}</script>", compact(v))),
        // ---- scripts
        ("a prefix against inclusion in scripts", |v| format!(")]}}',\n{}", compact(v))),
        ("a prefix against inclusion in scripts", |v| format!("while(1);{}", compact(v))),
        ("a prefix against inclusion in scripts", |v| format!("for (;;);{}", pretty(v))),
        ("a call of a function", |v| format!("callback({});", compact(v))),
        ("a call of a function", |v| format!("/**/jQuery_17({})", compact(v))),
        ("a call of a function", |v| {
            format!("JSON.parse('{}')", compact(v).replace('\\', "\\\\").replace('\'', "\\'"))
        }),
        ("a call of a function", |v| format!("json.loads(\"{}\")", escaped(&compact(v)))),
        ("an assignment", |v| format!("const body = {};", pretty(v))),
        ("an assignment", |v| format!("BODY={}", compact(v))),
        ("an assignment", |v| format!("String body = \"{}\";", escaped(&compact(v)))),
        ("an assignment", |v| format!("payload = '''{}'''", pretty(v))),
        ("an assignment", |v| format!("let body = r#\"{}\"#;", pretty(v))),
        ("an assignment", |v| format!("var body = @\"{}\";", compact(v).replace('"', "\"\""))),
        // ---- logs
        ("a log line", |v| format!("2026-05-04T08:15:31.402Z INFO  webhook received: {}", compact(v))),
        ("a log line", |v| format!("[2026-05-04 08:15:31] production.INFO: webhook {} []", compact(v))),
        ("a log line", |v| format!("May  4 08:15:31 host app[123]: {}", compact(v))),
        ("a log line", |v| format!("08:15:31.402 [main] DEBUG c.e.Hook - body={}", pretty(v))),
        ("a log line", |v| format!("[INFO] [17] webhook\n{}", pretty(v))),
        ("a log line", |v| format!("level=info msg=\"webhook received\" body=\"{}\"", escaped(&compact(v)))),
        ("lines of a log", |v| format!("web_1  | {}", pretty(v).replace('\n', "\nweb_1  | "))),
        ("lines of a log", |v| {
            prefixed(&pretty(v), |at| format!("2026-05-04T08:15:31.{:03}Z app[web.1]: ", 402 + at))
        }),
        ("lines of a log", |v| {
            prefixed(&pretty(v), |at| format!("May  4 08:15:{:02} host app[123]: ", at % 60))
        }),
        ("lines of a log", |v| prefixed(&pretty(v), |at| format!("[{:>5}] INFO ", at * 37))),
        ("line numbers", |v| prefixed(&pretty(v), |at| format!("{:>3}  ", at + 1))),
        ("line numbers", |v| prefixed(&pretty(v), |at| format!("{}: ", at + 1))),
        ("line numbers", |v| prefixed(&pretty(v), |at| format!("{:>6}\t", at + 1))),
        ("line numbers", |v| prefixed(&pretty(v), |at| format!("{:<4}", at + 1))),
        ("line numbers", |v| prefixed(&pretty(v), |at| format!("{:>4} │ ", at + 1))),
        ("a mark before each line", |v| prefixed(&pretty(v), |_| "> ".to_owned())),
        ("a mark before each line", |v| prefixed(&pretty(v), |_| "// ".to_owned())),
        ("a mark before each line", |v| prefixed(&pretty(v), |_| " * ".to_owned())),
        ("a mark before each line", |v| prefixed(&pretty(v), |_| "# ".to_owned())),
        ("a diff", |v| prefixed(&pretty(v), |_| "+".to_owned())),
        ("a diff", |v| {
            format!(
                "--- a/x.json\n+++ b/x.json\n@@ -0,0 +1,9 @@\n{}",
                prefixed(&pretty(v), |_| "+".to_owned())
            )
        }),
        ("a diff", |v| prefixed(&pretty(v), |_| "-".to_owned())),
        ("a diff", |v| prefixed(&pretty(v), |at| if at == 1 { "-  \"old\": 1,\n+" } else { " " }.to_owned())),
        // ---- words
        ("a label", |v| format!("Body: {}", compact(v))),
        ("a label", |v| format!("Request body:\n\n{}\n", pretty(v))),
        ("a label", |v| format!("\"payload\": {}", pretty(v))),
        ("text before the body", |v| format!("Got this {}", compact(v))),
        ("text after the body", |v| format!("{} ok", compact(v))),
        ("text after the body", |v| format!("{}%", compact(v))),
        ("text after the body", |v| format!("{}\n200", compact(v))),
        ("text around the body", |v| format!("Hi, this webhook {} fails.", compact(v))),
        ("text around the body", |v| {
            format!("Notification failed with \"POST\" request: \"{}\"", escaped(&pretty(v)))
        }),
        ("members without braces around them", |v| {
            pretty(v).trim_start_matches('{').trim_end_matches('}').to_owned()
        }),
        ("members without braces around them", |v| compact(v)[1..compact(v).len() - 1].to_owned()),
        ("members without braces around them", |v| format!("{},", &compact(v)[1..compact(v).len() - 1])),
        ("members without braces around them", |v| compact(v)[1..].to_owned()),
    ]
}

/// A body with a word of each kind.
pub fn with_words(value: &Value) -> Value {
    let mut value = value.clone();
    if let Some(members) = value.as_object_mut() {
        members.insert("words".to_owned(), serde_json::json!([null, true, false]));
    }
    value
}

fn mongo(value: &Value, before: &str, after: &str) -> String {
    let mut value = value.clone();
    if let Some(members) = value.as_object_mut() {
        members.insert("_id".to_owned(), Value::from("@5e793889ea4c5165d46f9811@"));
    }
    compact(&value).replace("\"@", before).replace("@\"", after)
}

fn typographic(value: &Value, open: char, close: char) -> String {
    let mut opens = false;
    let turn = |c| match c {
        '"' => {
            opens = !opens;
            if opens { open } else { close }
        }
        c => c,
    };
    pretty(value).chars().map(turn).collect()
}

/// As it stands in a string in double quotes, its lines as they are.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// In one in single quotes.
fn escaped_in(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'")
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::from_utf8(encoded(bytes)).unwrap();
    text.push_str(["", "=", "=="][(4 - text.len() % 4) % 4]);
    text
}

fn lines(text: &str, width: usize) -> String {
    let lines: Vec<&str> =
        text.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect();
    lines.join("\n")
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut text, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => text.push(byte.into()),
            byte => write!(text, "%{byte:02X}").unwrap(),
        }
        text
    })
}

fn hex(bytes: &[u8], between: &str) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(between)
}

fn wide(text: &str) -> String {
    text.chars().flat_map(|c| [c, '\0']).collect()
}

fn chunks(text: &str, size: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let chunk = |letters: &[char]| {
        let text: String = letters.iter().collect();
        format!("{:x}\r\n{text}\r\n", text.len())
    };
    letters.chunks(size).map(chunk).collect::<String>() + "0\r\n\r\n"
}

fn prefixed(text: &str, prefix: impl Fn(usize) -> String) -> String {
    let lines: Vec<String> = text.lines().enumerate().map(|(at, line)| prefix(at) + line).collect();
    lines.join("\n")
}

/// What cannot be made JSON honestly: what it is called, and what its hint tells to do.
pub const NAMED: &[(&str, &str, &str)] = &[
    (
        "Array\n(\n    [event] => refresh\n    [ids] => Array\n        (\n            [0] => 5\n        )\n)\n",
        "a PHP array",
        "json_encode",
    ),
    (
        "array(2) {\n  [\"event\"]=>\n  string(7) \"refresh\"\n  [\"id\"]=>\n  int(5)\n}",
        "a PHP array",
        "json_encode",
    ),
    ("a:2:{s:5:\"event\";s:7:\"refresh\";s:2:\"id\";i:5;}", "a PHP array", "json_encode"),
    ("O:5:\"Event\":1:{s:2:\"id\";i:5;}", "a PHP array", "json_encode"),
    ("stdClass Object\n(\n    [event] => refresh\n)\n", "a PHP array", "json_encode"),
    ("{event=refresh, id=5}", "a Java map", "ObjectMapper"),
    ("Event(id=5, payload=Payload(name=a, value=b))", "a Java map", "ObjectMapper"),
    ("Event{id='5', name='refresh'}", "a Java map", "ObjectMapper"),
    ("Event [id=5, name=refresh]", "a Java map", "ObjectMapper"),
    ("2026-05-04 08:15:31 INFO got {event=refresh, data={id=5}}", "a Java map", "ObjectMapper"),
    ("map[event:refresh id:5]", "a Go map", "json.Marshal"),
    ("map[data:map[id:5 name:x] event:refresh]", "a Go map", "json.Marshal"),
    ("{Event:refresh ID:5}", "a Go map", "json.Marshal"),
    ("&{Event:refresh ID:5}", "a Go map", "json.Marshal"),
    ("2026/05/04 08:15:31 got map[event:refresh id:5]", "a Go map", "json.Marshal"),
    ("@{event=refresh; id=5}", "a PowerShell hash table", "ConvertTo-Json"),
    ("[object Object]", "an object that was turned into text", "JSON.stringify"),
    ("webhook: [object Object]", "an object that was turned into text", "JSON.stringify"),
    (
        "{\"event\": \"refresh\", \"data\": [object Object]}",
        "an object that was turned into text",
        "JSON.stringify",
    ),
    ("[object Object],[object Object]", "an object that was turned into text", "JSON.stringify"),
    (
        "{ event: 'refresh', data: [Object] }",
        "what Node's console puts for an object that is too deep",
        "JSON.stringify",
    ),
    (
        "{ event: 'refresh', ids: [Array] }",
        "what Node's console puts for an object that is too deep",
        "JSON.stringify",
    ),
    (
        "<ref *1> { event: 'refresh', self: [Circular *1] }",
        "what Node's console puts for an object that is too deep",
        "JSON.stringify",
    ),
    (
        "{ ids: [ 1, 2, 3, ... 97 more items ], event: 'refresh' }",
        "what Node's console puts for an object that is too deep",
        "JSON.stringify",
    ),
    (
        "POST body { events: [ { header: [Object] } ] } done",
        "what Node's console puts for an object that is too deep",
        "JSON.stringify",
    ),
    ("<Buffer 7b 22 61 ... 349 more bytes>", "a Buffer as Node's console prints it", "first 50 bytes"),
    (
        "{ body: <Buffer 7b 22 61 ... 349 more bytes>, id: 'x' }",
        "a Buffer as Node's console prints it",
        "first 50 bytes",
    ),
    ("Uint8Array(3) [ 123, 34, 125 ]", "a Buffer as Node's console prints it", "first 50 bytes"),
    ("<Request POST /hooks>", "an object that was turned into text", "log its content"),
    (
        "<starlette.requests.Request object at 0x7f2c>",
        "an object that was turned into text",
        "log its content",
    ),
    (
        "{'event': <Event object at 0x7f2c>, 'id': 5}",
        "an object that was turned into text",
        "log its content",
    ),
    ("#<Sinatra::Request:0x0001 @params={}>", "an object that was turned into text", "log its content"),
    ("com.acme.Event@1b6d3586", "an object that was turned into text", "log its content"),
    ("[Function: json]", "an object that was turned into text", "log its content"),
    ("Promise { <pending> }", "a stream or a promise that was turned into text", "request.text()"),
    (
        "ReadableStream { locked: false, state: 'readable', supportsBYOB: false }",
        "a stream or a promise that was turned into text",
        "request.text()",
    ),
    ("[object ReadableStream]", "a stream or a promise that was turned into text", "request.text()"),
    (
        "{'event': 'refresh', 'at': datetime.datetime(2026, 5, 4, 8, 15), 'id': 5}",
        "a Python dictionary",
        "json.dumps",
    ),
    ("undefined", "`undefined`", "nothing was read"),
    ("undefined\n", "`undefined`", "nothing was read"),
    ("Body: undefined", "`undefined`", "nothing was read"),
    ("JSON.parse(undefined)", "`undefined`", "nothing was read"),
    ("None", "`None`", "nothing was read"),
    ("nil", "`nil`", "nothing was read"),
    ("curl -d @body.json https://example.com", "a curl command", "in its data"),
    ("eyJhY3NfY3JlZGVudGlhbF9pZCI6IjdiMWYwYTUyLTBjNmUtNGI3ZS04YTlm", "base64", "decode it"),
    ("H4sIAAAAAAAAA6tWKkktLlGyUlAqS8wpTtVRSkwpVrJSqgUA", "base64, and in it gzip", "decompress it"),
    ("\u{1f}\u{fffd}\u{8}\0\0\0\0\0", "gzip that was read as text", "keep the body as bytes"),
    ("{\\\"event\\\":\\\"refresh\\\",\\\"id\\\":\\\"5e7", "escaped quotes", "inside a string"),
    ("{\"event\":\"refresh\"}\n{\"event\":\"refresh\"}\n", "several JSON documents", "send one"),
    ("{\"event\":\"refresh\"},\n{\"event\":\"refresh\"}\n", "several JSON documents", "send one"),
    ("\u{1e}{\"event\":\"refresh\"}\n\u{1e}{\"event\":\"refresh\"}\n", "text before the body", "send one"),
    ("2026-05-04T08:15:31Z got {\"id\":1}\n2026-05-04T08:15:32Z got {\"id\":2}\n", "a log line", "send one"),
    ("data: {\"id\":1}\n\ndata: {\"id\":2}\n\n", "server-sent events", "send one"),
];

/// A text after the fix of its first problem.
pub fn fixed(text: &str, report: &Report) -> Option<String> {
    let fix = report.problems.first()?.fix.as_ref()?;
    let units: Vec<u16> = text.encode_utf16().collect();
    let new: Vec<u16> = fix.text.encode_utf16().collect();
    let all = [&units[..fix.start as usize], new.as_slice(), &units[fix.end as usize..]].concat();
    Some(String::from_utf16(&all).unwrap())
}
