//! The events of the benchmark as one writes them for serde: what is not named is ignored, what may be
//! absent or null is an `Option`, and every string is borrowed.

// To be read is all that they are for.
#![allow(dead_code)]

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Flat<'a> {
    #[serde(borrow)]
    endpoints: Endpoints<'a>,
    event: &'a str,
    id_credential: &'a str,
    id_external: Option<&'a str>,
    id_job: &'a str,
    id_job_type: Option<&'a str>,
    id_job_uuid: &'a str,
    id_job_uuid_type: Option<&'a str>,
    id_site: &'a str,
    id_site_organization: &'a str,
    id_site_organization_type: &'a str,
    id_user: &'a str,
    is_executing: Option<u8>,
}

#[derive(Deserialize)]
struct Endpoints<'a> {
    #[serde(borrow)]
    accounts: Option<Vec<&'a str>>,
    attachments: Option<Vec<&'a str>>,
    credential: Vec<&'a str>,
    transactions: Option<Vec<&'a str>>,
}

#[derive(Deserialize)]
pub struct Envelope<'a, Payload> {
    #[serde(borrow)]
    events: Vec<Enveloped<'a, Payload>>,
    rid: &'a str,
}

#[derive(Deserialize)]
struct Enveloped<'a, Payload> {
    #[serde(borrow)]
    header: Header<'a>,
    payload: Payload,
}

#[derive(Deserialize)]
struct Header<'a> {
    #[serde(borrow)]
    event: Event<'a>,
    user: User<'a>,
}

#[derive(Deserialize)]
struct Event<'a> {
    at: &'a str,
    eid: &'a str,
    name: &'a str,
    version: &'a str,
}

#[derive(Deserialize)]
struct User<'a> {
    id_environment: &'a str,
    id_external: Option<&'a str>,
    id_user: &'a str,
}

#[derive(Deserialize)]
pub struct Documents<'a> {
    #[serde(borrow)]
    endpoints: Vec<&'a str>,
    id_job: &'a str,
    id_job_type: Option<&'a str>,
    id_job_uuid: &'a str,
    id_job_uuid_type: Option<&'a str>,
    id_site: &'a str,
    id_site_organization: &'a str,
    id_site_organization_type: &'a str,
}

#[derive(Deserialize)]
pub struct Seam<'a> {
    acs_credential_id: &'a str,
    acs_system_id: &'a str,
    connected_account_id: Option<&'a str>,
    created_at: &'a str,
    event_description: Option<&'a str>,
    event_id: &'a str,
    event_type: &'a str,
    occurred_at: &'a str,
    workspace_id: &'a str,
}
