//! 200个，其中150个，占80%: the share recomputed.

use rust_decimal::Decimal;

use super::explained_rate::{is_first_of_list, is_of_same_whole, is_of_two};
use super::part_of_whole::{comes_to, count_the_same, fits, is_done, is_led, report};
use super::share_of_plan::share_of_plan;
use crate::diagnostic::Severity;
use crate::lint::arithmetic::{is_misprint, printed_share};
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 200个，其中150个，占80%: the share recomputed.
pub(crate) const SHARE_MISMATCH: Rule = Rule {
    name: "share-mismatch",
    title: "占比与两个数不符",
    severity: Severity::Error,
    check: Check::Words(WORDS, check),
    page: include_str!("share_mismatch.md"),
};

const WORDS: &[&str] = &[
    "，占",
    "，占比",
    "，完成",
    "，约占",
    "，为年度计划",
    "，为计划",
    "，为全年计划",
    "，为年度任务",
    "，为年度目标",
    "，达到年度计划",
    "，达到计划",
    "，达到全年计划",
    "，达到年度任务",
    "，达到年度目标",
    "，达计划",
    "，达年度计划",
];

/// How many of the words tell of any whole; the others tell of a plan.
const OF_ANY: usize = 4;

/// A share that is told as approximate is off by so many points at least if it is wrong.
const ABOUT: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if word.number == 0 && view.char(word.end) == '比' {
        return;
    }
    if word.number >= OF_ANY {
        return share_of_plan(view, word, findings);
    }
    inside(view, word, findings);
    if WORDS[word.number] == "，完成" {
        return share_of_plan(view, word, findings);
    }
    let Some(share) = share_at(view, word.end) else {
        return;
    };
    // 占60%，为4080万元: what the share comes to stands behind it.
    if comes_to(view, share.number) {
        return;
    }
    let Some((part, wholes)) = part_and_wholes(view, word.start) else {
        return;
    };
    // 2000份问卷中，420名居民，占21%: the whole may be counted in another unit.
    let sentence = view.sentence(word.start);
    let others = view.numbers_in(sentence.start..part.digits.start);
    let is_explained = wholes
        .iter()
        .copied()
        .chain(others.iter())
        .any(|whole| fits(view, share.number, part, whole))
        || is_complement(view, share.number)
        || is_of_two(view, share.number, part, word.start)
        // 学校3360台，占35%；枢纽1920台，占20%: shares of one whole, which stands elsewhere.
        || is_of_same_whole(view, share.number, part, others)
        || is_first_of_list(view, share.number);
    let told = wholes
        .iter()
        .find(|whole| is_told(view, &share, part, whole, &wholes, word.start));
    let is_about = |whole: &Number| {
        let should = printed_share(part, whole, view.chars());
        let said = share.number.decimal(view.chars());
        let off = should.zip(said).map(|(should, said)| (should - said).abs());
        WORDS[word.number] == "，约占" && off.is_none_or(|off| off < ABOUT)
    };
    if let Some(whole) = told.filter(|whole| !is_explained && !is_about(whole)) {
        report(view, "占比", share.number, (part, whole), findings);
    }
}

/// 完成7.8亿元，占年度计划10.4亿元的78%: the whole stands before its share.
fn inside(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let numbers = view.numbers_in(word.end..word.end + LONGEST_CLAUSE);
    let [whole, said, ..] = numbers else {
        return;
    };
    let chars = view.chars();
    // 完成计划2500个的98%: what is done is a share of what was planned, and of nothing else.
    let lead = view.words(word.end..whole.digits.start);
    if WORDS[word.number] == "，完成" && !is_of_plan(lead) {
        return;
    }
    // 占全校6500名学生的8%
    const LONGEST_NOUN: usize = 6;
    let noun = view.words(whole.unit.end..said.digits.start);
    let is_noun = noun.chars().count() <= LONGEST_NOUN && noun.chars().all(is_han);
    let is_share =
        noun.ends_with('的') && is_noun && said.is_percent(chars) && said.is_exact_amount();
    let part = view
        .numbers_in(view.sentence(word.start).start..word.start)
        .last();
    // More may be done than was planned.
    let is_of_whole = |part: &&Number| match is_of_plan(lead) {
        true => count_the_same(view, whole, part),
        false => is_whole(view, whole, part),
    };
    let part = part.filter(|part| is_share && is_of_whole(part));
    // 增加到487个，净增75个，占全部1096个村的44.4%: another number of the sentence may be the part.
    let told = view.numbers_in(view.sentence(word.start).start..word.start);
    let is_explained = told.iter().any(|it| fits(view, said, it, whole));
    let part = part.filter(|_| !is_explained);
    let adjoins = part.filter(|part| view.clause(word.start).contains(&part.digits.start));
    if let Some(part) = adjoins.filter(|part| !fits(view, said, part, whole)) {
        report(view, "占比", said, (part, whole), findings);
    }
}

