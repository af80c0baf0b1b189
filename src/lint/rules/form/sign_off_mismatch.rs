//! 市体育局 signs what 市教育局关于…… begins.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::parties::issuer::{
    dated, is_authority, is_date, is_name, self_name, signed, signed_as, titled, titled_as,
};
use crate::lint::rules::parties::odd_signer::odd_signer;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 市体育局 signs what 市教育局关于…… begins.
pub(crate) const SIGN_OFF_MISMATCH: Rule = Rule {
    name: "sign-off-mismatch",
    title: "落款与标题、联系单位的机关不一",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("sign_off_mismatch.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    authority(view, findings);
    odd_signer(view, findings);
    head_date(view, findings);
    let Some(signed) = signed(view) else {
        return;
    };
    let name = view.words(signed.clone());
    let of_title = titled(view).map(|it| ("标题里的发文机关", it));
    let of_contact = contact(view).filter(|it| is_bureau(view, it) && is_bureau(view, &signed));
    let others = of_title
        .into_iter()
        .chain(of_contact.map(|it| ("联系单位", it)));
    for (what, other) in others {
        let other = view.words(other);
        let is_one = is_short_for(other, name) || is_short_for(name, other);
        if !is_one || lacks_field(other, name) || lacks_field(name, other) {
            report(signed.clone(), (what, other, name), findings);
        }
    }
}

fn report(
    signed: Range<usize>,
    (what, other, name): (&str, &str, &str),
    findings: &mut Findings<'_>,
) {
    findings
        .at(signed, format!("{what}是“{other}”，落款却是“{name}”"))
        .hint("核对落款");
}

/// 松原乡人民政府关于… signed by 柳溪乡人民政府: a government or a court, of the same kind in both places.
fn authority(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let both = titled_as(view, is_authority).zip(signed_as(view, is_authority));
    let Some((titled, signed)) = both else {
        return;
    };
    // A bureau that `signed` knows too is compared below.
    let is_told = is_name(view, &titled) && is_name(view, &signed);
    let is_alike = view.before(titled.end) == view.before(signed.end);
    let (other, name) = (view.text(titled), view.text(signed.clone()));
    let is_one = is_short_for(&other, &name) || is_short_for(&name, &other);
    if is_alike && !is_told && !is_one {
        report(signed, ("标题里的发文机关", &other, &name), findings);
    }
}

/// 2023年6月19日 above the title and 2022年6月19日 at the foot: one day in two years.
fn head_date(view: &TextView<'_>, findings: &mut Findings<'_>) {
    const HEAD: usize = 3;
    let Some(foot) = dated(view) else {
        return;
    };
    let head = view.paragraphs().iter().take(HEAD);
    let mut head = head.filter(|line| line.range.end < view.reply().opening.start);
    let head = head.find(|line| is_date(view, &line.range));
    let Some(head) = head.and_then(|line| view.date_at(line.range.start)) else {
        return;
    };
    // The day when a page was published may be another one.
    let is_one_day = (head.month, head.day) == (foot.month, foot.day);
    if is_one_day && head.year.is_some() && head.year != foot.year {
        let text = view.words(head.range.clone());
        findings
            .at(
                foot.range.clone(),
                format!("文首的日期是“{text}”，落款的年份却不同"),
            )
            .hint("核对成文日期");
    }
}

/// The body in the line 联系单位：市教育局 behind the sign-off.
fn contact(view: &TextView<'_>) -> Option<Range<usize>> {
    const LABEL: &str = "联系单位：";
    let last = view.paragraphs().iter().rev().take(4);
    let mut names = last.filter_map(|line| {
        let label = view.find(line.range.clone(), LABEL)?;
        let start = label + LABEL.chars().count();
        let ends = |at: &usize| view.is_any_at(*at, "）)，；。\n");
        let end = (start..line.range.end + 1).find(ends)?;
        // 市教育局人事科 is of the bureau.
        let bureau =
            (start + 3..end).find(|at| view.char(*at) == '局' && is_section(view, at + 1, end));
        let end = bureau.map_or(end, |at| at + 1);
        Some(start..end).filter(|name| is_name(view, name))
    });
    names.next()
}

/// Whether the name of a section stands between.
fn is_section(view: &TextView<'_>, start: usize, end: usize) -> bool {
    end > start + 1 && view.one_of_before(end, &["科", "处", "股", "室"]).is_some()
}

/// Whether a body is a department, which answers letters by itself: the government's office does
/// for others.
fn is_bureau(view: &TextView<'_>, name: &Range<usize>) -> bool {
    ["我局", "我委", "我厅"]
        .map(Some)
        .contains(&self_name(view, name))
}

/// 石泉县城乡建设局 for 石泉县住房和城乡建设局: a whole name without one of its fields, which is no short
/// name.
///
/// 交通局 is short for 交通运输局, whose last word is left out.
fn lacks_field(short: &str, long: &str) -> bool {
    const LEAST: usize = 2;
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    let start = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let lacking = long.len().saturating_sub(short.len());
    let is_one_run = short.get(start..) == long.get(start + lacking..);
    let rest = short.len() - start;
    let level = long.iter().position(|it| "省市县区州旗".contains(*it));
    // Both names have their place, so that neither is the short one of a line.
    let has_place = level.is_some_and(|level| level >= LEAST && level < start);
    let is_field = short[start.min(short.len())..].len() > LEAST;
    lacking >= LEAST && is_one_run && has_place && rest > LEAST && is_field
}

/// Whether the one name may be short for the other: its characters stand there in the same order.
///
/// 市卫健委 is short for 杭州市卫生健康委员会; the names of places are longer there, too.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let mut characters = short.chars().filter(|it| !"省市县区州".contains(*it));
    characters.all(|character| rest.any(|other| other == character))
}
