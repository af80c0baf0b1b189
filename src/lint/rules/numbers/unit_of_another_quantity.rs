//! 全长46.5平方公里, 装机容量120万千瓦时: a unit of another quantity.

use std::ops::Range;
use std::sync::OnceLock;

use super::counted_things::COUNTED;
use super::quantities::{QUANTITIES, Quantity};
use crate::diagnostic::Severity;
use crate::lint::findings::Findings;
use crate::lint::view::numbers::Number;
use crate::lint::view::{TextView, is_han};
use crate::lint::{Check, Rule, Word};

/// 全长46.5平方公里, 装机容量120万千瓦时: a unit of another quantity.
pub(crate) const UNIT_OF_ANOTHER_QUANTITY: Rule = Rule {
    name: "unit-of-another-quantity",
    title: "单位和所说的量不合",
    severity: Severity::Warning,
    check: Check::Table(words, check),
    page: include_str!("unit_of_another_quantity.md"),
};

/// The names of all quantities, and what each is the name of; a name of two stands there twice.
struct Table {
    names: Vec<&'static str>,
    quantities: Vec<&'static Quantity>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let all = QUANTITIES.iter().chain(COUNTED);
        let named = all.flat_map(|it| it.names.iter().map(move |name| (*name, it)));
        let (names, quantities) = named.unzip();
        Table { names, quantities }
    })
}

fn words() -> Vec<&'static str> {
    table().names.clone()
}

/// How far the number may stand behind the name.
const LONGEST: usize = 8;

/// 110千瓦变电站: stations and lines are told by their voltage, which stands before.
fn voltage(view: &TextView<'_>, word: &Word, findings: &mut Findings<'_>) {
    const POWER: &str = "千瓦";
    const VOLTAGES: [&str; 8] = ["10", "35", "66", "110", "220", "330", "500", "750"];
    let end = word.start;
    let unit = end - POWER.chars().count().min(end);
    let digits = VOLTAGES.iter().find(|it| {
        let start = unit.checked_sub(it.len());
        start.is_some_and(|start| view.ends_at(unit, it) && !is_part_of_number(view.before(start)))
    });
    if let Some(digits) = digits.filter(|_| view.ends_at(end, POWER)) {
        let start = unit - digits.len();
        let text = view.words(start..end);
        findings
            .at(start..end, format!("“{text}”是功率的单位，这里应是电压"))
            .hint(format!("改为“{digits}千伏”"))
            .suggest(unit..end, "千伏");
    }
}

fn is_part_of_number(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',' | '×' | '*')
}

fn check(view: &TextView<'_>, word: Word, findings: &mut Findings<'_>) {
    if table().quantities[word.number].wrong.is_empty() {
        return voltage(view, &word, findings);
    }
    // 全长的 of 总里程 is told once, by the longer name; PM2.5 holds a number of its own.
    let symbol = view.one_of_at(word.end, &["（PM2.5）", "（PM10）"]);
    let from = word.end + symbol.map_or(0, |symbol| symbol.chars().count());
    let near = view.numbers_in(from..from + LONGEST).first();
    // 公路两侧绿化300平方米 and 装机后发电20万千瓦时 measure something else.
    let Some(number) = near.filter(|it| is_led(view, from..it.digits.start)) else {
        return;
    };
    // 国有企业3910万吨，占57%: what each of some kinds has.
    if view.is_at(number.unit.end, "，占") {
        return;
    }
    let name = view.words(word.start..word.end);
    let unit = view.words(number.unit.start..number.unit.end + 4);
    // 2元/平方米 and 距基站2公里 are of something else.
    let clause = view.clause(word.start).start..word.start;
    let is_apart =
        view.is_any_before(word.start, "距离至到") || view.has_any(&clause, &["距", "相隔", "离"]);
    let quantity = table().quantities[word.number];
    let mut wrong = quantity.wrong.iter();
    let wrong = wrong.find(|wrong| is_whole_unit(unit, wrong));
    // 用电量 and 上网电量 hold 电量, 细颗粒物 holds 颗粒物: the longer name tells it.
    let is_inner = name == "电量" && view.is_any_before(word.start, "发用供网售")
        || name == "颗粒物" && view.is_any_before(word.start, "细入")
        || name == "总长" && view.char(word.end) == '度';
    let is_other =
        is_inner || is_apart || stores_energy(view, &word, name) || is_part(view, &word, number);
    if let Some(wrong) = wrong.filter(|_| !is_other) {
        findings
            .at(
                number.digits.start..number.unit.start + wrong.chars().count(),
                format!("“{name}”的单位不会是“{wrong}”"),
            )
            .hint(format!("单位应当是{}；核对数量和单位", quantity.right));
    }
}

/// 储能项目6个，总装机规模达80万千瓦时: what stores energy is measured by what it holds.
fn stores_energy(view: &TextView<'_>, word: &Word, name: &str) -> bool {
    const STORES: [&str; 3] = ["储能", "储电", "电池"];
    let is_told = || view.has_any(&view.passage(word.start), &STORES);
    name.contains("装机") && is_told()
}

/// 土方626万立方米，其中县级河道118万立方米: the part of another quantity, told where it was.
fn is_part(view: &TextView<'_>, word: &Word, number: &Number) -> bool {
    let sentence = view.sentence(word.start).start..word.start;
    let unit = view.words(number.unit.clone());
    let whole = view.find(sentence.clone(), "其中");
    whole.is_some_and(|at| {
        let mut before = view.numbers_in(sentence.start..at).iter();
        before.any(|it| view.words(it.unit.clone()) == unit)
    })
}

/// Whether nothing but words that lead a number stands before it.
fn is_led(view: &TextView<'_>, mut lead: Range<usize>) -> bool {
    const LEADING: &str =
        "）年月日约为达到至共计有新增建成了的（总全超过近已、平均浓度值分别每秒量能力降升";
    lead.all(|at| view.is_any_at(at, LEADING))
}

/// Whether a text begins with a unit that does not go on as another one: 千瓦 of 千瓦时.
///
/// 床位1名护理员 and 基站1公里范围 count something else, which stands behind the unit.
fn is_whole_unit(text: &str, unit: &str) -> bool {
    const COUNTS: [&str; 15] = [
        "名", "人", "户", "家", "公里", "米", "元", "亩", "辆", "座", "台", "吨", "件", "天", "所",
    ];
    text.strip_prefix(unit).is_some_and(|rest| {
        let counts = COUNTS.contains(&unit);
        let goes_on = rest.starts_with(['时', '/', '·', '每']);
        let leads_on = |next: char| is_han(next) && next != '的';
        !(goes_on || counts && rest.starts_with(leads_on))
    })
}