/// A share and what it is said to be a share of.
struct Share<'v> {
    number: &'v Number,
    /// 检查企业的 in 占检查企业的12%; empty if nothing is named.
    of: String,
}

/// More characters than stand between 占 and its share.
pub(super) const LONGEST_NAME: usize = 20;

fn share_at<'v>(view: &'v TextView<'_>, at: usize) -> Option<Share<'v>> {
    let number = view.numbers_in(at..at + LONGEST_NAME).first()?;
    let lead = view.text(at..number.digits.start);
    let is_share = number.is_exact_amount() && number.is_percent(view.chars());
    // 占各自发生面积的30%和35% tells of several wholes.
    let is_open = !lead.contains(['，', '；', '。', '、', '超', '近', '约', '各']);
    let is_plain =
        ["", "比", "比达", "比为", "比达到", "为", "达", "达到", "到"].contains(&lead.as_str());
    let of = match is_plain {
        true => String::new(),
        false => whole_named(&lead).to_owned(),
    };
    (is_share
        && is_open
        && (is_plain || lead.ends_with(['的', '数', '量']) || whole_named(&lead) != lead))
        .then_some(Share { number, of })
}

/// 一般公共预算支出 of 一般公共预算支出的比重为: what the share is said to be of.
fn whole_named(lead: &str) -> &str {
    const LINKS: [&str; 9] = [
        "的比重为",
        "的比重达到",
        "的比重达",
        "的比重是",
        "的比例为",
        "的比例达到",
        "的比例达",
        "的比重",
        "的",
    ];
    let named = LINKS.iter().find_map(|link| lead.strip_suffix(link));
    named.unwrap_or(lead)
}

/// More characters than stand between the part and its share.
const LONGEST_CLAUSE: usize = 24;

/// How far before the share its whole may stand, in characters.
const FARTHEST: usize = 160;

/// More numbers than a reader would look back over for the whole.
const MOST_WHOLES: usize = 6;

/// More numbers than a sentence has that lists shares of one whole.
const MOST_SIBLINGS: usize = 12;

/// The number right before the share, and the numbers before it that it may be a part of.
fn part_and_wholes<'v>(
    view: &'v TextView<'_>,
    end: usize,
) -> Option<(&'v Number, Vec<&'v Number>)> {
    let chars = view.chars();
    let start = view
        .paragraph(end)?
        .range
        .start
        .max(end.saturating_sub(FARTHEST));
    // 公办4.62万人（含购买学位0.31万人），占95.1%: what brackets add is no part.
    let is_inside = view.in_parentheses(end);
    let numbers = view.numbers_in(start..end).iter();
    let told: Vec<&Number> = numbers
        .filter(|it| view.in_parentheses(it.digits.start) == is_inside)
        .collect();
    let (part, before) = told.split_last()?;
    // 480个村建成卫生室，占80%: what is said of the part stands in its clause.
    let said = view.words(part.unit.end..end);
    let adjoins =
        said.chars().count() <= LONGEST_CLAUSE && !said.contains(['，', '；', '：', '。']);
    // 420所学校至少配备1名，占68.9%: the share is of what has so many each.
    let is_each = view
        .one_of_before(
            part.digits.start,
            &["至少配备", "至少", "各配备", "均配备", "各", "每"],
        )
        .is_some();
    let is_amount = part.is_exact_amount() && !part.is_percent(chars) && !is_each;
    let wholes = before.iter().rev().filter(|it| is_whole(view, it, part));
    (adjoins && is_amount).then(|| (*part, wholes.copied().take(MOST_WHOLES).collect()))
}

fn is_whole(view: &TextView<'_>, whole: &Number, part: &Number) -> bool {
    let is_greater = whole.value(view.chars()) >= part.value(view.chars());
    count_the_same(view, whole, part) && is_greater
}

