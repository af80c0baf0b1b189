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

/// What many say so, and some on purpose.
const HABITUAL: [&str; 18] = [
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

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let text = view.words(word.start..word.end);
    if is_of_other_words(view, word, text) || is_of_longer_word(view, word, text) {
        return;
    }
    let message = format!("“{text}”意思重复");
    let finding = match HABITUAL.contains(&text) {
        true => findings.hint(word.start..word.end, message),
        false => findings.at(word.start..word.end, message),
    };
    finding.hint("只留一个");
}

/// Whether what stands around tells that the characters of these words part otherwise.
fn is_of_other_words(view: &TextView<'_>, word: Word, text: &str) -> bool {
    let is_before = |characters: &str| view.is_any_before(word.start, characters);
    let is_behind = |characters: &str| view.is_any_at(word.end, characters);
    let has_number = || is_any_digit(view.char(word.end));
    match text {
        // 其中包括有关部门: 有 begins another word.
        "其中包括有" => is_behind("关些的人时效利害"),
        "等等" => !is_counted(view, word),
        // 来自于 has an entry of its own, and only a time follows 自于 otherwise.
        "自于" => !has_number() || is_before("源来出取采始"),
        "被由" => is_behind("来衷此东南西北"),
        "对于与" => !is_behind("您你提代委"),
        "列入为" => is_behind("群民人百老"),
        "月份底" | "年年间" => !is_any_digit(view.before(word.start)),
        // 准确和及时 goes on as another word, and 位于在建项目旁 too.
        "和及" => is_behind("时格早至"),
        "以及和" => is_behind("谐平睦解美田县"),
        "与及" => is_behind("时格早"),
        _ if text.ends_with("于在") => is_behind("建编册职线岗校场押"),
        "针对对" | "对于对" => is_behind("外口照象策比手方应台华港"),
        // 节约近年来的经费: 约 ends another word.
        "约近" => !has_number() || is_before("节公条合制预签契失履解邀违特隐集简婉大"),
        "并且并" => is_behind("不非未没列行存"),
        // 能够能动 goes on as another word.
        "能够能" => is_behind("动量力源级"),
        "可以可" => is_behind("视再持追控靠行信见"),
        _ => false,
    }
}

/// 附近百余户 and 以上百余家 hold another word, 近百余年 tells when, and 均都市 goes on as another one.
fn is_of_longer_word(view: &TextView<'_>, word: Word, text: &str) -> bool {
    let is_before = |characters: &str| view.is_any_before(word.start, characters);
    let is_behind = |characters: &str| view.is_any_at(word.end, characters);
    match text.chars().next() {
        Some('近') => is_before("附最临靠亲邻就远新切") || is_behind("年天日个载"),
        Some('上') => is_before("以加线路海网车身手船山墙早晚赶"),
        // 平均都 and 首都均 hold other words, and 都均衡 goes on as another one.
        Some('均') => is_before("平人户") || is_behind("市城"),
        Some('都') => {
            is_before("成首京新古故大") || is_behind("衡等匀价值线有为是已需要可能不按由在以")
        }
        Some('非' | '特') => is_behind("别是殊规时态"),
        _ => false,
    }
}

/// 甲医院、乙医院等等5家: what closes a list that goes on stands before no count.
fn is_counted(view: &TextView<'_>, word: Word) -> bool {
    const COUNTED: &str = "家个所项种类处名位件条座场部";
    let digits = (word.end..word.end + 4).take_while(|at| is_any_digit(view.char(*at)));
    let end = word.end + digits.count();
    let clause = view.clause(word.start).start..word.start;
    end > word.end && view.is_any_at(end, COUNTED) && view.has_mark(&clause, "、”》")
}
