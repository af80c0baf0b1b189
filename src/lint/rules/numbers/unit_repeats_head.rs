//! 万人发明专利拥有量16.09件/万人.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 万人发明专利拥有量16.09件/万人.
pub(crate) const UNIT_REPEATS_HEAD: Rule = Rule {
    name: "unit-repeats-head",
    title: "单位与前面的词重复",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("unit_repeats_head.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for number in view.numbers() {
        let unit = view.words(number.unit.clone());
        let Some((_, per)) = unit.split_once('/') else {
            continue;
        };
        let clause = view.clause(number.digits.start);
        let lead = view.words(clause.start..number.digits.start);
        let heads: &[&str] = match per {
            "万人" => &["万人", "每万"],
            "千人" => &["千人", "每千"],
            "百户" => &["百户", "每百"],
            "百人" => &["百人", "每百"],
            "平方公里" => &["每平方公里"],
            "公顷" => &["每公顷"],
            "人" => &["人均", "每人"],
            "名" => &["每名", "人均"],
            "亩" => &["亩均", "每亩", "亩产", "亩产量"],
            "户" => &["户均", "每户"],
            "日" | "天" => &["日均", "每日", "每天"],
            "月" => &["月均", "每月"],
            "年" => &["年均", "每年"],
            "次" => &["次均", "每次"],
            "家" => &["每家", "户均"],
            "辆" => &["车均", "每辆"],
            "套" => &["每套", "套均"],
            "吨" => &["每吨", "吨均"],
            "件" => &["每件", "件均"],
            "平方米" => &["每平方米"],
            "床" => &["床均", "每床"],
            "生" => &["生均", "每生"],
            "班" => &["班均", "每班"],
            _ => continue,
        };
        if let Some(head) = heads.iter().find(|head| lead.contains(**head)) {
            findings
                .at(
                    number.range(),
                    format!("前面已经说“{head}”，单位又写“/{per}”"),
                )
                .hint(format!(
                    "单位改为“{}”，前面写“每{per}”或“{head}”",
                    unit.split('/').next().unwrap_or_default()
                ));
        }
    }
}
