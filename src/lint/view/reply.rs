//! What a letter in a text says of itself: its title, its addressee, its opening.

use std::ops::Range;

use super::{TextView, is_han};

/// The parts of a letter; a part that is not there is empty.
#[derive(Debug, Default)]
pub(crate) struct Reply {
    /// The lines above the addressee, or the first line if that is a title.
    pub(crate) title: Range<usize>,
    /// Who the letter is written to, if a line says so.
    pub(crate) addressee: Option<Addressee>,
    /// The first words after the addressee, which say what is answered.
    pub(crate) opening: Range<usize>,
}

/// Who a letter is written to.
#[derive(Debug)]
pub(crate) struct Addressee {
    /// The line without its mark.
    pub(crate) line: Range<usize>,
    /// What kind of reader it names.
    pub(crate) whom: Whom,
}

/// Kinds of readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whom {
    /// 委员 of the conference (政协).
    Members,
    /// 代表 of the congress (人大).
    Deputies,
    /// A body: 民建省委会, 省高级人民法院.
    Unit,
}

/// How many paragraphs may stand above the addressee.
const ABOVE: usize = 30;
/// Longer than this is no line of addressees.
const LONGEST_LINE: usize = 60;
/// How much of the text after the addressee says what is answered.
const OPENING: usize = 160;

/// Ends of names of bodies that make proposals or that co-handlers write to.
const UNITS: [&str; 34] = [
    "省委会",
    "市委会",
    "县委会",
    "区委会",
    "委员会",
    "工商联",
    "联合会",
    "总工会",
    "协会",
    "商会",
    "学会",
    "妇联",
    "省委",
    "市委",
    "县委",
    "科协",
    "侨联",
    "法院",
    "检察院",
    "支部",
    "局",
    "厅",
    "办公室",
    "改革委",
    "发改委",
    "健康委",
    "卫健委",
    "国资委",
    "政法委",
    "集团",
    "公司",
    "大学",
    "医院",
    "政府",
];

/// How a letter begins that turns to its reader at once.
const TURNS: [&str; 6] = [
    "感谢您",
    "感谢你们",
    "非常感谢您",
    "衷心感谢您",
    "首先感谢您",
    "关于您",
];

/// How the title of a letter ends.
const TITLES: [&str; 5] = ["答复", "的函", "复函", "意见", "的回复"];

impl TextView<'_> {
    /// The parts of the letter that the text is; looked for at the first call.
    pub(crate) fn reply(&self) -> &Reply {
        self.reply.get_or_init(|| reply(self))
    }
}

impl Addressee {
    /// How a person of that kind is called behind the name; nothing for a body.
    pub(crate) fn title(&self) -> Option<&'static str> {
        match self.whom {
            Whom::Members => Some("委员"),
            Whom::Deputies => Some("代表"),
            Whom::Unit => None,
        }
    }

    /// The names of the persons: 徐静 and 田野 in 徐静、田野委员.
    pub(crate) fn names(&self, view: &TextView<'_>) -> Vec<String> {
        let text = view.words(self.line.clone());
        let names = text.trim_start_matches("尊敬的").split('、');
        let names = names.map(|name| name.trim_end_matches("委员").trim_end_matches("代表"));
        names.map(|name| name.trim().to_owned()).collect()
    }

    /// The name of the one person that the letter is written to.
    pub(crate) fn only_name(&self, view: &TextView<'_>) -> Option<String> {
        let mut names = self.names(view);
        let name = names.pop().filter(|_| names.is_empty())?;
        let is_all = ["各位", "全体", "诸位", "尊敬的"].contains(&name.as_str());
        let is_name = (2..=4).contains(&name.chars().count()) && !name.contains('等') && !is_all;
        (is_name && self.whom != Whom::Unit && name.chars().all(is_han)).then_some(name)
    }
}

