//! Numbers behind a label that tell who somebody is: bank cards, passports, patients' records.

use std::ops::Range;

use super::{Personal, PersonalKind};

/// What a number must be like behind its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A card of whatever kind.
    Card,
    /// A number right behind the name of a bank: 农业银行6228….
    Bank,
    /// A bank account, which offices and companies have too.
    Account,
    /// 鄂A12345.
    Plate,
    /// An identity number, whose check digit may be wrong.
    Identity,
    /// Any number of that kind.
    Record,
}

/// The labels; a longer one stands before one that it ends in.
const LABELS: [(&str, Form); 26] = [
    ("卡号", Form::Card),
    ("银行卡", Form::Account),
    ("银行", Form::Bank),
    ("农行", Form::Bank),
    ("工行", Form::Bank),
    ("建行", Form::Bank),
    ("中行", Form::Bank),
    ("农商行", Form::Bank),
    ("信用社", Form::Bank),
    ("邮储", Form::Bank),
    ("一卡通", Form::Bank),
    ("账号", Form::Account),
    ("帐号", Form::Account),
    ("账户", Form::Account),
    ("身份证号", Form::Identity),
    ("护照号", Form::Record),
    ("社会保障号", Form::Record),
    ("学籍号", Form::Record),
    ("病历号", Form::Record),
    ("住院号", Form::Record),
    ("门诊号", Form::Record),
    ("驾驶证号", Form::Record),
    ("残疾人证号", Form::Record),
    ("残疾证号", Form::Record),
    ("军官证号", Form::Record),
    ("车牌号", Form::Plate),
];

/// What may stand between the label and the number.
const BETWEEN: &str = "码卡：:为是（( 　";

/// Words of a sentence that tells of an office's or a company's account.
const OWNERS: [&str; 13] = [
    "单位",
    "公司",
    "财政",
    "专户",
    "专项账户",
    "捐赠账户",
    "对公账户",
    "国库",
    "基金",
    "收款",
    "户名",
    "开户行",
    "开户银行",
];

/// How far around an account its owner is looked for.
const NEAR: usize = 200;

/// Whether a label may begin with the character.
pub(super) fn may_begin(first: char) -> bool {
    matches!(
        first,
        '卡' | '银'
            | '农'
            | '工'
            | '建'
            | '中'
            | '信'
            | '邮'
            | '一'
            | '账'
            | '帐'
            | '身'
            | '护'
            | '社'
            | '学'
            | '病'
            | '住'
            | '门'
            | '驾'
            | '残'
            | '军'
            | '车'
    )
}

/// The end of a label, if it stands at `at`; most fail at their first character.
pub(super) fn label_end(chars: &[char], at: usize, label: &str) -> Option<usize> {
    let mut written = chars[at..].iter();
    let is_label = label.chars().all(|it| written.next() == Some(&it));
    is_label.then_some(chars.len() - written.len())
}

/// The number behind the label that stands at `at`.
pub(super) fn account(chars: &[char], at: usize) -> Option<Personal> {
    let (end, form) = LABELS
        .iter()
        .find_map(|(label, form)| Some((label_end(chars, at, label)?, *form)))?;
    let range = number(chars, end, form)?;
    let digits = chars[range.clone()].iter().filter(|it| it.is_ascii_digit());
    let count = digits.count();
    let is_personal = match form {
        Form::Card => count >= 8,
        Form::Bank => is_card(chars, &range) && !is_of_office(chars, at),
        // 农户吴某银行账户（账号：62…）: a person's, whatever office is spoken of beside it.
        Form::Account => {
            let is_of_person = is_card(chars, &range) && names_person(chars, at);
            is_of_person || (16..=19).contains(&count) && !is_of_office(chars, at)
        }
        Form::Plate => count >= 3 && range.len() >= 5,
        Form::Identity => count >= 15,
        Form::Record => count >= 6,
    };
    is_personal.then_some(Personal {
        range,
        kind: PersonalKind::Account,
    })
}

/// Whether a person is named right before the label at `at`.
fn names_person(chars: &[char], at: usize) -> bool {
    const LONGEST: usize = 14;
    const PERSONS: [&str; 5] = ["农户", "户主", "本人", "某某", "某银行"];
    let lead: String = chars[at.saturating_sub(LONGEST)..at].iter().collect();
    PERSONS.iter().any(|person| lead.contains(person))
}

/// Whether a number is that of a person's card: all cards of the country's banks begin with 62.
fn is_card(chars: &[char], range: &Range<usize>) -> bool {
    let digits = chars[range.clone()].iter().filter(|it| **it != ' ');
    let digits: String = digits.collect();
    let is_whole = digits.chars().all(|it| it.is_ascii_digit());
    is_whole && (16..=19).contains(&digits.len()) && digits.starts_with("62")
}

/// The letters and digits right behind a label, in groups or not; no masked ones.
fn number(chars: &[char], end: usize, form: Form) -> Option<Range<usize>> {
    const LONGEST: usize = 26;
    let char = |at: usize| chars.get(at).copied().unwrap_or('\n');
    let start = (end..end + 4).find(|at| !BETWEEN.contains(char(*at)))?;
    // 鄂A12345 begins with its province.
    let first = start + usize::from(form == Form::Plate);
    let is_part = |at: &usize| {
        let is_gap = char(*at) == ' ' && char(at + 1).is_ascii_digit();
        char(*at).is_ascii_alphanumeric() || is_gap || char(*at) == '·'
    };
    let length = (first..first + LONGEST).take_while(is_part).count();
    let is_masked = matches!(char(first + length), '*' | '×' | '＊');
    (length > 0 && !is_masked).then_some(start..first + length)
}

/// Whether the sentence around an account tells of an office or a company.
fn is_of_office(chars: &[char], at: usize) -> bool {
    let is_end = |it: &char| matches!(it, '。' | '！' | '？' | '\n');
    let floor = at.saturating_sub(NEAR);
    let before = chars[floor..at].iter().rposition(is_end);
    let rest = &chars[at..chars.len().min(at + NEAR)];
    let after = rest.iter().position(is_end).unwrap_or(rest.len());
    let start = before.map_or(floor, |end| floor + end + 1);
    let sentence: String = chars[start..at + after].iter().collect();
    OWNERS.iter().any(|owner| sentence.contains(owner))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The labels, for the tests of what is looked at before them.
    pub(crate) fn labels() -> impl Iterator<Item = &'static str> {
        LABELS.iter().map(|(label, _)| *label)
    }

    #[test]
    fn every_label_begins_with_a_character_that_is_looked_for() {
        for label in labels() {
            assert!(label.chars().next().is_some_and(may_begin), "{label}");
        }
    }
}
