//! Redaction: what is replaced by what, and what stays. What holds of every body is in `properties.rs`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod util;

use std::collections::BTreeSet;
use std::fs;

use hooklens::catalog::BUILT_IN;
use hooklens::load::{Arena, Source, load};
use hooklens::{Checker, Hint, Limits, redact};
use serde_json::{Value, json};
use util::invariants::redacted::{base64, lines};
use util::pastes::{fixed, pastes};
use util::{names_in, payloads, tests};

const KEY: &[u8] = b"a key";

fn redacted(body: &str) -> String {
    String::from_utf8(redact(body.as_bytes(), KEY)).unwrap()
}

fn decoded(body: &Value) -> Value {
    serde_json::from_str(&redacted(&body.to_string())).unwrap()
}

/// What of each example stays, each once: a line is a value, with the field that it is of.
#[test]
fn what_stays_of_the_examples_is_what_is_listed() {
    let mut stays = BTreeSet::new();
    for payload in payloads() {
        let provider = payload.id.split('/').next().unwrap().to_owned();
        let body: Value = serde_json::from_slice(&payload.body).unwrap();
        let text: Value = serde_json::from_slice(&redact(&payload.body, KEY)).unwrap();
        same(&provider, "", &body, &text, &mut stays);
    }
    let found: String = stays.into_iter().map(|line| line + "\n").collect();
    let path = tests().join("redacted.txt");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(&path).unwrap());
}

fn same(provider: &str, key: &str, body: &Value, text: &Value, stays: &mut BTreeSet<String>) {
    match (body, text) {
        (Value::Object(body), Value::Object(text)) => {
            for ((key, body), (other, text)) in body.iter().zip(text) {
                same(provider, if key == other { key } else { "*" }, body, text, stays);
            }
        }
        (Value::Array(body), Value::Array(text)) => {
            body.iter().zip(text).for_each(|(body, text)| same(provider, key, body, text, stays));
        }
        (Value::Null | Value::Bool(_), _) => {}
        (Value::String(text), _) if !text.chars().any(char::is_alphanumeric) => {}
        (body, text) if body == text && !matches!(key, "event" | "event_type" | "name") => {
            stays.insert(format!("{provider} {key}: {body}"));
        }
        _ => {}
    }
}

#[test]
fn one_value_becomes_one_wherever_it_stands() {
    let body = json!({
        "event": "refresh",
        "id_user": "5e751d54d0510472295413b3",
        "id_external": "The user 5E751D54D0510472295413B3 (Ana Díaz, ana.diaz@example.com, 10.1.2.30)",
        "url": "https://ana@example.com:8443/v1/users/5e751d54d0510472295413b3?name=Ana%20D%C3%ADaz&ip=10.1.2.30",
        "inside": r#"{"user": "5e751d54d0510472295413b3", "names": ["Ana", "D\u00edaz"]}"#,
        "again": "ANA DÍAZ",
    });
    let text = decoded(&body);
    let of = |name: &str| text[name].as_str().unwrap();
    let id = of("id_user");
    assert!(of("id_external").contains(&id.to_uppercase()), "{text:#}");
    assert!(of("url").contains(&format!("/{id}?")), "{text:#}");
    let inside: Value = serde_json::from_str(of("inside")).unwrap();
    assert_eq!(inside["user"], id, "{text:#}");
    let words: Vec<&str> = of("id_external").split(|c: char| !c.is_alphanumeric()).collect();
    let [ana, diaz] = [words[4], words[5]];
    assert_eq!(inside["names"], json!([ana, diaz]), "{text:#}");
    assert!(of("id_external").contains(&format!("{}.", ana.to_lowercase())), "{text:#}");
    // Beyond ASCII, capitals are letters of their own.
    assert!(of("again").starts_with(&ana.to_uppercase()), "{text:#}");
    let address = of("id_external").rsplit(", ").next().unwrap().trim_end_matches(')');
    assert!(of("url").ends_with(&format!("={address}")), "{text:#}");
    let encoded: String = diaz
        .chars()
        .map(|c| {
            if c.is_ascii() {
                c.to_string()
            } else {
                c.to_string().bytes().map(|byte| format!("%{byte:02x}")).collect()
            }
        })
        .collect();
    assert!(of("url").contains(&format!("={ana}%20{encoded}&")), "{text:#}");
}

