//! 占46.3%，已经超过一半; 占62.4%，接近八成; 四分之一，即20%: a share told again in words.

use rust_decimal::Decimal;

use crate::lint::Word;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Reports a fraction in words that the percentage beside it does not make.
pub(super) fn share_in_words(
    view: &TextView<'_>,
    word: Word,
    said: Decimal,
    findings: &mut Findings<'_>,
) {
    let hundredth = said * Decimal::ONE_HUNDRED;
    behind(view, word, hundredth, findings);
    let lead = ["超过", "超", "已过", "接近", "近", "将近", "不足", "不到"];
    let Some(relation) = view.one_of_before(word.start, &lead) else {
        return;
    };
    let start = word.start - relation.chars().count();
    let Some(percent) = percent_before(view, start).filter(|_| ends(view, word.end)) else {
        return;
    };
    let Some(value) = percent.decimal(view.chars()) else {
        return;
    };
    // 接近八成 is a little less than that.
    const LITTLE: Decimal = Decimal::from_parts(6, 0, 0, false, 0);
    let fits = match relation {
        "超过" | "超" | "已过" => value >= hundredth,
        "不足" | "不到" => value <= hundredth,
        _ => value <= hundredth && hundredth - value <= LITTLE,
    };
    if !fits {
        let text = view.words(start..word.end);
        let percent = view.text(percent.range());
        findings
            .at(start..word.end, format!("“{text}”与前面的“{percent}”不符"))
            .hint("核对这两种说法");
    }
}

/// 占四分之一，即20%.
fn behind(view: &TextView<'_>, word: Word, hundredth: Decimal, findings: &mut Findings<'_>) {
    let Some(lead) = view.one_of_at(word.end, &["，即", "（", "（即", "，也就是"]) else {
        return;
    };
    let start = word.end + lead.chars().count();
    let number = view.numbers_in(start..start + 1).first();
    let number = number.filter(|it| it.digits.start == start && it.is_percent(view.chars()));
    let Some((number, value)) = number.and_then(|it| Some((it, it.decimal(view.chars())?))) else {
        return;
    };
    // 三分之一（33.3%）, 三成（31%）.
    const ROUGH: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
    if (value - hundredth).abs() > ROUGH {
        let text = view.words(number.range());
        let said = view.text(word.start..word.end);
        findings
            .at(number.range(), format!("“{text}”不是“{said}”"))
            .hint("核对这两种说法");
    }
}

/// The percentage of the clause right before, with 已经 or nothing between.
fn percent_before<'v>(view: &'v TextView<'_>, at: usize) -> Option<&'v Number> {
    const LEADS: [&str; 4] = ["已经", "已", "占比", "目前"];
    let lead = view
        .one_of_before(at, &LEADS)
        .map_or(0, |it| it.chars().count());
    let comma = (at - lead)
        .checked_sub(1)
        .filter(|it| view.char(*it) == '，')?;
    let number = view.numbers_in(view.clause(comma.checked_sub(1)?)).last()?;
    (number.unit.end == comma && number.is_percent(view.chars())).then_some(number)
}

fn ends(view: &TextView<'_>, at: usize) -> bool {
    view.is_any_at(at, "，。；\n")
}
