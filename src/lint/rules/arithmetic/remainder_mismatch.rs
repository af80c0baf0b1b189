//! 600万元，其中240万元……210万元……，余下160万元: what is left does not fit.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::is_misprint;
use crate::lint::findings::Findings;
use crate::lint::rules::counting::except_named::except_named;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 600万元，其中240万元……210万元……，余下160万元: what is left does not fit.
pub(crate) const REMAINDER_MISMATCH: Rule = Rule {
    name: "remainder-mismatch",
    title: "余下的数与总数不符",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("remainder_mismatch.md"),
};

const WORDS: &[&str] = &[
    "余下",
    "其余",
    "剩余",
    "剩下",
    "剩余的",
    "余下的",
    "尚余",
    "还剩",
    "其他",
    "外的",
    "还有",
    "尚有",
    "尚缺",
    "还缺",
    "仍缺",
    "尚差",
    "还差",
    "缺口",
    "缺口为",
    "缺口达",
    "还需",
    "还需新增",
    "还需建设",
    "还需新建",
    "尚需",
    "尚需新增",
    "尚需建设",
    "尚需新建",
    "仍需",
    "结余",
    "尚结余",
    "差额",
    "差额为",
    "缺额",
    "未建成的",
    "未完成的",
    "未整改的",
    "未办结的",
    "未开工的",
    "未覆盖的",
    "未通车的",
];

/// What one has where something is lacking: 需要500张，现有300张，尚缺200张.
const HELD: [&str; 4] = ["现有", "实有", "配备", "到位"];

/// How many of the words tell that all the rest is meant; the others do so only behind 除…外.
const LEFT: usize = 8;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(left) = view.numbers_in(word.end..word.end + 2).first() else {
        return;
    };
    except_named(view, left, word.start, findings);
    let is_lack = WORDS[word.number].contains(['缺', '差', '需', '未']);
    if is_lack || matches!(WORDS[word.number], "还有" | "尚有" | "结余" | "尚结余") {
        return of_done(view, left, word.start, findings);
    }
    if word.number >= LEFT {
        return;
    }
    let sentence = view.sentence(word.start);
    let Some(parted) = view.find(sentence.start..word.start, "其中") else {
        return of_done(view, left, word.start, findings);
    };
    // 共有64家。其中，…: the whole may stand in the sentence before.
    let start = match parted == sentence.start && view.before(parted) == '。' {
        true => view.sentence(parted - 1).start,
        false if view.is_at(parted, "其中的") => {
            return of_some(view, left, parted..word.start, findings);
        }
        false => sentence.start,
    };
    of_parts(view, left, (start..parted, parted..word.start), findings);
}

/// 共64家，其中甲12家、乙30家，其余22家: what stands before 其中 holds the whole, what stands behind it the parts.
fn of_parts(
    view: &TextView<'_>,
    left: &Number,
    (before, behind): (Range<usize>, Range<usize>),
    findings: &mut Findings<'_>,
) {
    let chars = view.chars();
    let alike =
        |number: &&Number| number.is_exact_amount() && number.unit(chars) == left.unit(chars);
    let wholes = || view.numbers_in(before.clone()).iter().filter(alike);
    let total = wholes().rfind(|it| !it.is_percent(chars));
    // 43处（国家级2处、省级9处）: what parts are made of stands in parentheses.
    let is_inside = |at: usize| view.in_parentheses(at) && !view.in_parentheses(left.digits.start);
    let parts = view.numbers_in(behind).iter().filter(alike);
    let parts = parts.filter(|it| !is_inside(it.digits.start));
    let all: Vec<&Number> = parts.chain([left]).collect();
    let sum: Option<Decimal> = all.iter().map(|part| part.value(chars)).sum();
    let rounding: Option<Decimal> = all.iter().map(|part| part.rounding(chars)).sum();
    let Some((total, (sum, rounding))) = total.zip(sum.zip(rounding)) else {
        return;
    };
    let Some(whole) = total
        .value(chars)
        .filter(|_| all.len() >= 2 && left.is_exact_amount())
    else {
        return;
    };
    let slack = rounding + total.rounding(chars).unwrap_or_default();
    // 60部，已开工33部，其中竣工12部，其余27部: the rest is that of a whole before.
    let with_rest = left.value(chars).map(|left| left + whole);
    let is_of_earlier = wholes().any(|it| it.value(chars) == with_rest);
    if is_of_earlier || is_of_other(chars, &all, whole, slack) {
        return;
    }
    if sum == whole
        && let Some(again) = told_again(view, total, left)
    {
        let (text, whole) = (view.text(again.range()), view.text(total.range()));
        findings
            .at(
                again.range(),
                format!("这里是“{text}”，前面的总数是“{whole}”"),
            )
            .hint("核对总数");
    }
    if (sum - whole).abs() > slack {
        let (text, whole) = (view.text(left.range()), view.text(total.range()));
        findings
            .at(
                left.range(),
                format!("余下的“{text}”加前面各项与“{whole}”不符"),
            )
            .hint("核对总数、各项和余下的数");
    }
}

