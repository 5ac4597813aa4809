//! What Seam sends. Sources: Seam's published schema, npm `@seamapi/types` 1.977.0,
//! `openapi.components.schemas.event`, whose event types, fields and descriptions these are; and Seam's
//! documentation, "Access system credential events", whose examples are those of `acs_credential.*`. The
//! other examples are made from the schema, for Seam publishes none.

use crate::format::Format;
use crate::format::timestamp::Style;
use crate::shape::{
    Canonical, Envelope, EventType, Field, Items, Number, Object, Provider, Severity, Shape, Text, Time,
    Trust, Wrapper, by_name, doc, fields,
};

pub(super) static PROVIDER: Provider =
    Provider { name: "seam", title: "Seam", reverse_dns: "co.seam", parameters: &[], envelopes: &[EVENT] };

/// The bare event is delivered; wrapped forms are answers of the API. A body with an `event_type` and
/// neither id is sent to Seam, not by Seam (Seam's guide for device manufacturers).
const EVENT: Envelope = Envelope {
    title: "Seam event",
    by_fit: false,
    wrapper: Wrapper::None,
    name_at: &["event_type"],
    marker_fields: &["event_id", "workspace_id"],
    trust: Trust::Mark,
    excluded: &[],
    // `/events/list` and `/events/get`.
    answers: &["events", "event"],
    payload: None,
    events: EVENTS,
    unnamed: &Object::of(COMMON),
    id: Some("event_id"),
    time: Some("occurred_at"),
    source: &[("workspaces", "workspace_id")],
};

const TEXT: Shape = Shape::Text(Text::of(Format::Any));
const UUID: Shape = Shape::Text(Text::of(Format::Uuid));
const UUIDS: Shape = Shape::Array(&Items { shape: UUID, not_empty: false });
const URI: Shape = Shape::Text(Text::of(Format::Uri));
const NUMBER: Shape = Shape::Number(Number::Any);
const DATE_TIME: Shape =
    Shape::Time(Time { style: Style::Rfc3339, no_offset: Some(Severity::Error), or_seconds: false });
/// Metadata of the integrator's own: any names, strings and booleans.
const METADATA: Shape = Shape::Object(&Object::map(&Shape::Union(&[TEXT, Shape::Boolean])));
/// An object of which the schema says nothing more.
const ANY_OBJECT: Shape = Shape::Object(&Object::open(&[]));

