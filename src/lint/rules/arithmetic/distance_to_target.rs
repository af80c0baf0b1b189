//! 治理率为43.2%，距离达到50%的目标还差7.8个百分点: what lacks is not the difference.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 治理率为43.2%，距离达到50%的目标还差7.8个百分点: what lacks is not the difference.
pub(crate) const DISTANCE_TO_TARGET: Rule = Rule {
    name: "distance-to-target",
    title: "离目标还差的数不对",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("distance_to_target.md"),
};

const WORDS: &[&str] = &["还差", "尚差", "仍差", "还有", "尚有"];

/// What leads to the target.
const TARGETS: [&str; 4] = ["距离", "距", "离", "与"];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(lack) = view.numbers_in(word.end..word.end + 1).first() else {
        return;
    };
    if let Some(should) = lacking(view, word, lack) {
        let text = view.words(lack.range());
        let right = plain(should, 2);
        findings
            .at(lack.range(), format!("“{text}”不是目标与现状的差"))
            .hint(format!(
                "两个数相差{right}{}",
                view.words(lack.unit.clone())
            ));
    }
}

/// The difference of the only two shares before the word, where another one is printed.
fn lacking(view: &TextView<'_>, word: Word, lack: &Number) -> Option<Decimal> {
    let chars = view.chars();
    let sentence = view.sentence(word.start);
    let shares = view.numbers_in(sentence.start..word.start).iter();
    let shares: Vec<&Number> = shares.filter(|it| it.is_percent(chars)).collect();
    let [now, target] = shares.as_slice() else {
        return None;
    };
    let between = now.unit.end..target.digits.start;
    let is_led = view.has_any(&between, &TARGETS) && view.char(now.unit.end) == '，';
    let is_points = lack.is_points(view.chars());
    let are_exact = [*now, *target, lack].iter().all(|it| it.is_exact_amount());
    let should = (target.decimal(chars)? - now.decimal(chars)?).abs();
    let is_wrong = lack.decimal(chars)? != should;
    (is_led && is_points && are_exact && is_wrong).then_some(should)
}
