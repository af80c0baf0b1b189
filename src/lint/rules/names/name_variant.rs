//! 市城市建设投资集团, then 市城市投资建设集团: one body under two names that nearly are the same.

use super::misspelt_body::TELLING;
use super::swapped_name::OFFICES;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};
use crate::text::confusions::sound_alike;

/// 市城市建设投资集团, then 市城市投资建设集团: one body under two names that nearly are the same.
pub(crate) const NAME_VARIANT: Rule = Rule {
    name: "name-variant",
    title: "同一个名称前后略有不同",
    severity: Severity::Warning,
    check: Check::Words(WORDS, check),
    page: include_str!("name_variant.md"),
};

/// What names of bodies and places end with.
const WORDS: &[&str] = &[
    "局",
    "委员会",
    "公司",
    "中心",
    "医院",
    "集团",
    "联盟",
    "协会",
    "林场",
    "水库",
    "公园",
    "基地",
    "大桥",
    "站",
    "研究院",
    "研究所",
    "幼儿园",
    "开发区",
    "示范区",
    "保护区",
];

/// How far back the other name is looked for, how many of them are compared, and how long a name is.
const BACK: usize = 500;
const MOST: usize = 6;
const LONGEST: usize = 16;

/// A shorter name is told by its level alone: 市教育局.
const SHORTEST_NAME: usize = 5;

/// What slips into the name of a body, or out of it; other words make the name of another one.
const SLIPPED: [&str; 5] = ["与", "性", "咨询", "指导", "综合"];

/// The least of a name that is the same before what slipped in, and with its end behind it.
const BEFORE: usize = 3;
const BEHIND: usize = 3;

/// The shortest name whose characters may stand in another order.
const SHORTEST: usize = 8;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    // Offices whose words have another order are for `swapped-name`.
    let is_known = view.one_of_before(word.end, OFFICES).is_some();
    if is_known || view.in_title(word.start) || view.in_quotes(word.start) {
        return;
    }
    let own = name(view, word.end);
    if own.len() < SHORTEST_NAME {
        return;
    }
    let back = word.start.saturating_sub(BACK)..word.start;
    let others = view.each(back, WORDS[word.number]).collect::<Vec<_>>();
    let length = word.end - word.start;
    let ends = others.iter().rev().take(MOST).map(|at| at + length);
    for end in ends.filter(|end| !view.in_title(*end - 1) && !view.in_quotes(*end - 1)) {
        let other = name(view, end);
        // The very name may have been told between them.
        if own
            .iter()
            .rev()
            .zip(other.iter().rev())
            .all(|(one, it)| one == it)
        {
            return;
        }
        if let Some((count, other_count)) = variant(own, other, length) {
            let range = word.end - count..word.end;
            let (text, other) = (view.words(range.clone()), view.text(end - other_count..end));
            findings
                .at(range, format!("这里是“{text}”，前面是“{other}”"))
                .hint("如果是同一个，核对名称，前后一致");
            return;
        }
    }
}

/// The Han characters before `end` that may belong to a name.
fn name<'v>(view: &'v TextView<'_>, end: usize) -> &'v [char] {
    let floor = end.saturating_sub(LONGEST);
    let start = (floor..end)
        .rev()
        .take_while(|at| is_han(view.char(*at)))
        .last();
    &view.chars()[start.unwrap_or(end)..end]
}

/// How many characters of both the two names have, if they nearly are the same; both end with `end` characters
/// that are the same.
fn variant(own: &[char], other: &[char], end: usize) -> Option<(usize, usize)> {
    let same = own.iter().rev().zip(other.iter().rev());
    let behind = same.take_while(|(one, it)| one == it).count();
    // Centres and hospitals whose words have another order are for `swapped-name`, too.
    let is_known = own.ends_with(&['中', '心']) || own.ends_with(&['医', '院']);
    let reordered = (!is_known).then(|| reordered(own, other, behind)).flatten();
    reordered
        .or_else(|| slipped_in(own, other, behind, end))
        .or_else(|| slipped_in(other, own, behind, end).map(|(count, own)| (own, count)))
        .or_else(|| sounds_alike(own, other, behind))
        .or_else(|| one_other(own, other, behind))
}