/// Of each, what it is, and how what it becomes looks: `9` is a digit, `a` and `A` a letter, all else is itself.
#[test]
fn what_a_value_becomes_looks_like_it() {
    for (value, look) in [
        ("", ""),
        ("x", "a"),
        ("7", "9"),
        ("007", "999"),
        ("Ana Díaz", "Aaa Aaaa"),
        ("…—·", "…—·"),
        ("+49 (170) 123-45/67", "+99 (999) 999-99/99"),
        ("4111 1111 1111 1111", "9999 9999 9999 9999"),
        ("王小明", "aaa"),
        ("Иван", "aaaa"),
        ("😀", "a"),
        ("http://ana:pw@example.com/a/b?c=d#e", "http://aaa:aa@aaaaaaa.aaa/a/a?a=a#a"),
        ("/v1/files/report-final.pdf", "/v1/aaaaa/aaaaaa-aaaaa.aaa"),
        ("eyJhbGciOiJub25lIn0.e30.", "aaAaaAaaAaAaaAAaAa9.a99."),
        ("${{ secrets.TOKEN }}", "${{ aaaaaaa.AAAAA }}"),
    ] {
        let text = decoded(&json!({ "value": value }));
        let text = text["value"].as_str().unwrap();
        let look_of = |c: char| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            c if c.is_alphabetic() => 'a',
            c => c,
        };
        let kept = ["http", "v1"].iter().find(|word| text.contains(**word)).copied();
        let found: String = text.chars().map(look_of).collect();
        let found = match kept {
            Some("http") => found.replacen("aaaa:", "http:", 1),
            Some(_) => found.replacen("a9", "v1", 1),
            None => found,
        };
        assert_eq!(found, look, "{value}: {text}");
        let is_word = |c: char| c.is_alphanumeric() || c == '😀';
        assert_eq!(value != text, value.chars().any(is_word), "{value}");
        assert_eq!(value.len(), text.len());
    }
}

/// Of every value that has few others, and of every key that is tried.
#[test]
fn no_short_value_stays_and_no_two_become_one() {
    let letters = |of: std::ops::RangeInclusive<char>| of.map(String::from).collect::<Vec<_>>();
    let two = |one: &[String], other: &[String]| -> Vec<String> {
        one.iter().flat_map(|one| other.iter().map(move |other| format!("{one}{other}"))).collect()
    };
    let (digits, lower) = (letters('0'..='9'), letters('a'..='z'));
    // One that begins with 0 may become one that does not.
    let leading = &digits[1..];
    let clock: Vec<String> = (0..24).map(|hour| format!("{hour:02}:00:00")).collect();
    let days: Vec<String> = (1..=28).map(|day| format!("2020-02-{day:02}")).collect();
    let bytes: Vec<String> = (0..=255).map(|byte| format!("10.0.0.{byte}")).collect();
    for key in 0..20_u8 {
        for values in [&digits, &lower, &two(leading, &digits), &two(&lower, &digits), &clock, &days, &bytes]
        {
            let body = json!({ "values": values }).to_string();
            let text: Value = serde_json::from_slice(&redact(body.as_bytes(), &[key])).unwrap();
            let texts: Vec<&str> =
                text["values"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
            assert!(values.iter().zip(&texts).all(|(value, text)| value != text), "{key}: {texts:?}");
            assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), values.len(), "{key}: {texts:?}");
        }
    }
}

