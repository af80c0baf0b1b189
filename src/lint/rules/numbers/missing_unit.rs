//! 全长15.6、路基宽8.5米: a number of a measured thing that no unit follows.

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::{Number, NumberKind};
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 全长15.6、路基宽8.5米: a number of a measured thing that no unit follows.
pub(crate) const MISSING_UNIT: Rule = Rule {
    name: "missing-unit",
    title: "数量后面没有单位",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("missing_unit.md"),
};

/// What is measured or paid.
const WORDS: &[&str] = &[
    "全长",
    "总长",
    "总里程",
    "面积",
    "总投资",
    "投资额",
    "补助",
    "奖励",
    "补贴",
    "奖补",
    "资金",
    "总产值",
    "投入",
    "库容",
    "渠道",
    "管网",
    "公路",
    "道路",
    "管道",
    "步道",
    "绿道",
    "堤防",
    "河道",
    "护栏",
    "水渠",
    "支渠",
    "沟渠",
    "渠系",
    "公里数",
    "产量",
    "床位",
    "整治",
    "治理",
    "疏浚",
    "硬化",
    "铺设",
    "敷设",
    "新建",
    "改造",
    "拓宽",
    "绿化",
    "造林",
    "种植",
    "播种",
    "流转",
    "投资",
    "发放",
    "拨付",
    "筹集",
    "争取",
    "一次性奖励",
    "一次性补助",
    "一次性补贴",
    "一次性给予",
    "占地",
    "平方",
    "建成",
];

/// What may stand between the word and its number.
const LINKS: &[&str] = &[
    "", "约", "达", "达到", "超", "近", "为", "共", "总额", "总计", "累计", "超过", "各",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if WORDS[word.number] == "平方" {
        return bare_square(view, word, findings);
    }
    if let Some(bare) = bare_count(view, word) {
        let text = view.words(bare.clone());
        findings
            .at(bare.clone(), format!("“{text}”后面没有单位"))
            .hint("补上量词或者单位");
        return;
    }
    let Some(number) = view.numbers_in(word.end..word.end + 3).first() else {
        return;
    };
    if is_bare_area(view, word, number) {
        report(view, word, number, findings);
        return;
    }
    let end = number.multiplier.end;
    // 万 and 亿 without 元 have a rule of their own.
    let is_bare = number.unit.is_empty()
        && number.kind == NumberKind::Plain
        && number.multiplier.is_empty()
        && view.is_any_at(end, "，。；、");
    let link = view.words(word.end..number.digits.start);
    let is_once = WORDS[word.number].starts_with("一次性");
    // 累计投入3200用于…: what is paid for something has no unit.
    let is_paid = number.unit.is_empty()
        && number.multiplier.is_empty()
        && ["投入", "拨付", "发放", "资金", "补助"].contains(&WORDS[word.number])
        && LINKS.contains(&link)
        && view.one_of_at(end, &["用于", "支持", "专项用于"]).is_some();
    if is_paid && !view.in_title(number.digits.start) {
        report(view, word, number, findings);
        return;
    }
    if is_bare && LINKS.contains(&link) && is_amount(view, number, is_once) {
        report(view, word, number, findings);
    }
}

/// 新建乡镇污水处理厂12、配套管网156公里, 建成农村幸福院45，: how many things were built.
fn bare_count(view: &TextView<'_>, word: Word) -> Option<std::ops::Range<usize>> {
    const LONGEST: usize = 12;
    const BUILT: [&str; 4] = ["新建", "改造", "建成", "整治"];
    // 国道312, 12345热线 and the like are names.
    const NAMED: &str = "道线号第楼栋室路桥网";
    let name = (word.end..word.end + LONGEST)
        .take_while(|at| is_han(view.char(*at)))
        .count();
    let start = word.end + name;
    let number = view.numbers_in(start..start + 1).first()?;
    let digits = number.digits.clone();
    let is_bare = number.kind == NumberKind::Plain
        && number.multiplier.is_empty()
        && number.unit.is_empty()
        && (2..=3).contains(&digits.len())
        && digits.clone().all(|at| view.char(at).is_ascii_digit())
        && view.is_any_at(digits.end, "，、。；")
        && !view.char(digits.end + 1).is_ascii_digit();
    let is_built = BUILT.contains(&WORDS[word.number]) && name >= 3;
    let is_own =
        !view.is_any_before(start, NAMED) && !view.in_title(start) && !view.in_quotes(start);
    (is_built && is_bare && is_own && digits.start == start).then_some(digits)
}

/// 占地35，总建筑面积2.1万平方米: what is told beside it has its unit.
fn is_bare_area(view: &TextView<'_>, word: Word, number: &Number) -> bool {
    const LONGEST: usize = 10;
    let end = number.multiplier.end;
    let mark = view.char(end);
    let adjoins = number.digits.start == word.end;
    let is_area = WORDS[word.number] == "占地" && matches!(mark, '，' | '、' | '。');
    let is_bare = number.unit.is_empty() && number.kind == NumberKind::Plain && adjoins && is_area;
    let next = view.numbers_in(end + 1..end + 1 + LONGEST).first();
    is_bare && (mark == '。' || next.is_some_and(|it| !it.unit.is_empty()))
}

/// 建筑面积3200平方，: a square of nothing.
fn bare_square(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let before = view.before(word.start);
    let is_number = before.is_ascii_digit() || "余多万".contains(before);
    if is_number && view.is_any_at(word.end, "，。；、") && !view.in_quotes(word.start) {
        findings
            .at(word.start..word.end, "“平方”后面缺单位")
            .hint("写“平方米”“平方公里”")
            .suggest(word.end..word.end, "米");
    }
}

fn report(view: &TextView<'_>, word: Word, number: &Number, findings: &mut Findings<'_>) {
    let (name, text) = (
        view.text(word.start..word.end),
        view.text(number.digits.clone()),
    );
    findings
        .at(
            number.digits.clone(),
            format!("“{name}”的数量“{text}”后面没有单位"),
        )
        .hint("补上单位");
}

/// Whether a number is no number of a road, of a chapter or of a list that has its unit at the end.
fn is_amount(view: &TextView<'_>, number: &Number, is_once: bool) -> bool {
    let end = number.multiplier.end;
    let is_decimal = view.chars()[number.digits.clone()].contains(&'.');
    let shares_unit = view.char(end + 1).is_ascii_digit() || view.is_any_at(end + 1, "和至");
    // 安排专项资金850，用于…: what it is for follows.
    let is_spent = view.char(end) == '，'
        && view
            .one_of_at(end + 1, &["用于", "专项用于", "主要用于"])
            .is_some();
    (is_decimal || is_once || is_spent)
        && !shares_unit
        && !view.in_title(number.digits.start)
        && !view.in_parentheses(number.digits.start)
}
