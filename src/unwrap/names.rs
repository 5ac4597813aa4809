//! Well-known wrappings, by what they have. The table names what is around an event, and decides nothing.

use crate::json::string::cut;
use crate::json::{Document, Kind};

/// What it is called, and paths of keys, all of which are there.
const WRAPPINGS: &[(&str, &[&str])] = &[
    ("an Application Load Balancer request", &["requestContext/elb", "body"]),
    ("an API Gateway request", &["requestContext/http", "body"]),
    ("an API Gateway request", &["requestContext", "httpMethod", "body"]),
    ("an SNS notification", &["TopicArn", "Message"]),
    ("an SQS message", &["receiptHandle", "body"]),
    ("an SQS message", &["ReceiptHandle", "Body"]),
    ("an EventBridge event", &["detail-type", "detail"]),
    ("a Kinesis record", &["kinesis/data"]),
    ("a Pub/Sub message", &["message/messageId", "subscription"]),
    ("a Pub/Sub message", &["ackId", "message/data"]),
    ("a CloudEvent", &["specversion", "source", "type"]),
    ("a Svix message", &["eventType", "payload", "id"]),
    ("a Hookdeck event", &["data/body", "source_id"]),
    ("a webhook.site request", &["token_id", "content"]),
    ("a Postman collection", &["info/schema", "item"]),
    ("a HAR file", &["log/entries"]),
    ("an n8n item", &["webhookUrl", "body"]),
];

/// What is around a place in the body, where that is known: the outermost that is.
pub(super) fn around(document: &Document<'_>, (start, end): (u32, u32)) -> Option<&'static str> {
    let is_there = |path: &str, object| {
        let (mut at, mut rest) = (object, path);
        while let Some((key, after)) = cut(rest, b'/') {
            (at, rest) = (document.get(at, key)?, after);
        }
        document.get(at, rest)
    };
    let mut at = Document::ROOT;
    loop {
        let has = |(_, paths): &&(&str, &[&str])| paths.iter().all(|path| is_there(path, at).is_some());
        if let Some((name, _)) = WRAPPINGS.iter().find(has) {
            return Some(name);
        }
        let is_around = |id: &u32| {
            let node = document.node(*id);
            node.start <= start && end <= node.end
        };
        at = match document.node(at).kind {
            Kind::Object => document.members(at).map(|(_, value)| value).find(is_around)?,
            _ => document.elements(at).find(is_around)?,
        };
    }
}
