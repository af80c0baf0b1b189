//! `content/facts/*.yaml`: figures and measures.

use jiff::civil::Date;

use super::super::figure::Disclosure;
use super::super::figure_values::{APPROXIMATIONS, Digits, LOWER_BOUNDS, PlacedQuantity};
use super::super::growth::Growth;
use super::super::rank::Rank;
use super::super::yaml::shape::ID;
use super::super::yaml::{Key, Mapping, Rule, Shape};
use super::PERIOD;
use crate::source::PlacedText;

/// The file.
pub(in crate::facts) static FACTS: Mapping = Mapping {
    name: "facts",
    owner: "数据文件",
    keys: &[
        Key::optional::<PlacedText>("evidence", "本文件数据的默认出处"),
        Key::optional::<PlacedText>("coverage", "本文件数据的默认统计口径"),
        Key::optional::<Disclosure>("disclosure", "本文件数据和举措的默认公开属性，不写就是公开"),
        Key::optional::<PlacedText>("figures", "数据，一项一个代号").shaped(figures),
        Key::optional::<PlacedText>("measures", "举措，一条一个代号").shaped(measures),
    ],
    rules: &[],
};

fn figures() -> Shape {
    Shape::Labelled(&ID, Box::new(Shape::Mapping(&FIGURE)))
}

fn measures() -> Shape {
    Shape::Labelled(&ID, Box::new(Shape::Mapping(&MEASURE)))
}

/// One figure.
pub(in crate::facts) static FIGURE: Mapping = Mapping {
    name: "figure",
    owner: "数据",
    keys: &[
        Key::required::<PlacedText>("name", "名称：查处知识产权案件"),
        Key::optional::<PlacedText>(
            "unit",
            "单位：件、元、%、个部门、件/万人；只有位次的、占比可以不写",
        ),
        Key::optional::<PlacedText>("coverage", "统计口径，不写就用本文件的"),
        Key::optional::<PlacedText>("evidence", "出处，不写就用本文件的"),
        Key::optional::<Disclosure>("disclosure", "公开属性，不写就用本文件的"),
        Key::optional::<PlacedText>("by_period", "各期间的数值").shaped(entries_by_period),
        Key::optional::<PlacedText>(
            "list",
            "一份名单，数值就是它的项数，各期相同；不和 by_period 一起写",
        )
        .shaped(filled_list),
        Key::optional::<PlacedText>("sum_of", "几项数据之和：`[a, b]`，单位要相同")
            .shaped(filled_ids),
        Key::optional::<PlacedText>("share_of", "占比：`{ part: a, whole: b }`，单位是 %")
            .shaped(|| Shape::Mapping(&SHARE)),
        Key::optional::<Digits>("digits", "占比的小数位数，默认 2"),
        Key::optional::<Digits>("growth_digits", "算出的增长率的小数位数，默认至多 2"),
    ],
    rules: &[
        Rule::NoTwoOf(&["list", "sum_of", "share_of"]),
        Rule::NoTwoOf(&["list", "by_period"]),
        Rule::AnyOf(&["by_period", "list", "sum_of", "share_of"]),
        Rule::Needs("list", "unit"),
        Rule::Needs("sum_of", "unit"),
    ],
};

fn entries_by_period() -> Shape {
    Shape::Labelled(&PERIOD, Box::new(Shape::Mapping(&ENTRY)))
}

fn filled_list() -> Shape {
    Shape::FilledList(Box::new(Shape::Text))
}

fn filled_ids() -> Shape {
    Shape::FilledList(Box::new(Shape::Form(&ID)))
}

/// What a figure is for one period.
pub(in crate::facts) static ENTRY: Mapping = Mapping {
    name: "entry",
    owner: "一个期间",
    keys: &[
        Key::optional::<PlacedQuantity>(
            "value",
            "数值，照公布的写：`1001`、`41.60`、`15.5万`、`50.26亿`",
        ),
        Key::optional::<PlacedText>(
            "at_least",
            "不止这个数：`超过`、`不少于`、`逾`写在数前，`以上`、`多`、`余`写在数后",
        )
        .shaped(|| words(&LOWER_BOUNDS)),
        Key::optional::<PlacedText>(
            "approximate",
            "大约的数：`约`、`近`写在数前，`左右`写在数后",
        )
        .shaped(|| words(&APPROXIMATIONS)),
        Key::optional::<Growth>(
            "growth",
            "公布的增长：`41.6%`、`-3.2%`、`1.2个百分点`；不写则由上年同期算出",
        ),
        Key::optional::<Rank>("rank", "位次，用中文数字：`全国第二位`"),
        Key::optional::<Date>("as_of", "截至日期"),
        Key::optional::<PlacedText>("evidence", "这一期的出处"),
    ],
    rules: &[
        Rule::AnyOf(&["value", "growth", "rank"]),
        Rule::NoTwoOf(&["at_least", "approximate"]),
        Rule::Needs("at_least", "value"),
        Rule::Needs("approximate", "value"),
    ],
};

fn words<T>(words: &[(&'static str, T)]) -> Shape {
    let words = words.iter().map(|(word, _)| (*word, ""));
    Shape::words(&words.collect::<Vec<_>>())
}

/// A share of a whole.
pub(in crate::facts) static SHARE: Mapping = Mapping {
    name: "share",
    owner: "“share_of”",
    keys: &[
        Key::required::<PlacedText>("part", "部分：数据的代号").shaped(|| Shape::Form(&ID)),
        Key::required::<PlacedText>("whole", "全体：数据的代号").shaped(|| Shape::Form(&ID)),
    ],
    rules: &[],
};

/// One measure.
pub(in crate::facts) static MEASURE: Mapping = Mapping {
    name: "measure",
    owner: "举措",
    keys: &[
        Key::required::<PlacedText>("text", "举措的文字，可以写 Tera 模板；空一行分段"),
        Key::optional::<Vec<PlacedText>>("units", "参与单位"),
        Key::optional::<PlacedText>("public_text", "公开本里用的文字，代替 `text`"),
        Key::optional::<Disclosure>("disclosure", "公开属性，不写就用本文件的"),
    ],
    rules: &[],
};
