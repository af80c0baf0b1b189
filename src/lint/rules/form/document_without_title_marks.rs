//! 下发了关于调整……的通知（洛医保发〔2023〕5号）: a cited title without 《》.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::names::law_name::is_name_of_law;
use crate::lint::view::{TextView, is_any_digit, is_han};
use crate::lint::{Check, Rule, Word};

/// 下发了关于调整……的通知（洛医保发〔2023〕5号）: a cited title without 《》.
pub(crate) const DOCUMENT_WITHOUT_TITLE_MARKS: Rule = Rule {
    name: "document-without-title-marks",
    title: "公文标题没有书名号",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("document_without_title_marks.md"),
};

/// What follows a title of 关于……的, and, without 的 before it, the name of a paper.
const WORDS: &[&str] = &[
    "的通知（",
    "的意见（",
    "的办法（",
    "的方案（",
    "的规定（",
    "的批复（",
    "的公告（",
    "的决定（",
    "条例，",
    "法第",
    "法的规",
    "法有关",
    "法等法",
    "法规定",
    "法要求",
    "意见，",
    "办法，",
    "通知，",
    "措施，",
    "条例第",
    "办法第",
    "细则第",
    "规范（",
    "规程（",
    "方案，",
    "方案明确",
    "方案提出",
    "规划，",
    "规划明确",
    "规划提出",
    "意见明确",
    "意见提出",
    "意见要求",
    "办法明确",
    "办法规定",
    "计划明确",
    "计划提出",
    "条例自",
    "计划（",
    "规划（",
    "方案（",
    "规范正式",
    "规程正式",
    "标准正式",
    "意见”",
    "通知”",
    "办法”",
    "方案”",
    "措施”",
];

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let name = match WORDS[word.number] {
        quoted if quoted.ends_with('”') => return in_quotes(view, word, findings),
        "条例自" | "计划（" | "规划（" | "方案（" | "规范正式" | "规程正式" | "标准正式" => {
            told_whole(view, word)
        }
        "法第" => bare_law(view, word).filter(|_| is_any_digit(view.char(word.end))),
        "法的规" | "法有关" | "法等法" | "法规定" | "法要求" => {
            bare_law_told(view, word)
        }
        "意见，" | "办法，" | "通知，" | "措施，" => bare_issued(view, word),
        "条例，" => beside_title(view, word),
        of_title if of_title.starts_with('的') => before_number(view, word),
        _ => bare_name(view, word),
    };
    if let Some(name) = name {
        report(&name, findings);
    }
}

/// 关于调整……的通知（洛医保发〔2023〕5号）: its document number stands behind it.
fn before_number(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const LONGEST: usize = 24;
    let open = word.end - 1;
    let close = (open..open + LONGEST).find(|at| view.char(*at) == '）')?;
    let is_number = view.char(close - 1) == '号' && view.find(open..close, "〔").is_some();
    let clause = view.clause(word.start).start..word.start;
    let start = view.find(clause.clone(), "关于")?;
    let is_bare = !view.in_title(start) && view.find(clause, "《").is_none();
    (is_number && is_bare).then_some(start..open)
}

fn report(name: &Range<usize>, findings: &mut Findings<'_>) {
    findings
        .at(name.clone(), "引用的公文标题没有书名号")
        .hint("公文标题用书名号：《关于……的通知》")
        .suggest(name.start..name.start, "《")
        .suggest(name.end..name.end, "》");
}

/// The state's name, with which the full name of a law begins.
const STATE: &str = "中华人民共和国";

/// 依照中华人民共和国湿地保护法的规定: the full name of a law of the list, for 境内的公民应当遵守刑法规定 holds none.
fn bare_law_told(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let name = bare_law(view, word)?;
    let own = name.start + STATE.chars().count()..name.end;
    view.chars()
        .get(own)
        .is_some_and(is_name_of_law)
        .then_some(name)
}