/// 共24栋，其中18栋没有电梯。今年，推动其中的5栋加装，其余14栋…: some of what the sentence before told.
fn of_some(view: &TextView<'_>, left: &Number, some: Range<usize>, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let sentence = view.sentence(some.start);
    let alike = |it: &&Number| it.is_exact_amount() && it.unit(chars) == left.unit(chars);
    let Some(before) = sentence.start.checked_sub(1) else {
        return;
    };
    let is_bare = !view
        .numbers_in(sentence.start..some.start)
        .iter()
        .any(|it| alike(&it));
    let told = view.numbers_in(view.sentence(before).start..before);
    let wholes: Vec<Decimal> = told
        .iter()
        .filter(alike)
        .filter_map(|it| it.value(chars))
        .collect();
    let [done] = view.numbers_in(some) else {
        return;
    };
    let values = done.value(chars).zip(left.value(chars));
    let Some((done, rest)) = values.filter(|_| is_bare && alike(&done) && alike(&left)) else {
        return;
    };
    let is_slip = |whole: &Decimal| is_misprint(rest, *whole - done);
    if wholes.iter().any(is_slip) && !wholes.contains(&(done + rest)) {
        let text = view.text(left.range());
        findings
            .at(left.range(), format!("余下的“{text}”加前面的数与总数不符"))
            .hint("核对总数、各项和余下的数");
    }
}

/// 64家，其中…41家，其余23家…，66家将实现全覆盖: the whole, told again behind its parts with one digit wrong.
fn told_again<'v>(view: &'v TextView<'_>, total: &Number, left: &Number) -> Option<&'v Number> {
    const ALL: [&str; 4] = ["全覆盖", "全部", "均", "都"];
    let chars = view.chars();
    let rest = left.unit.end..view.sentence(left.unit.end).end;
    let alike = |it: &&Number| it.is_exact_amount() && it.unit(chars) == total.unit(chars);
    let again = view.numbers_in(rest).iter().find(alike)?;
    let clause = again.unit.end..view.clause(again.unit.end).end;
    let is_slip = is_misprint(again.value(chars)?, total.value(chars)?);
    let begins = view.is_any_before(again.digits.start, "，；");
    (begins && is_slip && view.has_any(&clause, &ALL)).then_some(again)
}

/// Whether the last of the numbers is the rest of something else than of the whole.
fn is_of_other(chars: &[char], all: &[&Number], whole: Decimal, slack: Decimal) -> bool {
    let values: Vec<Decimal> = all.iter().filter_map(|it| it.value(chars)).collect();
    let [parts @ .., last, left] = values.as_slice() else {
        return false;
    };
    let sum: Decimal = parts.iter().sum::<Decimal>() + last;
    // 甲428人、乙307人、丙328人；已享受276人，其余787人: the rest is that of the last part.
    let is_of_last = !parts.is_empty() && (*last + *left - whole).abs() <= slack;
    // 13所，其中…；138所中已建成137所，剩余1所: another whole stands between.
    let is_of_part = parts.contains(&(*last + *left));
    // 外迁1.82万人，其中甲、乙、丙；其余2.48万人: the parts are all, and the rest is of a whole before.
    is_of_last || is_of_part || sum == whole
}