/// 建设投资集团, 投资建设集团: the shortest part of both with the same characters, and as much before it.
fn reordered(own: &[char], other: &[char], behind: usize) -> Option<(usize, usize)> {
    let most = own.len().min(other.len());
    let tail = |name: &[char], length: usize| {
        let mut tail = name[name.len() - length..name.len() - behind].to_vec();
        tail.sort_unstable();
        tail
    };
    let length = (behind + 4..=most).find(|length| tail(own, *length) == tail(other, *length))?;
    // The name goes on as far as both are the same.
    let before = own.iter().rev().zip(other.iter().rev()).skip(length);
    let before = before.take_while(|(one, it)| one == it).count();
    (length + before >= SHORTEST && before > 0).then_some((length + before, length + before))
}

/// 专家咨询委员会 beside 专家委员会: one of the words that slip in.
fn slipped_in(
    longer: &[char],
    shorter: &[char],
    behind: usize,
    end: usize,
) -> Option<(usize, usize)> {
    SLIPPED.iter().find_map(|word| {
        let length = word.chars().count();
        let head = longer.len().checked_sub(behind + length)?;
        let is_word = longer[head..head + length].iter().copied().eq(word.chars());
        let rest = &shorter[..shorter.len() - behind];
        let before = longer[..head].iter().rev().zip(rest.iter().rev());
        let before = before.take_while(|(one, it)| one == it).count();
        let is_alike = is_word && before >= BEFORE && behind >= BEHIND.max(end);
        is_alike.then_some((before + length + behind, before + behind))
    })
}

/// 清峰岭林场 beside 青峰岭林场: another character of the same sound, and three and more that are the same behind it.
fn sounds_alike(own: &[char], other: &[char], behind: usize) -> Option<(usize, usize)> {
    const LEAST: usize = 4;
    // 市环境监测中心 and 市环境检测中心: as much before it makes up for a shorter end.
    const BEFORE: usize = 4;
    let one = own.len().checked_sub(behind + 1)?;
    let it = other.len().checked_sub(behind + 1)?;
    // 省级示范 and 经济示范 end words.
    let begins = |name: &[char], at: usize| {
        at == 0 && name[at] != '的' || at > 0 && "在由与和向对经从到".contains(name[at - 1])
    };
    let before = own[..one].iter().rev().zip(other[..it].iter().rev());
    let before = before.take_while(|(one, it)| one == it).count();
    let is_inside = before >= BEFORE && behind + 1 >= LEAST;
    if is_inside && sound_alike(own[one], other[it]) {
        return Some((before + 1 + behind, before + 1 + behind));
    }
    let are_names = begins(own, one) && begins(other, it) && behind >= LEAST;
    (are_names && sound_alike(own[one], other[it])).then_some((behind + 1, behind + 1))
}

/// 农业产权流转交易中心 beside 农村产权流转交易中心: one other character in a long name.
fn one_other(own: &[char], other: &[char], behind: usize) -> Option<(usize, usize)> {
    // Long ends need less before the character, and short ones more.
    const LEAST: [(usize, usize); 2] = [(2, 6), (6, 2)];
    let one = own.len().checked_sub(behind + 1)?;
    let it = other.len().checked_sub(behind + 1)?;
    let before = own[..one].iter().rev().zip(other[..it].iter().rev());
    let before = before.take_while(|(one, it)| one == it).count();
    let is_long = LEAST
        .iter()
        .any(|(least, end)| before >= *least && behind >= *end);
    // Words between two names: 评选由中国…协会. What stands farther back in a centre's name is for `swapped-name`.
    const FUNCTIONS: &str = "由与和在以的及对为是从向将经";
    const SEEN: usize = 3;
    let is_seen = behind > SEEN && (own.ends_with(&['中', '心']) || own.ends_with(&['医', '院']));
    let tells = is_seen
        || [own[one], other[it]]
            .iter()
            .any(|it| TELLING.contains(*it) || FUNCTIONS.contains(*it));
    let length = before + 1 + behind;
    (is_long && !tells).then_some((length, length))
}
