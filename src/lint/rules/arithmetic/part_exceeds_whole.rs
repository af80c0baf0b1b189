//! 发明专利2.24万件，其中专利授权15.5万件.

use std::ops::Range;

use rust_decimal::Decimal;

use super::part_beside_whole::{among_these, beside, in_other_unit};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 发明专利2.24万件，其中专利授权15.5万件.
pub(crate) const PART_EXCEEDS_WHOLE: Rule = Rule {
    name: "part-exceeds-whole",
    title: "“其中”的数大于总数",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("part_exceeds_whole.md"),
};

const WORDS: &[&str] = &[
    "其中",
    "中有",
    "中，有",
    "中，已有",
    "中已有",
    "中，共有",
    "在这些",
];

/// More characters than the noun of a whole has before 中.
const LONGEST_NOUN: usize = 12;

/// 12个县中，已有13个: more of them than there are.
fn among(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let before = view
        .numbers_in(word.start.saturating_sub(LONGEST_NOUN + 4)..word.start)
        .last();
    let whole = before.filter(|it| {
        let noun = it.unit.end..word.start;
        (1..=LONGEST_NOUN).contains(&noun.len()) && !view.has_any(&noun, &["，", "。", "；"])
    });
    let part = view.numbers_in(word.end..word.end + 1).first();
    let Some((whole, part)) = whole.zip(part) else {
        return;
    };
    let same = whole.unit(chars) == part.unit(chars) && whole.is_exact_amount();
    let exceeds = part.is_exact_amount() && part.value(chars) > whole.value(chars);
    // 10个市、3个直管市中 tells of two wholes.
    let clause = view.clause(whole.digits.start);
    let mut others = view.numbers_in(clause.start..whole.digits.start).iter();
    let is_only = !others.any(|it| it.unit(chars) == whole.unit(chars));
    if same && exceeds && is_only && is_count(view, part) && counts_them(view, whole, part) {
        let (text, whole) = (view.text(part.range()), view.text(whole.range()));
        findings
            .at(part.range(), format!("“{whole}”中的“{text}”比它还多"))
            .hint("核对两个数");
    }
}

/// Whether the part is of the same things: the same noun stands behind it, or none but a verb.
fn counts_them(view: &TextView<'_>, whole: &Number, part: &Number) -> bool {
    const VERBS: [&str; 16] = [
        "建成", "完成", "实现", "通过", "达到", "已", "被", "出台", "纳入", "创建", "获评", "达标",
        "实施", "开工", "完工", "整改",
    ];
    let noun = view.words(whole.unit.end..whole.unit.end + 2);
    view.is_at(part.unit.end, noun) || view.one_of_at(part.unit.end, &VERBS).is_some()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match view.char(word.start) {
        '在' => return among_these(view, word, findings),
        '中' => return among(view, word, findings),
        _ => {}
    }
    in_other_unit(view, word, findings);
    beside(view, word, findings);
    let sentence = view.sentence(word.start);
    let clause = view.clause(word.end);
    let Some((whole, part)) =
        whole_and_part(view, sentence.start..word.start, word.end..clause.end)
    else {
        return;
    };
    let exceeds = |part: &Number| {
        let values = whole_beside(view, whole).zip(part.value(view.chars()));
        values.is_some_and(|(whole, part)| part > whole)
    };
    // 收入均超过10万元，其中超过50万元的村61个: both are bounds.
    let is_bound = |it: &Number| {
        view.one_of_before(it.digits.start, &["超过", "突破", "达到", "超", "不足"])
            .is_some()
    };
    if is_bound(whole) && is_bound(part) {
        return;
    }
    let part = listed_after(view, part, clause.end).find(|part| exceeds(part));
    if let Some(part) = part {
        findings
            .at(
                part.range(),
                format!(
                    "“其中”的“{}”大于前面的“{}”",
                    view.text(part.range()),
                    view.text(whole.range())
                ),
            )
            .hint("核对两个数，或者调换总数与部分");
    }
}

/// 新建30座、维修20座: the sum of the numbers of one unit that 、 joins, the whole among them.
fn whole_beside(view: &TextView<'_>, whole: &Number) -> Option<Decimal> {
    let chars = view.chars();
    let clause = view.numbers_in(view.clause(whole.digits.start));
    let mut rows = clause.chunk_by(|one, next| {
        let is_joined = view.char(one.unit.end) == '、';
        is_joined && one.unit(chars) == next.unit(chars)
    });
    let row = rows.find(|row| row.iter().any(|it| it.digits == whole.digits))?;
    row.iter().map(|it| it.value(chars)).sum()
}

