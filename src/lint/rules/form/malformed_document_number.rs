//! 〔2022〕26, 2022〔14〕号, 〔2022〕〔15〕号: a document number that is not whole.

use super::serial::digits_end;
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::{TextView, is_chinese_digit, is_han};
use crate::lint::{Check, Rule};

/// 〔2022〕26, 2022〔14〕号, 〔2022〕〔15〕号: a document number that is not whole.
pub(crate) const MALFORMED_DOCUMENT_NUMBER: Rule = Rule {
    name: "malformed-document-number",
    title: "发文字号残缺或错位",
    severity: Severity::Error,
    check: Check::Text(check),
    page: include_str!("malformed_document_number.md"),
};

fn check(view: &TextView<'_>, findings: &mut Findings<'_>) {
    for pair in view.pairs_opened_by('〔') {
        let inside = view.words(pair.open + 1..pair.close);
        if is_whole_in_brackets(inside) && view.char(pair.close + 1).is_ascii_digit() {
            findings
                .at(pair.open..pair.close + 1, "六角括号括进了机关代字")
                .hint("六角括号里只写年份，例如“国发〔2022〕12号”");
            continue;
        }
        if is_year_in_numerals(inside) && view.char(pair.close + 1).is_ascii_digit() {
            let message = format!("发文字号的年份写作“〔{inside}〕”");
            findings
                .at(pair.open..pair.close + 1, message)
                .hint("发文字号的年份用阿拉伯数字，例如“国发〔2022〕12号”");
            continue;
        }
        let words = ['年', '号'].into_iter();
        let mut worded = words.filter_map(|word| Some((inside.strip_suffix(word)?, word)));
        if let Some((year, word)) = worded.next().filter(|(year, _)| year.len() == 4) {
            with_word(pair.close, (year, word), findings);
            continue;
        }
        if inside.is_empty() || !inside.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let fault = match inside.len() {
            _ if is_whole_serial(view, pair.open, pair.close) => Some(Fault {
                what: "的序号不加括号",
                end: pair.close + 2,
            }),
            4 => after_year(view, pair.close + 1),
            _ => serial_in_brackets(view, pair.open, pair.close),
        };
        if let Some(fault) = fault {
            let text = view.words(pair.open..fault.end);
            let message = format!("发文字号“{text}”{}", fault.what);
            findings
                .at(pair.open..fault.end, message)
                .hint("写成“机关代字〔年份〕序号号”，例如“国发〔2022〕12号”");
        }
    }
}

/// 〔鄂政办发2023〕: the signs of the office before the year.
fn is_whole_in_brackets(inside: &str) -> bool {
    let signs = inside.trim_end_matches(|it: char| it.is_ascii_digit());
    inside.len() == signs.len() + 4 && signs.chars().count() >= 2 && signs.chars().all(is_han)
}

/// 〔二〇二四〕.
fn is_year_in_numerals(inside: &str) -> bool {
    let is_digit = |it: char| "〇零○一二三四五六七八九".contains(it);
    inside.chars().count() == 4 && inside.starts_with('二') && inside.chars().all(is_digit)
}

/// 〔2022年〕, 〔2022号〕: the year stands without a word.
fn with_word(close: usize, (year, word): (&str, char), findings: &mut Findings<'_>) {
    if year.bytes().all(|byte| byte.is_ascii_digit()) {
        findings
            .at(
                close - 1..close,
                format!("六角括号里的年份“{year}{word}”多了“{word}”字"),
            )
            .hint(format!("写成“〔{year}〕”"))
            .replace(close - 1..close, "");
    }
}

/// 〔2023〕二十六号: the serial is in Chinese numerals.
fn serial_in_numerals(view: &TextView<'_>, at: usize) -> Option<Fault> {
    const LONGEST: usize = 8;
    let start = at + usize::from(view.char(at) == '第');
    let is_numeral = |at: &usize| is_chinese_digit(view.char(*at)) || view.is_any_at(*at, "百");
    let end = start + (start..start + LONGEST).take_while(is_numeral).count();
    (end > start && view.char(end) == '号').then_some(Fault {
        what: "的序号用阿拉伯数字",
        end: end + 1,
    })
}

/// What is wrong, and where the number ends.
struct Fault {
    what: &'static str,
    end: usize,
}

/// Behind 〔2022〕 stands 26号 and nothing else.
fn after_year(view: &TextView<'_>, at: usize) -> Option<Fault> {
    let end = digits_end(view, at);
    if end > at {
        let is_cut = view.is_any_at(end, "）)，。、；》\n");
        return is_cut.then_some(Fault {
            what: "缺“号”字",
            end,
        });
    }
    if let Some(fault) = serial_in_numerals(view, at) {
        return Some(fault);
    }
    if let Some(end) = code_after_year(view, at) {
        return Some(Fault {
            what: "的机关代字应当在年份前面",
            end,
        });
    }
    // （医保发〔2024〕号）
    if view.char(at) == '号' && is_han(view.before(at - 6)) {
        return Some(Fault {
            what: "缺序号",
            end: at + 1,
        });
    }
    // （鄂教体艺〔2023〕）
    if view.char(at) == '）' && is_han(view.before(at - 6)) {
        return Some(Fault {
            what: "缺序号",
            end: at,
        });
    }
    let is_bracketed = view.char(at) == '〔' && view.char(at + 1).is_ascii_digit();
    is_bracketed.then_some(Fault {
        what: "的序号不加括号",
        end: at + 1,
    })
}

/// 第〔86〕号: a serial of its own.
fn is_whole_serial(view: &TextView<'_>, open: usize, close: usize) -> bool {
    view.before(open) == '第' && view.char(close + 1) == '号'
}

/// The end of 交发17号 behind 〔2023〕.
fn code_after_year(view: &TextView<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let digits = (at..at + LONGEST).find(|at| !is_han(view.char(*at)))?;
    let end = digits_end(view, digits);
    let is_code = digits > at && view.is_any_before(digits, "发函办字规复文");
    (is_code && end > digits && view.char(end) == '号').then_some(end + 1)
}

/// 2022〔14〕号: the brackets are around the serial.
fn serial_in_brackets(view: &TextView<'_>, open: usize, close: usize) -> Option<Fault> {
    let year = open.checked_sub(4)?;
    let is_year = view.is_at(year, "20") && (year..open).all(|at| view.char(at).is_ascii_digit());
    let end = close + 1 + usize::from(view.char(close + 1) == '号');
    is_year.then_some(Fault {
        what: "的六角括号应当括年份",
        end,
    })
}
