//! 1956年出生，2024年年满78岁: an age that the two years do not make.

use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;

/// Reports an age that is not that of someone born in the year told right before.
pub(super) fn age_of_birth(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for triple in view.numbers().windows(3) {
        let [born, now, age] = triple else {
            continue;
        };
        if !view.is_at(born.digits.end, "年出生") && !view.is_at(born.digits.end, "年生") {
            continue;
        }
        let is_age = view.one_of_at(age.digits.end, &["岁", "周岁"]).is_some()
            && view
                .one_of_before(age.digits.start, &["满", "年满", "年", "已", "已满"])
                .is_some();
        let value = |it: &Number| view.words(it.digits.clone()).parse::<i32>().ok();
        let (Some(born), Some(now), Some(said)) = (value(born), value(now), value(age)) else {
            continue;
        };
        let years = now - born;
        let are_years = (1900..2100).contains(&born) && (1900..2100).contains(&now);
        if is_age && are_years && years > 0 && said != years && said + 1 != years {
            let text = view.words(age.range());
            findings
                .at(age.range(), format!("“{text}”与出生年份不符"))
                .hint(format!("{born}年出生，{now}年是{years}岁"));
        }
    }
}
