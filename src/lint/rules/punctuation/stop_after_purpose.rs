//! 为切实解决停车难的问题。我区在…: a purpose that a full stop parts from what is done for it.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::wording::cut_off_object::HELP;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 为切实解决停车难的问题。我区在…: a purpose that a full stop parts from what is done for it.
pub(crate) const STOP_AFTER_PURPOSE: Rule = Rule {
    name: "stop-after-purpose",
    title: "“为了……”“在……下”后面用了句号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("stop_after_purpose.md"),
};

/// What begins a purpose.
const WORDS: &[&str] = &[
    "为切实",
    "为进一步",
    "为有效",
    "为全面",
    "为深入",
    "为及时",
    "为了",
    "为解决",
    "为破解",
    "为规范",
    "为加快",
    "为加强",
    "为推动",
    "为推进",
    "为确保",
    "为保障",
    "为方便",
    "为提高",
    "为提升",
    "为缓解",
    "为贯彻",
    "为落实",
    "为做好",
    "下。",
];

/// What makes a whole sentence of 为 and what it is for: 为加快发展提供了保障.
const PREDICATES: &[&str] = &[
    "提供", "奠定", "打下", "作出", "做出", "注入", "创造", "营造", "积累", "出台", "制定", "开展",
    "建立", "成立", "是", "，", "：", "了", "设立", "印发", "起到", "贡献", "铺平", "指明", "赢得",
];

/// More characters than a purpose alone has.
const LONGEST: usize = 60;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if WORDS[word.number] == "下。" {
        return after_help(view, word, findings);
    }
    let sentence = view.sentence(word.start);
    let begins = sentence.start == word.start;
    let stop = (word.end..word.end + LONGEST).find(|at| view.is_any_at(*at, "，。；：！？\n"));
    let stop = stop.filter(|at| begins && view.char(*at) == '。');
    let Some(stop) = stop.filter(|at| goes_on(view, at + 1)) else {
        return;
    };
    if !view.has_any(&(word.end..stop), PREDICATES) {
        findings
            .at(stop..stop + 1, "“为了……”只说了目的，后面用了句号")
            .hint("改为逗号，和后面的话连成一句")
            .suggest(stop..stop + 1, "，");
    }
}

/// 在市委、市政府的大力支持下。我市…: an adverbial that is cut off.
fn after_help(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let sentence = view.sentence(word.start);
    let is_whole = view.char(sentence.start) == '在'
        && view.one_of_before(word.start, &HELP).is_some()
        && !view.has_mark(&(sentence.start..word.start), "，：；");
    if is_whole && goes_on(view, word.end) {
        let stop = word.end - 1;
        findings
            .at(stop..word.end, "“在……下”只是状语，后面用了句号")
            .hint("改为逗号，和后面的话连成一句")
            .suggest(stop..word.end, "，");
    }
}

/// Whether what was done follows at once, told of by who did it.
fn goes_on(view: &TextView<'_>, at: usize) -> bool {
    const DOERS: [&str; 12] = [
        "我",
        "市",
        "县",
        "区",
        "省",
        "全",
        "本",
        "各",
        "近年来",
        "去年",
        "今年",
        "20",
    ];
    view.one_of_at(at, &DOERS).is_some()
}
