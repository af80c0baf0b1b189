//! Functions and filters that templates can call beside Tera's own.

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::audience::{Audience, withheld};
use super::links;
use super::prose::escape;
use crate::diagnostic::Diagnostic;
use crate::facts::{Aspect, Facts, Office, Period, Wording};
use crate::text::nearest::suggestion;
use crate::text::numerals::chinese_numeral;

/// A loop by `range` runs no longer.
pub(super) const LONGEST_RANGE: i64 = 1_000;

/// `replace` makes no longer text, in bytes.
const LONGEST_TEXT: usize = 1 << 20;

/// Registers them; they answer from the facts and the office of the workspace.
pub(super) fn register(
    tera: &mut Tera,
    audience: Audience,
    facts: &Arc<Facts>,
    office: &Arc<Office>,
) {
    let shared = (Arc::clone(facts), Arc::clone(office));
    tera.register_function("say", move |arguments: Kwargs, state: &State| {
        say(audience, (&shared.0, &shared.1), &arguments, state)
    });
    let shared = Arc::clone(office);
    tera.register_function("unit", move |arguments: Kwargs, state: &State| {
        unit(&shared, &arguments, state)
    });
    tera.register_function("range", range);
    tera.register_filter("replace", replace);
    tera.register_filter("chinese", chinese);
    tera.register_filter("first", first);
    tera.register_filter("last", last);
    tera.register_filter("nth", nth);
}

/// `say(id=…, period=…, unit=…, digits=…)`: a figure in another unit or of another period.
fn say(
    audience: Audience,
    (facts, office): (&Facts, &Office),
    arguments: &Kwargs,
    state: &State,
) -> TeraResult<Value> {
    let label = match arguments.get::<String>("period")? {
        Some(label) => label,
        None => state.get::<String>("period")?.unwrap_or_default(),
    };
    let Ok(period) = Period::new(&label) else {
        return Err(Error::message(format!("期间“{label}”写法不对")));
    };
    let id = arguments.must_get::<String>("id")?;
    let unit = arguments.get::<String>("unit")?;
    let digits = arguments.get::<i64>("digits")?.map(u32::try_from);
    let Ok(digits) = digits.transpose() else {
        return Err(Error::message("digits 是小数位数，写 0 或正整数"));
    };
    let wording = Wording {
        id: &id,
        period: &period,
        unit: unit.as_deref(),
        digits,
    };
    let printed = facts.say(wording, office.place.clone());
    let printed = printed.map_err(|missing| Error::message(sentence(&missing)))?;
    let other = withheld(audience, facts, office, &id, Aspect::Figure);
    let text = other.unwrap_or(printed.text);
    let link = links::figure(&text, &id, &period, "figure");
    Ok(Value::safe_string(&link))
}

/// A diagnostic as one sentence: Tera's errors have no hint of their own.
fn sentence(diagnostic: &Diagnostic) -> String {
    match &diagnostic.hint {
        Some(hint) => format!("{}，{hint}", diagnostic.message),
        None => diagnostic.message.clone(),
    }
}

/// `unit(name=…)`: a unit's name, or how it is addressed if the letter goes to it alone.
///
/// In a letter to several units 贵局 could be any of them.
fn unit(office: &Office, arguments: &Kwargs, state: &State) -> TeraResult<Value> {
    let name = arguments.must_get::<String>("name")?;
    let Some(unit) = office.units.iter().find(|unit| unit.name.text == name) else {
        let known = office.units.iter().map(|unit| unit.name.text.as_str());
        let hint = suggestion(&name, known)
            .unwrap_or_else(|| "请在 office.yaml 的 units 里加上".to_owned());
        return Err(Error::message(format!("units 里没有“{name}”，{hint}")));
    };
    let addressees = state
        .get::<Vec<String>>("addressee_list")?
        .unwrap_or_default();
    let full_name = unit.full_name.as_ref().map(|it| it.text.as_str());
    let is_addressed = match &addressees[..] {
        [only] => *only == name || Some(only.as_str()) == full_name,
        _ => false,
    };
    let printed = match &unit.courtesy {
        Some(courtesy) if is_addressed => &courtesy.text,
        _ => &unit.name.text,
    };
    Ok(Value::safe_string(&escape(printed)))
}

/// Tera's `range` with a bound that keeps loops inside loops short.
fn range(arguments: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
    let start = arguments.get::<i64>("start")?.unwrap_or_default();
    let end = arguments.must_get::<i64>("end")?;
    if end.saturating_sub(start) > LONGEST_RANGE {
        return Err(Error::message(format!("range 最多循环 {LONGEST_RANGE} 次")));
    }
    Ok((start..end).collect())
}

/// Tera's `replace` with a bound on what it makes.
fn replace(text: &str, arguments: Kwargs, _: &State) -> TeraResult<String> {
    let from = arguments.must_get::<String>("from")?;
    let to = arguments.must_get::<String>("to")?;
    if from.is_empty() {
        return Err(Error::message("replace 的 from 不能为空"));
    }
    let grown = text.matches(&from).count().saturating_mul(to.len());
    if grown.saturating_add(text.len()) > LONGEST_TEXT {
        return Err(Error::message("replace 的结果太长"));
    }
    Ok(text.replace(&from, &to))
}

/// The first entry of a list. Of an empty one it is undefined, which is an error to print; Tera's own
/// filter gives a nothing that prints as nothing.
fn first(list: &[Value], _: Kwargs, _: &State) -> Value {
    list.first().cloned().unwrap_or_else(Value::undefined)
}

/// The last entry of a list; of an empty one as [`first`].
fn last(list: &[Value], _: Kwargs, _: &State) -> Value {
    list.last().cloned().unwrap_or_else(Value::undefined)
}

/// Entry `n` of a list, from 0; of a shorter one as [`first`].
fn nth(list: &[Value], arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let n = arguments.must_get::<usize>("n")?;
    Ok(list.get(n).cloned().unwrap_or_else(Value::undefined))
}

/// A whole number in Chinese numerals.
fn chinese(number: u64, _: Kwargs, _: &State) -> String {
    chinese_numeral(number)
}
