//! Ranks (位次): 全国第二位.

use crate::source::Span;
use crate::text::numerals::parse_chinese_numeral;

/// A rank (位次) such as 全国第二位.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rank {
    /// Among whom, such as 全国; may be empty.
    pub among: String,
    /// From 1.
    pub number: u64,
    /// Without who is ranked and without 位 or 名: 第二.
    pub ordinal: String,
    /// As written.
    pub text: String,
    /// Where it was written.
    pub place: Span,
}

impl Rank {
    /// A rank as written: `<among>第<numeral>位` or `…名`.
    pub fn parse(text: &str, place: Span) -> Option<Self> {
        let (among, rest) = text.rsplit_once('第')?;
        let numeral = rest.strip_suffix(['位', '名'])?;
        let number = parse_chinese_numeral(numeral).filter(|number| *number > 0)?;
        Some(Self {
            among: among.to_owned(),
            number,
            ordinal: format!("第{numeral}"),
            text: text.to_owned(),
            place,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn ranks_are_read_as_written() {
        let place = Span::file(&Source::new("a.yaml", ""));
        let rank = Rank::parse("全国第十二位", place.clone()).expect("the rank is right");
        assert_eq!((rank.among.as_str(), rank.number), ("全国", 12));
        assert_eq!(rank.ordinal, "第十二");
        for wrong in ["第2位", "全国第二", "前列", "第零名", "第位"] {
            assert_eq!(Rank::parse(wrong, place.clone()), None, "{wrong}");
        }
    }
}
