//! 12135消费者投诉举报热线: the number of a national hotline with another digit.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 12135消费者投诉举报热线: the number of a national hotline with another digit.
pub(crate) const HOTLINE_NUMBER: Rule = Rule {
    name: "hotline-number",
    title: "全国统一热线的号码不对",
    severity: Severity::Error,
    check: Check::Table(words, check),
    page: include_str!("hotline_number.md"),
};

/// What the hotlines of the whole country are called, and their numbers.
const HOTLINES: &[(&str, &str)] = &[
    ("市民服务热线", "12345"),
    ("政务服务便民热线", "12345"),
    ("政务服务热线", "12345"),
    ("消费者投诉举报", "12315"),
    ("消费者投诉举报热线", "12315"),
    ("消费投诉举报", "12315"),
    ("公共法律服务热线", "12348"),
    ("法律援助热线", "12348"),
    ("纳税服务热线", "12366"),
    ("纳税缴费服务热线", "12366"),
    ("人力资源社会保障服务热线", "12333"),
    ("劳动保障监察热线", "12333"),
    ("医保服务热线", "12393"),
    ("医疗保障服务热线", "12393"),
    ("交通运输服务监督热线", "12328"),
    ("安全生产举报热线", "12350"),
    ("安全生产举报投诉热线", "12350"),
    ("生态环境举报热线", "12369"),
    ("环保举报热线", "12369"),
    ("住房公积金热线", "12329"),
    ("妇女维权热线", "12338"),
    ("妇女维权公益服务热线", "12338"),
    ("青少年服务台", "12355"),
];

/// How many digits the numbers have.
const LENGTH: usize = 5;

fn words() -> Vec<&'static str> {
    HOTLINES.iter().map(|(name, _)| *name).collect()
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let right = HOTLINES[word.number].1;
    let start = match view.is_any_before(word.start, "”") {
        true => word.start - 1,
        false => word.start,
    };
    let Some(digits) = start.checked_sub(LENGTH).map(|from| from..start) else {
        return;
    };
    let written = view.words(digits.clone());
    let is_number = written.bytes().all(|it| it.is_ascii_digit())
        && !view.before(digits.start).is_ascii_digit();
    if is_number && written.starts_with("12") && written != right {
        findings
            .at(digits.clone(), format!("热线号码“{written}”不对"))
            .hint(format!("这条热线是{right}"))
            .suggest(digits, right);
    }
}
