//! 应急原案, 数据借口: a word that another of the same sound would stand for with its companions.

use crate::lint::view::TextView;
use crate::lint::vocabulary::Vocabulary;
use crate::lint::vocabulary::companions::are_companions;
use crate::lint::vocabulary::homophones::Homophones;
use crate::text::confusions::sound_alike;

/// A word of two characters.
type Word = [char; 2];

/// A word that seems to be typed for another.
pub(super) struct HomophoneSlip {
    /// Where the two words of the collocation begin.
    pub(super) start: usize,
    /// Where the wrong one begins.
    pub(super) wrong: usize,
    pub(super) right: Word,
    /// Whether it is more than a hint.
    pub(super) is_sure: bool,
}

/// How sure a slip must be to be told, and to be more than a hint: hundredths of a decimal logarithm.
const LIKELY: i32 = 0;
const SURE: i32 = 180;

/// What stands before or behind words of every kind: it tells nothing, and is at home anywhere.
const BESIDE_ALL: &[&str] = &[
    "一一", "一个", "一直", "一级", "一致", "不得", "不断", "不是", "不能", "为了", "主要", "之间",
    "也是", "亟需", "亟须", "以上", "以下", "以其", "以及", "以至", "以致", "但是", "使得", "依照",
    "先于", "全区", "全县", "全市", "全省", "全部", "全线", "共有", "关于", "其中", "其他", "其余",
    "其它", "其间", "几种", "分别", "加强", "即使", "及其", "只是", "只有", "只要", "可以", "各种",
    "各类", "同时", "因为", "因其", "基于", "她们", "如果", "它们", "实时", "实现", "对于", "将至",
    "就是", "工作", "已经", "年底", "并且", "应当", "开始", "开展", "必须", "急剧", "急需", "我们",
    "我区", "我县", "我局", "我市", "我省", "或者", "所以", "所有", "按照", "推进", "提高", "方可",
    "有关", "本市", "极其", "极具", "根据", "正值", "正当", "没有", "特别", "现有", "由于", "目前",
    "直到", "相关", "立即", "第一", "第二", "而且", "能够", "致使", "近年", "还是", "这一", "这个",
    "这些", "这种", "进行", "适时", "通过", "那些", "部分", "重要", "问题", "降至", "限于", "需要",
];

/// Words that are written for each other rightly, or by choice.
const NEAR: &[[&str; 2]] = &[
    ["制订", "制定"],
    ["试行", "施行"],
    ["试行", "实行"],
    ["施行", "实行"],
    ["监测", "检测"],
    ["适用", "使用"],
    ["接合", "结合"],
    ["实验", "试验"],
    ["时长", "市场"],
    ["做好", "作好"],
    ["截至", "截止"],
    ["权利", "权力"],
    ["必需", "必须"],
    ["帐户", "账户"],
    ["其它", "其他"],
    ["测评", "评测"],
    ["做出", "作出"],
    ["递交", "提交"],
    ["交纳", "缴纳"],
    ["检定", "鉴定"],
    ["她们", "他们"],
    ["它们", "他们"],
    ["作法", "做法"],
    ["施用", "使用"],
    ["食用", "使用"],
    ["执勤", "值勤"],
    ["违犯", "违反"],
    ["察看", "查看"],
    ["踏看", "踏勘"],
    ["查勘", "查看"],
    ["勘查", "勘察"],
    ["上交", "上缴"],
    ["交代", "交待"],
    ["记录", "纪录"],
    ["订立", "定立"],
];

/// Gives the words that seem to be typed for others.
pub(super) fn search(view: &TextView<'_>, mut give: impl FnMut(HomophoneSlip)) {
    let homophones = Homophones::get();
    each_alone(view.joined(), |at| {
        let place = Place::at(view, at);
        if homophones.may_be_beside(place.written, place.sides) {
            return;
        }
        let mut best: Option<Meant> = None;
        homophones.each_beside(place.written, place.sides, &mut |right, sides| {
            let sure = best.as_ref().map_or(LIKELY - 1, |best| best.score);
            let meant = place.meant(right, sides);
            best = meant.filter(|meant| meant.score > sure).or(best.take());
        });
        if let Some(best) = best.filter(|_| !view.in_quotes(at) && !view.in_title(at)) {
            give(best.at(at));
        }
    });
}

/// A word that another seems to be typed for.
struct Meant {
    right: Word,
    /// Whether the word before it is a companion of it.
    is_behind: bool,
    score: i32,
}

impl Meant {
    fn at(self, wrong: usize) -> HomophoneSlip {
        HomophoneSlip {
            start: wrong - if self.is_behind { 2 } else { 0 },
            wrong,
            right: self.right,
            is_sure: self.score >= SURE,
        }
    }
}

/// A word with the words before and behind it, where two characters may be one.
struct Place {
    written: Word,
    sides: [Option<Word>; 2],
}

