//! 200个，其中150个，占80%: the share recomputed.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::{self, Interval, Verdict, plain, verdict};
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 200个，其中150个，占80%: the share recomputed.
pub(crate) const SHARE_MISMATCH: Rule = Rule {
    name: "share-mismatch",
    title: "占比与两个数不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("share_mismatch.md"),
};

const WORDS: &[&str] = &["，占", "，占比"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if word.number == 0 && view.char(word.end) == '比' {
        return;
    }
    let sentence = view.sentence(word.start);
    let before = sentence.start..word.start;
    let told = share_at(view, word.end).and_then(|(share, is_of_plan)| {
        let (part, whole) = part_and_whole(view, before.clone(), is_of_plan)?;
        Some((share, part, whole))
    });
    let Some((share, part, whole)) = told.or_else(|| named(view, word.end, before)) else {
        return;
    };
    let chars = view.chars();
    let intervals = Interval::of(part, chars).zip(Interval::of(whole, chars));
    let Some(should) = intervals.and_then(|(part, whole)| arithmetic::share(part, whole)) else {
        return;
    };
    if verdict(share, chars, should) == Some(Verdict::Wrong) {
        let (part, whole) = (view.text(part.range()), view.text(whole.range()));
        let text = view.text(share.range());
        let places = share.decimal(chars).map_or(2, |value| value.scale()).max(1);
        findings
            .at(
                share.range(),
                format!("占比“{text}”与“{part}”“{whole}”不符"),
            )
            .hint(format!(
                "{part}除以{whole}是{}%",
                plain(should.middle(), places)
            ));
    }
}

/// A share right behind 占 or 占比, and whether it is one of a plan; 占全省的12% is a share of
/// something else.
fn share_at<'v>(view: &'v TextView<'_>, at: usize) -> Option<(&'v Number, bool)> {
    let number = view.numbers_in(at..at + 10).first()?;
    let lead = view.text(at..number.digits.start);
    let is_plain = [
        "",
        "比",
        "比达",
        "比为",
        "比达到",
        "为",
        "达",
        "达到",
        "到",
        "总数的",
        "总量的",
        "总数",
        "总量",
        "全部的",
        "其中的",
    ]
    .contains(&lead.as_str());
    let is_of_plan = [
        "计划的",
        "年计划的",
        "年度计划的",
        "计划投资的",
        "年度计划投资的",
        "总任务的",
        "任务的",
        "年度任务的",
        "目标任务的",
        "任务总数的",
    ]
    .contains(&lead.as_str());
    (number.is_exact_amount() && number.is_percent(view.chars()) && (is_plain || is_of_plan))
        .then_some((number, is_of_plan))
}

/// 检查160家企业，…；处罚24家，占检查企业的12%: the whole is named, and told before.
fn named<'v>(
    view: &'v TextView<'_>,
    at: usize,
    before: Range<usize>,
) -> Option<(&'v Number, &'v Number, &'v Number)> {
    let chars = view.chars();
    let share = view.numbers_in(at..at + LONGEST_CLAUSE).first()?;
    let name = view.text(at..share.digits.start);
    let name = name
        .strip_suffix('的')
        .filter(|it| it.chars().count() >= 3)?;
    let name = name.trim_start_matches(['全', '省', '市', '县', '区', '总']);
    let (part, earlier) = view.numbers_in(before.clone()).split_last()?;
    let said = view.text(part.unit.end..before.end);
    let adjoins = said.chars().count() <= LONGEST_CLAUSE && !said.contains(['，', '；', '：']);
    let has_name = |whole: &&Number| {
        let clause = view.text(view.clause(whole.digits.start));
        name.chars().all(|character| clause.contains(character))
    };
    let mut wholes = earlier
        .iter()
        .filter(|whole| is_whole(view, whole, part))
        .filter(has_name);
    let whole = wholes.next().filter(|_| wholes.next().is_none())?;
    let is_share = share.is_exact_amount() && share.is_percent(chars) && adjoins;
    (is_share && part.is_exact_amount()).then_some((share, part, whole))
}

/// What may stand between the part and its share, in characters.
const LONGEST_CLAUSE: usize = 12;

/// The number right before the share, and the one whole it is said to be a part of.
fn part_and_whole<'v>(
    view: &'v TextView<'_>,
    range: Range<usize>,
    is_of_plan: bool,
) -> Option<(&'v Number, &'v Number)> {
    let end = range.end;
    let numbers = view.numbers_in(range);
    let (part, before) = numbers.split_last()?;
    // 480个村建成卫生室，占80%: what is said of the part stands in its clause.
    let said = view.text(part.unit.end..end);
    let adjoins = said.chars().count() <= LONGEST_CLAUSE && !said.contains(['，', '；', '：']);
    let unit = part.unit(view.chars());
    // 其中35岁以下青年5.1万人: a number of another kind may stand between.
    let mut alike = before.iter().rev();
    let whole = alike.find(|it| it.unit(view.chars()) == unit)?;
    let whole = Some(whole).filter(|whole| is_whole(view, whole, part))?;
    let is_led = match is_of_plan {
        true => is_planned(view, whole),
        false => is_led(view, whole, part),
    };
    (adjoins && part.is_exact_amount() && is_led).then_some((part, whole))
}

fn is_whole(view: &TextView<'_>, whole: &Number, part: &Number) -> bool {
    let chars = view.chars();
    whole.is_exact_amount()
        && whole.unit(chars) == part.unit(chars)
        && !whole.is_percent(chars)
        && whole.value(chars) >= part.value(chars)
}

/// 年度计划投资20亿元.
fn is_planned(view: &TextView<'_>, whole: &Number) -> bool {
    let start = whole.digits.start;
    let lead = view.text(view.clause(start).start..start);
    // 计划改造燃气管网80公里 plans something that is counted.
    let plans = lead.starts_with("计划") || lead.contains("任务");
    plans
        || ["计划投资", "计划总投资", "计划完成投资"]
            .iter()
            .any(|word| lead.ends_with(word))
}

/// 200个，其中…150个, or 在500家企业中，…200家.
fn is_led(view: &TextView<'_>, whole: &Number, part: &Number) -> bool {
    let between = view.text(whole.unit.end..part.digits.start);
    let is_part = match between.split_once("其中") {
        Some((lead, rest)) => {
            lead.chars().count() <= 2 && !rest.trim_start_matches('，').contains(['，', '；'])
        }
        None => between.split_once("中，").is_some_and(|(lead, rest)| {
            let begins = view.clause(whole.digits.start).start;
            let is_in = view.char(begins) == '在' || view.is_at(begins, "全");
            is_in && lead.chars().count() <= 12 && !rest.contains(['，', '；'])
        }),
    };
    is_part && !between.contains(['比', '增', '减', '每'])
}
