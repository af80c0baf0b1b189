//! Lists of names joined by 、 and small Chinese numbers.

use std::ops::Range;

use crate::lint::rules::numbering::headings::heading_number;
use crate::lint::view::{TextView, is_chinese_digit, is_han};

/// How many names a list may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segments {
    /// Parts between 、.
    pub(crate) least: usize,
    /// Parts if every 和, 与, 及 and 以及 parts two names as well.
    pub(crate) most: usize,
}

/// Counts the names of a list; what stands in parentheses and quotation marks does not part names.
pub(crate) fn segments(view: &TextView<'_>, range: Range<usize>) -> Segments {
    let mut depth = 0_usize;
    let mut segments = Segments { least: 1, most: 1 };
    for at in range {
        match view.char(at) {
            '（' | '“' | '《' | '(' => depth += 1,
            '）' | '”' | '》' | ')' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                segments.least += 1;
                segments.most += 1;
            }
            '暨' if depth == 0 => segments.most += 1,
            _ if depth == 0 && joins_names(view, at) => segments.most += 1,
            _ => {}
        }
    }
    segments
}

/// Words that hold a character which joins names elsewhere.
const HOLDING: &[&str] = &[
    "和平",
    "和谐",
    "和睦",
    "和美",
    "和解",
    "和顺",
    "和静",
    "和田",
    "和县",
    "温和",
    "祥和",
    "共和",
    "呼和",
    "饱和",
    "总和",
    "缓和",
    "人和",
    "永和",
    "太和",
    "泰和",
    "三和",
    "义和",
    "嘉和",
    "与会",
    "参与",
    "给予",
    "及时",
    "普及",
    "以及",
    "涉及",
    "或者",
    "资源和规划",
    "住房和城乡",
    "资源和社会",
    "文化和旅游",
    "工业和信息化",
    "发展和改革",
    "教育和体育",
    "卫生和计划",
    "民族和宗教",
    "经济和信息化",
    "科学和技术",
    "广播电视和",
    "农业和农村",
    "卫生和健康",
    "林业和草原",
    "园林和林业",
    "规划和自然",
];

/// Whether 和, 与, 及 or 或 at `at` joins names, and is no part of a word or of a body's name.
pub(crate) fn joins_names(view: &TextView<'_>, at: usize) -> bool {
    // 市教育局和县民政局 joins two, whatever 和县 is elsewhere.
    let is_behind_office = view.is_any_before(at, "局厅委办");
    view.is_any_at(at, "和与及或")
        && (is_behind_office
            || !HOLDING.iter().any(|word| {
                let place = word.chars().position(|it| it == view.char(at));
                place.is_some_and(|place| at >= place && view.is_at(at - place, word))
            }))
}

/// The value of one Chinese numeral from 两 or 二 to 十.
#[inline]
pub(crate) fn chinese_number(character: char) -> Option<usize> {
    let number = match character {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    };
    Some(number)
}

/// The value of one digit, Chinese or Arabic.
pub(crate) fn one_digit(character: char) -> Option<usize> {
    let digit = character.to_digit(10).map(|it| it as usize);
    chinese_number(character).or(digit)
}

/// How many titles end at `end`, side by side or joined by 、 or a conjunction.
pub(crate) fn titles_before(view: &TextView<'_>, mut end: usize) -> usize {
    let mut count = 0;
    loop {
        let joint = view.one_of_before(end, &["以及", "、", "和", "及"]);
        let close = end
            - joint
                .filter(|_| count > 0)
                .map_or(0, |it| it.chars().count());
        let pair = view.pairs().closing_at(close.wrapping_sub(1));
        let Some(pair) = pair.filter(|pair| view.char(pair.open) == '《') else {
            return count;
        };
        count += 1;
        end = pair.open;
    }
}

/// How many items of about the same length end at `end`; nothing if fewer than three, or if it cannot be
/// told where the list begins.
pub(crate) fn items_before(view: &TextView<'_>, end: usize) -> Option<usize> {
    let clause = view.clause(end.checked_sub(1)?);
    // 一、健全县、乡、村三级体系: the number of the heading is no item.
    let start = heading_number(view, clause.start).map_or(clause.start, |it| it.end);
    items_from(view, start.min(end), end)
}

