//! Bodies of other systems: every one is `unknown`, without a candidate, and that is the one problem.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod util;

use hooklens::{Status, validate};
use util::{candidates, ids, summary};

/// What it is, and the body.
const FOREIGN: &[(&str, &str)] = &[
    ("an empty object", "{}"),
    ("an empty array", "[]"),
    ("null", "null"),
    ("a boolean", "true"),
    ("a number", "1"),
    ("a string", "\"x\""),
    ("a known name as a string", "\"credential_create\""),
    ("an array of names", "[\"credential_create\", \"refresh\"]"),
    ("a word that others use as well", r#"{"event":"refresh","data":{}}"#),
    ("another word", r#"{"event":"push"}"#),
    ("an event without a name", r#"{"event":null}"#),
    (
        "an event in a wrapper",
        r#"{"event":{"event_type":"acs_credential.issued","event_id":"6ff4da49-4193-4ee0-8e9e-7415b7fcb9cb"}}"#,
    ),
    (
        "a Svix-like wrapper",
        r#"{"type":"acs_credential.issued","timestamp":"2025-01-01T00:00:00Z","data":{"acs_credential_id":"6ff4da49-4193-4ee0-8e9e-7415b7fcb9cb"}}"#,
    ),
    ("a status alone", r#"{"status":"active"}"#),
    ("a status and a word", r#"{"status":"success","executionid":1}"#),
    ("a log record", r#"{"message":"connection refused","context":{"host":"db1","port":5432}}"#),
    (
        "a longer log record",
        r#"{"level":"error","message":"timeout","context":{},"error_code":"ETIMEDOUT","occurrences":3,"timestamp":"2025-03-14T12:00:00Z"}"#,
    ),
    (
        "an API's answer without a webhook",
        r#"{"rid":"6ff4da49-4193-4ee0-8e9e-7415b7fcb9cb","code":200,"errors":null,"status":true,"message":null,"response":true}"#,
    ),
    (
        "an API's answer with other resources",
        r#"{"rid":"6ff4da49-4193-4ee0-8e9e-7415b7fcb9cb","code":200,"errors":null,"status":true,"message":null,"response":[{"id_user":"5e751d54d0510472295413b3","name":"Ana"}]}"#,
    ),
    ("an API's error", r#"{"code":401,"status":false,"message":"Unauthorized","errors":["bad key"]}"#),
    (
        "a list of events",
        r#"{"events":[{"event_id":"6d7e8f9a-1b2c-3d4e-5f6a-7b8c9d0e1f2a","event_type":"device.connected","workspace_id":"9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d"}]}"#,
    ),
    ("events of another kind", r#"{"events":[{"type":"click","x":1},{"type":"scroll","y":2}]}"#),
    ("events that are no array", r#"{"events":"none"}"#),
    (
        "a subscription to other events",
        r#"{"url":"https://hooks.example.com/in","events":["order.created","order.paid"]}"#,
    ),
    (
        "a manufacturer's registration",
        r#"{"url":"https://webhooks.example.com/provider_events","events":["device.added","device.removed","access_code.created"]}"#,
    ),
    (
        "a manufacturer's event",
        r#"{"event_type":"access_code.created","device_id":"lock_1","code":"4829","timestamp":"2025-05-22T14:59:12Z"}"#,
    ),
    (
        "a GitHub push",
        r#"{"ref":"refs/heads/main","before":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","after":"0000000000000000000000000000000000000000","repository":{"id":186853002,"name":"Hello-World","full_name":"Codertocat/Hello-World","private":false,"owner":{"name":"Codertocat","id":21031067}},"pusher":{"name":"Codertocat","email":"c@example.com"},"sender":{"login":"Codertocat","id":21031067},"created":false,"deleted":true,"forced":false,"base_ref":null,"commits":[],"head_commit":null}"#,
    ),
    (
        "a GitHub issue",
        r#"{"action":"opened","issue":{"id":73464126,"number":2,"title":"Spelling error","state":"open","user":{"login":"octocat"},"labels":[]},"repository":{"id":35129377,"name":"public-repo"},"sender":{"login":"octocat"}}"#,
    ),
    (
        "a GitLab pipeline",
        r#"{"object_kind":"pipeline","object_attributes":{"id":31,"iid":3,"ref":"master","status":"success","created_at":"2016-08-12 15:23:28 UTC","duration":63},"user":{"id":1,"name":"Administrator"},"project":{"id":1,"name":"Gitlab Test"}}"#,
    ),
    (
        "a Stripe event",
        r#"{"id":"evt_1NG8Du2eZvKYlo2CUI79vXWy","object":"event","api_version":"2019-02-19","created":1686089970,"data":{"object":{"id":"seti_1NG8Du2eZvKYlo2C9XMqbR0x","object":"setup_intent","status":"requires_confirmation"}},"livemode":false,"pending_webhooks":0,"request":{"id":null,"idempotency_key":null},"type":"setup_intent.created"}"#,
    ),
    (
        "a Slack event",
        r#"{"token":"ZZZZZZWSxiZZZ2yIvs3peJ","team_id":"T123ABC456","api_app_id":"A123ABC456","event":{"type":"app_mention","user":"U123ABC456","text":"What is the hour of the pearl, <@U0LAN0Z89>?","ts":"1515449522.000016","channel":"C123ABC456"},"type":"event_callback","event_id":"Ev123ABC456","event_time":1515449522000016}"#,
    ),
    (
        "a Slack challenge",
        r#"{"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}"#,
    ),
    (
        "a Shopify order",
        r#"{"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508","order_id":"820982911946154508","location_id":"48752903","device_id":null,"customer_id":"115310627314723954","updated_at":"2021-12-31T19:00:00-05:00","created_at":"2021-12-31T19:00:00-05:00","currency":"USD","email":"jon@example.com","financial_status":"voided","line_items":[],"total_price":"388.00"}"#,
    ),
    (
        "a CloudEvent",
        r#"{"specversion":"1.0","type":"com.example.someevent","source":"/mycontext","subject":"larger-context","id":"A234-1234-1234","time":"2018-04-05T17:31:00Z","datacontenttype":"application/json","data":{"appinfoA":"abc","appinfoB":123}}"#,
    ),
    (
        "a CloudEvent that came out of here",
        r#"{"specversion":"1.0","type":"com.paybook.sync.credential.created","source":"/paybook","id":"6ff4da49-4193-4ee0-8e9e-7415b7fcb9cb","data":{"credential_id":"648cb2a99ca1b91b0a141391"}}"#,
    ),
    (
        "a package.json",
        r#"{"name":"left-pad","version":"1.3.0","description":"String left pad","main":"index.js","scripts":{"test":"node test"},"repository":{"type":"git","url":"git@github.com:stevemao/left-pad.git"},"license":"WTFPL"}"#,
    ),
    (
        "a tsconfig.json",
        r#"{"compilerOptions":{"target":"es2022","strict":true,"paths":{"~/*":["./src/*"]}},"include":["src"]}"#,
    ),
    (
        "a GeoJSON document",
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[102.0,0.5]},"properties":{"prop0":"value0"}}]}"#,
    ),
    (
        "a Segment event",
        r#"{"type":"track","event":"Order Completed","userId":"019mr8mf4r","anonymousId":"23adfd82-aa0f-45a7-a756-24f2a7a4c895","messageId":"022bb90c-bbac-11e4-8dfc-aa07a5b093db","properties":{"order_id":"50314b8e9bcf000000000000","total":27.5},"context":{"ip":"8.8.8.8","library":{"name":"analytics.js"}},"timestamp":"2015-02-23T22:28:55.111Z"}"#,
    ),
    (
        "a SendGrid batch",
        r#"[{"email":"example@test.com","timestamp":1513299569,"smtp-id":"<14c5d75ce93.dfd.64b469@ismtpd-555>","event":"processed","category":["cat facts"],"sg_event_id":"rbtnWrG1DVDGGGFHFyun0A==","sg_message_id":"14c5d75ce93.dfd.64b469.filter0001"}]"#,
    ),
    (
        "a Mailgun event",
        r#"{"signature":{"timestamp":"1529006854","token":"a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0","signature":"d2271d12299f6592d9d44cd9d250f0704e4674c30d79d07c47a66f95ce71cf55"},"event-data":{"event":"opened","timestamp":1529006854.329574,"id":"DACSsAdVSeGpLid7TN03WA"}}"#,
    ),
    (
        "a Twilio status",
        r#"{"MessageSid":"SM1234567890","MessageStatus":"delivered","AccountSid":"AC1234567890","To":"+15558675310"}"#,
    ),
    (
        "a PayPal event",
        r#"{"id":"WH-2WR32451HC0233532-67976317FL4543714","event_version":"1.0","create_time":"2014-10-23T17:23:52Z","resource_type":"sale","event_type":"PAYMENT.SALE.COMPLETED","summary":"A successful sale payment was made for $ 0.48 USD","resource":{"id":"80021663DE681814L","state":"completed"},"links":[]}"#,
    ),
    (
        "a HubSpot batch",
        r#"[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,"changeSource":"CRM","changeFlag":"NEW"}]"#,
    ),
    (
        "a Plaid webhook",
        r#"{"webhook_type":"TRANSACTIONS","webhook_code":"SYNC_UPDATES_AVAILABLE","item_id":"wz666MBjYWTp2PDzzggYhM6oWWmBb","initial_update_complete":true,"historical_update_complete":false,"environment":"production"}"#,
    ),
    (
        "a Square event",
        r#"{"merchant_id":"6SSW7HV8K2ST5","type":"order.updated","event_id":"bc316346-6691-4243-88ed-6d651a0d0c47","created_at":"2020-04-16T23:14:26.359Z","data":{"type":"order_updated","id":"eA3vssLHKJrv9H0IdJCM3gNqfdcZY","object":{"order_updated":{"location_id":"FPYCBCHYMXFK1","state":"OPEN","updated_at":"2020-04-16T23:14:26.359Z","version":2}}}}"#,
    ),
    (
        "a WooCommerce order",
        r#"{"id":727,"order_key":"wc_order_58d2d042d1d","status":"processing","customer_id":0,"date_created":"2017-03-22T16:28:02","line_items":[{"id":315,"name":"Woo Single #1","quantity":2}]}"#,
    ),
    (
        "a Telegram update",
        r#"{"update_id":10000,"message":{"date":1441645532,"chat":{"id":1111111,"type":"private","first_name":"Test"},"message_id":1365,"from":{"id":1111111,"first_name":"Test"},"text":"/start"}}"#,
    ),
    (
        "a Kubernetes event",
        r#"{"apiVersion":"v1","kind":"Event","metadata":{"name":"web-1.17","namespace":"default"},"reason":"Started","message":"Started container","type":"Normal","count":1}"#,
    ),
    (
        "an OpenAPI document",
        r#"{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/events":{"post":{"responses":{"200":{"description":"ok"}}}}}}"#,
    ),
    ("a JSON-RPC call", r#"{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":1}"#),
    ("a JSON Web Key set", r#"{"keys":[{"kty":"RSA","kid":"1","use":"sig","n":"0vx7","e":"AQAB"}]}"#),
    (
        "a GraphQL answer",
        r#"{"data":{"order":{"id":"1"}},"errors":[{"message":"x","path":["order"]}],"extensions":{}}"#,
    ),
    (
        "ids that any system may have",
        r#"{"account_id":"e8a3c459-35b4-4f6e-a6a6-b8aac9f8a601","consumer_id":"a237311c-2077-479e-9cb5-3a5311c0870f","created":1741952467}"#,
    ),
    (
        "an object full of words",
        r#"{"header":{"alg":"HS256"},"payload":{"sub":"1234567890"},"signature":"x"}"#,
    ),
    ("an array of arrays", "[[],[[]],[{}]]"),
    ("an object with an empty key", r#"{"":{"":[""]}}"#),
    (
        "keys of objects' own",
        r#"{"__proto__":{"event":"refresh"},"constructor":{"prototype":{}},"toString":1}"#,
    ),
];

#[test]
fn bodies_of_other_systems_are_unknown_without_a_guess() {
    let mut wrong = Vec::new();
    for (what, body) in FOREIGN {
        assert!(serde_json::from_str::<serde_json::Value>(body).is_ok(), "{what} is JSON");
        let report = validate(body.as_bytes());
        let found = (report.status, candidates(&report), ids(&report), summary(&report));
        if found != (Status::Unknown, vec![], vec![], vec!["error unknown-event".to_owned()]) {
            wrong.push(format!("{what}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nor does its size make a body known.
#[test]
fn long_bodies_of_other_systems_are_unknown_too() {
    let rows: Vec<String> =
        (0..2000).map(|row| format!(r#"{{"id":{row},"event":"row","status":"active"}}"#)).collect();
    for body in [format!("[{}]", rows.join(",")), format!(r#"{{"events":[{}]}}"#, rows.join(","))] {
        let report = validate(body.as_bytes());
        assert_eq!(report.status, Status::Unknown);
        assert_eq!(candidates(&report), [""; 0]);
        assert_eq!(summary(&report), ["error unknown-event"]);
    }
}
