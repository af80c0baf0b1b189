//! 41.6% beside 23.56% in one sentence.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule};

/// 41.6% beside 23.56% in one sentence.
pub(crate) const UNEVEN_DECIMALS: Rule = Rule {
    name: "uneven-decimals",
    title: "小数位数不一",
    severity: Severity::Hint,
    check: Check::Text(check),
    page: include_str!("uneven_decimals.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for paragraph in view.paragraphs() {
        let rates = view
            .numbers_in(paragraph.range.clone())
            .iter()
            .filter(|number| is_growth(view, number));
        let rates: Vec<(&Number, u32)> = rates
            .filter_map(|n| Some((n, n.decimal(view.chars())?.scale())))
            .collect();
        let most = rates.iter().map(|rate| rate.1).max().unwrap_or(0);
        let odd = rates.iter().find(|rate| rate.1 > 0 && rate.1 < most);
        if let Some((number, places)) = odd {
            let text = view.text(number.range());
            findings
                .at(
                    number.range(),
                    format!("增长率“{text}”有{places}位小数，同段别的有{most}位"),
                )
                .hint("同类数据保留同样的位数");
        }
    }
}

fn is_growth(view: &TextView<'_>, number: &Number) -> bool {
    number.is_percent(view.chars())
        && view
            .one_of_before(number.digits.start, &["同比增长", "同比下降", "环比增长"])
            .is_some()
}
