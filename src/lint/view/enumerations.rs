//! 一是…；二是…；三是…。 or 一要…；二要…。 inside one paragraph.

use std::ops::Range;

use crate::lint::view::TextView;

const NUMERALS: &str = "一二三四五六七八九十";

/// 一是, 二是 and so on in one paragraph.
#[derive(Debug)]
pub(crate) struct Enumeration {
    /// Where each item begins; the numeral's place.
    pub(crate) markers: Vec<usize>,
    /// The numerals' values.
    pub(crate) values: Vec<usize>,
    /// The end of the paragraph.
    pub(crate) end: usize,
}

impl Enumeration {
    /// The text of an item up to the mark before the next one.
    pub(crate) fn item(&self, index: usize) -> Range<usize> {
        let end = self
            .markers
            .get(index + 1)
            .map_or(self.end, |next| next - 1);
        self.markers[index]..end
    }

    /// What numbers an item: 一是 or （一）.
    pub(crate) fn label(&self, view: &TextView<'_>, index: usize) -> String {
        let start = self.markers[index];
        let closes = (start + 2..start + 4).find(|at| view.char(*at) == '）');
        let end = closes.filter(|_| view.char(start) == '（');
        view.text(start..end.map_or(start + 2, |close| close + 1))
    }

    /// The marks between the items.
    pub(crate) fn separators(&self) -> impl Iterator<Item = usize> + '_ {
        self.markers.iter().skip(1).map(|marker| marker - 1)
    }
}

/// The enumerations of a text that begin with 一是 or 一要.
pub(crate) fn enumerations(view: &TextView<'_>) -> Vec<Enumeration> {
    let mut found = Vec::new();
    for (first, verb) in [("一是", '是'), ("一要", '要')] {
        for paragraph in view.paragraphs_with(first) {
            found.extend(in_paragraph(view, verb, paragraph.range.clone()));
        }
    }
    found.sort_by_key(|list: &Enumeration| list.markers[0]);
    found
}

/// The lists of a paragraph whose items begin with 一是 or 一要, as `verb` says.
fn in_paragraph(view: &TextView<'_>, verb: char, range: Range<usize>) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> = Vec::new();
    // 是 and 要 are rarer than the numerals taken together.
    for at in view.places_in(verb, range.clone()) {
        if at == range.start || !is_marker(view, at - 1, range.start) {
            continue;
        }
        let value = value(view.char(at - 1));
        if value == 1 {
            found.push(Enumeration {
                markers: Vec::new(),
                values: Vec::new(),
                end: range.end,
            });
        }
        if let Some(last) = found.last_mut() {
            last.markers.push(at - 1);
            last.values.push(value);
        }
    }
    let starts: Vec<usize> = found.iter().map(|list| list.markers[0]).collect();
    for (list, next) in found.iter_mut().zip(starts.iter().skip(1)) {
        list.end = *next;
    }
    found.retain(|list| list.markers.len() > 1);
    found
}

/// The lists of a text that are numbered （一）, （二） or （1）, （2） within one paragraph.
pub(crate) fn numbered(view: &TextView<'_>) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> = Vec::new();
    for pair in
        view.pairs().closed.iter().filter(|pair| {
            (2..=3).contains(&(pair.close - pair.open)) && view.char(pair.open) == '（'
        })
    {
        let at = pair.open;
        let starts = is_item_start(view, at);
        let may_go_on = starts || view.is_any_before(at, "，、");
        let value = bracketed(view.words(at + 1..pair.close));
        let Some(paragraph) = view.paragraph(at).filter(|_| may_go_on && value > 0) else {
            continue;
        };
        let end = paragraph.range.end;
        let list = found.last_mut().filter(|list| list.end == end && value > 1);
        let next = list
            .as_ref()
            .map(|list| list.values[list.values.len() - 1] + 1);
        // （3）甲，（4）乙: behind a comma only what is due goes on a list.
        if !starts && next != Some(value) {
            continue;
        }
        match list {
            Some(list) => {
                list.markers.push(at);
                list.values.push(value);
            }
            None => found.push(Enumeration {
                markers: vec![at],
                values: vec![value],
                end,
            }),
        }
    }
    found.retain(|list| list.markers.len() > 1 && list.values[0] == 1);
    found
}