/// Events in other bodies are looked at as what they are: as JSON, and as text.
#[test]
fn events_inside_of_other_bodies_stay_valid() {
    let mut looked_at = 0;
    for payload in payloads() {
        let event: Value = serde_json::from_slice(&payload.body).unwrap();
        if !hooklens::validate(&payload.body).valid || !event.is_object() || payload.variant.contains("bare")
        {
            continue;
        }
        let text = event.to_string();
        for (body, pointer) in [
            (json!({ "id": 7, "data": { "object": event } }), "/data/object"),
            (json!([{ "body": text }]), "/0/body"),
            (json!([{ "body": json!({ "Message": text }).to_string() }]), "/0/body"),
        ] {
            let found =
                Checker::new(&BUILT_IN).unwrap(body.to_string().as_bytes(), Hint::NONE, Limits::default());
            if found.is_empty() {
                continue;
            }
            looked_at += 1;
            let redacted = decoded(&body);
            let mut inside = redacted.pointer(pointer).unwrap().clone();
            while let Some(text) = inside.as_str() {
                inside = serde_json::from_str(text).unwrap();
                inside = inside.get("Message").cloned().unwrap_or(inside);
            }
            let [before, after] =
                [&event, &inside].map(|body| lines(&hooklens::validate(body.to_string().as_bytes())));
            assert_eq!(before, after, "{}: {redacted:#}", payload.path);
            // A name alone is nobody's.
            assert_eq!(event == inside, event.as_object().unwrap().len() == 1, "{}", payload.path);
        }
    }
    assert!(looked_at > 60, "{looked_at} bodies");
}

#[test]
fn of_a_command_its_options_stay_and_nothing_that_only_looks_like_one() {
    for (text, kept, gone) in [
        ("curl -u ana:my-secret x.org", "curl -u ", &["ana", "my", "secret"][..]),
        ("curl -X POST https://api.x.org/users/maria-rossi", "curl -X POST https://", &["maria", "rossi"]),
        ("curl -uAna -bSession --data-raw '{}' https://a.b", "curl -", &["Ana", "Session"]),
        ("$ curl https://a.b -d '{}'\nhello maria-rossi ok", "$ curl https://", &["maria", "rossi"]),
    ] {
        let after = String::from_utf8(redact(text.as_bytes(), b"key")).unwrap();
        assert!(after.starts_with(kept), "{after}");
        assert!(gone.iter().all(|word| !after.contains(word)), "{after}");
        for option in [" --data-raw '{}'", " -d '{}'"] {
            assert_eq!(after.contains(option), text.contains(option), "{after}");
        }
    }
}

#[test]
fn numbers_are_others_of_as_many_digits() {
    for number in [
        "0",
        "-7",
        "10",
        "4711",
        "-12.50",
        "0.05",
        "1e5",
        "1E-07",
        "12345678901234567890",
        "9007199254740993",
    ] {
        for key in 0..50_u8 {
            let body = format!("{{\"a\":{number}}}");
            let text = String::from_utf8(redact(body.as_bytes(), &[key])).unwrap();
            let text = &text[5..text.len() - 1];
            let look = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "9");
            assert_eq!(look(text), look(number));
            assert_ne!(text, number);
            assert!(serde_json::from_str::<Value>(text).is_ok(), "{text}");
        }
    }
}

#[test]
fn times_are_others_of_the_same_precision() {
    let body = fs::read_to_string(tests().join("payloads/paybook/credentials.created.json")).unwrap();
    for time in [
        "2024-02-29 23:59:59.999999+0000",
        "2023-12-31T00:00:00Z",
        "2023-06-16t19:06:18-07:30",
        "2016-12-31 23:59:60+00:00",
    ] {
        let body = body.replace("2023-06-16 19:06:18.944575+0000", time);
        for key in 0..50_u8 {
            let text = redact(body.as_bytes(), &[key]);
            let text: Value = serde_json::from_slice(&text).unwrap();
            let at = text["events"][0]["header"]["event"]["at"].as_str().unwrap();
            let look = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "9");
            assert_eq!(look(at), look(time));
            assert_ne!(at, time);
            assert!(hooklens::validate(text.to_string().as_bytes()).valid, "{time}: {at}");
        }
    }
}