/// 按照中华人民共和国家庭教育促进法第四十条: the full name of a law.
fn bare_law(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    let clause = view.clause(word.start).start..word.start;
    let start = view.find(clause, STATE)?;
    let name = start..word.start + 1;
    // People speak of 中华人民共和国宪法 without its marks.
    let is_long = name.len() > STATE.chars().count() + 2;
    let is_plain = name.clone().all(|at| is_han(view.char(at)));
    (is_plain && is_long && !view.in_title(start)).then_some(name)
}

/// 市政府印发关于加快发展保障性租赁住房的实施意见，: right behind the verb of issuing.
fn bare_issued(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const ISSUED: [&str; 8] = [
        "印发",
        "印发了",
        "出台",
        "出台了",
        "下发",
        "下发了",
        "联合印发",
        "联合印发了",
    ];
    let clause = view.clause(word.start).start..word.start;
    let start = view
        .find(clause, "关于")
        .filter(|at| view.one_of_before(*at, &ISSUED).is_some())?;
    let name = start..word.end - 1;
    let is_plain = name
        .clone()
        .all(|at| is_han(view.char(at)) || view.is_any_at(at, "、“”"));
    let ends = [
        "的意见",
        "的实施意见",
        "的指导意见",
        "的办法",
        "的通知",
        "的若干措施",
        "的措施",
    ];
    let is_title = view.one_of_before(name.end, &ends).is_some();
    (is_plain && is_title && !view.in_title(start) && !view.in_quotes(start)).then_some(name)
}

/// 执行《湿地保护法》和湿地保护条例，: beside one that has them.
fn beside_title(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const LONGEST: usize = 14;
    const OTHERS: [&str; 8] = ["相关", "有关", "配套", "地方", "实施", "上述", "本", "其"];
    let joint = (word.start.saturating_sub(LONGEST)..word.start)
        .rev()
        .find(|at| !is_han(view.char(*at)))?;
    let start = joint + 2;
    let is_joined = view.char(joint) == '》' && view.is_any_at(joint + 1, "和及与");
    let name = start..word.end - 1;
    let is_name = name.len() > 4 && view.one_of_at(start, &OTHERS).is_none();
    (is_joined && is_name && !view.has_any(&name, &["的"])).then_some(name)
}

/// 依据城镇燃气管理条例第二十八条, 符合…通用规范（GB 55019—2021）, 印发的…行动方案，: a name of Han characters
/// alone between what leads to it and what tells that it is one.
fn bare_name(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const LONGEST: usize = 30;
    const CITES: &[&str] = &["依据", "根据", "按照", "依照", "违反", "符合", "执行"];
    const ISSUED: &[&str] = &["印发的", "批复的", "出台的", "发布的"];
    let end = word.start + 2;
    let (leads, shortest) = match view.char(end) {
        '第' if is_any_digit(view.char(end + 1)) => (CITES, 6),
        '（' if is_standard(view, end + 1) => (CITES, 8),
        '第' | '（' => return None,
        _ => (ISSUED, 12),
    };
    let start = (word.start.saturating_sub(LONGEST)..word.start)
        .rev()
        .take_while(|at| is_han(view.char(*at)))
        .find(|at| view.one_of_before(*at, leads).is_some())?;
    let name = start..end;
    let text = view.words(name.clone());
    const OTHERS: [&str; 14] = [
        "该",
        "本",
        "上述",
        "有关",
        "相关",
        "现行",
        "国家",
        "地方",
        "新",
        "其",
        "这",
        "国务院",
        "我",
        "各",
    ];
    let is_name = name.len() >= shortest
        && !OTHERS.iter().any(|it| text.starts_with(it))
        && !["的", "和", "及", "等", "要求", "规定"]
            .iter()
            .any(|it| text.contains(it));
    let is_cited = view.in_title(start) || view.in_quotes(start);
    (is_name && !is_cited).then_some(name)
}

