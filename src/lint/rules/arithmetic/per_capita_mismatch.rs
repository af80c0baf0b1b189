//! 常住人口64万人，床位4480张，每千人口拥有床位6.2张; 学生13600人，教师850人，生师比为18:1: two numbers divided.

use rust_decimal::Decimal;

use crate::diagnostic::Severity;
use crate::lint::arithmetic::plain;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::view::numbers::Number;
use crate::lint::{Check, Rule, Word};

/// 常住人口64万人，床位4480张，每千人口拥有床位6.2张; 学生13600人，教师850人，生师比为18:1: two numbers divided.
pub(crate) const PER_CAPITA_MISMATCH: Rule = Rule {
    name: "per-capita-mismatch",
    title: "每千人的数、比值与两个数不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("per_capita_mismatch.md"),
};

const WORDS: &[&str] = &[
    "每百人",
    "每千人",
    "每万人",
    "每百户",
    "每千户",
    "每百名",
    "每千名",
    "每万名",
    "生师比",
    "师生比",
    "床护比",
    "医护比",
    "警民比",
];

/// Of how many persons or households the first words tell; the others tell of a ratio.
const OF: [i64; 8] = [100, 1_000, 10_000, 100, 1_000, 100, 1_000, 10_000];

/// How much of itself a quotient of rounded numbers may be off.
const ROUGH: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// How much of itself a quotient whose decimal point is misplaced may be off.
const SHIFTED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// More characters than stand between the words and their number.
const LONGEST: usize = 14;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    match OF.get(word.number) {
        Some(of) => of_persons(view, word, Decimal::from(*of), findings),
        None => of_ratio(view, word, findings),
    }
}

/// 每千人口拥有床位6.2张: the sentence tells how many persons and how many beds there are.
fn of_persons(view: &TextView<'_>, word: Word, of: Decimal, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let Some(said) = view.numbers_in(word.end..word.end + LONGEST).first() else {
        return;
    };
    let base: &[char] = if view.before(word.end) == '户' {
        &['户']
    } else {
        &['人']
    };
    let told = view.numbers_in(view.sentence(word.start).start..word.start);
    let only = |unit: &[char]| {
        let mut found = told
            .iter()
            .filter(|it| it.unit(chars) == unit && it.is_exact_amount());
        found.next().filter(|_| found.next().is_none())
    };
    let pair = only(base).zip(only(said.unit(chars)));
    // 每万人口拥有全科医生3.2人 counts persons by persons.
    let people = || persons_of_persons(view, said, told, base);
    let pair = pair.filter(|_| said.unit(chars) != base && said.is_exact_amount());
    let Some((all, counted)) = pair.or_else(people) else {
        return;
    };
    let should = counted
        .value(chars)
        .and_then(|it| it.checked_mul(of)?.checked_div(all.value(chars)?));
    judge(view, said, should, (counted, all), findings);
}

/// All persons and those of one kind among them: the only two numbers told, the greater of 人口 and the other of
/// the same noun as what is said of each so many.
fn persons_of_persons<'v>(
    view: &TextView<'_>,
    said: &Number,
    told: &'v [Number],
    base: &[char],
) -> Option<(&'v Number, &'v Number)> {
    let chars = view.chars();
    let mut found = told
        .iter()
        .filter(|it| it.unit(chars) == base && it.is_exact_amount());
    let (all, counted) = (found.next()?, found.next()?);
    let is_all = view.words(view.clause(all.digits.start)).contains("人口");
    // 卫生技术人员3200人 and 执业医师3.2人 are not the same persons.
    let noun = |it: &Number| view.words(it.digits.start.saturating_sub(2)..it.digits.start);
    let is_pair = found.next().is_none()
        && noun(counted) == noun(said)
        && all.value(chars) > counted.value(chars);
    (is_all && is_pair && said.unit(chars) == base && said.is_exact_amount())
        .then_some((all, counted))
}

fn judge(
    view: &TextView<'_>,
    said: &Number,
    should: Option<Decimal>,
    (counted, all): (&Number, &Number),
    findings: &mut Findings<'_>,
) {
    let values = should.zip(said.value(view.chars()));
    let Some((should, printed)) = values.filter(|(should, _)| *should > Decimal::ZERO) else {
        return;
    };
    // A number that is many times off is of another whole, unless its point alone is wrong.
    let ratio = printed.checked_div(should).unwrap_or_default();
    let is_off = (ratio - Decimal::ONE).abs() > ROUGH;
    let is_near = ratio < Decimal::from(3) && ratio * Decimal::from(3) > Decimal::ONE;
    let is_shifted = [ratio, should.checked_div(printed).unwrap_or_default()]
        .iter()
        .any(|it| (it / Decimal::TEN - Decimal::ONE).abs() < SHIFTED);
    if is_off && (is_near || is_shifted) {
        let text = view.words(said.range());
        let (counted, all) = (view.words(counted.range()), view.words(all.range()));
        findings
            .at(said.range(), format!("“{text}”与“{counted}”“{all}”不符"))
            .hint(format!("算下来约是{}", plain(should, 2)));
    }
}

/// 生师比为18:1: the only two numbers of persons before.
fn of_ratio(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let chars = view.chars();
    let lead = view.one_of_at(word.end, &["为", "达到", "达", "降至", "是"]);
    let start = word.end + lead.map_or(0, |lead| lead.chars().count());
    let Some(said) = view.numbers_in(start..start + 1).first() else {
        return;
    };
    let is_ratio = view.is_any_at(said.digits.end, ":：∶")
        && view.char(said.digits.end + 1) == '1'
        && !view.char(said.digits.end + 2).is_ascii_digit()
        && view.char(said.digits.end + 2) != '.';
    let told = view.numbers_in(view.sentence(start).start..word.start);
    let mut told = told
        .iter()
        .filter(|it| matches!(it.unit(chars), ['人' | '名' | '位' | '张']) && it.is_exact_amount());
    let (Some(one), Some(other), None) = (told.next(), told.next(), told.next()) else {
        return;
    };
    let should = one.value(chars).zip(other.value(chars));
    let should = should.and_then(|(one, other)| one.max(other).checked_div(one.min(other)));
    let values = should.zip(said.decimal(chars)).filter(|_| is_ratio);
    if let Some((should, printed)) = values
        && (should - printed).abs() > printed * ROUGH
    {
        let range = said.digits.start..said.digits.end + 2;
        let text = view.words(range.clone());
        let (one, other) = (view.words(one.range()), view.words(other.range()));
        findings
            .at(range, format!("“{text}”与“{one}”“{other}”不符"))
            .hint(format!("算下来约是{}:1", plain(should, 2)));
    }
}
