//! What the layout measured, in half a line.

use std::collections::{BTreeMap, BTreeSet};

use crate::layout::LayoutReport;

/// Pages, lines of full pages, cells of full lines, and the fonts that stand in for others.
pub(super) fn summary(report: &LayoutReport) -> String {
    let mut parts = vec![format!("{}页", report.pages.len())];
    let full_pages = report
        .pages
        .iter()
        .filter(|page| page.is_full && page.rows == FULL_PAGE);
    let lines: BTreeSet<_> = full_pages.map(|page| page.lines.to_string()).collect();
    if !lines.is_empty() {
        let lines: Vec<_> = lines.into_iter().collect();
        parts.push(format!("整页{}行", lines.join("、")));
    }
    let measured = &report.lines;
    parts.push(format!("满行28字{}行", measured.han_lines_of_measure));
    if measured.lines_short > 0 {
        let short = measured.lines_short;
        parts.push(format!("{short}行为标点不提行、数字不拆开而少排"));
    }
    if measured.han_characters > 0 {
        let share = 100.0 * measured.han_on_grid as f64 / measured.han_characters as f64;
        parts.push(format!("合网格{share:.0}%"));
    }
    parts.extend(substitutes(report));
    parts.extend(fall_backs(report));
    parts.join("  ")
}

/// Lines of a page without head and title, GB/T 9704-2012, 5.2.3.
const FULL_PAGE: usize = 22;

fn substitutes(report: &LayoutReport) -> Option<String> {
    let faces: Vec<_> = report
        .substitutions
        .iter()
        .map(|face| face.as_chinese())
        .collect();
    (!faces.is_empty()).then(|| format!("随附字体代{}", faces.join("、")))
}

/// How many characters of a font's a summary shows.
const SHOWN: usize = 8;

/// The characters that a face's own font lacks, with the font that has them.
fn fall_backs(report: &LayoutReport) -> Vec<String> {
    let mut characters: BTreeMap<(&str, &str), BTreeSet<char>> = BTreeMap::new();
    for it in &report.fall_backs {
        let fonts = (it.face.as_chinese(), it.font_name.as_str());
        characters.entry(fonts).or_default().insert(it.character);
    }
    let told = characters.into_iter().map(|((face, font), characters)| {
        let count = characters.len();
        let shown: String = characters.into_iter().take(SHOWN).collect();
        let all = if count > SHOWN {
            format!("等{count}字")
        } else {
            String::new()
        };
        format!("{face}缺“{shown}”{all}，用{font}补")
    });
    told.collect()
}
