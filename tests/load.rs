//! Catalog documents: which events each language gives, and what is said of a document that is wrong, and where.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod util;

use hooklens::load::{Arena, DocumentProblem, Source, load};
use hooklens::{Checker, Hint, Limits};
use util::summary;

fn source<'s>(document: &'s str, name: &'s str) -> Source<'s> {
    Source { document: document.as_bytes(), name: Some(name), ..Source::default() }
}

/// The ids of the events of some documents.
fn ids_of(sources: &[Source<'_>]) -> Vec<String> {
    let arena = Arena::new();
    let loaded = load(&arena, sources, &[]).unwrap_or_else(|found| panic!("{:#?}", said(&found)));
    let catalog = loaded.catalog(&[]);
    catalog.event_types().map(|(provider, _, event)| format!("{}/{}", provider.name, event.name)).collect()
}

#[track_caller]
fn has_events(document: &str, expected: &[&str]) {
    let document: serde_json::Value = serde_json::from_str(document).expect(document);
    assert_eq!(ids_of(&[source(&document.to_string(), "acme")]), expected);
}

/// The problems of some documents: each with its place and the message.
fn said(found: &[DocumentProblem]) -> Vec<String> {
    let line = |DocumentProblem { source, problem }: &DocumentProblem| {
        format!("{source} {} {}: {}", problem.code.spelling(), problem.pointer, problem.message)
    };
    found.iter().map(line).collect()
}

fn refused(sources: &[Source<'_>]) -> Vec<String> {
    let arena = Arena::new();
    let found = load(&arena, sources, &[]).expect_err("the documents are refused");
    for DocumentProblem { source, problem } in &found {
        // The place is in the document.
        let text = std::str::from_utf8(sources[*source].document).unwrap();
        let length = text.encode_utf16().count() as u32;
        assert!(problem.span.start <= problem.span.end && problem.span.end <= length, "{problem:?}");
    }
    said(&found)
}

#[track_caller]
fn is_refused(document: &str, expected: &[&str]) {
    assert_eq!(refused(&[source(document, "acme")]), expected, "{document}");
}

/// What is said of a body that is this event.
fn told(document: &str, event: &str, body: &str) -> String {
    let arena = Arena::new();
    let loaded = load(&arena, &[source(document, "acme")], &[]).unwrap_or_else(|found| panic!("{found:#?}"));
    let catalog = loaded.catalog(&[]);
    let report = Checker::new(&catalog).validate_as(body.as_bytes(), Hint::of(event), Limits::default());
    let problems = summary(&report).join(", ");
    format!("{}{}{problems}", report.status.spelling(), if problems.is_empty() { "" } else { ": " })
}

const BODY: &str = r#""requestBody":{"content":{"application/json":{"schema":{"type":"object"}}}}"#;

#[test]
fn openapi_has_webhooks() {
    has_events(
        &format!(
            r#"{{"openapi":"3.1.0","info":{{"title":"Acme"}},"webhooks":{{
                "order.placed":{{"post":{{{BODY}}}}}, "order.paid":{{"post":{{{BODY}}}}}}}}}"#
        ),
        &["acme/order.placed", "acme/order.paid"],
    );
    has_events(
        &format!(
            r#"{{"openapi":"3.0.3","info":{{"title":"Acme"}},"x-webhooks":{{"order.placed":{{"post":{{{BODY}}}}}}}}}"#
        ),
        &["acme/order.placed"],
    );
    // A webhook without a body is an event that may be anything, and one that is a reference is what that leads to.
    has_events(
        r##"{"openapi":"3.2.0","webhooks":{"ping":{"post":{}},"pong":{"$ref":"#/components/pathItems/p"}},
            "components":{"pathItems":{"p":{"put":{"requestBody":{"$ref":"#/components/requestBodies/b"}}}},
            "requestBodies":{"b":{"content":{"application/json":{"schema":{"type":"object"}}}}}}}"##,
        &["acme/ping", "acme/pong"],
    );
}

#[test]
fn openapi_without_webhooks_has_callbacks() {
    has_events(
        &format!(
            r##"{{"openapi":"3.0.3","paths":{{
                "/a":{{"parameters":[],"post":{{"callbacks":{{"placed":{{"{{$request.body#/url}}":{{"post":{{{BODY}}}}}}},
                    "shared":{{"$ref":"#/components/callbacks/shared"}}}}}},"get":{{}}}},
                "/b":{{"put":{{"callbacks":{{"again":{{"$ref":"#/components/callbacks/shared"}}}}}}}}}},
                "components":{{"callbacks":{{"shared":{{"$url":{{"post":{{{BODY}}}}}}}}}}}}}"##
        ),
        &["acme/placed", "acme/shared"],
    );
    // The same callback of two operations is one event, another of its name is none.
    let callback = |schema: &str| {
        format!(
            r#"{{"post":{{"callbacks":{{"done":{{"$url":{{"post":{{"requestBody":{{"content":{{"application/json":
            {{"schema":{{"$ref":"{schema}"}}}}}}}}}}}}}}}}}}}}"#
        )
    };
    let both = |other: &str| {
        format!(
            r##"{{"openapi":"3.0.3","paths":{{"/a":{},"/b":{}}},"components":{{"schemas":{{"A":{{}},"B":{{}}}}}}}}"##,
            callback("#/components/schemas/A"),
            callback(other)
        )
    };
    has_events(&both("#/components/schemas/A"), &["acme/done"]);
    is_refused(
        &both("#/components/schemas/B"),
        &["0 unexpected-value : expected ids that no other event has, found `acme/done` again"],
    );
    // Beside webhooks they are no events.
    has_events(
        &format!(
            r#"{{"openapi":"3.1.0","webhooks":{{"/placed":{{"post":{{{BODY}}}}}}},
                "paths":{{"/a":{{"post":{{"callbacks":{{"done":{{"$url":{{"post":{{{BODY}}}}}}}}}}}}}}}}}"#
        ),
        &["acme/placed"],
    );
}

