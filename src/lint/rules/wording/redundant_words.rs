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
    check: Check::Table(words, check),
    page: include_str!("redundant_words.md"),
};

/// Words that say the same side by side; see its head.
const LIST: &str = include_str!("redundant_words.txt");

fn words() -> Vec<&'static str> {
    let lines = LIST.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

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
        // 来自于 has an entry of its own, and only a time follows 自于 otherwise.
        Some('自') if text == "自于" => {
            !is_any_digit(view.char(word.end)) || view.is_any_before(word.start, "源来出取采始")
        }
        Some('被') if text == "被由" => view.is_any_at(word.end, "来衷此东南西北"),
        Some('对') if text == "对于与" => !view.is_any_at(word.end, "您你提代委"),
        Some('列') => view.is_any_at(word.end, "群民人百老"),
        Some('月') => !is_any_digit(view.before(word.start)),
        Some('年') if text == "年年间" => !is_any_digit(view.before(word.start)),
        // 准确和及时 goes on as another word, and 位于在建项目旁 too.
        Some('和') if text == "和及" => view.is_any_at(word.end, "时格早至"),
        Some('以') if text == "以及和" => view.is_any_at(word.end, "谐平睦解美田县"),
        Some('与') if text == "与及" => view.is_any_at(word.end, "时格早"),
        _ if text.ends_with("于在") => view.is_any_at(word.end, "建编册职线岗校场押"),
        _ if text == "针对对" || text == "对于对" => {
            view.is_any_at(word.end, "外口照象策比手方应台华港")
        }
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
