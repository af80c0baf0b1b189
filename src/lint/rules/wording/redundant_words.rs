//! 截至目前为止, 切忌不要 and the like.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule, Word};

/// 截至目前为止, 切忌不要 and the like.
pub(crate) const REDUNDANT_WORDS: Rule = Rule {
    name: "redundant-words",
    title: "意思重复",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("redundant_words.md"),
};

const WORDS: &[&str] = &[
    "大约左右",
    "目前现已",
    "防止不再",
    "避免不再",
    "防止不要",
    "其中包括有",
    "原因是由于",
    "原因是因为",
    "大约近",
    "提前预先",
    "预先提前",
    "多年以来来",
    "截至目前止",
    "截至今止",
    "为止为止",
    "从而进而",
    "不断持续",
    "持续不断地不断",
    "尤其特别",
    "立即马上",
    "马上立即",
    "必须务必",
    "务必必须",
    "严禁不准",
    "严禁不得",
    "禁止不准",
    "禁止不得",
    "如果假如",
    "由于因为",
    "因为由于",
    "目的是为了",
    "共同一起",
    "一起共同",
    "全部所有",
    "所有全部",
    "是否能否",
    "能否是否",
    "十分极其",
    "非常极其",
    "更为更加",
    "国际间",
    "人生地不熟悉",
    "过去曾经",
    "曾经过去",
    "持续保持",
    "截至目前为止",
    "目前现在",
    "涉及到",
    "凯旋归来",
    "悬殊很大",
    "过分苛求",
    "最低限度以上",
    "切忌不要",
    "亲眼目睹",
    "被人民群众所",
    "免费赠送",
    "首次第一次",
    "十分非常",
    "非常十分",
    "大多数都",
    "分别各",
    "更加更",
    "进一步更加",
    "互相相互",
    "相互互相",
    "共同协同",
    "之间相互",
    "共计总",
    "约大约",
    "再次重申",
    "显著明显",
    "全部都",
    "的原因是因为",
    "之所以的原因",
    "高达近",
    "多达近",
    "达到了达",
    "提出提出",
    "见诸于",
    "付诸于",
    "来自于",
    "不必要的浪费",
    "第一首",
    "仍然还",
    "悉数全部",
    "原因的原因",
    "情况的情况",
    "问题的问题",
    "要求的要求",
    "能够可以",
    "约近",
    "目前现有",
    "再次重新",
    "重新再次",
    "首次开创",
    "逐步逐渐",
    "逐渐逐步",
    "越来越更加",
    "更加越来越",
    "各自分别",
    "均都",
    "都均",
    "可能也许",
    "大概可能",
    "必须一定要",
    "已经早已",
    "早已已经",
    "原先原有",
    "极为十分",
    "非常特别",
    "特别非常",
    "非常极为",
    "立刻马上",
    "马上立刻",
    "如果假若",
    "倘若如果",
    "自从从",
    "并且并",
    "可以能够",
    "能够能",
    "可以可",
    "约为约",
    "达到约达",
    "约计约",
    "约有约",
    "近百余",
    "近千余",
    "近万余",
    "近百多",
    "近千多",
    "近万多",
    "上百余",
    "上千余",
    "上万余",
    "上百多",
    "上千多",
    "上万多",
    "等等",
];

/// Characters that 约 ends a word with: 节约近年来的经费.
const NO_APPROXIMATION_BEFORE: &str = "节公条合制预签契失履解邀违特隐集简婉大";

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.text(word.start..word.end);
    // 其中包括有关部门: 有 begins another word.
    if text == "其中包括有" && view.is_any_at(word.end, "关些的人时效利害") {
        return;
    }
    if is_lately_or_more(view, &word) || text == "等等" && !is_counted(view, &word) {
        return;
    }
    let habitual = [
        "亲眼目睹",
        "涉及到",
        "持续保持",
        "国际间",
        "目的是为了",
        "从而进而",
        "来自于",
        "付诸于",
        "全部都",
        "免费赠送",
        "再次重申",
        "仍然还",
        "大多数都",
        "被人民群众所",
        "第一首",
        "分别各",
        "约大约",
        "之间相互",
    ];
    let message = format!("“{text}”意思重复");
    let finding = if habitual.contains(&text.as_str()) {
        findings.hint(word.start..word.end, message)
    } else {
        findings.at(word.start..word.end, message)
    };
    finding.hint("只留一个");
}

/// 甲医院、乙医院等等5家: what closes a list that goes on stands before no count.
fn is_counted(view: &TextView<'_>, word: &Word) -> bool {
    const COUNTED: &str = "家个所项种类处名位件条座场部";
    let digits = (word.end..word.end + 4).take_while(|at| is_any_digit(view.char(*at)));
    let end = word.end + digits.count();
    let clause = view.clause(word.start).start..word.start;
    end > word.end && view.is_any_at(end, COUNTED) && view.has_mark(&clause, "、”》")
}

/// 附近百余户 and 以上百余家 hold another word, 近百余年 tells when, and 能够能动 goes on as another one.
fn is_lately_or_more(view: &TextView<'_>, word: &Word) -> bool {
    let text = view.words(word.start..word.end);
    match text.chars().next() {
        Some('近') => {
            view.is_any_before(word.start, "附最临靠亲邻就远新切")
                || view.is_any_at(word.end, "年天日个载")
        }
        Some('上') => view.is_any_before(word.start, "以加线路海网车身手船山墙早晚赶"),
        Some('约') if text == "约近" => {
            view.is_any_before(word.start, NO_APPROXIMATION_BEFORE)
                || !is_any_digit(view.char(word.end))
        }
        // 平均都 and 均都市 hold other words, and 都均衡 goes on as another one.
        Some('均') => view.is_any_before(word.start, "平人户") || view.is_any_at(word.end, "市城"),
        Some('都') => {
            view.is_any_before(word.start, "成首京新古故大")
                || view.is_any_at(word.end, "衡等匀价值线有为是已需要可能不按由在以")
        }
        Some('并') if text == "并且并" => view.is_any_at(word.end, "不非未没列行存"),
        Some('非' | '特') => view.is_any_at(word.end, "别是殊规时态"),
        _ => {
            text.ends_with("能够能") && view.is_any_at(word.end, "动量力源级")
                || text == "可以可" && view.is_any_at(word.end, "视再持追控靠行信见")
        }
    }
}
