//! 甲占42.3%，乙占35.1%，其他占23.6%: shares that leave nothing over make 100 %.

use rust_decimal::Decimal;

use super::divided_shares::divided_shares;
use super::listed_shares::listed_shares;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 甲占42.3%，乙占35.1%，其他占23.6%: shares that leave nothing over make 100 %.
pub(crate) const SHARES_SUM: Rule = Rule {
    name: "shares-sum",
    title: "各项占比之和不是100%",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("shares_sum.md"),
};

const WORDS: &[&str] = &[
    "其他",
    "其余",
    "其它",
    "第三产业",
    "尚有",
    "还有",
    "另有",
    "另外",
    "不满意",
    "合计占",
    "合计占比",
    "共占",
    "比重分别为",
    "比重分别是",
    "占比分别为",
    "占比分别是",
    "占比分别达",
    "比例分别为",
    "比例分别是",
    "分别占比",
    "构成，分别占",
    "组成，分别占",
    "结构看，",
    "渠道看，",
    "方式看，",
    "分布看，",
    "行业看，",
    "区域看，",
    "性质看，",
    "学历看，",
    "年龄看，",
    "规模看，",
    "产业看，",
    "来源中，",
    "构成中，",
    "结构中，",
    "结构分，",
    "构成看，",
    "来源看，",
    "来源分，",
    "等级看，",
    "等级分，",
    "类型分，",
    "类别分，",
    "共同承担，",
    "共同分担，",
    "按比例承担，",
    "按比例分担，",
    "构成全部",
    "构成投诉的全部",
    "构成了全部",
    "的全部",
];

/// 64.8%的村信号良好，尚有36.2%存在盲区: two shares that leave nothing over.
fn complement(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let sentence = view.sentence(word.start);
    // 其余占35%: what is left is a share too.
    let start = share_of_rest(view, word.end);
    let Some(rest) = view.numbers_in(start..start + 1).first() else {
        return;
    };
    let before = view.numbers_in(sentence.start..word.start);
    // 同比增长8% is no share; 64.8%的村 is one.
    let is_part = |it: &&Number| {
        let names = view.is_any_at(it.unit.end, "的为是");
        is_share(view, it) || names && it.is_percent(chars) && it.is_exact_amount()
    };
    let shares: Vec<&Number> = before.iter().filter(is_part).collect();
    let sum: Option<Decimal> = shares.iter().map(|it| it.value(chars)).sum();
    let sum = sum.zip(rest.value(chars)).map(|(sum, rest)| sum + rest);
    // A sum that is nearly 100 was meant to be.
    let off = sum.map(|sum| (sum - Decimal::ONE_HUNDRED).abs());
    let is_near = off.is_some_and(|off| off >= Decimal::new(3, 1) && off <= Decimal::TEN);
    if let Some(first) = shares.first().filter(|_| is_near && rest.is_percent(chars)) {
        let sum = plain(sum.unwrap_or_default(), 2);
        findings
            .at(
                first.digits.start..rest.unit.end,
                format!("各项占比之和是{sum}%"),
            )
            .hint("列到“其余”“尚有”的占比应当合成100%；逐项核对");
    }
}

/// Where the share of 其余, 其余占 or 其余各类车辆合计占 begins.
fn share_of_rest(view: &TextView<'_>, end: usize) -> usize {
    const LONGEST: usize = 10;
    let name = (end..end + LONGEST).take_while(|at| is_han(view.char(*at)));
    let last = name.last().filter(|at| view.char(*at) == '占');
    last.map_or(end, |at| at + 1)
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match WORDS[word.number] {
        "不满意" => return of_answers(view, word, findings),
        "合计占" | "合计占比" | "共占" => return told_together(view, word, findings),
        listed if listed.contains("分别") => return listed_shares(view, word, findings),
        divided if divided.ends_with('，') || divided.ends_with("全部") => {
            return divided_shares(view, word, findings);
        }
        _ => {}
    }
    if WORDS[word.number] != "第三产业" {
        complement(view, word, findings);
    }
    let clause = view.clause(word.start);
    let sentence = view.sentence(word.start);
    let shares: Vec<&Number> = view
        .numbers_in(sentence.start..clause.end)
        .iter()
        .filter(|number| is_share(view, number))
        .collect();
    let is_last = shares
        .last()
        .is_some_and(|last| last.digits.start > word.end);
    let later = view.numbers_in(clause.end..sentence.end);
    if !is_last || shares.len() < 3 || later.iter().any(|number| is_share(view, number)) {
        return;
    }
    let chars = view.chars();
    let sum: Option<Decimal> = shares.iter().map(|share| share.value(chars)).sum();
    let slack: Option<Decimal> = shares.iter().map(|share| share.rounding(chars)).sum();
    let Some((sum, slack)) = sum.zip(slack) else {
        return;
    };
    if (sum - Decimal::ONE_HUNDRED).abs() > slack {
        let (first, last) = (shares[0], shares[shares.len() - 1]);
        findings
            .at(
                first.digits.start..last.unit.end,
                format!("各项占比之和是{}%", plain(sum, 2)),
            )
            .hint("列到“其他”“其余”的占比应当合成100%；逐项核对");
    }
}

