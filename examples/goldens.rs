//! x
#[path = "../tests/util/pastes.rs"]
mod pastes;
fn slug(name: &str) -> String {
    let mut s = String::new();
    for c in name.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            s.push(c)
        } else if !s.ends_with('-') && !s.is_empty() && c != '\'' {
            s.push('-')
        }
    }
    let s = s.trim_end_matches('-').to_string();
    let s = s.strip_prefix("an-").or(s.strip_prefix("a-")).unwrap_or(&s).to_string();
    s.replace("-and-in-it-a-", "-with-").replace("-and-in-it-", "-with-")
}
fn main() {
    let body: serde_json::Value =
        serde_json::from_str(include_str!("../tests/payloads/chift/account.connection.updated.json"))
            .unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for (name, paste) in pastes::pastes() {
        if seen.insert(name) {
            std::fs::write(format!("tests/problems/pasted-{}.json", slug(name)), paste(&body)).unwrap();
        }
    }
    let more: &[(&str, &[u8])] = &[
        ("php-print-r", b"Array\n(\n    [event] => account.connection.updated\n    [created] => 1741952640\n)\n"),
        ("php-var-dump", b"array(2) {\n  [\"event\"]=>\n  string(26) \"account.connection.updated\"\n  [\"created\"]=>\n  int(1741952640)\n}\n"),
        ("php-serialized", b"a:2:{s:5:\"event\";s:26:\"account.connection.updated\";s:7:\"created\";i:1741952640;}\n"),
        ("php-array", b"[\n    'event' => 'account.connection.updated',\n    'created' => 1741952640,\n]\n"),
        ("java-map", b"{event=account.connection.updated, created=1741952640, status=inactive}\n"),
        ("java-record", b"ConnectionUpdated[event=account.connection.updated, created=1741952640, status=inactive]\n"),
        ("go-map", b"map[created:1.74195264e+09 event:account.connection.updated status:inactive]\n"),
        ("go-struct", b"&{Event:account.connection.updated Created:1741952640 Status:inactive}\n"),
        ("go-value", b"main.Event{Event:\"account.connection.updated\", Created:1741952640, Status:\"inactive\"}\n"),
        ("rust-value", b"Object {\"event\": String(\"account.connection.updated\"), \"created\": Number(1741952640), \"status\": Null}\n"),
        ("elixir-map", b"%{\"event\" => \"account.connection.updated\", \"created\" => 1741952640, \"status\" => nil}\n"),
        ("perl-hash", b"$VAR1 = {\n          'event' => 'account.connection.updated',\n          'created' => 1741952640\n        };\n"),
        ("powershell-table", b"@{event=account.connection.updated; created=1741952640}\n"),
        ("python-ordered-dict", b"OrderedDict([('event', 'account.connection.updated'), ('created', 1741952640), ('ids', OrderedDict())])\n"),
        ("python-datetime", b"{'event': 'account.connection.updated', 'created': datetime.datetime(2025, 3, 14, 11, 44), 'status': None}\n"),
        ("python-cut-off", b"{'event': 'account.connection.updated', 'created': 1741952640, 'status': 'inact"),
        ("python-with-a-fault", b"{'event': 'account.connection.updated' 'created': 1741952640, 'status': 'inactive'}\n"),
        ("object-object", b"[object Object]\n"),
        ("object-object-inside", b"{\"event\": \"account.connection.updated\", \"data\": [object Object]}\n"),
        ("node-depth", b"{\n  event: 'account.connection.updated',\n  connections: [ [Object], [Object] ]\n}\n"),
        ("buffer-cut-off", b"<Buffer 7b 22 65 76 65 6e 74 22 3a 22 61 63 63 6f 75 6e 74 ... 349 more bytes>\n"),
        ("stream", b"ReadableStream { locked: false, state: 'readable', supportsBYOB: false }\n"),
        ("undefined", b"undefined"),
        ("undefined-after-a-label", b"Body: undefined\n"),
        ("curl-with-a-file", b"curl -d @body.json https://example.com/hooks\n"),
        ("base64-of-gzip", b"H4sIAAAAAAAAA6tWKkktLlGyUlAqS8wpTtVRSkwpVrJSqgUA"),
        ("base64-cut-off", b"eyJldmVudCI6ImFjY291bnQuY29ubmVjdGlvbi51cGRhdGVkIiwiY3JlYXRlZCI6MTc0MTk1MjY0"),
        ("logfmt", b"time=2025-03-14T11:44:00Z level=info event=account.connection.updated\n"),
        ("ndjson", b"{\"event\": \"a\", \"created\": 1}\n{\"event\": \"b\", \"created\": 2}\n{\"event\": \"c\", \"created\": 3}\n"),
        ("ndjson-in-a-log", b"2025-03-14T11:44:00Z got {\"event\": \"a\"}\n2025-03-14T11:44:01Z got {\"event\": \"b\"}\n"),
        ("log-line-with-faults", b"2025-03-14T11:44:00Z got {\"event\": \"account.connection.updated\", \"created\": 1741952640,}\n"),
        ("log-line-cut-off", b"2025-03-14T11:44:00Z got {\"event\": \"account.connection.updated\", \"created\": 1741952640, \"status\": \"inact"),
        ("cut-lines", b"{\"event\":\"account.connection.u\npdated\",\"created\":1741952640,\"s\ntatus\":\"inactive\"}\n"),
        ("quoted-printable", b"{\"event\": \"account.connection.updated\", \"created\": 1741952640, \"status\":=\r\n \"inactive\", \"url\": \"https://example.com/?a=3Db\"}\r\n"),
        ("url", b"https://example.com/hooks?payload=%7B%22event%22%3A%22account.connection.updated%22%7D\n"),
        ("windows-1252", b"{\"event\": \"account.connection.updated\", \"name\": \"Caf\xe9 \x93Zoo\x94\"}\n"),
        ("utf-16-big-endian-without-mark", b"\0{\0\"\0a\0\"\0:\0 \0\"\0b\0\"\0}"),
        ("zlib", b"\x78\x9c\xab\x56\x4a\x2d\x4b\xcd\x2b\x51"),
        ("json-quote-inside", b"{\"message\": \"the connection \"Exact Online\" is inactive\", \"created\": 1741952640}\n"),
        ("json-unquoted-ids", b"{\"consumerid\": a237311c-2077-479e-9cb5-3a5311c0870f, \"id\": 5e793889ea4c5165d46f9811, \"at\": 2025-03-14T11:44:00Z}\n"),
        ("json-js-escapes", b"{\"message\": \"it\\'s \\x41\", \"path\": \"\\\\srv\\share\"}\n"),
        ("json-cut-off-before-a-line-end", b"{\n  \"event\": \"account.conn\n"),
        ("json-full-width-comma", b"{\"a\": 1\xef\xbc\x8c \"b\": 2}\n"),
        ("json-no-break-space-and-a-fault", b"{\xc2\xa0\"a\": 1,, \"b\": 2}\n"),
    ];
    for (name, body) in more {
        let prefix = if name.starts_with("json-") { "" } else { "pasted-" };
        std::fs::write(format!("tests/problems/{prefix}{name}.json"), body).unwrap();
    }
}
