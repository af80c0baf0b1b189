//! Whether a sentence tells of what is done or of what is to come.

use std::ops::Range;

use crate::lint::view::TextView;

/// Words of a sentence that tells of what is to come.
const PLANNED: [&str; 32] = [
    "将",
    "打算",
    "拟",
    "计划",
    "预计",
    "力争",
    "争取",
    "确保",
    "目标",
    "下一步",
    "今后",
    "接下来",
    "届时",
    "有望",
    "即将",
    "定于",
    "明年",
    "要求",
    "规划",
    "到位后",
    "安排在",
    "预期",
    "预测",
    "提出",
    "为期",
    "有效期",
    "截止",
    "投用后",
    "建成后",
    "完成后",
    "实施后",
    "启用后",
];

/// Words that make a plan of a whole section and cannot mean anything else; 将 may.
const SECTION: [&str; 16] = [
    "下一步",
    "今后",
    "接下来",
    "下步",
    "将继续",
    "将进一步",
    "将于",
    "将在",
    "将会",
    "拟",
    "计划",
    "预计",
    "力争",
    "工作安排",
    "工作打算",
    "步骤",
];

/// Words by which a sentence compares or counts what is done.
const COMPARED: [&str; 16] = [
    "同比",
    "比上年",
    "比上月",
    "较上年",
    "较去年",
    "比去年",
    "环比",
    "上年同期",
    "去年同期",
    "共建成",
    "共完成",
    "共检查",
    "共查处",
    "共办理",
    "共受理",
    "共培训",
];

/// Words of a sentence that tells of what is done, beside those, 已 and 了.
const DONE: [&str; 7] = ["累计", "共", "办结", "查处", "建成", "稳定在", "达到"];

/// How the office speaks of itself and of what it governs.
const OWN: [&str; 24] = [
    "我局",
    "我委",
    "我厅",
    "我办",
    "我院",
    "我部",
    "我会",
    "我队",
    "我支队",
    "我大队",
    "我总队",
    "我中心",
    "我行",
    "我校",
    "我们",
    "我区",
    "我市",
    "我县",
    "我省",
    "我州",
    "我旗",
    "我镇",
    "本局",
    "本委",
];

/// How far back a section may tell that it is a plan.
const BACK: usize = 400;

/// The sentence around `at`, without 现答复如下： before it.
pub(super) fn told_sentence(view: &TextView<'_>, at: usize) -> Range<usize> {
    let sentence = view.sentence(at);
    let lead = view.find(sentence.start..at, "如下：");
    lead.map_or(sentence.start, |lead| lead + 3)..sentence.end
}

/// Whether a sentence tells of what is to come.
pub(super) fn is_planned(view: &TextView<'_>, sentence: &Range<usize>) -> bool {
    view.has_any(sentence, &PLANNED)
}

/// Whether the text before a sentence says that a plan follows.
pub(super) fn is_in_plan(view: &TextView<'_>, sentence: &Range<usize>) -> bool {
    let before = sentence.start.saturating_sub(BACK)..sentence.start;
    view.has_any(&before, &SECTION)
}

/// Whether a sentence says with 已 or 了 or by a comparison that something is done.
pub(super) fn is_surely_done(view: &TextView<'_>, sentence: &Range<usize>) -> bool {
    let is_particle = |at: usize| match view.char(at) {
        '已' => view.before(at) != '而',
        '了' => !view.is_any_before(at, "为除到") && !view.is_any_at(at + 1, "解"),
        _ => false,
    };
    sentence.clone().any(is_particle) || view.has_any(sentence, &COMPARED)
}

/// Whether a sentence tells of what is done.
pub(super) fn is_done(view: &TextView<'_>, sentence: &Range<usize>) -> bool {
    is_surely_done(view, sentence) || view.has_any(sentence, &DONE)
}

/// Whether the office itself or what it governs is told of at `at`.
pub(super) fn is_own(view: &TextView<'_>, at: usize) -> bool {
    view.one_of_at(at, &OWN).is_some()
}