#[test]
fn keys_stay_where_they_are_names() {
    for (body, keys) in [
        (
            json!({ "order": 1, "lineItems": 2, "x-request-id": 3, "_id": 4, "$ref": 5, "@type": 6, "sha256": 7 }),
            "kept",
        ),
        (json!({ "ana@example.com": 1, "order": 2 }), "replaced"),
        (json!({ "5e751d54d051": 1, "name": 2 }), "replaced"),
        (json!({ "Ana Díaz": 1, "name": 2 }), "replaced"),
        (json!({ "20240115": 1 }), "replaced"),
    ] {
        for (body, around) in [(body.clone(), ""), (json!({ "data": [body] }), "/data/0")] {
            let text = decoded(&body);
            let names = |value: &Value| -> Vec<String> {
                value.pointer(around).unwrap().as_object().unwrap().keys().cloned().collect()
            };
            let (before, after) = (names(&body), names(&text));
            let expected = if keys == "kept" { before.len() } else { 0 };
            let count = before.iter().zip(&after).filter(|(before, after)| before == after).count();
            assert_eq!(count, expected, "{body}: {text}");
        }
    }
    // A map of the catalog has any keys; the event's fields around it stay.
    let body = fs::read_to_string(tests().join("payloads/seam/lock.locked.json")).unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    let text = decoded(&body);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&body), keys(&text));
    let [before, after] = [&body, &text].map(|value| keys(&value["device_custom_metadata"]));
    assert!(before.len() == 2 && before.iter().all(|key| !after.contains(key)), "{after:?}");
}

#[test]
fn text_that_is_no_json_is_redacted() {
    for (text, expected) in [
        ("", ""),
        ("Ana 4711", "Bcd 1234"),
        (
            r#"{"event": "refresh", "id_user": "5e751d54d0510472295413b3",}"#,
            r#"{"event": "refresh", "id_user": "1a111b11c1111111111111c1",}"#,
        ),
        (
            "{'event': 'refresh', 'name': 'Ana', 'ok': True, 'none': None}",
            "{'event': 'refresh', 'name': 'Bcd', 'ok': True, 'none': None}",
        ),
        (
            "{event: \"lock.locked\", code: 0815, x: undefined}",
            "{event: \"lock.locked\", code: 0123, x: undefined}",
        ),
        ("event=refresh&id_user=5e75&name=Ana+D%C3%ADaz", "event=refresh&id_user=1a11&name=Bcd+B%c3%bbcd"),
        (
            r#""{\"event\":\"refresh\",\"id_user\":\"77\"}""#,
            r#""{\"event\":\"refresh\",\"id_user\":\"11\"}""#,
        ),
        (
            "INFO 2025-01-31T08:30:00Z got {\"event_type\":\"lock.locked\"",
            "INFO 1111-11-11T11:11:11Z bcd {\"event_type\":\"lock.locked\"",
        ),
    ] {
        let look = |text: &str| -> String {
            let kept = [
                "refresh",
                "INFO",
                "event_type",
                "event",
                "id_user",
                "name",
                "ok",
                "True",
                "none",
                "None",
                "code",
                "undefined",
                "lock.locked",
                "T1",
                "Z ",
                " x:",
            ];
            let mut look: String = text
                .chars()
                .map(|c| match c {
                    '0'..='9' => '9',
                    'a'..='z' => 'a',
                    'A'..='Z' => 'A',
                    c => c,
                })
                .collect();
            for word in kept {
                for (at, _) in text.match_indices(word) {
                    look.replace_range(at..at + word.len(), word);
                }
            }
            look
        };
        let found = redacted(text);
        let plain = |text: &str| text.replace("Z got", "Z bcd").replace("T08", "T11");
        assert_eq!(look(&plain(&found)).len(), look(expected).len(), "{found}");
        for word in ["Ana", "4711", "5e75", "77", "815", "2025", "got"] {
            assert!(!text.contains(word) || !found.contains(word), "{found}");
        }
        for word in ["refresh", "INFO", "lock.locked", "event", "id_user", "True", "None", "undefined"] {
            assert_eq!(text.matches(word).count(), found.matches(word).count(), "{found}");
        }
    }
}

#[test]
fn another_key_gives_another_text_and_the_same_key_the_same() {
    for payload in payloads() {
        let [one, again, other] = [b"one", b"one", b"two"].map(|key| redact(&payload.body, key));
        assert_eq!(one, again, "{}", payload.path);
        let has_none = payload.path == "paybook/documents_completed.test-call.json";
        assert_eq!(one == other, has_none, "{}", payload.path);
        assert_eq!(one == payload.body, has_none, "{}", payload.path);
    }
}

