use hooklens::{Code, Fix, Limits, Problem, Report, Severity, Status};

use super::{Outcome, ensure};

/// A fix keeps the text whole and mends its problem; all of them go together.
pub fn fixes(body: &[u8]) -> Outcome {
    // Of what is no UTF-8 nobody has the text that a fix is of.
    let Ok(text) = std::str::from_utf8(body) else { return Ok(()) };
    let report = hooklens::validate(body);
    let units: Vec<u16> = text.encode_utf16().collect();
    if report.problems.iter().all(|problem| problem.fix.is_none()) {
        return Ok(());
    }
    // Of very many, some: each is a body to validate.
    for problem in report.problems.iter().take(16) {
        let Some(fix) = &problem.fix else { continue };
        let after = applied(&units, [fix])?;
        mends(&report, problem, &hooklens::validate(after.as_bytes()))
            .map_err(|wrong| format!("{problem:?} {wrong}: {after}"))?;
    }
    let text = all_applied(&units, &report)?;
    let after = hooklens::validate(text.as_bytes());
    if report.status == Status::Malformed {
        return ends(after, text);
    }
    ensure!(after.status != Status::Malformed, "all fixes together break the text: {text}");
    Ok(())
}

/// The text after every fix of its report.
fn all_applied(units: &[u16], report: &Report) -> Result<String, String> {
    let mut fixes: Vec<&Fix> = report.problems.iter().filter_map(|problem| problem.fix.as_ref()).collect();
    fixes.sort_by_key(|fix| (fix.start, fix.end));
    ensure!(fixes.windows(2).all(|pair| pair[0].end <= pair[1].start), "fixes overlap: {fixes:?}");
    applied(units, fixes)
}

fn applied<'a>(units: &[u16], fixes: impl IntoIterator<Item = &'a Fix>) -> Result<String, String> {
    let (mut mended, mut from) = (Vec::with_capacity(units.len()), 0);
    for fix in fixes {
        mended.extend_from_slice(&units[from..fix.start as usize]);
        mended.extend(fix.text.encode_utf16());
        from = fix.end as usize;
    }
    mended.extend_from_slice(&units[from..]);
    String::from_utf16(&mended).map_err(|_| "a fix cuts a character".to_owned())
}

/// Whether a fix alone has mended its problem and made no other.
fn mends(before: &Report, problem: &Problem, after: &Report) -> Outcome {
    let problems = &after.problems;
    if before.status == Status::Malformed {
        let fixed = problem.fix.as_ref().map_or(0, |fix| fix.start);
        let start = |report: &Report| report.problems.first().map_or(u32::MAX, |problem| problem.span.start);
        let read = start(before).min(fixed);
        // What is mended may show as a body with something around it, of which no more is read.
        let is_whole = |problem: &Problem| problem.expected.as_deref() == Some("JSON");
        ensure!(
            after.status != Status::Malformed
                || start(after) >= read
                || problems.first().is_some_and(is_whole),
            "is mended, and less is read: {problems:?}"
        );
        return Ok(());
    }
    ensure!(after.status != Status::Malformed, "is mended, and it is no JSON any more: {problems:?}");
    // A key that is repeated may be wrong in its other place still.
    let place = |problem: &Problem| (problem.code, problem.pointer.clone(), problem.span.start);
    let same = |other: &Problem| place(other) == place(problem);
    ensure!(!problems.iter().any(same), "is still there: {problems:?}");
    // An event that only now has its name may be one of which nothing or much more is known.
    let is_unknown = |problem: &&Problem| problem.code == Code::UnknownEvent;
    let named = |report: &Report| {
        let ids: Vec<String> = report.events.iter().map(|event| event.id.to_string()).collect();
        (ids, report.problems.iter().filter(is_unknown).count())
    };
    let is_error = problem.severity == Severity::Error && named(before) == named(after);
    ensure!(!is_error || errors(after) < errors(before), "is mended, and there are others: {problems:?}");
    Ok(())
}

fn errors(report: &Report) -> u64 {
    let listed = report.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    listed as u64 + u64::from(report.omitted)
}

/// Who makes every fix that is offered, again and again, comes to JSON or to what has no fix.
fn ends(mut report: Report, mut text: String) -> Outcome {
    // Of brackets that are missing side by side, one at a time is offered: one for each level at most.
    for _ in 0..2 * Limits::DEFAULT.max_depth {
        let first = report.problems.first().filter(|_| report.status == Status::Malformed);
        if first.is_none_or(|problem| problem.fix.is_none()) {
            return Ok(());
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        text = all_applied(&units, &report)?;
        report = hooklens::validate(text.as_bytes());
    }
    Err(format!("fixes without end: {:?}: {text}", report.problems))
}