/// How many items of about the same length end at `end`, of which the first begins behind `start`.
pub(crate) fn items_from(view: &TextView<'_>, start: usize, end: usize) -> Option<usize> {
    let bounds: Vec<usize> = view
        .marks_in(start..end)
        .filter(|at| view.char(*at) == '、')
        .collect();
    let length = end - *bounds.last()? - 1;
    // 县委、县政府大力实施产业提升、城乡融合: the list begins behind the verb.
    let leads = |pair: &[usize]| {
        pair[1] - pair[0] > length + 3
            && view.has_any(&(pair[0] + 2..pair[1].saturating_sub(1)), &LEADING)
    };
    let led = bounds.windows(2).rposition(leads);
    let bounds = &bounds[led.map_or(0, |before| before + 1)..];
    let first = *bounds.first()?;
    let is_plain = |at: usize| is_han(view.char(at)) || view.char(at) == '、';
    let has_conjunction = |at: usize| view.is_any_at(at, "的等") || joins_names(view, at);
    // 焚烧、填埋、物化、资源化利用: one of a few short names may be a longer one.
    const SHORT: usize = 5;
    let is_short = length <= SHORT && !(end - length..end).any(|at| view.is_any_at(at, "和与及"));
    let odds = if is_short { 3 } else { 2 };
    let are_even = bounds
        .windows(2)
        .all(|pair| (pair[1] - pair[0] - 1).abs_diff(length) <= odds);
    let is_list = bounds.len() >= 2
        && (1..=10).contains(&length)
        && are_even
        && (first..end).all(is_plain)
        && !(first..end).any(has_conjunction);
    is_list.then_some(bounds.len() + 1)
}

/// Verbs that the names of works follow.
const LEADING: [&str; 8] = [
    "实施", "推进", "聚焦", "围绕", "开展", "打造", "构建", "突出",
];

/// What bodies of one kind end in.
const KINDS: &str = "学院校馆局县市区镇村乡所园司厂站行委会";

/// 武汉大学、华中科技大学、武汉理工大学: how many names that end alike end at `end`, however long.
pub(crate) fn items_of_one_kind(view: &TextView<'_>, end: usize) -> Option<usize> {
    let clause = view.clause(end.checked_sub(1)?);
    // （武汉） behind a name is a part of it.
    let last = |at: usize| {
        let pair = view.pairs().closing_at(at.wrapping_sub(1));
        view.before(pair.map_or(at, |pair| pair.open))
    };
    let kind = last(end);
    let pauses = || {
        view.marks_in(clause.start..end)
            .filter(|at| view.char(*at) == '、')
    };
    let first = pauses().next()?;
    let has_conjunction = (first..end).any(|at| view.char(at) == '等' || joins_names(view, at));
    let are_alike = KINDS.contains(kind) && pauses().all(|at| last(at) == kind);
    let count = pauses().count() + 1;
    (count >= 3 && are_alike && !has_conjunction).then_some(count)
}

/// 市教育局、市卫生健康委、团市委: how many names of offices end at `end`, however long.
pub(crate) fn offices_before(view: &TextView<'_>, end: usize) -> Option<usize> {
    const LEVELS: &str = "省市县区州旗团";
    let clause = view.clause(end.checked_sub(1)?);
    let pauses = || {
        view.marks_in(clause.start..end)
            .filter(|at| view.char(*at) == '、')
    };
    let first = pauses().next()?;
    let is_end = |at: usize| view.is_any_before(at, "局委办部厅院联队会社");
    let are_offices = is_end(end)
        && pauses().all(|at| is_end(at) && LEVELS.contains(view.char(at + 1)))
        && (first..end).all(|at| is_han(view.char(at)) || view.char(at) == '、');
    let has_conjunction = || (first..end).any(|at| view.char(at) == '等' || joins_names(view, at));
    let count = pauses().count() + 1;
    (count >= 3 && are_offices && !has_conjunction()).then_some(count)
}

/// A count in Chinese or Arabic digits, and where it ends.
pub(crate) fn number_at(view: &TextView<'_>, at: usize) -> Option<(usize, usize)> {
    let digits = (at..at + 2)
        .take_while(|index| view.char(*index).is_ascii_digit())
        .count();
    if digits > 0 {
        let is_whole =
            !view.char(at + digits).is_ascii_digit() && !view.before(at).is_ascii_digit();
        let said = view.words(at..at + digits).parse().ok()?;
        return is_whole.then_some((said, at + digits));
    }
    let said = chinese_number(view.char(at))?;
    let is_single = !is_chinese_digit(view.char(at + 1)) && !is_chinese_digit(view.before(at));
    is_single.then_some((said, at + 1))
}
