//! 《关于在江滨公园…的建议》, then 《关于在滨江公园…的建议》: one paper quoted in two ways.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::rules::names::paper_in_two_forms::paper_in_two_forms;
use crate::lint::rules::wording::slip_in::has_same_characters;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule};
use crate::text::confusions::sound_alike;

/// 《关于在江滨公园…的建议》, then 《关于在滨江公园…的建议》: one paper quoted in two ways.
pub(crate) const PROPOSAL_TITLE_MISMATCH: Rule = Rule {
    name: "proposal-title-mismatch",
    title: "提案、文件的标题前后写得不一样",
    severity: Severity::Warning,
    check: Check::Text(check),
    page: include_str!("proposal_title_mismatch.md"),
};

/// How many titles of proposals are compared; a list of many is no letter.
const MOST: usize = 8;

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    paper_in_two_forms(view, findings);
    let pairs = view.pairs_opened_by('《').take(200);
    let titles = pairs.map(|pair| pair.open + 1..pair.close);
    let titles: Vec<_> = titles.filter(|title| is_proposal(view, title)).collect();
    if titles.len() > MOST {
        return;
    }
    for (index, title) in titles.iter().enumerate() {
        let known = titles[..index].iter().find(|known| {
            let (first, written) = (
                &view.chars()[(*known).clone()],
                &view.chars()[title.clone()],
            );
            let is_told = is_of_title(view, known, title) && is_only(view, &titles);
            let is_one = is_readers(view, title) || is_told;
            let is_named = is_about(view, known) && is_about(view, title);
            is_named && (is_slip(first, written) || is_one && is_alike(first, written))
                || is_told && is_reworded(first, written)
        });
        if let Some(known) = known {
            let (text, first) = (view.text(title.clone()), view.text(known.clone()));
            findings
                .at(title.clone(), format!("“{text}”和前面的“{first}”不一样"))
                .hint("照原题写，前后一致");
        }
    }
}

/// 《…的提案》 of a length that no two papers share by chance.
fn is_proposal(view: &TextView<'_>, title: &Range<usize>) -> bool {
    const SHORTEST: usize = 9;
    title.len() >= SHORTEST
        && view
            .one_of_before(title.end, &["提案", "建议", "议案"])
            .is_some()
}

/// 关于…的提案, as a proposal is called in full.
fn is_about(view: &TextView<'_>, title: &Range<usize>) -> bool {
    view.is_at(title.start, "关于")
}

/// 感谢您提出《…》 behind the opening: it can be no other than the one that is answered.
fn is_readers(view: &TextView<'_>, title: &Range<usize>) -> bool {
    let made = [
        "您提出",
        "您提出的",
        "您的",
        "你们提出",
        "你们提出的",
        "贵会提出的",
    ];
    let reply = view.reply();
    let is_behind = reply.opening.end < title.start && reply.addressee.is_some();
    let is_made = is_behind && view.one_of_before(title.start - 1, &made).is_some();
    // 您在《…》中提出的 speaks of what was just received.
    let is_cited = view
        .one_of_before(title.start - 1, &["您在", "你们在"])
        .is_some()
        && view.char(title.end + 1) == '中';
    is_made
        || is_cited
            && reply.addressee.is_some()
            && view
                .find(reply.opening.start..title.start, "收悉")
                .is_some()
}

/// The title of the letter names the one paper, and the opening what the reader has made.
fn is_of_title(view: &TextView<'_>, known: &Range<usize>, title: &Range<usize>) -> bool {
    let made = [
        "您提出的",
        "您提出",
        "您的",
        "你们提出的",
        "您提交的",
        "提案",
        "建议",
    ];
    let reply = view.reply();
    reply.title.contains(&known.start)
        && reply.opening.contains(&title.start)
        && view.one_of_before(title.start - 1, &made).is_some()
}

/// Whether the letter's own title names one paper alone.
fn is_only(view: &TextView<'_>, titles: &[Range<usize>]) -> bool {
    let own = &view.reply().title;
    titles.iter().filter(|it| own.contains(&it.start)).count() == 1
}

/// Whether two titles differ in a word, and begin and end alike.
fn is_alike(known: &[char], title: &[char]) -> bool {
    let start = known.iter().zip(title).take_while(|(a, b)| a == b).count();
    let ends = known.iter().rev().zip(title.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let longest = known.len().max(title.len());
    known != title && start > "关于".chars().count() && 3 * (start + end) >= 2 * longest
}

/// Whether two titles have half of their words in common, and neither is the other one cut short.
fn is_reworded(known: &[char], title: &[char]) -> bool {
    let start = known.iter().zip(title).take_while(|(a, b)| a == b).count();
    let ends = known.iter().rev().zip(title.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let longest = known.len().max(title.len());
    let shortest = known.len().min(title.len());
    start > 0 && start + end < shortest && 2 * (start + end) >= longest
}

/// Whether two titles differ by a slip: characters swapped, one left out or doubled, or one that
/// sounds alike.
fn is_slip(known: &[char], title: &[char]) -> bool {
    let start = known.iter().zip(title).take_while(|(a, b)| a == b).count();
    let (known, title) = (&known[start..], &title[start..]);
    let ends = known.iter().rev().zip(title.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let known = &known[..known.len() - end];
    let title = &title[..title.len() - end];
    match (known, title) {
        ([], []) => false,
        ([one], [other]) => sound_alike(*one, *other) && !is_counted(*one) && !is_counted(*other),
        ([one], []) | ([], [one]) => !is_counted(*one),
        _ => known.len() <= MOST_SWAPPED && has_same_characters(known, title),
    }
}

/// Most characters that are swapped by a slip.
const MOST_SWAPPED: usize = 8;

/// What tells papers of a series apart: 一期, 省, 市, 区.
fn is_counted(character: char) -> bool {
    "一二三四五六七八九十省市县区东西南北中上下大小".contains(character)
        || character.is_ascii_digit()
}
