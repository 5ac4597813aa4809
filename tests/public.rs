//! Public payloads, where they are at hand: each gets the verdict of their index. They are read where
//! they are, `../shared/payloads` beside the repository or what `HOOKLENS_PUBLIC_PAYLOADS` names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod util;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use hooklens::{Report, Status, validate};
use util::{candidates, ids, names_in, summary};

enum Verdict {
    /// Without any problem; each event as `id@pointer`.
    Valid(&'static [&'static str]),
    /// These events, with exactly these problems: `code pointer`, a warning with `~` before it, one that
    /// may be there or not with `?`. A last `…` allows others.
    Invalid(&'static [&'static str], &'static [&'static str]),
    /// The provider is known, and the name at this pointer is not in the catalog.
    Unsupported(&'static str),
    /// Nothing of these providers.
    Foreign,
    NotJson,
    /// Any of these is right.
    Either(&'static [Verdict]),
}
use Verdict::{Either, Foreign, Invalid, NotJson, Unsupported, Valid};

const PLACEHOLDERS: &[&str] = &[
    "bad-format /id_credential",
    "bad-format /id_job",
    "bad-format /id_job_uuid",
    "bad-format /id_site",
    "bad-format /id_site_organization",
    "bad-format /id_site_organization_type",
    "bad-format /id_user",
    "?bad-format /endpoints/credential/0",
];
const ENVELOPE_NAME: Verdict = Unsupported("/events/0/header/event/name");

const VERDICTS: &[(&str, Verdict)] = &[
    (
        "paybook-flat-credential_create-placeholder-ids",
        Invalid(&["paybook/credential_create@"], PLACEHOLDERS),
    ),
    (
        "paybook-flat-credential_update-placeholder-ids",
        Invalid(&["paybook/credential_update@"], PLACEHOLDERS),
    ),
    ("paybook-flat-refresh-no-attachments", Invalid(&["paybook/refresh@"], PLACEHOLDERS)),
    ("paybook-flat-refresh-attachments-path", Invalid(&["paybook/refresh@"], PLACEHOLDERS)),
    ("paybook-flat-credential_create-compact", Valid(&["paybook/credential_create@"])),
    ("paybook-flat-documents_completed-constancia", Valid(&["paybook/documents_completed@"])),
    ("paybook-flat-documents_completed-opinion", Valid(&["paybook/documents_completed@"])),
    (
        "paybook-flat-documents_completed-curp",
        Invalid(&["paybook/documents_completed@"], &["bad-format /id_user", "bad-format /uuid"]),
    ),
    ("paybook-flat-documents_completed-ping", Valid(&["paybook/documents_completed@"])),
    ("paybook-webhook-post-response-unix-time", Valid(&["paybook/webhook@"])),
    ("paybook-webhook-list-iso-time", Valid(&["paybook/webhook@/0"])),
    ("paybook-webhook-delete-response", Foreign),
    (
        "paybook-webhook-post-envelope-forum",
        Invalid(&["paybook/webhook@/response"], &["bad-format /response/url"]),
    ),
    (
        "paybook-webhook-post-envelope-curp",
        Invalid(
            &["paybook/webhook@/response"],
            &[
                "bad-format /response/id_webhook",
                "bad-format /response/dt_created",
                "bad-format /response/url",
            ],
        ),
    ),
    (
        "paybook-webhook-list-envelope-curp",
        Invalid(
            &["paybook/webhook@/response/0"],
            &["bad-format /response/0/id_webhook", "bad-format /response/0/dt_created"],
        ),
    ),
    ("paybook-webhook-list-envelope-empty", Either(&[Valid(&[]), Foreign])),
    ("paybook-webhook-object-ngrok", Valid(&["paybook/webhook@"])),
    (
        "paybook-webhook-post-request-environment",
        Invalid(&["paybook/webhook.create@"], &["bad-format /id_environment"]),
    ),
    ("paybook-webhook-post-request-python", Valid(&["paybook/webhook.create@"])),
    ("paybook-webhook-post-request-curp", Invalid(&["paybook/webhook.create@"], &["bad-format /url"])),
    (
        "paybook-webhook-post-request-postman",
        Invalid(&["paybook/webhook.create@"], &["bad-format /url", "bad-format /id_user"]),
    ),
    ("paybook-webhook-post-request-forum", Invalid(&["paybook/webhook.create@"], &["bad-format /url"])),
    ("paybook-31-payments.chargeback_created", Valid(&["paybook/payments.chargeback_created@/events/0"])),
    (
        "paybook-31-payments.transaction_created-array-payload",
        Valid(&["paybook/payments.transaction_created@/events/0"]),
    ),
    (
        "paybook-31-payments.transaction_created-object-payload",
        Valid(&["paybook/payments.transaction_created@/events/0"]),
    ),
    ("paybook-31-payments-overview-with-comment", NotJson),
    ("paybook-31-subscription-post-request", Valid(&["paybook/subscription.create@"])),
    ("paybook-31-event-catalogue-response", Foreign),
    (
        "paybook-31-thirdparty-credentials.refreshed-minimal",
        Invalid(
            &["paybook/credentials.refreshed@/events/0"],
            &[
                "bad-format /rid",
                "missing-field /events/0/header/event/eid",
                "missing-field /events/0/header/event/at",
                "missing-field /events/0/header/event/version",
                "bad-format /events/0/header/user/id_user",
                "missing-field /events/0/header/user/id_environment",
                "bad-format /events/0/payload/id_credential",
                "bad-format /events/0/payload/id_user",
                "missing-field /events/0/payload/id_job",
                "missing-field /events/0/payload/id_job_uuid",
                "missing-field /events/0/payload/id_site_organization_type",
                "missing-field /events/0/payload/endpoints/credential",
            ],
        ),
    ),
    (
        "paybook-31-thirdparty-credentials.refreshed-status",
        Invalid(
            &["paybook/credentials.refreshed@/events/0"],
            &[
                "bad-format /rid",
                "missing-field /events/0/header/event/eid",
                "missing-field /events/0/header/event/at",
                "missing-field /events/0/header/event/version",
                "bad-format /events/0/header/user/id_user",
                "missing-field /events/0/header/user/id_environment",
                "bad-format /events/0/payload/id_credential",
                "bad-format /events/0/payload/id_user",
                "missing-field /events/0/payload/id_job",
                "missing-field /events/0/payload/id_job_uuid",
                "missing-field /events/0/payload/id_site_organization_type",
                "missing-field /events/0/payload/endpoints/credential",
                "missing-field /events/0/payload/event",
                "missing-field /events/0/payload/id_site_organization",
                "~unexpected-field /events/0/payload/status",
            ],
        ),
    ),
    (
        "paybook-31-thirdparty-credentials.refreshed-no-rid",
        Invalid(
            &["paybook/credentials.refreshed@/events/0"],
            &[
                "missing-field /rid",
                "missing-field /events/0/header/event/eid",
                "missing-field /events/0/header/event/at",
                "missing-field /events/0/header/event/version",
                "bad-format /events/0/header/user/id_user",
                "missing-field /events/0/header/user/id_environment",
                "bad-format /events/0/payload/id_credential",
                "bad-format /events/0/payload/id_user",
                "missing-field /events/0/payload/id_job",
                "missing-field /events/0/payload/id_job_uuid",
                "missing-field /events/0/payload/id_site",
                "missing-field /events/0/payload/id_site_organization_type",
                "missing-field /events/0/payload/endpoints",
                "missing-field /events/0/payload/event",
                "missing-field /events/0/payload/id_site_organization",
                "~unexpected-field /events/0/payload/status",
            ],
        ),
    ),
    ("paybook-31-thirdparty-credentials.deleted", ENVELOPE_NAME),
    (
        "paybook-31-thirdparty-credentials.updated-endpoint-string",
        Invalid(
            &["paybook/credentials.updated@/events/0"],
            &[
                "bad-format /rid",
                "bad-format /events/0/header/event/eid",
                "wrong-type /events/0/payload/endpoints/accounts",
                "…",
            ],
        ),
    ),
    (
        "paybook-31-thirdparty-events-not-array",
        Either(&[Foreign, Invalid(&[], &["wrong-type /events", "…"])]),
    ),
    (
        "paybook-31-thirdparty-eid-only",
        Either(&[
            Invalid(
                &[],
                &[
                    "missing-field /events/0/header/event/name",
                    "missing-field /events/0/header/user",
                    "missing-field /events/0/payload",
                    "missing-field /rid",
                    "…",
                ],
            ),
            Foreign,
        ]),
    ),
    (
        "chift-thirdparty-account.connection.created-minimal",
        Invalid(
            &["chift/account.connection.created@"],
            &[
                "bad-format /accountid",
                "bad-format /consumerid",
                "missing-field /created",
                "missing-field /connectionid",
            ],
        ),
    ),
    ("chift-api-webhook-instance-response", Foreign),
    ("chift-api-webhook-post-request", Foreign),
    ("seam-acs_credential.issued-event_description", Valid(&["seam/acs_credential.issued@"])),
    ("seam-acs_system.connected-microseconds", Valid(&["seam/acs_system.connected@"])),
    ("seam-acs_system.disconnected", Valid(&["seam/acs_system.disconnected@"])),
    ("seam-acs_user.deleted", Valid(&["seam/acs_user.deleted@"])),
    // Older than the schema that requires the grants.
    (
        "seam-access_method.issued-microseconds",
        Invalid(&["seam/access_method.issued@"], &["missing-field /access_grant_ids", "…"]),
    ),
    ("seam-access_method.card_encoding_required-ellipsis", NotJson),
    ("seam-api-event-get-response", Foreign),
    ("seam-api-events-list-response", Foreign),
    ("seam-legacy-iframe-message-wrapped", Foreign),
    ("seam-manufacturer-webhook-registration-request", Foreign),
    ("seam-manufacturer-device.online", Foreign),
    ("seam-manufacturer-access_code.created", Foreign),
    ("svix-docs-test-vector", Foreign),
];

impl Verdict {
    fn fits(&self, report: &Report) -> bool {
        let problems = summary(report);
        let events: Vec<String> = ids(report)
            .iter()
            .zip(&report.events)
            .map(|(id, event)| format!("{id}@{}", event.pointer))
            .collect();
        match self {
            Valid(expected) => report.status == Status::Valid && events == *expected && problems.is_empty(),
            Invalid(expected, problems) => {
                report.status == Status::Invalid && events == *expected && listed(problems, report)
            }
            Unsupported(pointer) => {
                report.status == Status::Unknown
                    && events.is_empty()
                    && problems == [format!("error unknown-event {pointer}")]
            }
            Foreign => {
                report.status == Status::Unknown
                    && events.is_empty()
                    && candidates(report).is_empty()
                    && problems == ["error unknown-event"]
            }
            NotJson => report.status == Status::Malformed && problems == ["error invalid-json"],
            Either(verdicts) => verdicts.iter().any(|verdict| verdict.fits(report)),
        }
    }
}

/// Whether a report's problems are those of the list.
fn listed(expected: &[&str], report: &Report) -> bool {
    let found: BTreeSet<String> = summary(report).into_iter().collect();
    let spelled = |line: &str| match line.strip_prefix('~') {
        Some(warning) => format!("warning {warning}"),
        None => format!("error {}", line.trim_start_matches('?')),
    };
    let required = expected.iter().filter(|line| !line.starts_with(['?', '…']));
    let allowed: BTreeSet<String> = expected.iter().map(|line| spelled(line)).collect();
    required.map(|line| spelled(line)).all(|line| found.contains(&line))
        && (expected.last() == Some(&"…") || found.is_subset(&allowed))
        && found.len() == report.problems.len()
}

#[test]
fn public_payloads_get_the_verdict_of_their_index() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/payloads");
    let folder = std::env::var_os("HOOKLENS_PUBLIC_PAYLOADS").map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        // Straight to the standard error: what is printed, a test that passes keeps to itself.
        writeln!(std::io::stderr(), "skipped: there are no public payloads at {}", folder.display()).unwrap();
        return;
    }
    let names: Vec<String> = names_in(&folder);
    let files: BTreeSet<&str> = names.iter().filter_map(|name| name.strip_suffix(".json")).collect();
    let known: BTreeSet<&str> = VERDICTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(files, known, "every public payload has a verdict here");
    let mut wrong = Vec::new();
    for (name, verdict) in VERDICTS {
        let report = validate(&std::fs::read(folder.join(format!("{name}.json"))).unwrap());
        if !verdict.fits(&report) {
            let found = (report.status, ids(&report), candidates(&report), summary(&report));
            wrong.push(format!("{name}: {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), VERDICTS.len(), wrong.join("\n"));
}