/// Cases of loaded catalogs, each with its document, its body and its hint.
#[test]
fn what_a_loaded_catalog_says_of_a_redacted_body_is_the_same() {
    let folder = tests().join("loaded/problems");
    let names = names_in(&folder).into_iter().filter(|name| !name.ends_with(".expected.json"));
    let mut different = Vec::new();
    let mut count = 0;
    for name in names {
        let case: Value = serde_json::from_slice(&fs::read(folder.join(&name)).unwrap()).unwrap();
        let body = case["text"].as_str().map_or_else(|| case["body"].to_string(), str::to_owned);
        let hint = Hint::of(case["hint"].as_str().unwrap_or_default());
        let document = case["document"].to_string();
        let assert_formats = case["formats"] == "assert";
        let source =
            Source { document: document.as_bytes(), name: Some("acme"), assert_formats, ..Source::default() };
        let arena = Arena::new();
        let catalog = load(&arena, &[source], &[]).unwrap().catalog(&[]);
        let mut checker = Checker::new(&catalog);
        for key in 0..5_u8 {
            count += 1;
            let text = checker.redact(body.as_bytes(), hint, &[key]);
            let [before, after] = [body.as_bytes(), &text]
                .map(|body| lines(&checker.validate_as(body, hint, Limits::default())));
            if before != after {
                different.push(format!(
                    "{name} {key}: {}\n{before:#?}\n{after:#?}",
                    String::from_utf8_lossy(&text)
                ));
            }
        }
    }
    assert!(count > 100, "{count}");
    assert!(different.is_empty(), "{} of {count}, as\n{}", different.len(), different.join("\n"));
}

#[test]
fn the_catalog_loaded_again_redacts_alike() {
    let document = fs::read("pkg/schemas/asyncapi.json").unwrap();
    let arena = Arena::new();
    let catalog =
        load(&arena, &[Source { document: &document, ..Source::default() }], &[]).unwrap().catalog(&[]);
    let (built_in, loaded) = (Checker::new(&BUILT_IN), Checker::new(&catalog));
    let folder = tests().join("problems");
    let goldens = names_in(&folder).into_iter().map(|name| fs::read(folder.join(name)).unwrap());
    for body in payloads().into_iter().map(|payload| payload.body).chain(goldens) {
        let [own, again] = [&built_in, &loaded]
            .map(|checker| String::from_utf8_lossy(&checker.redact(&body, Hint::NONE, KEY)).into_owned());
        assert_eq!(own, again);
    }
}

/// The schemas of JSON Schema's own test suite: of most values nothing is listed, and what is said of them is.
#[test]
fn what_schemas_say_of_a_redacted_value_is_the_same() {
    let (mut count, mut different) = (0, Vec::new());
    for draft in ["draft7", "draft2020-12"] {
        let folder = tests().join("json-schema").join(draft);
        for name in names_in(&folder).into_iter().filter(|name| name.ends_with(".json")) {
            let groups: Value = serde_json::from_slice(&fs::read(folder.join(&name)).unwrap()).unwrap();
            for group in groups.as_array().unwrap() {
                let mut schema = group["schema"].clone();
                if let (Value::Object(schema), "draft7") = (&mut schema, draft) {
                    schema.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
                }
                let document = schema.to_string();
                let source =
                    Source { document: document.as_bytes(), name: Some("acme"), ..Source::default() };
                let arena = Arena::new();
                let Ok(loaded) = load(&arena, &[source], &[]) else { continue };
                let catalog = loaded.catalog(&[]);
                let (provider, _, event) = catalog.rows().next().unwrap();
                let id = format!("{}/{}", provider.name, event.name);
                let mut checker = Checker::new(&catalog);
                for case in group["tests"].as_array().unwrap() {
                    let body = case["data"].to_string();
                    let text = checker.redact(body.as_bytes(), Hint::of(&id), KEY);
                    let [before, after] = [body.as_bytes(), &text].map(|body| {
                        let report = checker.validate_as(body, Hint::of(&id), Limits::default());
                        (
                            report.status,
                            report
                                .problems
                                .iter()
                                .map(|problem| (problem.code, problem.span))
                                .collect::<Vec<_>>(),
                        )
                    });
                    count += 1;
                    if before != after {
                        let text = String::from_utf8_lossy(&text).into_owned();
                        different.push(format!(
                            "{draft}/{name}: {} {}\n  {body} {text}\n  {document}",
                            group["description"], case["description"]
                        ));
                    }
                }
            }
        }
    }
    for d in &different {
        println!("{d}");
    }
    assert!(different.is_empty(), "{} of {count}", different.len());
}

