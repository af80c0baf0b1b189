//! 三次产业结构比为12.3:45.6:43.1: the shares of all sectors make 100.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 三次产业结构比为12.3:45.6:43.1: the shares of all sectors make 100.
pub(crate) const STRUCTURE_RATIO: Rule = Rule {
    name: "structure-ratio",
    title: "产业结构比之和不是100",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("structure_ratio.md"),
};

const WORDS: &[&str] = &["产业结构", "产业比例", "产业比重", "产业比"];

/// More characters than stand between the word and its ratio: 由2020年的…调整为.
const LONGEST: usize = 60;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let clause = view.sentence(word.end);
    let end = clause.end.min(word.end + LONGEST);
    let mut at = word.end;
    while at < end {
        let digits = (at..).take_while(|at| is_part(view.char(*at))).count();
        if digits > 0 {
            judge(view, at..at + digits, findings);
        }
        at += digits.max(1);
    }
}

fn is_part(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ':' | '：' | '∶')
}

fn judge(view: &TextView<'_>, range: std::ops::Range<usize>, findings: &mut Findings<'_>) {
    let text = view.words(range.clone());
    let text = text.trim_end_matches([':', '：', '.']);
    let parts = text.split([':', '：', '∶']);
    let shares: Option<Vec<Decimal>> = parts.map(|part| part.parse().ok()).collect();
    let is_share = |share: &Decimal| *share <= Decimal::ONE_HUNDRED;
    let shares = shares.filter(|shares| shares.len() == 3 && shares.iter().all(is_share));
    let Some(shares) = shares else {
        return;
    };
    let sum: Decimal = shares.iter().sum();
    let off = (sum - Decimal::ONE_HUNDRED).abs();
    // Three rounded shares may be off by one unit of their last digit, and other ratios are far off.
    let unit = Decimal::new(
        1,
        shares.iter().map(Decimal::scale).max().unwrap_or_default(),
    );
    if off > unit && off <= Decimal::from(15) {
        findings
            .at(range, format!("“{text}”之和是{}", plain(sum, 2)))
            .hint("三次产业的比重合成100；核对各项");
    }
}