/// 54处、一般隐患402处: the part and those that 、 joins to it, each with its name.
fn listed_after<'v>(
    view: &'v TextView<'_>,
    part: &'v Number,
    end: usize,
) -> impl Iterator<Item = &'v Number> {
    const LONGEST: usize = 8;
    let mut from = part.unit.end;
    let later = view.numbers_in(from..end).iter().take_while(move |next| {
        let lead = from + 1..next.digits.start;
        let is_next = matches!(view.char(from), '、' | '和' | '，')
            && (1..=LONGEST).contains(&lead.len())
            && lead
                .clone()
                .all(|at| is_han(view.char(at)) && !view.is_any_at(at, "比较每增共达"))
            && next.unit(view.chars()) == part.unit(view.chars())
            && !is_threshold(view, next);
        from = next.unit.end;
        is_next
    });
    std::iter::once(part).chain(later)
}

/// The number before 其中 and the first one after it of the same unit.
fn whole_and_part<'v>(
    view: &'v TextView<'_>,
    before: Range<usize>,
    after: Range<usize>,
) -> Option<(&'v Number, &'v Number)> {
    let chars = view.chars();
    // 其中树龄300年以上的古树2592株: a number of another kind may stand before the part's.
    let is_before = |it: &&Number| {
        let unit = it.unit(chars);
        !unit.is_empty()
            && view
                .numbers_in(before.clone())
                .iter()
                .any(|one| one.unit(chars) == unit)
    };
    let part = view.numbers_in(after.clone()).iter().find(is_before)?;
    if !is_count(view, part)
        || view
            .text(after.start..part.digits.start)
            .contains(['比', '较', '每', '增', '，'])
    {
        return None;
    }
    let before = view.numbers_in(before);
    let same = before.iter().rev().take(MOST_BEFORE).filter(|number| {
        number.kind == NumberKind::Plain && number.unit(chars) == part.unit(chars)
    });
    // The greatest number of the sentence so far may be the whole.
    let whole = same.max_by_key(|number| number.value(chars))?;
    let may_compare = !is_of_each(view, whole) && !is_threshold(view, part);
    (may_compare && !is_dotted(view, whole) && !is_dotted(view, part)).then_some((whole, part))
}

/// How many numbers before 其中 may be its whole.
const MOST_BEFORE: usize = 12;

/// Units of what is no count of things that could be a part of others.
const NO_COUNTS: &[&str] = &[
    "%",
    "年",
    "月",
    "日",
    "个百分点",
    "倍",
    "天",
    "小时",
    "岁",
    "周岁",
    "期",
    "个月",
];

pub(super) fn is_count(view: &TextView<'_>, number: &Number) -> bool {
    let unit = number.unit(view.chars());
    let is_unit = |word: &&&str| word.chars().eq(unit.iter().copied());
    // 培训班48期: courses are counted, while 第3期 is a stage.
    let is_course = unit == ['期'] && view.before(number.digits.start) != '第';
    !unit.is_empty()
        && number.kind == NumberKind::Plain
        && (is_course || !NO_COUNTS.iter().any(|word| is_unit(&word)))
}

/// 两台33万千瓦机组 and 平均亩产3.5吨 name one of many, not all of them.
pub(super) fn is_of_each(view: &TextView<'_>, whole: &Number) -> bool {
    let start = whole.digits.start;
    let lead = view.words(view.clause(start).start..start);
    view.is_any_before(start, "台座个条辆艘套架栋")
        || [
            "每", "平均", "人均", "户均", "亩均", "日均", "月均", "年均", "单",
        ]
        .iter()
        .any(|word| lead.contains(word))
}

/// 其中100亿元以上的企业 tells how great each is.
pub(super) fn is_threshold(view: &TextView<'_>, part: &Number) -> bool {
    view.one_of_at(part.unit.end, &["以上", "以下", "及以上"])
        .is_some()
}

/// 13·4 is no number that can be compared.
fn is_dotted(view: &TextView<'_>, number: &Number) -> bool {
    view.before(number.digits.start) == '·' || view.char(number.digits.end) == '·'
}
