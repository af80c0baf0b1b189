//! 《公共数据授权运营管理办法》…《公共数据授权经营管理办法》印发以来: one paper by two titles.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::view::TextView;

/// What is said of a paper that was named before.
const GOES_ON: [&str; 8] = [
    "印发以来",
    "印发后",
    "实施以来",
    "实施后",
    "施行以来",
    "出台以来",
    "实施一年来",
    "实施两年来",
];

/// The shortest title that is compared, and how many of its characters may be others.
const SHORTEST: usize = 8;
const MOST: usize = 2;

/// How far on a paper is told of again.
const NEAR: usize = 300;

/// Reports a title that begins a sentence about a paper named before with one or two other characters.
pub(crate) fn paper_in_two_forms(view: &TextView<'_>, findings: &mut Findings<'_>) {
    let titles: Vec<Range<usize>> = view
        .pairs_opened_by('《')
        .map(|pair| pair.open + 1..pair.close)
        .collect();
    for pair in titles.windows(2) {
        let (known, title) = (&pair[0], &pair[1]);
        let goes_on = view.one_of_at(title.end + 1, &GOES_ON).is_some();
        let begins = view.is_any_before(title.start - 1, "，。；\n");
        if goes_on && begins && title.start - known.end <= NEAR && is_slip(view, known, title) {
            let (text, first) = (view.text(title.clone()), view.text(known.clone()));
            findings
                .at(title.clone(), format!("“{text}”和前面的“{first}”不一样"))
                .hint("说的是同一个文件，就写成一样");
        }
    }
}

/// Whether two titles of one length differ in one or two characters, none of them a number.
fn is_slip(view: &TextView<'_>, known: &Range<usize>, title: &Range<usize>) -> bool {
    let pairs = known.clone().zip(title.clone());
    let differing = pairs.filter(|(one, other)| view.char(*one) != view.char(*other));
    let differing: Vec<(usize, usize)> = differing.collect();
    let is_number = |at: usize| view.is_any_at(at, "一二三四五六七八九十0123456789");
    known.len() == title.len()
        && title.len() >= SHORTEST
        && (1..=MOST).contains(&differing.len())
        && !differing
            .iter()
            .any(|(one, other)| is_number(*one) || is_number(*other))
}