/// GB 55019—2021, JGJ 50, DB42/T.
fn is_standard(view: &TextView<'_>, at: usize) -> bool {
    const CODES: [&str; 7] = ["GB", "JGJ", "CJJ", "DB", "JTG", "CJ", "SL"];
    view.one_of_at(at, &CODES).is_some()
}

/// 印发了阜阳市全民健身实施计划（2021—2025年），, 台州市物业管理条例自2023年3月1日起施行, 地方标准社区老年食堂服务规范正式
/// 发布: what is told of the name tells that it is a whole one.
fn told_whole(view: &TextView<'_>, word: Word) -> Option<Range<usize>> {
    const OTHERS: [&str; 7] = ["该", "本", "上述", "新", "修订", "我", "的"];
    let end = word.start + 2;
    let is_standard = view.char(end) == '正';
    let start = match view.char(end) {
        '自' => opens_sentence(view, word, end)?,
        '（' if !is_period(view, end) => return None,
        _ => behind_lead(view, word, is_standard)?,
    };
    let text = view.words(start..end);
    let is_place = is_standard || text.chars().take(6).any(|it| "省市县区州".contains(it));
    let is_other = OTHERS.iter().any(|it| text.starts_with(it));
    let closes = match view.char(end) {
        '（' => view.find(end..end + LONGEST_PERIOD, "）")? + 1,
        _ => end,
    };
    let is_name = end - start >= 8 && is_place && !is_other;
    (is_name && !view.in_title(start)).then_some(start..closes)
}

/// More characters than （2021—2025年） has.
const LONGEST_PERIOD: usize = 16;

/// More characters than such a name has.
const LONGEST_NAME: usize = 24;

/// （2021—2025年）.
fn is_period(view: &TextView<'_>, open: usize) -> bool {
    view.is_at(open + 1, "20") && view.has_mark(&(open + 1..open + 8), "—－-～")
}

/// 台州市物业管理条例自2023年…: where the sentence begins, if it begins with the name.
fn opens_sentence(view: &TextView<'_>, word: Word, end: usize) -> Option<usize> {
    let start = view.clause(word.start).start;
    let is_plain =
        word.start - start <= LONGEST_NAME && (start..word.start).all(|at| is_han(view.char(at)));
    let opens = view.is_any_before(start, "。\n；") && is_any_digit(view.char(end + 1));
    (is_plain && opens).then_some(start)
}

/// 印发了…, 地方标准…: what leads to the name of a paper or of a standard.
fn behind_lead(view: &TextView<'_>, word: Word, is_standard: bool) -> Option<usize> {
    const ISSUED: &[&str] = &["印发了", "出台了", "发布了", "制定了", "编制了", "印发"];
    const STANDARDS: &[&str] = &["地方标准", "团体标准", "行业标准"];
    let leads = if is_standard { STANDARDS } else { ISSUED };
    let before = (word.start.saturating_sub(LONGEST_NAME)..word.start).rev();
    let mut names = before.take_while(|at| is_han(view.char(*at)));
    names.find(|at| view.one_of_before(*at, leads).is_some())
}

/// 县政府印发“关于……的实施意见”: the title of a paper in quotation marks.
fn in_quotes(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    const ISSUED: [&str; 6] = ["印发", "印发了", "出台", "出台了", "下发", "下发了"];
    let close = word.end - 1;
    let Some(pair) = view.pairs().closing_at(close) else {
        return;
    };
    let is_title =
        view.is_at(pair.open + 1, "关于") && view.one_of_before(pair.open, &ISSUED).is_some();
    if is_title && view.has_any(&(pair.open..close), &["的"]) {
        findings
            .at(pair.open..close + 1, "公文标题用了引号")
            .hint("公文标题用书名号：《关于……的意见》")
            .suggest(pair.open..pair.open + 1, "《")
            .suggest(close..close + 1, "》");
    }
}
