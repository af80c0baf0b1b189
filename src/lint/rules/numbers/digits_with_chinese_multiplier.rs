//! 4千件, 3百家: only 万 and 亿 may follow digits.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::NumberKind;
use crate::lint::{Check, Rule};

/// 4千件, 3百家: only 万 and 亿 may follow digits.
pub(crate) const DIGITS_WITH_CHINESE_MULTIPLIER: Rule = Rule {
    name: "digits-with-chinese-multiplier",
    title: "阿拉伯数字后面跟了十、百、千",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("digits_with_chinese_multiplier.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let end = number.digits.end;
        let first = view.char(end);
        let is_multiplier = matches!(first, '十' | '百' | '千');
        if !is_multiplier || number.kind == NumberKind::Code || number.digits.len() > 3 {
            continue;
        }
        let after = view.char(end + 1);
        // 千米 and 千瓦 are units; 百强 and 百佳 are names.
        let is_unit = first == '千' && "米克瓦伏赫卡兆字焦帕年".contains(after);
        let is_name = "强佳优".contains(after) || (first == '百' && after == '分');
        let is_quantity =
            "件家人元亩户座所台辆名套吨个项条多余万亿次公亩斤株棵头只场位处册份艘架首部集盏根"
                .contains(after);
        if !is_unit && !is_name && is_quantity {
            let text = view.words(number.digits.start..end + 2);
            findings
                .at(
                    number.digits.start..end + 1,
                    format!("“{text}”里的阿拉伯数字后面跟了“{first}”"),
                )
                .hint("数字全部写出；阿拉伯数字后面只可以用“万”“亿”");
        }
    }
}