/// How many numbers before what is left may be the whole or a part of it.
const MOST: usize = 8;

/// 规划126公里，已建成88公里，剩余35公里: what is done and what is left do not make the whole.
fn of_done(view: &TextView<'_>, left: &Number, at: usize, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let told = told_before(view, left, at);
    let Some((done, wholes)) = told.split_last() else {
        return;
    };
    let clause = view.clause(done.digits.start);
    // What is left stands in the clause behind what is done, and is no rate of it; a rate may stand between.
    let next = view.clause(clause.end + 1);
    let is_rate = matches!(view.numbers_in(next.clone()), [rate] if rate.is_percent(chars));
    let last = if is_rate { next.end } else { clause.end };
    let adjoins = view.clause(at).start <= last + 1;
    let is_lack = view.has_any(&view.clause(at), &["缺", "差", "需"]);
    let is_done = view.has_any(&clause, &["已", "完成", "建成", "办结", "完工"])
        || is_lack && view.has_any(&clause, &HELD)
        || is_taken(view, &clause, left);
    let plain = is_done && adjoins && left.is_exact_amount() && !left.is_percent(chars);
    let Some((rest, done_value)) = left.value(chars).zip(done.value(chars)).filter(|_| plain)
    else {
        return;
    };
    let slack = [*done, left].map(|it| it.rounding(chars).unwrap_or_default());
    let slack = slack[0] + slack[1];
    let values = || wholes.iter().filter_map(|it| it.value(chars));
    // 126公里，2023年建成58公里，2024年建成30公里，剩余38公里: several parts may be done.
    let is_made = |whole: Decimal| {
        let mut sum = rest;
        told.iter().rev().any(|part| {
            sum += part.value(chars).unwrap_or_default();
            (sum - whole).abs() <= slack
        })
    };
    let Some(whole) = values().max().filter(|whole| *whole > done_value) else {
        return;
    };
    let off = (done_value + rest - whole).abs();
    let is_near = off * Decimal::from(NEAR) <= whole || is_misprint(rest, whole - done_value);
    if is_near && !values().any(is_made) {
        let (text, done) = (view.text(left.range()), view.text(done.range()));
        findings
            .at(left.range(), format!("余下的“{text}”加“{done}”与总数不符"))
            .hint("核对总数、已完成的和余下的数");
    }
}

/// 申请上级资金900万元，剩余…, and 除省级文物保护单位15处外，其余…: what is taken from the whole.
fn is_taken(view: &TextView<'_>, clause: &Range<usize>, left: &Number) -> bool {
    const PAID: [&str; 12] = [
        "申请", "争取", "补助", "安排", "投入", "支付", "拨付", "下达", "发放", "使用", "支出",
        "兑付",
    ];
    let is_money = left.unit(view.chars()) == ['元'];
    let is_left_out = view.find(clause.clone(), "除").is_some() && view.ends_at(clause.end, "外");
    is_money && view.has_any(clause, &PAID) || is_left_out
}

/// The difference is this part of the whole at most: more may be meant by another part.
const NEAR: i64 = 8;

/// The exact numbers of the unit that stand before what is left: in its sentence, and in the sentence
/// before if it has but one.
fn told_before<'v>(view: &'v TextView<'_>, left: &Number, at: usize) -> Vec<&'v Number> {
    let chars = view.chars();
    let alike = |number: &&Number| {
        number.is_exact_amount()
            && number.unit(chars) == left.unit(chars)
            && number.multiplier.is_empty() == left.multiplier.is_empty()
    };
    let sentence = view.sentence(at);
    let own = view.numbers_in(sentence.start..at).iter().filter(alike);
    let own: Vec<&Number> = own.collect();
    let start = match own.len() {
        1 if view.before(sentence.start) == '。' => view.sentence(sentence.start - 1).start,
        _ => sentence.start,
    };
    let all = view.numbers_in(start..at).iter().filter(alike);
    let all: Vec<&Number> = all.collect();
    match all.len() {
        2..=MOST => all,
        _ => Vec::new(),
    }
}
