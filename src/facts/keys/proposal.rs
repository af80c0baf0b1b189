//! `proposal` of a letter: what is answered.

use jiff::civil::Date;

use super::super::points::{Adopted, Point, PointCounts};
use super::super::proposal::{CoHandler, Matter, Proposer};
use super::super::yaml::{Key, Mapping, Rule, Shape};
use super::text_or_lines;
use crate::source::PlacedText;

/// The proposal (提案) or suggestion (建议).
pub(in crate::facts) static PROPOSAL: Mapping = Mapping {
    name: "proposal",
    owner: "提案",
    keys: &[
        Key::required::<PlacedText>("body", "哪个政协或人大：省政协、县人大、全国政协"),
        Key::required::<u32>("term", "届，用数字：12 是十二届").shaped(from_one),
        Key::required::<u32>("session", "次，用数字：5 是五次会议").shaped(from_one),
        Key::required::<PlacedText>("number", "提案号或建议号；前面有 0 的用引号括起来：\"046\""),
        Key::required::<PlacedText>("subject", "案由，就是提案的标题"),
        Key::optional::<Matter>(
            "matter",
            "提案、建议还是议案；不写时，`body` 以“人大”结尾就是建议",
        ),
        Key::optional::<PlacedText>("meeting", "会议怎么称呼，不写就照 `bodies` 或通常的写法"),
        Key::optional::<PlacedText>("category", "分类编号：经济发展类001号"),
        Key::optional::<Vec<Proposer>>("proposers", "提案者；一人称“您”，多人或集体称“你们”"),
        Key::optional::<u32>(
            "proposer_count",
            "提案者的人数，多于列出的时写：张三等6名委员",
        ),
        Key::optional::<PlacedText>("pronoun", "另用的称呼，代替“您”“你们”"),
        Key::optional::<PlacedText>("lead_unit", "主办单位"),
        Key::optional::<Vec<CoHandler>>("co_handlers", "会办单位"),
        Key::optional::<Vec<PlacedText>>("separate_handlers", "其他分办单位"),
        Key::optional::<Vec<PlacedText>>("merged_with", "一并办理的提案号"),
        Key::optional::<Vec<Point>>("points", "提案提的建议，一条一项；没有答复的是错误"),
        Key::optional::<PointCounts>("point_counts", "只有条数时写；加不起来是错误"),
    ],
    rules: &[],
};

fn from_one() -> Shape {
    Shape::Whole {
        least: 1,
        most: None,
    }
}

/// A proposer that is not written as a plain text.
pub(in crate::facts) static PROPOSER: Mapping = Mapping {
    name: "proposer",
    owner: "提案者",
    keys: &[
        Key::optional::<PlacedText>("member", "委员或代表的姓名"),
        Key::optional::<PlacedText>("party", "党派"),
        Key::optional::<PlacedText>("sector", "界别"),
        Key::optional::<PlacedText>("committee", "专门委员会"),
        Key::optional::<PlacedText>("group", "小组、代表团等集体"),
        Key::optional::<PlacedText>("phone", "电话"),
        Key::optional::<PlacedText>("unit", "工作单位"),
    ],
    rules: &[
        Rule::AnyOf(&["member", "party", "sector", "committee", "group"]),
        Rule::NoTwoOf(&["member", "party", "sector", "committee", "group"]),
    ],
};

/// A co-handling unit (会办单位) with more than its name.
pub(in crate::facts) static CO_HANDLER: Mapping = Mapping {
    name: "co_handler",
    owner: "会办单位",
    keys: &[
        Key::required::<PlacedText>("unit", "单位"),
        Key::optional::<PlacedText>("opinion", "会办意见的文字，写进主办答复"),
        Key::optional::<Date>("received_on", "收到会办意见的日期"),
    ],
    rules: &[],
};

/// A point that the proposal makes.
pub(in crate::facts) static POINT: Mapping = Mapping {
    name: "point",
    owner: "建议条目",
    keys: &[
        Key::required::<PlacedText>("text", "建议的内容"),
        Key::optional::<PlacedText>("unit", "由哪个别的单位办理；本单位的不写"),
        Key::optional::<PlacedText>(
            "answered_in",
            "答复写在哪一部分：部分的 `id` 或序号（一、二（一）），可写几个",
        )
        .shaped(text_or_lines),
        Key::optional::<Adopted>("adopted", "是否采纳落实"),
    ],
    rules: &[],
};

/// Counts of points that are not listed.
pub(in crate::facts) static POINT_COUNTS: Mapping = Mapping {
    name: "point_counts",
    owner: "建议条数",
    keys: &[
        Key::required::<u32>("total", "共几条"),
        Key::required::<u32>("own", "涉及本单位的几条"),
        Key::optional::<u32>("co_handled", "涉及会办单位的几条，默认 0"),
        Key::optional::<u32>("adopted", "采纳落实的几条，默认 0"),
    ],
    rules: &[],
};