impl Place {
    fn at(view: &TextView<'_>, at: usize) -> Self {
        let (characters, joined) = (view.chars(), view.joined());
        let side = |start: usize| {
            let is_word = joined.get(start).is_some_and(|it| *it);
            is_word.then(|| [characters[start], characters[start + 1]])
        };
        Self {
            written: [characters[at], characters[at + 1]],
            sides: [at.checked_sub(2).and_then(side), side(at + 2)],
        }
    }

    /// The word as the one that was meant, if it may be; `sides` tells where it may have a companion.
    fn meant(&self, right: Word, sides: [bool; 2]) -> Option<Meant> {
        if !sounds_like(self.written, right) {
            return None;
        }
        let has = self.has_companions(right);
        let is_told = |side: usize| sides[side] && has(side) && self.sides[side].is_some_and(tells);
        let sides = [is_told(0), is_told(1)];
        if !sides.contains(&true) || !tells(self.written) || is_choice(self.written, right) {
            return None;
        }
        let cost = |word: Word| Vocabulary::get().cost(&word).map(i32::from);
        let gain = cost(self.written)? - cost(right)?;
        Some(Meant {
            right,
            is_behind: sides[0],
            score: gain * PER_COST + self.evidence(sides),
        })
    }

    /// Whether the word would have a companion before or behind it.
    fn has_companions(&self, word: Word) -> impl Fn(usize) -> bool {
        let [before, after] = self.sides;
        move |side| match side {
            0 => before.is_some_and(|before| are_companions(&before, &word)),
            _ => after.is_some_and(|after| are_companions(&word, &after)),
        }
    }

    /// How much the companions beside tell: little where they stand beside many words, or the written
    /// word does.
    fn evidence(&self, sides: [bool; 2]) -> i32 {
        let companions = |word: Word| Homophones::get().companions(word);
        let [before, after] = self.sides.map(|side| side.map(companions));
        let beside = [before.map(|it| it.after), after.map(|it| it.before)];
        let told = beside.iter().zip(sides).filter(|(_, is_told)| *is_told);
        let told: i32 = told
            .filter_map(|(count, _)| Some(COMPANION - logarithm((*count)?)))
            .sum();
        let written = companions(self.written);
        told - logarithm(written.before.saturating_add(written.after)) * 7 / 10
    }
}

/// How much it tells that a word has no companion but the one that was meant.
const COMPANION: i32 = 300;

/// How many hundredths a unit of cost is.
const PER_COST: i32 = 25;

/// A hundred times the decimal logarithm of one more than a count.
fn logarithm(count: u16) -> i32 {
    ((f32::from(count) + 1.0).log10() * 100.0) as i32
}

/// Whether a word tells something of its neighbours.
fn tells(word: Word) -> bool {
    !BESIDE_ALL.iter().any(|it| it.chars().eq(word))
}

/// Whether the words are others of the same sound.
fn sounds_like(written: Word, right: Word) -> bool {
    let alike =
        |place: usize| written[place] == right[place] || sound_alike(written[place], right[place]);
    written != right && alike(0) && alike(1)
}

/// Whether the one word is written for the other by choice.
fn is_choice(written: Word, right: Word) -> bool {
    let has = |pair: &[&str; 2], word: Word| pair.iter().any(|it| it.chars().eq(word));
    NEAR.iter()
        .any(|pair| has(pair, written) && has(pair, right))
}

/// Gives the places where two characters may be a word that shares none with a neighbour.
fn each_alone(joined: &[bool], mut give: impl FnMut(usize)) {
    if let [true, false, ..] = joined {
        give(0);
    }
    for (before, three) in joined.windows(3).enumerate() {
        // One branch that can be foretold instead of three that can't.
        if !three[0] & three[1] & !three[2] {
            give(before + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::lint::view::Markup;
    use crate::source::Source;

    fn found(text: &str) -> Vec<(usize, String)> {
        let source: Arc<Source> = Source::new("letter.txt", text);
        let mut found = Vec::new();
        search(&TextView::new(&source, Markup::Plain), |slip| {
            found.push((slip.wrong, slip.right.iter().collect()));
        });
        found
    }

    #[test]
    fn a_word_is_told_that_another_of_its_sound_would_stand_for_better() {
        assert_eq!(found("办理产权等级手续。"), [(4, "登记".to_owned())]);
        assert_eq!(found("开放数据借口。"), [(4, "接口".to_owned())]);
    }

    #[test]
    fn a_word_with_a_companion_of_its_own_or_of_any_kind_is_right() {
        for text in [
            "采取错时停车办法。",
            "政府作出决定。",
            "情况实时录入。",
            "“数据借口”",
        ] {
            assert_eq!(found(text), []);
        }
    }

    #[test]
    fn places_stand_alone_where_no_neighbour_shares_a_character() {
        let mut places = Vec::new();
        each_alone(&[true, false, true, false, true, true, false], |at| {
            places.push(at);
        });
        assert_eq!(places, [0, 2]);
    }
}
