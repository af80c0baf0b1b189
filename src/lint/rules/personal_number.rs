//! 卡号6222…, 护照号E12345678: a number behind its label that tells who somebody is.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 卡号6222…, 护照号E12345678: a number behind its label that tells who somebody is.
pub(crate) const PERSONAL_NUMBER: Rule = Rule {
    name: "personal-number",
    title: "银行卡号等个人号码",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("personal_number.md"),
};

const WORDS: &[&str] = &[
    "卡号",
    "银行卡",
    "账号",
    "帐号",
    "账户",
    "身份证号",
    "护照号",
    "社会保障号",
    "学籍号",
    "病历号",
    "住院号",
    "门诊号",
    "驾驶证号",
    "残疾人证号",
    "残疾证号",
    "军官证号",
    "车牌号",
];

/// How many of the words are of bank accounts, which offices have too.
const ACCOUNTS: usize = 5;

/// What may stand between the label and the number.
const BETWEEN: &str = "码：:为是（( 　";

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let Some(number) = number(view, word.end) else {
        return;
    };
    let digits = number.clone().filter(|at| view.char(*at).is_ascii_digit());
    let count = digits.count();
    let label = WORDS[word.number];
    let is_personal = match label {
        "卡号" => count >= 8,
        "车牌号" => count >= 3 && number.len() >= 5,
        _ if word.number < ACCOUNTS => (16..=19).contains(&count) && !is_of_office(view, word),
        "身份证号" => count >= 15,
        _ => count >= 6,
    };
    // What is found by its check digit is told by `identity-number`.
    let known = view.personal().iter();
    let is_told = known
        .into_iter()
        .any(|it| it.range.start < number.end && number.start < it.range.end);
    // 6222****4567 in Markdown has marks between that are not seen.
    let is_whole = view.bytes(number.clone()).len() == view.text(number.clone()).len();
    if is_personal && is_whole && !is_told {
        let masked: String = view.text(number.clone()).chars().take(4).collect();
        findings
            .at(number, format!("{label}“{masked}……”是个人信息"))
            .hint("删去");
    }
}

/// The letters and digits right behind a label, in groups or not; no masked ones.
fn number(view: &TextView<'_>, end: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 26;
    let start = (end..end + 4).find(|at| !BETWEEN.contains(view.char(*at)))?;
    // 鄂A12345 begins with its province.
    let first = start + usize::from(view.is_at(end - 3, "车牌号"));
    let is_part = |at: &usize| {
        let character = view.char(*at);
        let is_gap = character == ' ' && view.char(at + 1).is_ascii_digit();
        character.is_ascii_alphanumeric() || is_gap || character == '·'
    };
    let length = (first..first + LONGEST).take_while(is_part).count();
    (length > 0 && !view.is_any_at(first + length, "*×＊")).then_some(start..first + length)
}

/// Whether an account is that of an office or a company.
fn is_of_office(view: &TextView<'_>, word: Word) -> bool {
    let sentence = view.sentence(word.start);
    let owners = [
        "单位", "公司", "财政", "专户", "国库", "基金", "收款", "户名", "开户",
    ];
    owners
        .iter()
        .any(|owner| view.find(sentence.clone(), owner).is_some())
}
