//! 三、四家; 3、4家.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::lists::chinese_number;
use crate::lint::view::{TextView, is_any_digit};
use crate::lint::{Check, Rule};

/// 三、四家; 3、4家.
pub(crate) const LISTED_APPROXIMATION: Rule = Rule {
    name: "listed-approximation",
    title: "概数中间用了顿号",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("listed_approximation.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for at in view.places('、') {
        let Some((first, second)) = neighbours(view, at) else {
            continue;
        };
        let before_first = view.before(at - 1);
        let is_quantity =
            is_quantity(view, at + 2) || is_of_houses(view, at) || is_of_services(view, at);
        let stands_alone = !"第、十百千0123456789一二三四五六七八九.".contains(before_first)
            && before_first != '\n'
            || is_of_ten(view, at);
        // 三、五年 leaves out the one between.
        let is_near = second == first + 1 || (first, second) == (3, 5);
        if is_near && is_quantity && stands_alone && !is_rank(view, at + 2) {
            let text = view.words(at - 1..at + 3);
            findings
                .at(at - 1..at + 3, format!("概数“{text}”中间用了顿号"))
                .hint("相邻两个数表示概数，用汉字数字，不加顿号，例如“三四家”");
        }
    }
}

/// What is counted behind the second numeral: a measure word, 十 or more before it, or a time.
const COUNTED: &[&str] = &[
    "个月",
    "个人",
    "个部门",
    "公里",
    "米",
    "次以",
    "处",
    "户",
    "座",
    "台",
    "辆",
    "所",
    "位",
    "场",
    "分钟",
    "小时",
    "千米",
    "岁",
    "公顷",
    "周时间",
    "遍",
    "趟",
    "株",
    "棵",
    "厘米",
    "毫米",
];

fn is_quantity(view: &TextView<'_>, at: usize) -> bool {
    let after = view.char(at);
    if "十百千万".contains(after) {
        let next = view.char(at + 1);
        // 二、三十年代 lists two decades.
        let is_measure = view.one_of_at(at + 1, COUNTED).is_some()
            || "天年次".contains(next) && view.char(at + 2) != '代'
            || "人家个岁户亩元件名台辆所座处位场公多余万桌株棵头张条项间栋".contains(next);
        return is_measure && (after != '万' || next != '公');
    }
    // 三、四年级 and 一、二年制 are ranks.
    let is_of_years = after == '年' && !view.is_any_at(at + 1, "级制生度份");
    // 二、三次会议 are two sessions.
    let is_of_times = after == '次' && !view.is_any_at(at + 1, "会产全常创性");
    "家件名人元倍成里亩吨个".contains(after)
        || is_of_years
        || is_of_times
        || (after == '天' && view.char(at + 1) != '气')
        || view.one_of_at(at, COUNTED).is_some()
}

/// 十七、八公里, and not 第十七、八条 or 二十七、八.
fn is_of_ten(view: &TextView<'_>, at: usize) -> bool {
    let ten = at.saturating_sub(2);
    let before = view.before(ten);
    view.char(ten) == '十' && !is_any_digit(before) && !"第、百千零〇".contains(before)
}

/// 有五、六栋楼房; 三、四栋 may be the numbers of two houses.
fn is_of_houses(view: &TextView<'_>, at: usize) -> bool {
    view.is_any_at(at + 2, "栋幢层") && view.is_any_before(at - 1, "有共约近剩仅余拆建")
}

/// 每日三、四班; 三、四班 may be the numbers of two classes.
fn is_of_services(view: &TextView<'_>, at: usize) -> bool {
    let leads = ["每日", "每天", "一天", "每小时", "每周", "日均"];
    view.is_any_at(at + 2, "班趟") && view.one_of_before(at - 1, &leads).is_some()
}

/// 一、二个级别 and 一、二成员 list ranks.
fn is_rank(view: &TextView<'_>, at: usize) -> bool {
    view.one_of_at(
        at,
        &["个级", "个层", "成员", "成分", "人民", "人称", "人口"],
    )
    .is_some()
}

/// The values of the single numerals on both sides.
fn neighbours(view: &TextView<'_>, at: usize) -> Option<(usize, usize)> {
    let value = |c: char| {
        c.to_digit(10)
            .map(|d| d as usize)
            .or_else(|| chinese_number(c))
    };
    Some((value(view.before(at))?, value(view.char(at + 1))?))
}