#[test]
fn openapi_3_0_says_null_and_exclusive_in_its_own_way() {
    let document = r#"{"openapi":"3.0.0","x-webhooks":{"a":{"post":{"requestBody":{"content":{"application/json":{"schema":
        {"type":"object","properties":{"n":{"type":"number","nullable":true,"minimum":0,"exclusiveMinimum":true}}}}}}}}}}"#;
    assert_eq!(told(document, "acme/a", r#"{"n":null}"#), "valid");
    assert_eq!(told(document, "acme/a", r#"{"n":0}"#), "invalid: error unexpected-value /n");
    assert_eq!(told(document, "acme/a", r#"{"n":1}"#), "valid");
}

#[test]
fn asyncapi_2_has_messages_in_channels_and_components() {
    has_events(
        r##"{"asyncapi":"2.6.0","info":{"title":"Acme"},"channels":{
            "one":{"publish":{"message":{"name":"by-name","payload":{"type":"object"}}}},
            "two":{"subscribe":{"operationId":"byOperation","message":{"payload":{"type":"object"}}}},
            "three":{"subscribe":{"message":{"$ref":"#/components/messages/byReference"}}},
            "four":{"subscribe":{"message":{"oneOf":[{"$ref":"#/components/messages/first"},
                {"name":"second","payload":true}]}}}},
            "components":{"messages":{"byReference":{"payload":{"type":"object"}},"first":{"payload":{"type":"object"}},
                "kept":{"payload":{"type":"object"}}}}}"##,
        &["acme/by-name", "acme/byOperation", "acme/byReference", "acme/first", "acme/second", "acme/kept"],
    );
}

#[test]
fn asyncapi_1_has_topics() {
    has_events(
        r##"{"asyncapi":"1.2.0","topics":{
            "user.created":{"subscribe":{"payload":{"type":"object"}}},
            "user.deleted":{"publish":{"$ref":"#/components/messages/deleted"}}},
            "components":{"messages":{"deleted":{"payload":{"type":"object"}}}}}"##,
        &["acme/user.created", "acme/deleted"],
    );
}

#[test]
fn a_message_of_asyncapi_has_a_name_of_its_own_or_that_of_its_place() {
    has_events(
        r#"{"asyncapi":"2.6.0","channels":{
            "one":{"subscribe":{"message":{"payload":{"type":"object"}}}},
            "two":{"subscribe":{"message":{"oneOf":[{"messageId":"a","payload":true},{"name":"b","payload":true}]}}}}}"#,
        &["acme/one", "acme/a", "acme/b"],
    );
    is_refused(
        r#"{"asyncapi":"2.6.0","channels":{"one":{"subscribe":{"message":{"oneOf":[
            {"payload":true},{"name":"b","payload":true}]}}}}}"#,
        &["0 missing-field /channels/one/subscribe/message/oneOf/0: expected `name`, found no such field"],
    );
}

#[test]
fn asyncapi_3_has_messages_in_channels_and_components() {
    has_events(
        r##"{"asyncapi":"3.0.0","info":{"title":"Acme"},"channels":{
            "one":{"messages":{"inline":{"payload":{"type":"object"}},
                "referred":{"$ref":"#/components/messages/kept"}}},
            "two":{"$ref":"#/components/channels/c"}},
            "components":{"channels":{"c":{"messages":{"named":{"name":"its.name","payload":{
                "schemaFormat":"application/schema+json;version=draft-07","schema":{"type":"object"}}}}}},
                "messages":{"kept":{"payload":{"type":"object"}},"other":{"payload":{"type":"object"}}}}}"##,
        &["acme/inline", "acme/kept", "acme/its.name", "acme/other"],
    );
}

