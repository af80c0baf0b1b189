//! 全长46.5平方公里, 装机容量120万千瓦时: a unit of another quantity.

use std::sync::OnceLock;

use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::TextView;
use crate::lint::{Check, Rule, Word};

/// 全长46.5平方公里, 装机容量120万千瓦时: a unit of another quantity.
pub(crate) const UNIT_OF_ANOTHER_QUANTITY: Rule = Rule {
    name: "unit-of-another-quantity",
    title: "单位和所说的量不合",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("unit_of_another_quantity.md"),
};

/// What is measured, its wrong units, and the right one.
struct Quantity {
    names: &'static [&'static str],
    wrong: &'static [&'static str],
    right: &'static str,
}

const QUANTITIES: [Quantity; 9] = [
    Quantity {
        names: &[
            "全长",
            "总长",
            "长度",
            "总里程",
            "里程",
            "绿道",
            "步道",
            "管网",
            "公路",
            "铁路",
            "堤防",
            "渠道",
            "河道",
        ],
        wrong: &["平方公里", "平方米", "平方千米", "立方米", "亩", "公顷"],
        right: "公里或米",
    },
    Quantity {
        names: &["面积"],
        wrong: &["公里", "千米", "米", "立方米"],
        right: "平方公里、平方米、公顷或亩",
    },
    Quantity {
        names: &["装机容量", "装机规模", "总装机", "装机"],
        wrong: &["千瓦时", "度"],
        right: "千瓦",
    },
    Quantity {
        names: &["发电量", "用电量", "供电量", "上网电量", "售电量", "电量"],
        wrong: &["千瓦/时", "千瓦"],
        right: "千瓦时",
    },
    Quantity {
        names: &["库容", "供水量", "用水量", "蓄水量", "取水量", "土石方"],
        wrong: &["平方米", "平方公里", "公里"],
        right: "立方米",
    },
    Quantity {
        names: &["发电", "用电", "节电", "供电"],
        wrong: &["千瓦/时"],
        right: "千瓦时",
    },
    Quantity {
        names: &["臭氧", "二氧化硫", "二氧化氮", "一氧化碳", "颗粒物"],
        wrong: &["微克/平方米", "毫克/平方米"],
        right: "微克/立方米或毫克/立方米",
    },
    Quantity {
        names: &["PM2.5", "PM10", "细颗粒物", "可吸入颗粒物"],
        wrong: &["毫克/立方米", "微克/平方米", "毫克/平方米", "克/立方米"],
        right: "微克/立方米",
    },
    Quantity {
        names: &["日处理能力", "污水处理能力", "处理污水", "供水能力"],
        wrong: &["平方米", "公里"],
        right: "吨或立方米",
    },
];

/// The names of all quantities.
fn words() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| QUANTITIES.iter().flat_map(|it| it.names).copied().collect())
}

/// How far the number may stand behind the name.
const LONGEST: usize = 8;

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    let name = view.text(word.start..word.end);
    let clause = view.clause(word.end);
    // 全长的 of 总里程 is told once, by the longer name; PM2.5 holds a number of its own.
    let mut numbers = view
        .numbers_in(word.end..clause.end.min(word.end + LONGEST))
        .iter();
    let Some(number) = numbers.next().filter(|it| !it.unit.is_empty()) else {
        return;
    };
    let lead = view.text(word.end..number.digits.start);
    // 公路两侧绿化300平方米 and 装机后发电20万千瓦时 measure something else.
    let is_of_name = lead.chars().all(|it| {
        "）年月日约为达到至共计有新增建成了的（总全超过近已、平均浓度值分别".contains(it)
    });
    let unit = view.text(number.unit.start..number.unit.end + 4);
    let found = QUANTITIES.iter().find_map(|it| {
        let wrong = it.wrong.iter().find(|wrong| is_whole_unit(&unit, wrong))?;
        it.names.contains(&name.as_str()).then_some((it, wrong))
    });
    // 用电量 and 上网电量 hold 电量, 细颗粒物 holds 颗粒物: the longer name tells it.
    let is_inner = name == "电量" && view.is_any_before(word.start, "发用供网售")
        || name == "颗粒物" && view.is_any_before(word.start, "细入");
    if let Some((quantity, wrong)) = found.filter(|_| is_of_name && !is_inner) {
        findings
            .at(
                number.digits.start..number.unit.start + wrong.chars().count(),
                format!("“{name}”的单位不会是“{wrong}”"),
            )
            .hint(format!("单位应当是{}；核对数量和单位", quantity.right));
    }
}

/// Whether a text begins with a unit that does not go on as another one: 千瓦 of 千瓦时.
fn is_whole_unit(text: &str, unit: &str) -> bool {
    text.strip_prefix(unit)
        .is_some_and(|rest| !rest.starts_with(['时', '/', '·', '每']))
}
