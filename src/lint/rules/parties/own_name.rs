//! The office calls itself 我局 here and by its name there.

use super::issuer::{self_name, signed, titled};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, LetterView, Rule};

/// The office calls itself 我局 here and by its name there.
pub(crate) const OWN_NAME: Rule = Rule {
    name: "own-name",
    title: "自称前后不一",
    severity: Severity::Warning,
    check: Check::LetterOrText(check, check_text),
    page: include_str!("own_name.md"),
};

fn check(view: &LetterView<'_>, findings: &mut Findings<'_>) {
    let office = view.office();
    let Some(own) = &office.self_name else {
        return;
    };
    if view.mentions(&own.text).is_empty() {
        return;
    }
    let names = [Some(&office.name), office.short_name.as_ref()];
    let found = names.into_iter().flatten().find_map(|name| {
        let is_listed = |at: &usize| {
            let end = at + name.text.chars().count();
            view.text().before(*at) == '、' || "、和与及".contains(view.text().char(end))
        };
        let at = view
            .mentions(&name.text)
            .into_iter()
            .find(|at| !is_listed(at))?;
        Some((at, name))
    });
    if let Some((at, name)) = found {
        let message = format!("正文自称“{}”，这里又写“{}”", own.text, name.text);
        findings
            .hint(at..at + name.text.chars().count(), message)
            .hint(format!("说的是本单位，就改为“{}”", own.text));
    }
}

/// What a text alone tells: the office that its title names stands at the start of a clause again.
fn check_text(view: &TextView<'_>, findings: &mut Findings<'_>) {
    signed_name(view, findings);
    let title = view.reply().title.clone();
    let Some((issuer, own)) = titled(view).and_then(|it| Some((it.clone(), self_name(view, &it)?)))
    else {
        return;
    };
    let (body, name) = (title.end..view.chars().len(), view.text(issuer));
    if view.find(body.clone(), own).is_none() {
        return;
    }
    let mut from = body.start;
    while let Some(at) = view.find(from..body.end, &name) {
        from = at + name.chars().count();
        let is_subject =
            view.is_any_before(at, "\n，。；！") && !view.is_any_at(from, "\n、和与及同联等（");
        if is_subject && !view.in_quotes(at) && !view.in_title(at) {
            let message = format!("正文自称“{own}”，这里又写“{name}”");
            findings
                .hint(at..from, message)
                .hint(format!("说的是本单位，就改为“{own}”"));
        }
    }
}

/// 我局高度重视……下一步，县水利局将……, signed 县水利局: who signs is the subject by its name.
fn signed_name(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const DOES: [&str; 12] = [
        "将",
        "已",
        "拟",
        "共",
        "还将",
        "会同",
        "立足",
        "高度重视",
        "积极",
        "认真",
        "牵头",
        "组织",
    ];
    if titled(view).is_some() {
        return;
    }
    let Some((sign, own)) = signed(view).and_then(|it| Some((it.clone(), self_name(view, &it)?)))
    else {
        return;
    };
    let name = view.words(sign.clone());
    if view.find(0..sign.start, own).is_none() {
        return;
    }
    for at in view.each(0..sign.start, name) {
        let end = at + name.chars().count();
        let is_subject = view.is_any_before(at, "\n，。；") && view.one_of_at(end, &DOES).is_some();
        if is_subject && !view.in_quotes(at) && !view.in_title(at) {
            findings
                .at(at..end, format!("正文自称“{own}”，这里又写“{name}”"))
                .hint(format!("说的是本单位，就改为“{own}”"));
        }
    }
}