#[test]
fn a_schema_is_one_event_or_several() {
    has_events(r#"{"title":"Order Placed!","type":"object"}"#, &["acme/order-placed"]);
    has_events(
        r#"{"$id":"https://acme.example/v1/OrderPlaced.json","type":"object"}"#,
        &["acme/OrderPlaced"],
    );
    has_events(r#"{"$id":"https://acme.example/order-placed#","type":"object"}"#, &["acme/order-placed"]);
    has_events(r#"{"type":"object"}"#, &["acme/event"]);
    has_events("true", &["acme/event"]);
    has_events("false", &["acme/event"]);
    has_events(r#"{"type":"number"}"#, &["acme/event"]);
    let kept =
        r#""$defs":{"order.placed":{"type":"object"},"order.paid":{"type":"object"},"id":{"type":"string"}}"#;
    for union in ["oneOf", "anyOf"] {
        let references = r##"[{"$ref":"#/$defs/order.placed"},{"$ref":"#/$defs/order.paid"}]"##;
        let document = format!(r#"{{"description":"all","{union}":{references},{kept}}}"#);
        has_events(&document, &["acme/order.placed", "acme/order.paid"]);
        let document = format!(r#"{{"title":"e","type":"object","{union}":{references},{kept}}}"#);
        has_events(&document, &["acme/e"]);
        let document = format!(r#"{{"title":"e","{union}":[{{"type":"object"}},true],{kept}}}"#);
        has_events(&document, &["acme/e"]);
    }
    has_events(&format!("{{{kept}}}"), &["acme/order.placed", "acme/order.paid", "acme/id"]);
}

#[test]
fn booleans_and_numbers_are_checked_too() {
    assert_eq!(told("true", "acme/event", "[1]"), "valid");
    assert_eq!(told("false", "acme/event", "{}"), "invalid: error unmet-rule");
    let number = r#"{"type":"number","minimum":3}"#;
    assert_eq!(told(number, "acme/event", "3"), "valid");
    assert_eq!(told(number, "acme/event", "2"), "invalid: error unexpected-value");
    assert_eq!(told(number, "acme/event", "\"3\""), "invalid: error wrong-type");
}

#[test]
fn the_provider_is_named_by_the_document_the_source_or_the_title() {
    let named =
        |document: &str, name| ids_of(&[Source { document: document.as_bytes(), name, ..Source::default() }]);
    let document = r#"{"asyncapi":"3.0.0","info":{"title":"Acme Shop"},"components":{"messages":{"a":{"payload":true}}}}"#;
    assert_eq!(named(document, Some("shop")), ["shop/a"]);
    assert_eq!(named(document, None), ["acme-shop/a"]);
    assert_eq!(named("true", None), ["catalog/event"]);
}

#[test]
fn only_the_events_that_are_asked_for_are_loaded() {
    let document = r#"{"$defs":{"a":{"type":"object"},"b":{"type":"nonsense"},"c":{"type":"object"}}}"#;
    let of = |events| Source { events: Some(events), ..source(document, "acme") };
    assert_eq!(ids_of(&[of(&["c", "a"])]), ["acme/a", "acme/c"]);
    assert_eq!(
        refused(&[of(&["a", "d"])]),
        ["0 unknown-event : expected the event `d`, which was asked for, found none of that name"]
    );
}

#[test]
fn a_schema_that_openapi_keeps_is_an_event_where_it_is_asked_for() {
    let document = format!(
        r##"{{"openapi":"3.1.0","webhooks":{{"ping":{{"post":{{{BODY}}}}}}},"components":{{"schemas":{{
            "Paid":{{"title":"An order was paid","type":"object"}},"Order":{{"type":"nonsense"}},"ping":{{"$ref":"#/nowhere"}}}}}}}}"##
    );
    let of = |events| Source { events: Some(events), ..source(&document, "acme") };
    assert_eq!(ids_of(&[of(&["Paid", "ping"])]), ["acme/ping", "acme/Paid"]);
    assert_eq!(
        refused(&[of(&["Refunded"])]),
        ["0 unknown-event : expected the event `Refunded`, which was asked for, found none of that name"]
    );
    // A document that others refer to needs no events.
    let document = r#"{"openapi":"3.0.0","components":{"schemas":{"Order":{"type":"object"}}}}"#;
    let shared = Source { events: Some(&[]), ..source(document, "shared") };
    let referring = r#"{"title":"paid","$ref":"shared#/components/schemas/Order"}"#;
    assert_eq!(ids_of(&[shared, source(referring, "acme")]), ["acme/paid"]);
}

#[test]
fn what_an_event_refers_to_is_given() {
    let nowhere = |pointer: &str| {
        format!(
            "0 unexpected-value {pointer}: expected a reference into a document that was given, found `\"x.json\"`"
        )
    };
    let cases = [
        (r#"{"openapi":"3.1.0","webhooks":{"a":{"$ref":"x.json"}}}"#, "/webhooks/a/$ref"),
        (
            r#"{"openapi":"3.1.0","webhooks":{"a":{"post":{"requestBody":{"$ref":"x.json"}}}}}"#,
            "/webhooks/a/post/requestBody/$ref",
        ),
        (
            r#"{"asyncapi":"3.0.0","channels":{"c":{"messages":{"a":{"$ref":"x.json"}}}}}"#,
            "/channels/c/messages/a/$ref",
        ),
        (
            r#"{"asyncapi":"2.6.0","channels":{"c":{"publish":{"message":{"$ref":"x.json"}}}}}"#,
            "/channels/c/publish/message/$ref",
        ),
    ];
    for (document, pointer) in cases {
        is_refused(document, &[&nowhere(pointer)]);
    }
}

#[test]
fn references_lead_from_one_document_to_another() {
    let shared = r#"{"$id":"https://acme.example/shared.json","title":"shared","type":"object",
        "$defs":{"id":{"$anchor":"id","type":"integer"}}}"#;
    for reference in [
        "https://acme.example/shared.json#/$defs/id",
        "https://acme.example/shared.json#id",
        "shared.json#id",
        "./x/../shared.json#/%24defs/id",
    ] {
        let document = format!(
            r#"{{"$id":"https://acme.example/order.json","title":"order","type":"object",
                "properties":{{"n":{{"$ref":"{reference}"}}}}}}"#
        );
        let arena = Arena::new();
        let sources = [source(&document, "acme"), source(shared, "others")];
        let catalog = load(&arena, &sources, &[]).unwrap_or_else(|found| panic!("{found:#?}")).catalog(&[]);
        let report =
            Checker::new(&catalog).validate_as(br#"{"n":"1"}"#, Hint::of("acme/order"), Limits::default());
        assert_eq!(summary(&report), ["error wrong-type /n"], "{reference}");
    }
}