/// The lists of a text whose items begin with 第一，, 其一， or 首先，, 其次， within one paragraph.
pub(crate) fn ordinals(view: &TextView<'_>) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> = Vec::new();
    let commas = view.places('，');
    for (at, start) in commas.filter_map(|at| Some((at, at.checked_sub(2)?))) {
        let Some(ordinal) = Ordinal::read(view, start, at) else {
            continue;
        };
        let Some(paragraph) = view.paragraph(start) else {
            continue;
        };
        let end = paragraph.range.end;
        let list = found.last_mut().filter(|list| list.end == end);
        let next = list.as_ref().map_or(1, |list| list.values.len() + 1);
        if !ordinal.may_stand(view, start, next) {
            continue;
        }
        match (ordinal, list) {
            (Ordinal::Value(1), _) => found.push(Enumeration {
                markers: vec![start],
                values: vec![1],
                end,
            }),
            (ordinal, Some(list)) => {
                list.markers.push(start);
                list.values.push(match ordinal {
                    Ordinal::Value(value) => value,
                    Ordinal::Next => next,
                });
            }
            (_, None) => {}
        }
    }
    found.retain(|list| list.markers.len() > 1);
    found
}

/// What an ordinal at the start of an item says.
enum Ordinal {
    /// 第三, 其三, 首先.
    Value(usize),
    /// 最后: whatever comes next.
    Next,
}

impl Ordinal {
    fn read(view: &TextView<'_>, start: usize, end: usize) -> Option<Self> {
        // 首先，…；其次，…，最后，…: a comma may stand where a semicolon belongs.
        let may_be = view.is_any_at(start, "第其首再最");
        if !may_be || view.before(start) != '，' && !is_item_start(view, start) {
            return None;
        }
        match (view.char(start), view.char(end - 1)) {
            ('第' | '其', numeral) if value(numeral) > 0 => Some(Self::Value(value(numeral))),
            ('首', '先') => Some(Self::Value(1)),
            ('其', '次') => Some(Self::Value(2)),
            ('再', '次') => Some(Self::Next),
            ('最', '后') if !thanks(view, end + 1) => Some(Self::Next),
            _ => None,
        }
    }

    /// Whether an item may begin at `start` where `next` is due: 第三 behind a comma goes on a list, but
    /// begins none.
    fn may_stand(&self, view: &TextView<'_>, start: usize, next: usize) -> bool {
        let is_named = !view.is_any_at(start, "第其") || view.char(start + 1) == '次';
        match self {
            Self::Value(value) if !is_named => {
                is_item_start(view, start) || *value > 1 && *value == next
            }
            _ => true,
        }
    }
}

/// 最后，感谢您的关心 closes a letter and is no item of its list.
fn thanks(view: &TextView<'_>, at: usize) -> bool {
    const THANKS: &[&str] = &[
        "感谢", "再次", "衷心", "诚挚", "恳请", "欢迎", "敬请", "祝", "真诚",
    ];
    view.one_of_at(at, THANKS).is_some()
}

fn is_item_start(view: &TextView<'_>, at: usize) -> bool {
    view.is_any_before(at, "。；：\n") || view.one_of_before(at, &["。”", "！”", "？”"]).is_some()
}

/// The value of what stands in the brackets of an item: 三, 十二, 3 or 12; 0 if it is no number.
fn bracketed(text: &str) -> usize {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some('十'), Some(ones)) if (1..10).contains(&value(ones)) => 10 + value(ones),
        (Some(numeral), None) if value(numeral) > 0 => value(numeral),
        (Some('1'..='9'), _) => text.parse().unwrap_or(0),
        _ => 0,
    }
}

fn value(numeral: char) -> usize {
    NUMERALS
        .chars()
        .position(|c| c == numeral)
        .map_or(0, |index| index + 1)
}

fn is_marker(view: &TextView<'_>, at: usize, start: usize) -> bool {
    // 我局一是…；二是…: the first one may stand behind its subject.
    let begins = view.char(at) == '一' && view.is_any_before(at, "局厅委办院市县区省们");
    NUMERALS.contains(view.char(at))
        && (at == start || begins || view.is_any_before(at, "。；，：、"))
}