fn reply(view: &TextView<'_>) -> Reply {
    let lines = view.paragraphs().iter().take(ABOVE).enumerate();
    let mut lines = lines.filter_map(|(index, it)| Some((index, addressee(view, &it.range)?)));
    let Some((index, (addressee, opening))) = lines.next() else {
        return without_addressee(view);
    };
    let next = view.paragraphs().get(index + 1).map(|it| it.range.clone());
    let opening = match opening.is_empty() {
        true => next.unwrap_or_default(),
        false => opening,
    };
    let above = &view.paragraphs()[index.saturating_sub(4)..index];
    let title = above.first().zip(above.last());
    Reply {
        title: title.map_or(0..0, |(first, last)| first.range.start..last.range.end),
        addressee: Some(addressee),
        opening: first_words(&opening),
    }
}

/// A title, and an opening that says what was received.
fn without_addressee(view: &TextView<'_>) -> Reply {
    let mut paragraphs = view.paragraphs().iter().map(|it| it.range.clone());
    let first = paragraphs.next().unwrap_or_default();
    let is_title = first.len() < 90 && view.one_of_before(first.end, &TITLES).is_some();
    let title = if is_title { first.clone() } else { 0..0 };
    let opening = if is_title {
        paragraphs.next().unwrap_or_default()
    } else {
        first
    };
    Reply {
        title,
        addressee: None,
        opening: first_words(&opening),
    }
}

fn first_words(paragraph: &Range<usize>) -> Range<usize> {
    paragraph.start..paragraph.end.min(paragraph.start + OPENING)
}

/// The addressee of a line, and the text after it if that goes on in the line.
fn addressee(view: &TextView<'_>, line: &Range<usize>) -> Option<(Addressee, Range<usize>)> {
    let head = line.start..line.end.min(line.start + LONGEST_LINE);
    let colon = head.into_iter().find(|at| view.is_any_at(*at, "：:，,"))?;
    let named = line.start..colon;
    let whom = whom(view, &named)?;
    let rest = colon + 1..line.end;
    let after = if rest.is_empty() {
        line.end + 1
    } else {
        rest.start
    };
    let speaks_to = view.is_any_at(after, "您你") || view.one_of_at(after, &TURNS).is_some();
    let is_comma = view.is_any_at(colon, "，,");
    // 彭立新委员，您好！您提交的….
    let greets = view.is_at(after, "您好");
    let fits = match rest.is_empty() {
        true => !is_comma || speaks_to,
        false if whom == Whom::Unit => {
            !is_comma && (is_courtesy(view, after) || is_opinion(view, after))
        }
        false => (!is_comma || greets) && speaks_to,
    };
    fits.then_some((Addressee { line: named, whom }, rest))
}

/// 贵单位, 贵局: how a body is spoken to.
fn is_courtesy(view: &TextView<'_>, at: usize) -> bool {
    view.char(at) == '贵' && view.is_any_at(at + 1, "单局厅委会院部社办校司公")
}

/// 现就第56号提案提出如下会办意见: how an opinion for a body begins.
fn is_opinion(view: &TextView<'_>, at: usize) -> bool {
    const NEAR: usize = 60;
    let begins = view.one_of_at(at, &["现就", "现将", "现对"]).is_some();
    begins
        && view.has_any(
            &(at..view.sentence(at).end.min(at + NEAR)),
            &["会办意见", "协办意见"],
        )
}

/// What kind of reader a line names, if it is nothing but names.
fn whom(view: &TextView<'_>, line: &Range<usize>) -> Option<Whom> {
    let is_named = |at: usize| {
        is_han(view.char(at))
            || view.is_any_at(at, "、·（）() 　×")
            || view.char(at).is_ascii_digit()
    };
    if line.len() < 3 || !line.clone().all(is_named) {
        return None;
    }
    match view.one_of_before(line.end, &["委员", "代表"]) {
        Some("委员") => Some(Whom::Members),
        Some(_) => Some(Whom::Deputies),
        None => {
            let text = view.words(line.clone());
            let is_unit = |name: &str| {
                // × stands for what a model leaves out.
                name.chars().all(|it| is_han(it) || it == '×')
                    && UNITS.iter().any(|end| name.ends_with(end))
            };
            (line.len() <= 40 && text.split('、').all(is_unit)).then_some(Whom::Unit)
        }
    }
}