#[test]
fn the_same_id_twice_is_refused() {
    let document = r#"{"title":"order","type":"object"}"#;
    let twice = [source(document, "acme"), source(document, "acme")];
    assert_eq!(
        refused(&twice),
        ["1 unexpected-value : expected ids that no other event has, found `acme/order` again"]
    );
    let arena = Arena::new();
    let built_in = hooklens::catalog::BUILT_IN.providers();
    let refresh = r#"{"title":"refresh","type":"object"}"#;
    let found = load(&arena, &[source(refresh, "paybook")], built_in).unwrap_err();
    assert_eq!(
        said(&found),
        ["0 unexpected-value : expected ids that no other event has, found `paybook/refresh` again"]
    );
}

#[test]
fn what_is_wrong_is_refused_at_its_place() {
    let of = |schema: &str| format!(r#"{{"title":"e","properties":{{"a":{schema}}}}}"#);
    let cases = [
        (
            r##"{"$ref":"#/$defs/none"}"##,
            "unexpected-value /properties/a/$ref: expected a reference into a document that was given, found `\"#/$defs/none\"`",
        ),
        (
            r#"{"$ref":"https://example.com/a.json"}"#,
            "unexpected-value /properties/a/$ref: expected a reference into a document that was given, found `\"https://example.com/a.json\"`",
        ),
        (
            r#"{"$schema":"https://example.com/own"}"#,
            "unexpected-value /properties/a/$schema: expected a version of JSON Schema from draft 4 to 2020-12, found `\"https://example.com/own\"`",
        ),
        (
            r#"{"type":"strin"}"#,
            "unexpected-value /properties/a/type: expected `null`, `boolean`, `integer`, `number`, `string`, `array` or `object`, found `\"strin\"`",
        ),
        (
            r#"{"multipleOf":0}"#,
            "unmet-rule /properties/a/multipleOf: expected a number greater than 0 of at most 18 digits, found the number `0`",
        ),
        (
            r#"{"multipleOf":-1}"#,
            "wrong-type /properties/a/multipleOf: expected a number greater than 0, found the number `-1`",
        ),
        (r#"{"minimum":"1"}"#, "wrong-type /properties/a/minimum: expected a number, found `\"1\"`"),
        (
            r#"{"minLength":-1}"#,
            "wrong-type /properties/a/minLength: expected a non-negative integer, found the number `-1`",
        ),
        (
            r#"{"maxItems":1.5}"#,
            "wrong-type /properties/a/maxItems: expected a non-negative integer, found the number `1.5`",
        ),
        (
            r#"{"pattern":"["}"#,
            "bad-format /properties/a/pattern: expected a regular expression as in ECMAScript, found `\"[\"`",
        ),
        (
            r#"{"pattern":"(?=a)b"}"#,
            "unmet-rule /properties/a/pattern: expected a regular expression without look-around and back-references, found a look-ahead, which cannot be matched in linear time",
        ),
        (
            r#"{"patternProperties":{"(":true}}"#,
            "bad-format /properties/a/patternProperties/(: expected a regular expression as in ECMAScript, found `\"(\"`",
        ),
        (r#"{"allOf":{}}"#, "wrong-type /properties/a/allOf: expected an array of schemas, found an object"),
        (r#"{"enum":1}"#, "wrong-type /properties/a/enum: expected an array of values, found the number `1`"),
        (
            r#"{"properties":[]}"#,
            "wrong-type /properties/a/properties: expected an object of schemas, found an array",
        ),
        (
            r#"{"required":[1]}"#,
            "wrong-type /properties/a/required/0: expected the name of a field, found the number `1`",
        ),
        (
            r#"{"not":1}"#,
            "wrong-type /properties/a/not: expected a schema: an object, `true` or `false`, found the number `1`",
        ),
        (r#"{"items":[true]}"#, "wrong-type /properties/a/items: expected a schema, found an array"),
    ];
    for (schema, expected) in cases {
        is_refused(&of(schema), &[&format!("0 {expected}")]);
    }
}

#[test]
fn what_x_hooklens_does_not_have_is_refused() {
    let document = |of_root: &str, of_event: &str| {
        format!(
            r#"{{"openapi":"3.1.0","info":{{"title":"Acme"}},"x-hooklens":{{{of_root}}},
            "webhooks":{{"a":{{"post":{{"x-hooklens":{{{of_event}}},{BODY}}}}}}}}}"#
        )
    };
    let known =
        document(r#""id":"id","time":"at","source":[["a","b"]],"provider":"x""#, r#""subject":"user""#);
    has_events(&known, &["x/a"]);
    is_refused(
        &document(r#""idd":"id","time":7,"__proto__":"x""#, r#""subjct":"user","type":["a"]"#),
        &[
            "0 unexpected-value /x-hooklens/idd: expected a member that `x-hooklens` has, found `idd`",
            "0 wrong-type /x-hooklens/time: expected a string, found the number `7`",
            "0 unexpected-value /x-hooklens/__proto__: expected a member that `x-hooklens` has, found `__proto__`",
            "0 unexpected-value /webhooks/a/post/x-hooklens/subjct: expected a member that `x-hooklens` has, found `subjct`",
            "0 wrong-type /webhooks/a/post/x-hooklens/type: expected a string, found an array",
        ],
    );
}

#[test]
fn documents_that_describe_no_events_are_refused() {
    is_refused(
        r#"{"swagger":"2.0","paths":{}}"#,
        &[
            "0 unexpected-value /swagger: expected OpenAPI 3, AsyncAPI or JSON Schema, found Swagger, which cannot describe webhooks",
        ],
    );
    is_refused(
        r#"{"openapi":"3.1.0","paths":{}}"#,
        &["0 missing-field : expected `webhooks` or `callbacks`, found none"],
    );
    is_refused(
        r#"{"asyncapi":"3.0.0","channels":{}}"#,
        &["0 missing-field : expected messages with a payload, found none"],
    );
    is_refused(
        r#"{"asyncapi":"2.6.0","channels":{"a":{"publish":{"message":{"schemaFormat":"application/vnd.apache.avro;version=1.9.0","payload":{}}}}}}"#,
        &[
            "0 unexpected-value /channels/a/publish/message/schemaFormat: expected a payload described by JSON Schema, found `\"application/vnd.apache.avro;version=1.9.0\"`",
        ],
    );
}

#[test]
fn a_schema_may_contain_itself_but_not_be_itself() {
    let itself = "expected a schema that does not refer to itself for the same value, found one that does";
    is_refused(r##"{"title":"e","$ref":"#"}"##, &[&format!("0 unmet-rule : {itself}")]);
    for union in ["allOf", "anyOf", "oneOf"] {
        let document = format!(
            r##"{{"title":"e","$ref":"#/$defs/a","$defs":{{"a":{{"{union}":[{{"type":"object"}},{{"$ref":"#/$defs/b"}}]}},"b":{{"$ref":"#/$defs/a"}}}}}}"##
        );
        assert_eq!(refused(&[source(&document, "acme")]).len(), 1, "{document}");
    }
    let list = r##"{"title":"e","type":"array","items":{"$ref":"#"}}"##;
    assert_eq!(told(list, "acme/e", "[[],[[[]]]]"), "valid");
    assert_eq!(told(list, "acme/e", "[[],[[[1]]]]"), "invalid: error wrong-type /1/0/0/0");
}

/// As many schemas as there are may lead from value to value, however deep they stand.
#[test]
fn schemas_may_lead_to_each_other_without_end() {
    let defs: Vec<String> = (0..1000)
        .map(|at| {
            let next =
                |of: usize| format!(r##""p{of}":{{"$ref":"#/$defs/d{}"}}"##, (at * 7 + of * 13 + 1) % 1000);
            format!(
                r#""d{at}":{{"type":"object","properties":{{{},{},"n":{{"const":{at}}}}}}}"#,
                next(0),
                next(1)
            )
        })
        .collect();
    let document = format!(r##"{{"title":"e","$ref":"#/$defs/d0","$defs":{{{}}}}}"##, defs.join(","));
    let (mut at, mut before, mut after) = (0, String::new(), String::new());
    for level in 0..100 {
        assert_eq!(told(&document, "acme/e", &format!(r#"{before}{{"n":{at}}}{after}"#)), "valid", "{level}");
        let wrong = told(&document, "acme/e", &format!(r#"{before}{{"n":-1}}{after}"#));
        assert!(wrong.starts_with("invalid: error unexpected-value /"), "{level}: {wrong}");
        before.push_str(if level % 2 == 0 { r#"{"p1":"# } else { r#"{"p0":"# });
        after.push('}');
        at = (at * 7 + (if level % 2 == 0 { 13 } else { 0 }) + 1) % 1000;
    }
}

#[test]
fn all_problems_are_told_in_the_order_of_the_documents() {
    let one = r#"{"title":"a","properties":{"x":{"type":"strin"},"y":{"pattern":"["}},"not":1}"#;
    let other = r##"{"title":"b","allOf":[{"$ref":"#/nowhere"}]}"##;
    let found = refused(&[source(one, "one"), source(other, "other")]);
    let places: Vec<&str> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "0 unexpected-value /properties/x/type",
            "0 bad-format /properties/y/pattern",
            "0 wrong-type /not",
            "1 unexpected-value /allOf/0/$ref",
        ]
    );
    let many: Vec<String> = (0..150).map(|at| format!(r#""p{at}":{{"type":"t{at}"}}"#)).collect();
    let many = format!(r#"{{"title":"a","properties":{{{}}}}}"#, many.join(","));
    assert_eq!(refused(&[source(&many, "acme")]).len(), 100);
}

#[test]
fn what_is_no_json_is_refused_as_a_body_is() {
    let found = refused(&[source("openapi: 3.1.0\n", "acme")]);
    assert!(found[0].starts_with("0 invalid-json"), "{found:?}");
    assert!(refused(&[source("{\"a\":", "acme")])[0].starts_with("0 invalid-json"));
    let nested = |levels: usize| format!("{}true{}", r#"{"not":"#.repeat(levels), "}".repeat(levels));
    assert_eq!(
        refused(&[source(&nested(257), "acme")])[0],
        "0 too-deep : expected at most 256 nested levels, found more"
    );
}

/// A format that is not known is listed, not ignored in silence.
#[test]
fn formats_are_errors_where_the_document_declares_it() {
    let document = |vocabulary: &str| {
        let declared =
            format!(r#""$vocabulary":{{"https://json-schema.org/draft/2020-12/vocab/{vocabulary}":true}}"#);
        format!(r#"{{"title":"e",{declared},"properties":{{"id":{{"type":"string","format":"uuid"}}}}}}"#)
    };
    let body = r#"{"id":"7"}"#;
    assert!(told(&document("format-annotation"), "acme/e", body).starts_with("valid: "));
    assert!(told(&document("format-assertion"), "acme/e", body).starts_with("invalid: "));
}

#[test]
fn a_field_may_be_null_only_where_each_schema_of_it_allows_that() {
    let document = |one: &str, other: &str| {
        let object = |kind: &str| format!(r#"{{"type":"object","properties":{{"a":{{"type":{kind}}}}}}}"#);
        format!(r#"{{"title":"e","allOf":[{},{}]}}"#, object(one), object(other))
    };
    let (text, either) = (r#""string""#, r#"["string","null"]"#);
    for (one, other, expected) in [
        (either, either, "valid"),
        (either, text, "invalid"),
        (text, either, "invalid"),
        (text, text, "invalid"),
    ] {
        let said = told(&document(one, other), "acme/e", r#"{"a":null}"#);
        assert!(said.starts_with(expected), "{one} {other}: {said}");
    }
}

#[test]
fn what_tells_events_apart_may_stand_beside_what_all_of_them_have() {
    const NAMES: [&str; 3] = ["vessel.arrived", "berth.assigned", "cargo.released"];
    const FIELDS: [&str; 3] = ["imo", "berth", "bill"];
    let document = |of_type: &str, base_is_last: bool| {
        let base = r##"{"$ref":"#/$defs/base"}"##;
        let event = |(name, field): (&str, &str)| {
            let own = format!(
                r#"{{"required":["data"],"properties":{{"type":{{"const":"{name}"}},
                "data":{{"required":["{field}"],"properties":{{"{field}":{{"type":"integer"}}}}}}}}}}"#
            );
            let all = if base_is_last { format!("{own},{base}") } else { format!("{base},{own}") };
            format!(r#""{name}":{{"allOf":[{all}]}}"#)
        };
        let events: Vec<String> = NAMES.into_iter().zip(FIELDS).map(event).collect();
        let links = NAMES.map(|name| format!(r##"{{"$ref":"#/$defs/{name}"}}"##));
        format!(
            r#"{{"oneOf":[{}],"$defs":{{"base":{{"type":"object","required":["id","type","port"],
            "properties":{{"id":{{"type":"string"}},"port":{{"type":"string"}},
            "data":{{"type":"object"}}{of_type}}}}},{}}}}}"#,
            links.join(","),
            events.join(",")
        )
    };
    let bodies = [
        (r#"{"id":"1","type":"berth.assigned","port":"A","data":{"berth":1}}"#, "valid"),
        (
            r#"{"id":1,"type":"berth.assigned","port":"A","data":{"berth":1}}"#,
            "invalid: error wrong-type /id",
        ),
        (r#"{"id":"1","type":"berth.assigned","data":{"berth":1}}"#, "invalid: error missing-field /port"),
        (r#"{"id":"1","type":"berth.assigned","port":"A"}"#, "invalid: error missing-field /data"),
        (
            r#"{"id":"1","type":"berth.assigned","port":"A","data":{"berth":"x"}}"#,
            "invalid: error wrong-type /data/berth",
        ),
        (r#"{"id":"1","port":"A","data":{"berth":1}}"#, "invalid: error missing-field /type"),
        (r#"{"id":"1","type":"berth.freed","port":"A","data":{"berth":1}}"#, "unknown: error unknown-event"),
    ];
    for of_type in [
        "",
        r#","type":{"type":"string"}"#,
        r#","type":{"enum":["vessel.arrived","berth.assigned","cargo.released"]}"#,
    ] {
        for base_is_last in [false, true] {
            let document = document(of_type, base_is_last);
            for (body, expected) in bodies {
                assert_eq!(told(&document, "", body), expected, "{of_type} {base_is_last} {body}");
            }
        }
    }
}

#[test]
fn unknown_formats_are_listed() {
    let document = r#"{"title":"e","properties":{"a":{"format":"colour"},"b":{"format":"email"},"c":{"format":"colour"},
        "d":{"format":"int64"},"e":{"format":"size"}}}"#;
    let arena = Arena::new();
    let loaded = load(&arena, &[source(document, "acme")], &[]).unwrap();
    assert_eq!(loaded.unknown_formats, ["colour", "size"]);
}

/// Members and elements are found by references however many there are.
#[test]
fn references_lead_into_objects_and_arrays_of_any_size() {
    for count in [1, 2, 10, 30, 31, 32, 33, 64, 65, 66, 200] {
        let list: Vec<String> = (0..count).map(|at| format!(r#"{{"const":{at}}}"#)).collect();
        let map: Vec<String> = (0..count).map(|at| format!(r#""k~{at}/":{{"const":{at}}}"#)).collect();
        let (list, map) = (list.join(","), map.join(","));
        for at in [0, count / 2, count - 1] {
            let document = format!(
                r##"{{"title":"e","properties":{{"a":{{"$ref":"#/$defs/l/prefixItems/{at}"}},
                    "b":{{"$ref":"#/$defs/m/$defs/k~0{at}~1"}}}},"$defs":{{"l":{{"prefixItems":[{list}]}},"m":{{"$defs":{{{map}}}}}}}}}"##
            );
            assert_eq!(told(&document, "acme/e", &format!(r#"{{"a":{at},"b":{at}}}"#)), "valid", "{count}");
            let wrong = "invalid: error unexpected-value /a, error unexpected-value /b";
            assert_eq!(told(&document, "acme/e", r#"{"a":-1,"b":-1}"#), wrong, "{count}");
        }
        let document = format!(
            r##"{{"title":"e","properties":{{"a":{{"$ref":"#/$defs/l/prefixItems/{count}"}},
                "b":{{"$ref":"#/$defs/m/$defs/k~0{count}~1"}}}},"$defs":{{"l":{{"prefixItems":[{list}]}},"m":{{"$defs":{{{map}}}}}}}}}"##
        );
        assert_eq!(refused(&[source(&document, "acme")]).len(), 2, "{count}");
    }
}

#[test]
fn objects_of_any_number_of_fields_have_theirs() {
    for count in [1, 11, 12, 13, 14, 40, 300] {
        let name = |at: usize| format!("field_{at}");
        let properties: Vec<String> =
            (0..count).map(|at| format!(r#""{}": {{ "type": "integer" }}"#, name(at))).collect();
        let document = format!(r#"{{"title":"e","properties":{{{}}}}}"#, properties.join(","));
        // In the order of the schema, against it, and each alone.
        let body = |order: &mut dyn Iterator<Item = usize>, value: &str| {
            let members: Vec<String> = order.map(|at| format!(r#""{}":{value}"#, name(at))).collect();
            format!("{{{}}}", members.join(","))
        };
        assert_eq!(told(&document, "acme/e", &body(&mut (0..count), "1")), "valid");
        assert_eq!(told(&document, "acme/e", &body(&mut (0..count).rev(), "1")), "valid");
        for at in [0, count / 2, count - 1] {
            let wrong = told(&document, "acme/e", &body(&mut std::iter::once(at), "true"));
            assert!(wrong.contains(&format!("/{}", name(at))) && wrong.contains("wrong-type"), "{wrong}");
        }
        let strange = told(&document, "acme/e", r#"{"other":1}"#);
        assert!(strange.contains("unexpected-field"), "{strange}");
    }
}

#[test]
fn lists_of_any_number_of_values_are_checked_alike() {
    for count in [1, 2, 31, 32, 33, 34, 100] {
        let text = |at: usize| format!(r#""value {}""#, at * 7 % 101);
        let number = |at: usize| format!("{}", at * 7 % 101);
        for value in [&text as &dyn Fn(usize) -> String, &number] {
            let values: Vec<String> = (0..count).map(value).collect();
            let document = format!(r#"{{"title":"e","items":{{"enum":[{}]}}}}"#, values.join(","));
            let all = format!("[{}]", values.join(","));
            assert_eq!(told(&document, "acme/e", &all), "valid", "{count}");
            for other in ["\"value\"", "101", "null", "[]", "true"] {
                let told = told(&document, "acme/e", &format!("[{other}]"));
                assert!(told.starts_with("invalid: error "), "{count}, {other}: {told}");
            }
        }
    }
}

#[test]
fn patterns_of_too_many_steps_are_told() {
    let pattern: Vec<String> = (0..300).map(|at| format!(".*a{at}")).collect();
    let document = format!(r#"{{"title":"e","pattern":"({})x"}}"#, pattern.join("|"));
    let text = |length: usize| format!("\"{}b\"", "a".repeat(length));
    assert_eq!(told(&document, "acme/e", &text(1000)), "invalid: error bad-format");
    assert_eq!(told(&document, "acme/e", &text(1_000_000)), "invalid: error unmet-rule");
}

/// Documents and bodies whose work would grow with a power of their size.
#[test]
fn hostile_documents_come_to_an_end() {
    let refers = |at: usize| {
        format!(r##"{{"$ref":"#/$defs/d{at}"}},{{"$ref":"#/$defs/d{at}","minProperties":{at}}}"##)
    };
    for union in ["allOf", "anyOf", "oneOf"] {
        let defs: Vec<String> =
            (0..30).map(|at| format!(r#""d{at}":{{"{union}":[{}]}}"#, refers(at + 1))).collect();
        let document = format!(
            r##"{{"title":"e","$ref":"#/$defs/d0","$defs":{{{},"d30":{{"type":"object","required":["x"]}}}}}}"##,
            defs.join(",")
        );
        assert!(told(&document, "acme/e", r#"{"y":1}"#).starts_with("invalid: "), "{union}");
        let document = format!(
            r##"{{"title":"e","{union}":[{{"type":"object","properties":{{"a":{{"$ref":"#"}},"p":{{"type":"integer"}}}}}},
                {{"type":"object","properties":{{"a":{{"$ref":"#"}},"q":{{"type":"integer"}}}}}}]}}"##
        );
        let body = format!("{}{}{}", r#"{"a":"#.repeat(120), r#"{"p":"x","q":"y"}"#, "}".repeat(120));
        assert!(told(&document, "acme/e", &body).starts_with("invalid: "), "{union}");
    }
    // Every order of some resources is another scope.
    let resource = |at: usize| {
        let each: Vec<String> =
            (0..12).map(|other| format!(r##""p{other}":{{"$ref":"s{other}"}}"##)).collect();
        format!(
            r##""s{at}":{{"$id":"s{at}","$defs":{{"x":{{"$dynamicAnchor":"a{at}","type":"object"}}}},"properties":{{{}}},
                "patternProperties":{{"^d":{{"$dynamicRef":"#a{at}"}}}}}}"##,
            each.join(",")
        )
    };
    let resources: Vec<String> = (0..12).map(resource).collect();
    let document = format!(
        r##"{{"title":"e","$id":"http://acme/","properties":{{"a":{{"$ref":"s0"}}}},"$defs":{{{}}}}}"##,
        resources.join(",")
    );
    assert!(refused(&[source(&document, "acme")])[0].starts_with("0 too-large"));
    // An outline of all fields of all branches would have a hundred million.
    let names: Vec<String> = (0..10_000).map(|at| format!("\"n{at}\"")).collect();
    let branches: Vec<String> = (0..1000)
        .map(|at| format!(r##"{{"allOf":[{{"$ref":"#/$defs/b"}}],"minProperties":{at}}}"##))
        .collect();
    let document = format!(
        r##"{{"title":"e","oneOf":[{}],"$defs":{{"b":{{"type":"object","required":[{}]}}}}}}"##,
        branches.join(","),
        names.join(",")
    );
    assert!(told(&document, "acme/e", "{}").starts_with("invalid: "));
}

/// A body may be deeper than the stack has room for.
#[test]
fn deep_bodies_come_to_an_end() {
    let documents = [
        r##"{"title":"e","type":"object","additionalProperties":{"$ref":"#"}}"##,
        r##"{"title":"e","type":"object","properties":{"a":{"$ref":"#"}}}"##,
        r##"{"title":"e","type":"object","patternProperties":{"a":{"$ref":"#"}}}"##,
        r##"{"title":"e","type":"object","minProperties":1,"unevaluatedProperties":{"$ref":"#"}}"##,
        r##"{"title":"e","oneOf":[{"type":"object","properties":{"a":{"$ref":"#"}},"required":["a"]},
            {"type":"object","properties":{"a":{"$ref":"#"}},"required":["b"]}]}"##,
    ];
    let body = format!("{}{{}}{}", r#"{"a":"#.repeat(90_000), "}".repeat(90_000));
    for document in documents {
        let arena = Arena::new();
        let catalog = load(&arena, &[source(document, "acme")], &[]).unwrap().catalog(&[]);
        let limits = Limits { max_depth: 100_000, ..Limits::default() };
        let report = Checker::new(&catalog).validate_as(body.as_bytes(), Hint::of("acme/e"), limits);
        assert!(summary(&report).contains(&"error unmet-rule".to_owned()), "{document}");
    }
}

/// A host that knows one pattern.
#[derive(Debug)]
struct Doubled;

impl hooklens::format::pattern::HostPatterns for Doubled {
    fn is_match(&self, pattern: &str, text: &str) -> Option<bool> {
        let (first, second) = text.split_at(text.len() / 2);
        (pattern == r"^(.+)\1$").then_some(first == second)
    }
}

#[test]
fn a_host_matches_the_patterns_that_take_more_than_linear_time() {
    let document = |pattern: &str| {
        format!(r#"{{"title":"e","type":"object","properties":{{"p":{{"pattern":"{pattern}"}}}}}}"#)
    };
    let load_hosted = |arena: &'_ Arena, pattern: &str| {
        let document = document(pattern);
        let source = Source { host_patterns: Some(&Doubled), ..source(&document, "acme") };
        let loaded = load(arena, &[source], &[]).map_err(|found| said(&found));
        loaded.map(|loaded| {
            let catalog = loaded.catalog(&[]);
            let mut checker = Checker::new(&catalog);
            let bodies = [r#"{"p":"abab"}"#, r#"{"p":"abba"}"#];
            bodies.map(|body| {
                let hint = Hint::of("acme/e");
                summary(&checker.validate_as(body.as_bytes(), hint, Limits::default())).join(", ")
            })
        })
    };
    let arena = Arena::new();
    let wrong = "error bad-format /p";
    assert_eq!(load_hosted(&arena, r"^(.+)\\1$"), Ok(["".to_owned(), wrong.to_owned()]));
    // Another it does not take for one at all, and one that is linear it is not asked for.
    let refused = "0 bad-format /properties/p/pattern: expected a regular expression as in ECMAScript, found `\"(?=a)\"`";
    assert_eq!(load_hosted(&arena, "(?=a)"), Err(vec![refused.to_owned()]));
    assert_eq!(load_hosted(&arena, "^abab$"), Ok(["".to_owned(), wrong.to_owned()]));
}
