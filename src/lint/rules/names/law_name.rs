//! 《中华人民共和国道路交通安法》: a slip in the name of a law.

use std::ops::Range;
use std::sync::OnceLock;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::wording::slip_in::{has_same_characters, slip_in};
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};

/// 《中华人民共和国道路交通安法》: a slip in the name of a law.
pub(crate) const LAW_NAME: Rule = Rule {
    name: "law-name",
    title: "法律名称写错",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("law_name.md"),
};

/// The names of laws without the state's, a line each; `#` begins a remark.
const LIST: &str = include_str!("laws.txt");

/// What the full name of a law begins with.
const STATE: &str = "中华人民共和国";

fn laws() -> &'static [Vec<char>] {
    static LAWS: OnceLock<Vec<Vec<char>>> = OnceLock::new();
    LAWS.get_or_init(|| {
        let lines = LIST.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.chars().collect()).collect()
    })
}

/// Whether a law has this name, without the state's.
pub(crate) fn is_name_of_law(name: &[char]) -> bool {
    laws().iter().any(|law| law == name)
}

/// 依据中华人民共和国《河道管理条例》: the state's name belongs to the title.
fn state_outside(view: &TextView<'_>, [open, close]: [usize; 2], findings: &mut Findings<'_>) {
    const KINDS: [&str; 4] = ["法", "条例", "法典", "实施条例"];
    let is_law = view.one_of_before(close, &KINDS).is_some();
    let length = STATE.chars().count();
    if is_law && view.ends_at(open, STATE) {
        findings
            .at(
                open - length..open + 1,
                "“中华人民共和国”是法律名称的一部分，写在书名号里",
            )
            .hint("书名号移到“中华人民共和国”前面")
            .suggest(open..open + 1, "")
            .suggest(open - length..open - length, "《");
    }
}

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('《') {
        state_outside(view, [pair.open, pair.close], findings);
        if let Some((range, hint)) = misspelt_kind(view, pair.open + 1..pair.close) {
            let text = view.words(range.clone());
            findings
                .at(range, format!("没有叫“{text}”的法律法规"))
                .hint(hint);
            continue;
        }
        let start = pair.open + 1 + STATE.chars().count();
        let is_law = view.is_at(pair.open + 1, STATE)
            && start + 2 <= pair.close
            && view.ends_at(pair.close, "法");
        let Some(name) = view.chars().get(start..pair.close).filter(|_| is_law) else {
            continue;
        };
        if is_name_of_law(name) {
            continue;
        }
        // Only laws of nearly the same length can be meant.
        let mut near = laws()
            .iter()
            .filter(|it| it.len().abs_diff(name.len()) <= MOST_ADDED);
        if let Some(law) = near.find(|law| is_slip(name, law)) {
            let (text, law) = (view.text(start..pair.close), String::from_iter(law));
            findings
                .at(
                    start..pair.close,
                    format!("没有叫“{text}”的法律，像是“{law}”"),
                )
                .hint("照法律的全称写");
        }
    }
}

/// Whether a name is that of a law with a character left out, added, swapped or taken for one that
/// sounds alike.
fn is_slip(name: &[char], law: &[char]) -> bool {
    slip_in(name, law.iter().copied(), &[]).is_some()
        || has_same_characters(name, law)
        || lacks_one(name, law)
        || lacks_one(law, name)
        || has_word_more(name, law)
        || has_word_more(law, name)
        || has_other_word(name, law)
}

/// 老年人权益保护法 for 保障法, 水污染治理法 for 防治法: one character is another, or a word of two characters
/// that has one of them.
fn has_other_word(name: &[char], law: &[char]) -> bool {
    const SHORTEST: usize = 6;
    const LONG: usize = 8;
    let start = name.iter().zip(law).take_while(|(a, b)| a == b).count();
    let pairs = || name.iter().zip(law).skip(start);
    let differing = pairs().filter(|(a, b)| a != b).count();
    // 无障碍设施建设法: a long name has one word of two characters that is another.
    let is_long = law.len() >= LONG;
    let is_alike = match differing {
        1 => true,
        2 if is_long => true,
        2 => name[start..].first() == law.get(start + 1) || law.get(start) == name.get(start + 1),
        _ => false,
    };
    let is_run = name.get(start + 2..) == law.get(start + 2..);
    name.len() == law.len() && law.len() >= SHORTEST && is_run && is_alike
}

/// How long a word is that was put into a name or left out of it.
const MOST_ADDED: usize = 2;

/// 道路交通安全管理法 for 道路交通安全法: one name is the other with a word more.
fn has_word_more(long: &[char], short: &[char]) -> bool {
    const SHORTEST: usize = 5;
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short.len() >= SHORTEST
        && short.len() + MOST_ADDED == long.len()
        && short[start..] == long[start + MOST_ADDED..]
}

/// What a law was made of from rules by the same name, which old papers still cite.
const WITH_RULES: [&str; 13] = [
    "治安管理处罚",
    "律师",
    "居民身份证",
    "仲裁",
    "契税",
    "资源税",
    "印花税",
    "增值税",
    "学位",
    "人民警察",
    "消防",
    "审计",
    "进出口商品检验",
];

/// 《…支付条列》, 《…建设条例法》: the kind of paper is none.
fn misspelt_kind(view: &TextView<'_>, title: Range<usize>) -> Option<(Range<usize>, String)> {
    const KINDS: [(&str, &str); 5] = [
        ("条列", "条例"),
        ("条理", "条例"),
        ("条例法", "法”或“条例"),
        ("办法法", "办法"),
        ("规定法", "法”或“规定"),
    ];
    let of_state = title.start + STATE.chars().count()..title.end.saturating_sub(2);
    if view.is_at(title.start, STATE) && view.ends_at(title.end, "条例") {
        // The state has no rules (条例) by the name of a law; those that carry it out are 实施条例.
        let name = view.text(of_state);
        let law: Vec<char> = name.chars().chain(['法']).collect();
        let is_law = !WITH_RULES.contains(&name.as_str()) && is_name_of_law(&law);
        return is_law.then(|| (title, format!("有《{STATE}{name}法》")));
    }
    let mut kinds = KINDS.iter();
    let (kind, right) = kinds.find(|(kind, _)| view.ends_at(title.end, kind))?;
    let is_name = title.len() > kind.chars().count();
    is_name.then(|| (title, format!("结尾像是“{right}”")))
}

/// Whether the short name is the long one without one of its characters.
fn lacks_one(short: &[char], long: &[char]) -> bool {
    const SHORTEST: usize = 4;
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short.len() >= SHORTEST && short.len() + 1 == long.len() && short[start..] == long[start + 1..]
}