/// Of values that are told from all else wherever they stand.
const NAME: &str = "Zanzibar Quux";
const ADDRESS: &str = "quux@zanzibar.example";
const NUMBER: &str = "4711235711";
const ID: &str = "9f8c1d2e-7a6b-4c5d-8e9f-0a1b2c3d4e5f";

/// What a text says in any encoding, so many times one in the other.
fn readings(text: &[u8], depth: u32, found: &mut BTreeSet<Vec<u8>>) {
    if text.len() < 4 || !found.insert(text.to_vec()) || depth == 0 {
        return;
    }
    let mut add = |text: Vec<u8>| readings(&text, depth - 1, found);
    let without =
        |bytes: &[u8]| text.iter().copied().filter(|byte| !bytes.contains(byte)).collect::<Vec<_>>();
    add(without(b"\0"));
    add(without(b"\r\n"));
    add(without(b"\\^`"));
    let text = String::from_utf8_lossy(text);
    add(decoded_at(&text, '%', 2));
    add(decoded_at(&text, '\\', 3));
    add(decoded_at(&text, '\\', 5));
    for (entity, says) in [("&quot;", "\""), ("&#34;", "\""), ("&#x22;", "\""), ("&amp;", "&")] {
        if text.contains(entity) {
            add(text.replace(entity, says).into_bytes());
        }
    }
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "+/-_".contains(c);
    for run in text.split(|c| !is_letter(c)).filter(|run| run.len() >= 8) {
        for start in 0..4 {
            add(base64(&run.as_bytes()[start..]).unwrap_or_default());
        }
    }
    let digits: String = text.chars().filter(|c| *c != ' ').collect();
    for run in digits.split(|c: char| !c.is_ascii_hexdigit()).filter(|run| run.len() >= 8) {
        for start in 0..2 {
            let pairs = run.as_bytes()[start..].chunks_exact(2);
            add(pairs
                .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect());
        }
    }
}

