//! ，一是…；二是…: a comma leads a list whose items are parted by semicolons.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit};
use crate::lint::{Check, Rule};

/// ，一是…；二是…: a comma leads a list whose items are parted by semicolons.
pub(crate) const COMMA_BEFORE_ENUMERATION: Rule = Rule {
    name: "comma-before-enumeration",
    title: "“一是”前面用了逗号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("comma_before_enumeration.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for list in view.enumerations() {
        let lead = list.markers[0];
        let has_semicolons = list.separators().all(|at| view.char(at) == '；');
        // 会议要求，一要…；二要… hands on what was said.
        if has_semicolons
            && view.before(lead) == '，'
            && view.char(lead + 1) != '要'
            && !is_led_by_preposition(view, lead - 1)
            && !is_led_by_adverb(view, lead - 1)
        {
            report(view, lead - 1..lead + 2, findings);
        }
    }
    for comma in view.places('，') {
        if leads_ordinals(view, comma) {
            report(view, comma..comma + 3, findings);
        }
    }
}

/// 三个方面，第一，…；第二，…: what stands before counts the items that follow.
fn leads_ordinals(view: &TextView<'_>, comma: usize) -> bool {
    const PAIRS: [(&str, &str); 6] = [
        ("第一，", "；第二，"),
        ("其一，", "；其二，"),
        ("首先，", "；其次，"),
        ("（一）", "；（二）"),
        ("（1）", "；（2）"),
        ("第一步", "；第二步"),
    ];
    let first = |(first, _): &&(&str, &str)| view.is_at(comma + 1, first);
    let Some((_, second)) = PAIRS.iter().find(first) else {
        return false;
    };
    let sentence = view.sentence(comma);
    ends_in_count(view, comma) && view.find(comma..sentence.end, second).is_some()
}

/// Whether 三个方面 or 两条措施 ends at `end`.
fn ends_in_count(view: &TextView<'_>, end: usize) -> bool {
    const COUNTED: [&str; 13] = [
        "方面", "措施", "工作", "问题", "困难", "原因", "举措", "任务", "做法", "环节", "难点",
        "办法", "建议",
    ];
    // 从三个方面着手，第一，…
    let verb = view.one_of_before(
        end,
        &["着手", "入手", "发力", "推进", "做起", "实施", "进行"],
    );
    let end = end - verb.map_or(0, |it| it.chars().count());
    // 主要有两条，其一，…
    // 下一步，一是… counts nothing.
    let is_next = view
        .one_of_before(end, &["一步", "一条", "一项", "一点"])
        .is_some();
    if view.is_any_before(end, "条项点步") && is_chinese_digit(view.before(end - 1)) && !is_next
    {
        return true;
    }
    let noun = view.one_of_before(end, &COUNTED);
    // 三个主要方面: a word of two characters may stand between.
    noun.is_some_and(|noun| {
        let start = end - noun.chars().count();
        let is_unit = |at: usize| view.is_any_at(at, "个条项点大");
        // 三方面工作
        let of_sides = view.ends_at(start, "方面") && is_chinese_digit(view.before(start - 2));
        if of_sides || noun == "方面" && is_chinese_digit(view.before(start)) {
            return true;
        }
        let may_be = |at: usize| is_unit(at) && is_chinese_digit(view.before(at));
        [1, 2, 3]
            .iter()
            .any(|back| may_be(start.saturating_sub(*back)))
    })
}

/// 针对上述问题，一是…；二是…: no comma is wrong behind what only leads to the whole list.
fn is_led_by_preposition(view: &TextView<'_>, comma: usize) -> bool {
    const PREPOSITIONS: [&str; 8] = [
        "围绕",
        "针对",
        "根据",
        "按照",
        "结合",
        "为了",
        "为解决",
        "依据",
    ];
    let clause = view.clause(comma);
    // 在电动自行车治理方面，一是…
    let is_about = view.is_any_at(clause.start, "在对就") && view.ends_at(comma, "方面");
    (is_about || view.has_any(&clause, &PREPOSITIONS)) && !ends_in_count(view, comma)
}

/// 下一步，一是…；二是…: nor behind a few words that tell when or why of the whole list.
fn is_led_by_adverb(view: &TextView<'_>, comma: usize) -> bool {
    const LONGEST: usize = 5;
    let clause = view.clause(comma);
    let begins_sentence = view.sentence(comma).start == clause.start;
    let is_short = clause.len() <= LONGEST && !view.is_any_before(comma, "有是为");
    begins_sentence && is_short && !ends_in_count(view, comma)
}

fn report(view: &TextView<'_>, range: Range<usize>, findings: &mut Findings<'_>) {
    let lead = view.words(range.start + 1..range.end);
    let lead = lead.trim_end_matches('，');
    findings
        .at(range, format!("“{lead}”前面是逗号，各项之间却是分号"))
        .hint("总说与分说之间改为冒号或者句号");
}