const fn one_of(values: &'static [(&'static str, &'static str)]) -> Shape<'static> {
    Shape::Text(Text::of(Format::Any).one_of(values))
}

/// Words of an enumeration, which are called what they are.
macro_rules! words {
    ($($word:literal)+) => { one_of(&[$(($word, $word)),+]) };
}

/// A list of what was wrong; `$code` is the field with the kind of fault.
macro_rules! faults {
    ($code:literal) => {
        Shape::Array(&Items {
            shape: Shape::Object(&Object::of(&[
                Field::required("created_at", DATE_TIME).doc("When it was found."),
                Field::required($code, TEXT).public().doc("What kind of fault it is."),
                Field::required("message", TEXT).doc("What is wrong, in words."),
            ])),
            not_empty: false,
        })
    };
}
const ERRORS: Shape = faults!("error_code");
const WARNINGS: Shape = faults!("warning_code");

/// What every event has.
const COMMON: &[Field] = &[
    Field::required("created_at", DATE_TIME).doc("Date and time at which the event was created."),
    Field::optional("event_description", TEXT).doc("What happened, in a sentence."),
    Field::required("event_id", UUID).doc("ID of the event."),
    Field::required("event_type", Shape::Name).to(Canonical::Type).doc("Name of the event type."),
    Field::required("occurred_at", DATE_TIME).doc("Date and time at which the event occurred."),
    Field::required("workspace_id", UUID).doc("ID of the workspace associated with the event."),
];

/// Event types about a resource, with these fields beside the common ones, all in the order of their names, in
/// which Seam's examples have them.
macro_rules! about {
    ($subject:literal, $($group:expr),+) => {
        EventType {
            shape: &Object::of({
                const FIELDS: &[Field] = fields![COMMON, $($group),+];
                const SORTED: [Field; FIELDS.len()] = by_name(*FIELDS.first_chunk().unwrap());
                &SORTED
            }),
            subject: Some($subject),
            example_is_made: true,
            ..EventType::BLANK
        }
    };
}

const ACCOUNT_ID: Field = Field::required("connected_account_id", UUID)
    .doc("ID of the connected account associated with the event.");
// Every sample of an access system's events has it, yet the schema does not require it.
const MAYBE_ACCOUNT_ID: Field =
    Field::optional("connected_account_id", UUID).doc("ID of the connected account.");
const ACCOUNT_METADATA: Field = Field::optional("connected_account_custom_metadata", METADATA)
    .doc("Custom metadata of the connected account.");
const ACCOUNT_FAULTS: &[Field] = &[
    Field::required("connected_account_errors", ERRORS).doc("Errors associated with the connected account."),
    Field::required("connected_account_warnings", WARNINGS)
        .doc("Warnings associated with the connected account."),
];
const DEVICE_ID: Field = Field::required("device_id", UUID).doc("ID of the affected device.");
const MAYBE_DEVICE_ID: Field = Field::optional("device_id", UUID).doc("ID of the affected device.");
const DEVICE_METADATA: Field =
    Field::optional("device_custom_metadata", METADATA).doc("Custom metadata of the device.");
const DEVICE_FAULTS: &[Field] = &[
    Field::required("device_errors", ERRORS).doc("Errors associated with the device."),
    Field::required("device_warnings", WARNINGS).doc("Warnings associated with the device."),
];
const CUSTOMER_KEY: Field =
    Field::optional("customer_key", TEXT).doc("The customer key of the device or account, if any.");

const ON_ACCESS_CODE: &[Field] = &[
    Field::required("access_code_id", UUID).doc("ID of the affected access code."),
    ACCOUNT_METADATA,
    ACCOUNT_ID,
    DEVICE_METADATA,
    DEVICE_ID,
];
const ACCESS_CODE: EventType = about!("access_code_id", ON_ACCESS_CODE);
const ACCESS_CODE_CHANGED: EventType = about!("access_code_id", ON_ACCESS_CODE, CHANGES);
const CHANGES: &[Field] = &[
    Field::optional("change_reason", TEXT).doc("Human-readable reason for the change."),
    Field::optional(
        "changed_properties",
        Shape::Array(&Items {
            shape: Shape::Object(&Object::of(&[
                Field::required("from", TEXT).nullable().doc("The value before."),
                Field::required("property", TEXT).public().doc("Name of the property."),
                Field::required("to", TEXT).nullable().doc("The value after."),
            ])),
            not_empty: false,
        }),
    )
    .doc("List of properties that changed on the access code."),
];

/// A change on the device: what it was and what it is, an object with the same fields each.
macro_rules! change {
    ($($field:literal)+) => {
        &[
            Field::required("description", TEXT).doc("Human-readable description of the change and its source."),
            Field::required("from", Shape::Object(&Object::of(&[$(Field::required($field, TEXT).nullable()),+])))
                .doc("What it was before."),
            Field::required("to", Shape::Object(&Object::of(&[$(Field::required($field, TEXT).nullable()),+])))
                .doc("What it is now."),
        ]
    };
}
const NAME_CHANGED: EventType = about!("access_code_id", ON_ACCESS_CODE, change!("name"));
const CODE_CHANGED: EventType = about!("access_code_id", ON_ACCESS_CODE, change!("code"));
const TIME_FRAME_CHANGED: EventType =
    about!("access_code_id", ON_ACCESS_CODE, change!("ends_at" "starts_at"));
const MUTATIONS_REQUESTED: EventType = about!("access_code_id", ON_ACCESS_CODE, MUTATIONS);
const MUTATIONS: &[Field] = &[Field::required(
    "requested_mutations",
    Shape::Array(&Items {
        shape: Shape::Object(&Object::of(&[
            Field::optional("from", ANY_OBJECT).doc("The values before."),
            Field::required(
                "mutation_code",
                words!("updating_name" "updating_code" "updating_time_frame" "deleting" "creating"
                    "deferring_creation"),
            )
            .doc("What is to be changed."),
            Field::optional("to", ANY_OBJECT).doc("The values after."),
        ])),
        not_empty: false,
    }),
)
.doc("The mutations that were requested on the access code.")];
const CODE: Field = Field::required("code", TEXT).doc("Code for the affected access code.");
const ACCESS_CODE_SET: EventType = about!("access_code_id", ON_ACCESS_CODE, &[CODE]);
const ACCESS_CODE_DELETED: EventType = about!("access_code_id", ON_ACCESS_CODE, &[CODE.nullable()]);
const ACCESS_CODE_FAILED: EventType =
    about!("access_code_id", ON_ACCESS_CODE, ACCESS_CODE_FAULTS, ACCOUNT_FAULTS, DEVICE_FAULTS);
const ACCESS_CODE_FAULTS: &[Field] = &[
    Field::required("access_code_errors", ERRORS).doc("Errors associated with the access code."),
    Field::required("access_code_warnings", WARNINGS).doc("Warnings associated with the access code."),
];
const BACKUP_CODE_PULLED: EventType = about!(
    "access_code_id",
    ON_ACCESS_CODE,
    &[Field::required("backup_access_code_id", TEXT)
        .doc("ID of the backup access code that was pulled from the pool.")]
);

const GRANT_ID: Field = Field::required("access_grant_id", UUID).doc("ID of the affected Access Grant.");
const ACCESS_GRANT: EventType = about!("access_grant_id", &[GRANT_ID]);
const ACCESS_TO_DOOR: EventType = about!(
    "access_grant_id",
    &[GRANT_ID, Field::required("acs_entrance_id", UUID).doc("ID of the affected entrance.")]
);
const ACCESS_TIMES_CHANGED: EventType = about!(
    "access_grant_id",
    &[
        GRANT_ID,
        Field::optional("access_grant_key", TEXT).doc("Key of the affected Access Grant (if present)."),
        Field::optional("ends_at", TEXT).doc("The new end time for the access grant."),
        Field::optional("starts_at", TEXT).doc("The new start time for the access grant."),
    ]
);
const ACCESS_METHODS_NOT_CREATED: EventType = about!(
    "access_grant_id",
    &[
        GRANT_ID,
        Field::required("error_message", TEXT)
            .doc("Description of why the access methods could not be created."),
        Field::optional("missing_device_ids", UUIDS)
            .doc("IDs of the devices that did not receive a requested access method."),
    ]
);

const ON_ACCESS_METHOD: &[Field] = &[
    Field::required("access_grant_ids", UUIDS)
        .doc("IDs of the access grants associated with this access method."),
    Field::optional("access_grant_keys", Shape::Array(&Items { shape: TEXT, not_empty: false }))
        .doc("Keys of the access grants associated with this access method (if present)."),
    Field::required("access_method_id", UUID).doc("ID of the affected access method."),
];
const ACCESS_METHOD: EventType = about!("access_method_id", ON_ACCESS_METHOD);
const ACCESS_METHOD_ISSUED: EventType = about!(
    "access_method_id",
    ON_ACCESS_METHOD,
    &[
        Field::optional("code", TEXT).doc("The actual PIN code, of a code access method."),
        Field::optional("is_backup_code", Shape::Boolean).doc("Whether the code is a backup code."),
    ]
);

const ON_ACCESS_SYSTEM: &[Field] =
    &[Field::required("acs_system_id", UUID).doc("ID of the access system."), MAYBE_ACCOUNT_ID];
const ACS_SYSTEM: EventType = about!("acs_system_id", ON_ACCESS_SYSTEM);
const ACS_SYSTEM_DISCONNECTED: EventType = about!(
    "acs_system_id",
    ON_ACCESS_SYSTEM,
    ACCOUNT_FAULTS,
    &[
        Field::required("acs_system_errors", ERRORS).doc("Errors associated with the access control system."),
        Field::required("acs_system_warnings", WARNINGS)
            .doc("Warnings associated with the access control system."),
    ]
);
const ACS_CREDENTIAL: EventType = EventType {
    example_is_made: false,
    ..about!(
        "acs_credential_id",
        ON_ACCESS_SYSTEM,
        &[Field::required("acs_credential_id", UUID).doc("ID of the affected credential.")]
    )
};
const ACS_USER: EventType = about!(
    "acs_user_id",
    ON_ACCESS_SYSTEM,
    &[Field::required("acs_user_id", UUID).doc("ID of the affected access system user.")]
);
const ACS_ENCODER: EventType = about!(
    "acs_encoder_id",
    ON_ACCESS_SYSTEM,
    &[Field::required("acs_encoder_id", UUID).doc("ID of the affected encoder.")]
);
const ACS_ACCESS_GROUP: EventType = about!(
    "acs_access_group_id",
    ON_ACCESS_SYSTEM,
    &[Field::required("acs_access_group_id", UUID).doc("ID of the affected access group.")]
);
const ACS_ENTRANCE: EventType = about!(
    "acs_entrance_id",
    ON_ACCESS_SYSTEM,
    &[Field::required("acs_entrance_id", UUID).doc("ID of the affected entrance.")]
);
const CLIENT_SESSION: EventType = about!(
    "client_session_id",
    &[Field::required("client_session_id", UUID).doc("ID of the affected client session.")]
);

const ON_ACCOUNT: &[Field] = &[
    Field::required("connected_account_id", UUID).doc("ID of the affected connected account."),
    ACCOUNT_METADATA,
];
const CONNECTED_ACCOUNT: EventType = about!("connected_account_id", ON_ACCOUNT);
const WEBVIEW_ID: Field =
    Field::required("connect_webview_id", UUID).doc("ID of the Connect Webview associated with the event.");
const MAYBE_WEBVIEW_ID: Field =
    Field::optional("connect_webview_id", UUID).doc("ID of the Connect Webview associated with the event.");
const ACCOUNT_CONNECTED: EventType =
    about!("connected_account_id", ON_ACCOUNT, &[MAYBE_WEBVIEW_ID, CUSTOMER_KEY]);
const ACCOUNT_CREATED: EventType = about!("connected_account_id", ON_ACCOUNT, &[WEBVIEW_ID]);
const ACCOUNT_WITH_ERRORS: EventType = about!("connected_account_id", ON_ACCOUNT, ACCOUNT_FAULTS);
const ACCOUNT_DELETED: EventType = about!(
    "connected_account_id",
    ON_ACCOUNT,
    &[
        // Undocumented: not released yet.
        Field::optional("connected_account_type", TEXT).public().doc("Type of the connected account."),
        CUSTOMER_KEY,
    ]
);
const ACTION_ATTEMPT: EventType = about!(
    "action_attempt_id",
    &[
        Field::required("action_attempt_id", UUID).doc("ID of the affected action attempt."),
        Field::required("action_type", TEXT).public().doc("Type of the action."),
        Field::optional("connected_account_id", UUID)
            .doc("ID of the connected account associated with the action attempt, if applicable."),
        Field::optional("device_id", UUID)
            .doc("ID of the device associated with the action attempt, if applicable."),
        Field::required("status", TEXT).public().doc("Status of the action."),
    ]
);
const LOGIN_SUCCEEDED: EventType =
    about!("connect_webview_id", &[WEBVIEW_ID, ACCOUNT_METADATA, ACCOUNT_ID, CUSTOMER_KEY]);
const LOGIN_FAILED: EventType = about!("connect_webview_id", &[WEBVIEW_ID]);

const ON_ACCOUNT_OF_DEVICE: &[Field] = &[ACCOUNT_METADATA, ACCOUNT_ID, CUSTOMER_KEY, DEVICE_METADATA];
const ON_DEVICE: &[Field] = fields![ON_ACCOUNT_OF_DEVICE, &[DEVICE_ID]];
const DEVICE: EventType = about!("device_id", ON_DEVICE);
const DEVICE_WITH_ERRORS: EventType = about!("device_id", ON_DEVICE, ACCOUNT_FAULTS, DEVICE_FAULTS);
const DEVICE_DISCONNECTED: EventType = about!(
    "device_id",
    ON_DEVICE,
    ACCOUNT_FAULTS,
    DEVICE_FAULTS,
    &[Field::required("error_code", words!("account_disconnected" "hub_disconnected" "device_disconnected"))
        .doc("Error code associated with the disconnection event.")]
);
const BATTERY_LEVEL: Field = Field::required("battery_level", Shape::Number(Number::Share))
    .doc("From 0 to 1: how much battery the device has left, as reported by the device.");
const LOW_BATTERY: EventType = about!("device_id", ON_DEVICE, &[BATTERY_LEVEL]);
const BATTERY_STATUS_CHANGED: EventType = about!(
    "device_id",
    ON_DEVICE,
    &[
        BATTERY_LEVEL,
        Field::required("battery_status", words!("critical" "low" "good" "full"))
            .doc("Battery status of the device, calculated from `battery_level`."),
    ]
);
const DEVICE_DELETED: EventType = about!(
    "device_id",
    ON_DEVICE,
    &[Field::optional("device_name", TEXT)
        .nullable()
        .doc("Name of the deleted device; null where it had none.")]
);
const DEVICE_NAME_CHANGED: EventType = about!(
    "device_id",
    ON_DEVICE,
    &[Field::required("device_name", TEXT).doc("The new name of the affected device.")]
);
const MEDIA: &[Field] = &[
    Field::optional("image_url", URI).doc("URL to a thumbnail image captured at that time."),
    Field::optional("video_url", URI).doc("URL to a short video clip captured at that time."),
];
const DOORBELL_RANG: EventType = about!("device_id", ON_DEVICE, MEDIA);
const CAMERA_ACTIVATED: EventType = about!(
    "device_id",
    ON_DEVICE,
    MEDIA,
    &[
        Field::required("activation_reason", words!("motion_detected"))
            .doc("The reason the camera was activated."),
        Field::optional("motion_sub_type", words!("human" "vehicle" "package" "other"))
            .doc("Sub-type of motion detected, if available."),
    ]
);
const NOISE_THRESHOLD_TRIGGERED: EventType = about!(
    "device_id",
    ON_DEVICE,
    &[
        Field::optional("minut_metadata", ANY_OBJECT).doc("Metadata from Minut."),
        Field::optional("noise_level_decibels", NUMBER).doc("Detected noise level in decibels."),
        Field::optional("noise_level_nrs", NUMBER)
            .doc("Detected noise level in Noiseaware Noise Risk Score (NRS)."),
        Field::optional("noise_threshold_id", UUID).doc("ID of the noise threshold that was triggered."),
        Field::optional("noise_threshold_name", TEXT).doc("Name of the noise threshold that was triggered."),
        Field::optional("noiseaware_metadata", ANY_OBJECT).doc("Metadata from Noiseaware."),
    ]
);

/// Who was at a lock. The access system's ids are undocumented: not released yet.
const AT_LOCK: &[Field] = fields![
    ON_ACCOUNT_OF_DEVICE,
    &[
        Field::optional("access_code_id", UUID).doc("ID of the access code that was used."),
        Field::optional("acs_entrance_id", UUID).doc("ID of the access system's entrance."),
        Field::optional("acs_system_id", UUID).doc("ID of the access system."),
        Field::optional("acs_user_id", UUID).doc("ID of the access system's user."),
        Field::optional("user_identity_id", UUID).doc("ID of the user identity."),
    ]
];
const BY_WHAT: &[Field] = &[
    Field::optional("access_code_is_managed", Shape::Boolean)
        .doc("Whether the access code is managed by Seam; only beside `access_code_id`."),
    Field::optional("action_attempt_id", UUID)
        .doc("ID of the action attempt, where it was initiated through Seam."),
    Field::optional("code", TEXT).doc("Code (PIN) that was used, if known."),
    Field::optional("is_via_bluetooth", Shape::Boolean)
        .doc("Whether it was done over Bluetooth by a remote client."),
    Field::optional("is_via_nfc", Shape::Boolean).doc("Whether it was done by an NFC credential tap."),
    Field::required("method", words!("keycode" "manual" "automatic" "unknown" "remote" "card"))
        .doc("Method by which it was done; `unknown`: it could not be determined."),
];
const LOCKED: EventType = about!("device_id", AT_LOCK, BY_WHAT, &[DEVICE_ID]);
const UNLOCKED: EventType = about!("device_id", AT_LOCK, BY_WHAT, &[MAYBE_DEVICE_ID]);
const ACCESS_DENIED: EventType = about!("device_id", AT_LOCK, &[MAYBE_DEVICE_ID, REASON]);
const REASON: Field = Field::optional(
    "reason",
    Shape::Object(&Object::of(&[
        Field::required("message", TEXT).doc("The reason in words."),
        Field::required(
            "reason_code",
            words!("unknown_code" "expired_code" "blocklisted_code" "too_many_attempts"
                "blocked_by_privacy_mode" "credential_error"),
        )
        .doc("The kind of reason."),
    ])),
)
.doc("Why access was denied; absent where the provider reports no cause.");

const CLIMATE_PRESET_ACTIVATED: EventType = about!(
    "device_id",
    ON_DEVICE,
    &[
        Field::required("climate_preset_key", TEXT).doc("Key of the climate preset that was activated."),
        Field::required("is_fallback_climate_preset", Shape::Boolean)
            .doc("Whether it is the fallback climate preset for the thermostat."),
        Field::required("thermostat_schedule_id", UUID)
            .nullable()
            .doc("ID of the thermostat schedule that activated it; null where none did."),
    ]
);
const MANUALLY_ADJUSTED: EventType = about!(
    "device_id",
    ON_DEVICE,
    &[
        Field::optional("cooling_set_point_celsius", NUMBER).doc("Temperature to cool to, in °C."),
        Field::optional("cooling_set_point_fahrenheit", NUMBER).doc("Temperature to cool to, in °F."),
        Field::optional("fan_mode_setting", words!("auto" "on" "circulate")).doc("Desired fan mode setting."),
        Field::optional("heating_set_point_celsius", NUMBER).doc("Temperature to heat to, in °C."),
        Field::optional("heating_set_point_fahrenheit", NUMBER).doc("Temperature to heat to, in °F."),
        Field::optional("hvac_mode_setting", words!("off" "heat" "cool" "heat_cool" "eco"))
            .doc("Desired HVAC mode setting."),
        Field::required("method", words!("seam" "external"))
            .doc("How it was adjusted; `seam`: through the Seam API, CLI or Console."),
    ]
);
const TEMPERATURES: &[Field] = &[
    Field::required("temperature_celsius", NUMBER).doc("Reported temperature, in °C."),
    Field::required("temperature_fahrenheit", NUMBER).doc("Reported temperature, in °F."),
];
const TEMPERATURE: EventType = about!("device_id", ON_DEVICE, TEMPERATURES);
const SET_POINT_REACHED: EventType = about!(
    "device_id",
    ON_DEVICE,
    TEMPERATURES,
    &[
        Field::optional("desired_temperature_celsius", NUMBER).doc("Desired temperature, in °C."),
        Field::optional("desired_temperature_fahrenheit", NUMBER).doc("Desired temperature, in °F."),
    ]
);
const TEMPERATURE_THRESHOLD: EventType = about!(
    "device_id",
    ON_DEVICE,
    TEMPERATURES,
    &[
        Field::required("lower_limit_celsius", NUMBER).nullable().doc("Lower limit, in °C; null: none."),
        Field::required("lower_limit_fahrenheit", NUMBER).nullable().doc("Lower limit, in °F; null: none."),
        Field::required("upper_limit_celsius", NUMBER).nullable().doc("Upper limit, in °C; null: none."),
        Field::required("upper_limit_fahrenheit", NUMBER).nullable().doc("Upper limit, in °F; null: none."),
    ]
);

const ENROLLMENT_AUTOMATION: EventType = about!(
    "enrollment_automation_id",
    &[Field::required("enrollment_automation_id", UUID).doc("ID of the affected enrollment automation.")]
);
const PHONE: EventType = about!("device_id", &[DEVICE_ID, DEVICE_METADATA]);
const SPACE: EventType = about!(
    "space_id",
    &[
        Field::required("acs_entrance_ids", UUIDS).doc("IDs of all ACS entrances attached to the space."),
        Field::required("device_ids", UUIDS).doc("IDs of all devices attached to the space."),
        Field::required("space_id", UUID).doc("ID of the affected space."),
        Field::optional("space_key", TEXT).doc("Unique key for the space within the workspace."),
    ]
);

/// Rows of the table below: the name, what the event is about with its fields, a title and the description;
/// where it is deprecated, why.
macro_rules! events {
    ($($name:literal $about:ident $title:literal $description:literal $(deprecated $why:literal)?;)+) => {
        &[$(EventType {
            name: $name,
            title: $title,
            description: doc($description),
            source: doc(concat!("npm @seamapi/types 1.977.0, the schema of ", $name)),
            meaning: $name,
            example: doc(include_str!(concat!("../../tests/payloads/seam/", $name, ".json"))),
            $(deprecated: Some(doc($why)),)?
            ..$about
        }),+]
    };
}

/// In the order of the schema.
const EVENTS: &[EventType] = events! {
    "access_code.created" ACCESS_CODE "Access code created"
        "An access code was created.";
    "access_code.changed" ACCESS_CODE_CHANGED "Access code changed"
        "An access code was changed.";
    "access_code.name_changed" NAME_CHANGED "Access code name changed"
        "The name of an access code was changed on the device.";
    "access_code.code_changed" CODE_CHANGED "Access code PIN changed"
        "The pin code of an access code was changed on the device.";
    "access_code.time_frame_changed" TIME_FRAME_CHANGED "Access code time frame changed"
        "The time frame of an access code was changed on the device.";
    "access_code.mutations_requested" MUTATIONS_REQUESTED "Access code mutations requested"
        "Mutations were requested on an access code. This event fires at request time, before the change \
         is confirmed on the device.";
    "access_code.scheduled_on_device" ACCESS_CODE_SET "Access code scheduled on a device"
        "An access code was scheduled natively on a device.";
    "access_code.set_on_device" ACCESS_CODE_SET "Access code set on a device"
        "An access code was set on a device.";
    "access_code.removed_from_device" ACCESS_CODE "Access code removed from a device"
        "An access code was removed from a device.";
    "access_code.delay_in_setting_on_device" ACCESS_CODE_FAILED "Delay in setting an access code on a device"
        "There was an unusually long delay in setting an access code on a device.";
    "access_code.failed_to_set_on_device" ACCESS_CODE_FAILED "Access code failed to be set on a device"
        "An access code failed to be set on a device.";
    "access_code.deleted" ACCESS_CODE_DELETED "Access code deleted"
        "An access code was deleted.";
    "access_code.delay_in_removing_from_device" ACCESS_CODE_FAILED "Delay in removing an access code from a device"
        "There was an unusually long delay in removing an access code from a device.";
    "access_code.failed_to_remove_from_device" ACCESS_CODE_FAILED "Access code failed to be removed from a device"
        "An access code failed to be removed from a device.";
    "access_code.modified_external_to_seam" ACCESS_CODE "Access code modified outside of Seam"
        "An access code was modified outside of Seam.";
    "access_code.deleted_external_to_seam" ACCESS_CODE "Access code deleted outside of Seam"
        "An access code was deleted outside of Seam.";
    "access_code.backup_access_code_pulled" BACKUP_CODE_PULLED "Backup access code pulled"
        "A backup access code was pulled from the backup access code pool and set on a device.";
    "access_code.unmanaged.converted_to_managed" ACCESS_CODE "Unmanaged access code converted to managed"
        "An unmanaged access code was converted successfully to a managed access code.";
    "access_code.unmanaged.failed_to_convert_to_managed" ACCESS_CODE_FAILED "Unmanaged access code failed to be converted to managed"
        "An unmanaged access code failed to be converted to a managed access code.";
    "access_code.unmanaged.created" ACCESS_CODE "Unmanaged access code created"
        "An unmanaged access code was created on a device.";
    "access_code.unmanaged.removed" ACCESS_CODE "Unmanaged access code removed"
        "An unmanaged access code was removed from a device.";
    "access_grant.created" ACCESS_GRANT "Access Grant created"
        "An Access Grant was created.";
    "access_grant.deleted" ACCESS_GRANT "Access Grant deleted"
        "An Access Grant was deleted.";
    "access_grant.access_granted_to_all_doors" ACCESS_GRANT "Access granted to all doors"
        "All access requested for an Access Grant was successfully granted.";
    "access_grant.access_granted_to_door" ACCESS_TO_DOOR "Access granted to a door"
        "Access requested as part of an Access Grant to a particular door was successfully granted.";
    "access_grant.access_to_door_lost" ACCESS_TO_DOOR "Access to a door lost"
        "Access to a particular door that was requested as part of an Access Grant was lost.";
    "access_grant.access_times_changed" ACCESS_TIMES_CHANGED "Access Grant times changed"
        "An Access Grant's start or end time was changed.";
    "access_grant.could_not_create_requested_access_methods" ACCESS_METHODS_NOT_CREATED "Requested access methods could not be created"
        "One or more requested access methods could not be created for an Access Grant.";
    "access_method.issued" ACCESS_METHOD_ISSUED "Access method issued"
        "An access method was issued.";
    "access_method.revoked" ACCESS_METHOD "Access method revoked"
        "An access method was revoked.";
    "access_method.card_encoding_required" ACCESS_METHOD "Card encoding required"
        "An access method representing a physical card requires encoding.";
    "access_method.deleted" ACCESS_METHOD "Access method deleted"
        "An access method was deleted.";
    "access_method.reissued" ACCESS_METHOD_ISSUED "Access method reissued"
        "An access method was reissued.";
    "access_method.created" ACCESS_METHOD "Access method created"
        "An access method was created.";
    "access_method.delay_in_issuing" ACCESS_METHOD "Delay in issuing an access method"
        "Seam has not yet issued this access method, even though its access grant is about to begin, so \
         access may not be ready when the recipient arrives. Seam is still attempting to issue it, and the \
         accompanying `delay_in_issuing` warning clears automatically once issuance succeeds.";
    "access_method.failed_to_issue" ACCESS_METHOD "Access method failed to be issued"
        "Seam was unable to issue this access method before its access grant started, so the recipient may \
         be unable to access the space. This usually points to a problem that needs attention, such as an \
         offline or disconnected device. Seam keeps retrying, and the accompanying `failed_to_issue` error \
         clears automatically if the access method is eventually issued.";
    "acs_system.connected" ACS_SYSTEM "Access system connected"
        "An access system was connected.";
    "acs_system.added" ACS_SYSTEM "Access system added"
        "An access system was added.";
    "acs_system.disconnected" ACS_SYSTEM_DISCONNECTED "Access system disconnected"
        "An access system was disconnected.";
    "acs_credential.deleted" ACS_CREDENTIAL "Access system credential deleted"
        "An access system credential was deleted.";
    "acs_credential.issued" ACS_CREDENTIAL "Access system credential issued"
        "An access system credential was issued.";
    "acs_credential.reissued" ACS_CREDENTIAL "Access system credential reissued"
        "An access system credential was reissued.";
    "acs_credential.invalidated" ACS_CREDENTIAL "Access system credential invalidated"
        "An access system credential was invalidated. That is, the credential cannot be used anymore.";
    "acs_user.created" ACS_USER "Access system user created"
        "An access system user was created.";
    "acs_user.deleted" ACS_USER "Access system user deleted"
        "An access system user was deleted.";
    "acs_encoder.added" ACS_ENCODER "Access system encoder added"
        "An access system encoder was added.";
    "acs_encoder.removed" ACS_ENCODER "Access system encoder removed"
        "An access system encoder was removed.";
    "acs_access_group.deleted" ACS_ACCESS_GROUP "Access system access group deleted"
        "An ACS access group was deleted.";
    "acs_entrance.added" ACS_ENTRANCE "Access system entrance added"
        "An access system entrance was added.";
    "acs_entrance.removed" ACS_ENTRANCE "Access system entrance removed"
        "An access system entrance was removed.";
    "client_session.deleted" CLIENT_SESSION "Client session deleted"
        "A client session was deleted.";
    "connected_account.connected" ACCOUNT_CONNECTED "Connected account connected"
        "A connected account was connected for the first time or was reconnected after being disconnected.";
    "connected_account.created" ACCOUNT_CREATED "Connected account created"
        "A connected account was created.";
    "connected_account.successful_login" ACCOUNT_CREATED "Connected account login succeeded"
        "A connected account had a successful login using a Connect Webview." deprecated "Use \
         `connect_webview.login_succeeded`.";
    "connected_account.disconnected" ACCOUNT_WITH_ERRORS "Connected account disconnected"
        "A connected account was disconnected.";
    "connected_account.completed_first_sync" CONNECTED_ACCOUNT "Connected account completed its first sync"
        "A connected account completed the first sync with Seam, and the corresponding devices or systems \
         are now available.";
    "connected_account.deleted" ACCOUNT_DELETED "Connected account deleted"
        "A connected account was deleted.";
    "connected_account.completed_first_sync_after_reconnection" CONNECTED_ACCOUNT "Connected account completed its first sync after reconnection"
        "A connected account completed the first sync after reconnection with Seam, and the corresponding \
         devices or systems are now available.";
    "connected_account.reauthorization_requested" ACCOUNT_WITH_ERRORS "Connected account reauthorization requested"
        "A connected account requires reauthorization using a new Connect Webview. The account is still \
         connected, but cannot access new features. Delaying reauthorization too long will eventually \
         cause the Connected Account to become disconnected.";
    "action_attempt.lock_door.succeeded" ACTION_ATTEMPT "Lock door action attempt succeeded"
        "A lock door action attempt succeeded.";
    "action_attempt.lock_door.failed" ACTION_ATTEMPT "Lock door action attempt failed"
        "A lock door action attempt failed.";
    "action_attempt.unlock_door.succeeded" ACTION_ATTEMPT "Unlock door action attempt succeeded"
        "An unlock door action attempt succeeded.";
    "action_attempt.unlock_door.failed" ACTION_ATTEMPT "Unlock door action attempt failed"
        "An unlock door action attempt failed.";
    "action_attempt.simulate_keypad_code_entry.succeeded" ACTION_ATTEMPT "Simulate keypad code entry action attempt succeeded"
        "A simulate keypad code entry action attempt succeeded.";
    "action_attempt.simulate_keypad_code_entry.failed" ACTION_ATTEMPT "Simulate keypad code entry action attempt failed"
        "A simulate keypad code entry action attempt failed.";
    "action_attempt.simulate_manual_lock_via_keypad.succeeded" ACTION_ATTEMPT "Simulate manual lock via keypad action attempt succeeded"
        "A simulate manual lock via keypad action attempt succeeded.";
    "action_attempt.simulate_manual_lock_via_keypad.failed" ACTION_ATTEMPT "Simulate manual lock via keypad action attempt failed"
        "A simulate manual lock via keypad action attempt failed.";
    "connect_webview.login_succeeded" LOGIN_SUCCEEDED "Connect Webview login succeeded"
        "A Connect Webview login succeeded.";
    "connect_webview.login_failed" LOGIN_FAILED "Connect Webview login failed"
        "A Connect Webview login failed.";
    "device.connected" DEVICE "Device connected"
        "The status of a device changed from offline to online. That is, the `device.properties.online` \
         property changed from `false` to `true`. Note that some devices operate entirely in offline mode, \
         so Seam never emits a `device.connected` event for these devices.";
    "device.added" DEVICE "Device added"
        "A device was added to Seam or was re-added to Seam after having been removed.";
    "device.converted_to_unmanaged" DEVICE "Device converted to unmanaged"
        "A managed device was successfully converted to an unmanaged device.";
    "device.unmanaged.converted_to_managed" DEVICE "Unmanaged device converted to managed"
        "An unmanaged device was successfully converted to a managed device.";
    "device.unmanaged.connected" DEVICE "Unmanaged device connected"
        "The status of an unmanaged device changed from offline to online. That is, the \
         `device.properties.online` property changed from `false` to `true`.";
    "device.disconnected" DEVICE_DISCONNECTED "Device disconnected"
        "The status of a device changed from online to offline. That is, the `device.properties.online` \
         property changed from `true` to `false`.";
    "device.unmanaged.disconnected" DEVICE_DISCONNECTED "Unmanaged device disconnected"
        "The status of an unmanaged device changed from online to offline. That is, the \
         `device.properties.online` property changed from `true` to `false`.";
    "device.tampered" DEVICE "Device tampered"
        "A device detected that it was tampered with, for example, opened or moved.";
    "device.low_battery" LOW_BATTERY "Device battery low"
        "A device battery level dropped below the low threshold.";
    "device.battery_status_changed" BATTERY_STATUS_CHANGED "Device battery status changed"
        "A device battery status changed since the last `battery_status_changed` event.";
    "device.removed" DEVICE "Device removed"
        "A device was removed externally from the connected account.";
    "device.deleted" DEVICE_DELETED "Device deleted"
        "A device was deleted.";
    "device.third_party_integration_detected" DEVICE "Third-party integration of a device detected"
        "Seam detected that a device is using a third-party integration that will interfere with Seam \
         device management.";
    "device.third_party_integration_no_longer_detected" DEVICE "Third-party integration of a device no longer detected"
        "Seam detected that a device is no longer using a third-party integration that was interfering \
         with Seam device management.";
    "device.salto.privacy_mode_activated" DEVICE "Salto privacy mode activated"
        "A Salto device activated privacy mode.";
    "device.salto.privacy_mode_deactivated" DEVICE "Salto privacy mode deactivated"
        "A Salto device deactivated privacy mode.";
    "device.connection_became_flaky" DEVICE_WITH_ERRORS "Device connection became flaky"
        "Seam detected a flaky device connection.";
    "device.connection_stabilized" DEVICE "Device connection stabilized"
        "Seam detected that a previously-flaky device connection stabilized.";
    "device.error.subscription_required" DEVICE_WITH_ERRORS "Device requires a subscription"
        "A third-party subscription is required to use all device features.";
    "device.error.subscription_required.resolved" DEVICE "Device requires no subscription any more"
        "A third-party subscription is active or no longer required to use all device features.";
    "device.accessory_keypad_connected" DEVICE "Accessory keypad connected"
        "An accessory keypad was connected to a device.";
    "device.accessory_keypad_disconnected" DEVICE_WITH_ERRORS "Accessory keypad disconnected"
        "An accessory keypad was disconnected from a device.";
    "noise_sensor.noise_threshold_triggered" NOISE_THRESHOLD_TRIGGERED "Noise threshold triggered"
        "Extended periods of noise or noise exceeding a threshold were detected.";
    "lock.locked" LOCKED "Lock locked"
        "A lock was locked.";
    "lock.unlocked" UNLOCKED "Lock unlocked"
        "A lock was unlocked.";
    "lock.access_denied" ACCESS_DENIED "Access denied by a lock"
        "The lock denied access to a user after one or more consecutive invalid attempts to unlock the \
         device.";
    "thermostat.climate_preset_activated" CLIMATE_PRESET_ACTIVATED "Thermostat climate preset activated"
        "A thermostat climate preset was activated.";
    "thermostat.manually_adjusted" MANUALLY_ADJUSTED "Thermostat adjusted manually"
        "A thermostat was adjusted manually.";
    "thermostat.temperature_threshold_exceeded" TEMPERATURE_THRESHOLD "Thermostat temperature threshold exceeded"
        "A thermostat's temperature reading exceeded the set threshold.";
    "thermostat.temperature_threshold_no_longer_exceeded" TEMPERATURE_THRESHOLD "Thermostat temperature threshold no longer exceeded"
        "A thermostat's temperature reading no longer exceeds the set threshold.";
    "thermostat.temperature_reached_set_point" SET_POINT_REACHED "Thermostat temperature reached set point"
        "A thermostat's temperature reading is within 1 °C of the configured cooling or heating set point.";
    "thermostat.temperature_changed" TEMPERATURE "Thermostat temperature changed"
        "A thermostat's reported temperature changed by at least 1 °C.";
    "device.name_changed" DEVICE_NAME_CHANGED "Device name changed"
        "The name of a device was changed.";
    "camera.activated" CAMERA_ACTIVATED "Camera activated"
        "A camera was activated, for example, by motion detection.";
    "device.doorbell_rang" DOORBELL_RANG "Doorbell rang"
        "A doorbell button was pressed on a device.";
    "enrollment_automation.deleted" ENROLLMENT_AUTOMATION "Enrollment automation deleted"
        "An enrollment automation was deleted." deprecated "Enrollment automations are deprecated and will \
         be removed.";
    "phone.deactivated" PHONE "Phone deactivated"
        "A phone device was deactivated.";
    "space.device_membership_changed" SPACE "Devices of a space changed"
        "A device was added or removed from a space.";
    "space.created" SPACE "Space created"
        "A space was created.";
    "space.deleted" SPACE "Space deleted"
        "A space was deleted.";
};