/// Bytes that are written with a mark and hexadecimal digits, of which the last two say the byte.
fn decoded_at(text: &str, mark: char, digits: usize) -> Vec<u8> {
    let (mut decoded, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((byte, after)) = rest.split_first() {
        let code = after.get(digits - 2..digits).and_then(|two| std::str::from_utf8(two).ok());
        let code =
            code.filter(|_| char::from(*byte) == mark).and_then(|two| u8::from_str_radix(two, 16).ok());
        decoded.push(code.unwrap_or(*byte));
        rest = if code.is_some() { &after[digits..] } else { after };
    }
    decoded
}

fn marked(body: &Value) -> Value {
    let mut body = body.clone();
    let members = json!({
        "name": NAME,
        "note": format!("{NAME} <{ADDRESS}>, tel. {NUMBER}"),
        "number": NUMBER.parse::<u64>().unwrap(),
        "id_external": ID,
        NAME: [NAME, { ADDRESS: NUMBER }],
    });
    body.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    body
}

/// In whatever notation or encoding a body is pasted, and in what is around it.
#[test]
fn nothing_personal_is_left_in_what_is_pasted() {
    let personal = ["zanzibar", "quux", NUMBER, ID, &ID[..8], &ID[24..]];
    let around: [fn(&str) -> String; 8] = [
        |body| body.to_owned(),
        |body| format!("{NAME} got {body} at {ADDRESS}, {NUMBER}"),
        |body| {
            format!(
                "curl -u quux:zanzibar -H 'Authorization: Basic UXV1eDpaYW56aWJhcg==' -d '{body}' https://{NUMBER}.example/{ID}"
            )
        },
        |body| {
            format!(
                "POST /hooks/{ID}?name=Zanzibar%20Quux HTTP/1.1\r\nHost: zanzibar.example\r\nCookie: id={NUMBER}; name={NAME}\r\n\r\n{body}"
            )
        },
        |body| {
            format!("2026-05-04T08:15:31.402Z INFO zanzibar.Quux [{NUMBER}] {NAME} <{ADDRESS}> {ID}: {body}")
        },
        |body| format!("INSERT INTO quux VALUES ({NUMBER}, '{NAME}', '{body}')"),
        |body| json!({ "note": body, "user": NAME, "number": NUMBER }).to_string(),
        |body| json!([{ "note": format!("{NAME}: {body}") }]).to_string(),
    ];
    let mut left = BTreeSet::new();
    for payload in ["seam/acs_credential.issued.json", "paybook/credentials.created.json"] {
        let body: Value =
            serde_json::from_slice(&fs::read(tests().join("payloads").join(payload)).unwrap()).unwrap();
        for (at, (kind, paste)) in pastes().into_iter().enumerate() {
            for (place, around) in around.iter().enumerate() {
                let text = around(&paste(&marked(&body)));
                let mut found = BTreeSet::new();
                readings(redacted(&text).as_bytes(), 3, &mut found);
                for reading in found {
                    let reading = String::from_utf8_lossy(&reading).to_ascii_lowercase();
                    for word in personal.iter().filter(|word| reading.contains(**word)) {
                        left.insert(format!("{word} in {kind} ({at}, {place}): {}", redacted(&text)));
                    }
                }
            }
        }
    }
    let list: Vec<&String> = left.iter().collect();
    assert!(left.is_empty(), "{} are left:\n{list:#?}", left.len());
}

#[test]
fn a_body_that_was_pasted_is_redacted_as_it_is_by_itself() {
    let body: Value =
        serde_json::from_slice(&fs::read(tests().join("payloads/chift/account.flow.executed.json")).unwrap())
            .unwrap();
    let alone = decoded(&body);
    let mut others = BTreeSet::new();
    for (kind, paste) in pastes() {
        let text = redacted(&paste(&body));
        let report = hooklens::validate(text.as_bytes());
        let fixed = fixed(&text, &report).unwrap_or_else(|| panic!("{kind}: {text}"));
        let mut fixed: Value = serde_json::from_str(fixed.trim_start_matches('\u{feff}')).unwrap();
        for added in ["_id", "words"] {
            fixed.as_object_mut().unwrap().remove(added);
        }
        if fixed != alone {
            others.insert(kind);
        }
    }
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn what_tells_what_a_text_is_stays() {
    for (text, expected) in [
        ("{ n: 0x1F, big: 10n, id: 12L, many: 1_000 }", "{ n: 0x8E, big: 55n, id: 56L, many: 8_008 }"),
        (
            "curl -X POST -u ana:pw --data-raw '{\"name\":\"Ana\"}' https://ana.example/x",
            "curl -X POST -u oxk:bs --data-raw '{\"name\":\"Oxk\"}' https://oxk.fbnzmvg/s",
        ),
        (
            "POST /hooks HTTP/1.1\r\nContent-Length: 14\r\nHost: ana.example\r\n\r\n{\"name\":\"Ana\"}",
            "POST /rtndx HTTP/1.1\r\nContent-Length: 14\r\nHost: oxk.fbnzmvg\r\n\r\n{\"name\":\"Oxk\"}",
        ),
        ("5\r\n{\"nam\r\n9\r\ne\":\"Ana\"}\r\n0\r\n\r\n", "5\r\n{\"nam\r\n9\r\ne\":\"Oxk\"}\r\n0\r\n\r\n"),
        ("{ name: 'Zo\\xeb', note: '\\u{1F600}' }", "{ name: 'Ot\\xce', note: '\\u{240fc}' }"),
        (
            "{\"name\": H4sIAAAAAAAAA6tWKkktLlGyUlAqS8wpTtVRSkwpVrJSqgUA}",
            "{\"name\": H4swMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw}",
        ),
        (
            "UPDATE users SET body = '{\"name\":\"O''Hara\"}' WHERE id = 17",
            "UPDATE alhnt SET body = '{\"name\":\"P''Khhq\"}' KIOMI id = 49",
        ),
        (
            "2025-01-31T08:30:00Z INFO ana@example.com: [object Object]",
            "2044-06-20T05:30:07Z INFO oxk@fbnzmvg.uvj: [object Object]",
        ),
        (
            "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJuYW1lIjoiQW5hIn0.c2lnbmF0dXJl",
            "Authorization: Agwpcn eyJhbGciOiJldGJmIn0.eyJuYW1lIjoiT3hrIn0.r8uzyyE2tXQy",
        ),
    ] {
        assert_eq!(redacted(text), expected);
    }
}
