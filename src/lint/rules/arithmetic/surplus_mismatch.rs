//! 计划80处，实际92处，超额12.5%完成: what was done beyond the plan, recomputed.

use rust_decimal::Decimal;

use super::share_of_plan::is_planned;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 计划80处，实际92处，超额12.5%完成: what was done beyond the plan, recomputed.
pub(crate) const SURPLUS_MISMATCH: Rule = Rule {
    name: "surplus-mismatch",
    title: "超额的比例与两个数不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("surplus_mismatch.md"),
};

const WORDS: &[&str] = &["超额"];

/// What tells a number as done.
const DONE: [&str; 5] = ["实际", "完成", "建成", "已", "新增"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(said) = view.numbers_in(word.end..word.end + 2).first() else {
        return;
    };
    if let Some(should) = surplus(view, word, said) {
        let text = view.words(said.range());
        findings
            .at(said.range(), format!("超额“{text}”与计划和实际的数不符"))
            .hint(format!("按两个数算是{}%", plain(should, 2)));
    }
}

/// By how many per cent the only amount done is above the only one planned, where another rate is printed.
fn surplus(view: &TextView<'_>, word: Word, said: &Number) -> Option<Decimal> {
    let chars = view.chars();
    let sentence = view.sentence(word.start);
    let [planned, done] = view.numbers_in(sentence.start..word.start) else {
        return None;
    };
    let start = done.digits.start;
    let is_done = view.has_any(&(view.clause(start).start..start), &DONE);
    let are_told = is_done && is_planned(view, planned) && planned.unit(chars) == done.unit(chars);
    let are_exact = [planned, done, said].iter().all(|it| it.is_exact_amount());
    let (plan, done) = (planned.value(chars)?, done.value(chars)?);
    let should = (done - plan)
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(plan)?;
    let off = (should - said.decimal(chars)?).abs();
    (are_told && are_exact && said.is_percent(chars) && off >= Decimal::ONE).then_some(should)
}