/// Whether the text tells that the share is one of this whole.
fn is_told(
    view: &TextView<'_>,
    said: &Share<'_>,
    part: &Number,
    whole: &Number,
    wholes: &[&Number],
    end: usize,
) -> bool {
    let chars = view.chars();
    let is_only = wholes
        .iter()
        .all(|it| it.value(chars) == whole.value(chars));
    let is_near = printed_share(part, whole, chars)
        .zip(said.number.decimal(chars))
        .is_some_and(|(should, printed)| is_misprint(printed, should));
    if is_peer(view, said, whole) {
        return false;
    }
    let is_of_rest = ["全省", "全市", "全县", "全区", "全国", "同期"]
        .iter()
        .any(|rest| said.of.starts_with(rest));
    match said.of.as_str() {
        "" => {
            is_led(view, whole, part)
                || is_near
                || has_sibling(view, said, whole, end)
                || is_only && is_total(view, whole) && is_done(view, whole, part)
        }
        "总数" | "总量" | "全部" | "其中" | "总额" | "总资金" | "资金总额" => {
            is_led(view, whole, part) || is_only && is_total(view, whole) || is_near
        }
        _ if is_of_plan(&said.of) => is_planned(view, whole),
        _ if is_of_rest => false,
        of => is_near && has_word_of(view, whole, of) || is_only && is_named(view, whole, of),
    }
}

/// 占全省的95.7%；其他合计5.2万亩，占4.3%: with a share before it all there is.
fn is_complement(view: &TextView<'_>, share: &Number) -> bool {
    let chars = view.chars();
    let at = share.digits.start;
    let mut before = view.numbers_in(view.sentence(at).start..at).iter();
    let is_share = |it: &Number| view.has_any(&view.clause(it.digits.start), &["占"]);
    before.any(|it| {
        let both = it.decimal(chars).zip(share.decimal(chars));
        it.is_percent(chars)
            && is_share(it)
            && both.is_some_and(|(one, other)| one + other == Decimal::ONE_HUNDRED)
    })
}

/// 3814.4亿元，占12.4%；…677.5亿元，占2.2%: the number has a share of the same itself.
fn is_peer(view: &TextView<'_>, said: &Share<'_>, whole: &Number) -> bool {
    let link = view.one_of_at(whole.unit.end, &WORDS[..OF_ANY]);
    let own = link.and_then(|link| share_at(view, whole.unit.end + link.chars().count()));
    own.is_some_and(|own| own.of == said.of)
}

/// 35个，占70.5%；14个，占25.0%: another share of the sentence is one of the same whole.
fn has_sibling(view: &TextView<'_>, said: &Share<'_>, whole: &Number, end: usize) -> bool {
    let sentence = view.sentence(end);
    let numbers = view.numbers_in(whole.unit.end..sentence.end);
    numbers.windows(2).take(MOST_SIBLINGS).any(|pair| {
        let (part, share) = (&pair[0], &pair[1]);
        share.digits != said.number.digits
            && view.words(part.unit.end..share.digits.start) == "，占"
            && is_whole(view, whole, part)
            && fits(view, share, part, whole)
    })
}

/// 共有2160株: the clause says that the number is all there are.
fn is_total(view: &TextView<'_>, whole: &Number) -> bool {
    let start = whole.digits.start;
    let lead = view.words(view.clause(start).start..start);
    lead.contains(['共', '总', '全', '现'])
}

pub(super) fn is_of_plan(of: &str) -> bool {
    ["计划", "任务", "目标"]
        .iter()
        .any(|word| of.contains(word))
}

/// 年度计划投资20亿元.
fn is_planned(view: &TextView<'_>, whole: &Number) -> bool {
    let start = whole.digits.start;
    let lead = view.words(view.clause(start).start..start);
    // 计划改造燃气管网80公里 plans something that is counted.
    let plans = lead.starts_with("计划") || lead.contains("任务");
    plans
        || ["计划投资", "计划总投资", "计划完成投资"]
            .iter()
            .any(|word| lead.ends_with(word))
}

/// Whether the clause of the whole has two characters side by side of the name of what the share is of.
fn has_word_of(view: &TextView<'_>, whole: &Number, of: &str) -> bool {
    let clause = view.words(view.clause(whole.digits.start));
    let characters: Vec<char> = of.chars().collect();
    let mut words = characters.windows(2).map(String::from_iter);
    words.any(|word| clause.contains(&word))
}

/// 检查160家企业，…占检查企业的12%: the clause of the whole has every character of its name.
fn is_named(view: &TextView<'_>, whole: &Number, of: &str) -> bool {
    let clause = view.words(view.clause(whole.digits.start));
    let name = ["全部", "所有", "现有"]
        .iter()
        .find_map(|all| of.strip_prefix(all));
    let name = name.unwrap_or(of).trim_start_matches(['总', '全']);
    let name = name.strip_suffix("总数").unwrap_or(name);
    let mut characters = name.chars();
    name.chars().count() >= 2 && characters.all(|character| clause.contains(character))
}
