//! 总投资2.4亿，: an amount of money without its unit.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::changes::before_each;
use crate::lint::view::numbers::NumberKind;
use crate::lint::{Check, Rule, Word};

/// 总投资2.4亿，: an amount of money without its unit.
pub(crate) const AMOUNT_WITHOUT_YUAN: Rule = Rule {
    name: "amount-without-yuan",
    title: "金额缺“元”",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("amount_without_yuan.md"),
};

const WORDS: &[&str] = &[
    "投资",
    "资金",
    "经费",
    "补助",
    "产值",
    "收入",
    "贷款",
    "金额",
    "融资",
    "债券",
    "奖补",
    "预算",
    "投入",
    "营收",
    "销售额",
    "的标准",
];

/// What may stand between the word and its number.
const LINKS: &[&str] = &[
    "", "约", "达", "达到", "超", "近", "为", "共", "总额", "总计", "累计", "超过", "规模",
];

/// 按每人每年1200的标准: nothing says of what.
fn of_standard(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let end = word.start;
    let number = view.numbers_in(end.saturating_sub(9)..end).last();
    let Some(number) = number.filter(|it| it.unit.end == end && it.unit.is_empty()) else {
        return;
    };
    let is_of_each = before_each(view, number.digits.start) < number.digits.start;
    if is_of_each && number.kind == NumberKind::Plain {
        let range = number.digits.start..number.multiplier.end;
        let text = view.words(range.clone());
        findings
            .at(range, format!("标准“{text}”后面没有单位"))
            .hint("补上“元”");
    }
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if WORDS[word.number] == "的标准" {
        of_standard(view, word, findings);
        return;
    }
    let Some(number) = view.numbers_in(word.end..word.end + 5).first() else {
        return;
    };
    let link = view.text(word.end..number.digits.start);
    let has_multiplier = view.is_any_at(number.digits.end, "万亿") && !number.multiplier.is_empty();
    let ends = view.is_any_at(number.multiplier.end, "，。；、）");
    if has_multiplier && ends && number.unit.is_empty() && LINKS.contains(&link.as_str()) {
        let text = view.text(number.digits.start..number.multiplier.end);
        findings
            .at(
                number.digits.start..number.multiplier.end,
                format!("金额“{text}”后面没有“元”"),
            )
            .hint("补上“元”")
            .suggest(number.multiplier.end..number.multiplier.end, "元");
    }
}