/// 62%、25%、13%，三项合计占比98%: the sum of shares that stand side by side is told.
fn told_together(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let Some(total) = view.numbers_in(word.end..word.end + 2).first() else {
        return;
    };
    let sentence = view.sentence(word.start);
    let before = view.numbers_in(sentence.start..word.start).iter();
    let exact = |it: &&Number| it.is_percent(chars) && it.is_exact_amount();
    let shares: Vec<&Number> = before.filter(|it| is_share(view, it)).collect();
    let values: Option<Vec<Decimal>> = shares.iter().map(|it| it.value(chars)).collect();
    let told = Some(total).filter(exact).and_then(|it| it.value(chars));
    let Some((values, told)) = values.zip(told).filter(|(values, _)| values.len() >= 2) else {
        return;
    };
    let slack: Decimal = shares.iter().filter_map(|it| it.rounding(chars)).sum();
    // 前两项合计占 adds up some of them only.
    let is_some_sum = (0..values.len()).any(|from| {
        (from + 1..=values.len()).any(|to| {
            let sum: Decimal = values[from..to].iter().sum();
            (sum - told).abs() <= slack
        })
    });
    let sum: Decimal = values.iter().sum();
    let is_near = (sum - told).abs() <= Decimal::TEN;
    if !is_some_sum && is_near {
        let text = view.words(total.range());
        let message = format!("各项占比之和是{}%，不是“{text}”", plain(sum, 2));
        findings
            .at(total.range(), message)
            .hint("核对各项占比和合计");
    }
}

/// An exact share of the whole: 占42.3%, 占比为35.1%.
pub(super) fn is_share(view: &TextView<'_>, number: &Number) -> bool {
    let leads = [
        "占",
        "占比",
        "占比为",
        "占比达",
        "占总数的",
        "的比重为",
        "的比例为",
        "的比例达",
        "的比例达到",
        "比重为",
        "占比达到",
        "占到",
    ];
    number.is_percent(view.chars())
        && number.is_exact_amount()
        && view.one_of_before(number.digits.start, &leads).is_some()
}

/// What answers that were rounded twice may come to above all of them.
const ROUNDING: Decimal = Decimal::from_parts(2, 0, 0, false, 1);

/// What an answer to a survey may be, besides 满意 in its degrees.
const ANSWERS: &[&str] = &["满意", "一般", "说不清", "不了解", "无所谓", "不清楚"];

/// “满意”的占35%，“基本满意”的占40%，“不满意”的占35%: who gives one answer gives no other.
fn of_answers(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let sentence = view.sentence(word.start);
    let end = view.clause(word.start).end;
    let shares: Vec<&Number> = view
        .numbers_in(sentence.start..end)
        .iter()
        .filter(|number| is_share(view, number))
        .collect();
    let last = shares.last().filter(|last| last.digits.start > word.end);
    let Some(last) = last.filter(|_| (3..=6).contains(&shares.len())) else {
        return;
    };
    let labels: Vec<String> = shares.iter().map(|it| answer(view, it)).collect();
    let are_answers = labels
        .iter()
        .all(|it| ANSWERS.contains(&it.as_str()) || is_degree(it));
    let are_distinct = (1..labels.len()).all(|index| !labels[..index].contains(&labels[index]));
    let sum: Option<Decimal> = shares.iter().map(|it| it.value(chars)).sum();
    let slack: Option<Decimal> = shares.iter().map(|it| it.rounding(chars)).sum();
    let Some((sum, slack)) = sum.zip(slack).filter(|_| are_answers && are_distinct) else {
        return;
    };
    if sum > Decimal::ONE_HUNDRED + slack + ROUNDING {
        findings
            .at(
                shares[0].digits.start..last.unit.end,
                format!("各项占比之和是{}%", plain(sum, 2)),
            )
            .hint("几种回答的占比合起来不超过100%；逐项核对");
    }
}

fn is_degree(label: &str) -> bool {
    let degrees = [
        "非常满意",
        "很满意",
        "比较满意",
        "较满意",
        "基本满意",
        "不太满意",
        "不满意",
        "很不满意",
        "非常不满意",
    ];
    degrees.contains(&label)
}

/// The answer right before 的占 or 占, without quotation marks.
fn answer(view: &TextView<'_>, share: &Number) -> String {
    let start = share.digits.start;
    let Some((at, _)) = (start.saturating_sub(4)..start)
        .map(|at| (at, view.char(at)))
        .find(|(_, character)| *character == '占')
    else {
        return String::new();
    };
    let end = at - usize::from(view.before(at) == '的');
    let end = end - usize::from(view.before(end) == '”');
    let from = (end.saturating_sub(5)..end)
        .rev()
        .take_while(|at| is_han(view.char(*at)))
        .last();
    let from = from.unwrap_or(end);
    // “满意”和“基本满意”的占90% adds two answers up.
    let opens = from - usize::from(view.before(from) == '“');
    if opens < from && view.is_any_before(opens, "和及与或、") {
        return String::new();
    }
    let text = view.text(from..end);
    let names = ["表示", "认为", "感到", "其中"];
    let cut = names.iter().find_map(|name| text.split_once(name));
    cut.map_or(text.clone(), |(_, rest)| rest.to_owned())
}
