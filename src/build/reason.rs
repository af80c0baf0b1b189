//! Why a letter is built again (重新生成的原因), in the clerk's words.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Aspect, Facts};
use crate::render::Input;

/// What the program, the fonts and the page are called among a letter's inputs.
pub const PROGRAM: &str = "program";
/// The fonts.
pub const FONTS: &str = "fonts";
/// The page.
pub const PAGE: &str = "page";
/// What proofreading goes by.
pub const PROOFREADING: &str = "proofreading";

/// What changed between two sets of inputs, a sentence each, without repetition.
pub fn changes(
    facts: &Facts,
    before: &BTreeMap<String, String>,
    now: &BTreeMap<String, String>,
) -> Vec<String> {
    let names: BTreeSet<_> = before.keys().chain(now.keys()).collect();
    let mut told = BTreeSet::new();
    let mut sentences = Vec::new();
    for name in names {
        let (old, new) = (value(before, name), value(now, name));
        if old == new {
            continue;
        }
        let sentence = sentence(facts, name, old, new);
        if told.insert(sentence.clone()) {
            sentences.push(sentence);
        }
    }
    sentences
}

fn value<'v>(values: &'v BTreeMap<String, String>, name: &str) -> &'v str {
    values.get(name).map_or("", String::as_str)
}

/// What happened to one input, from old to new.
pub fn sentence(facts: &Facts, name: &str, old: &str, new: &str) -> String {
    match name {
        PROGRAM => return format!("程序版本：{} → {}", shown(old), shown(new)),
        FONTS => return "字体换了".to_owned(),
        PAGE => return "版面设置变了".to_owned(),
        PROOFREADING => return "校对的依据变了（词表、允许的说法或者规则的设置）".to_owned(),
        _ => {}
    }
    match Input::parse(name) {
        Some(Input::Template(kind)) => thing(&format!("模板 {kind}"), old, new),
        Some(Input::Letter(id)) => format!("正文取自的信件 {id} 改过"),
        Some(Input::Measure(id)) => thing(&format!("举措 {id} 的文字"), old, new),
        Some(Input::Figure { aspect, id, period }) => {
            let name = name_of(facts, &id);
            let period = if has_period(aspect) {
                format!(" {period}")
            } else {
                String::new()
            };
            let aspect = aspect_words(aspect);
            format!("{name}{period}{aspect}：{} → {}", shown(old), shown(new))
        }
        Some(Input::Evidence { id, period }) => {
            let name = name_of(facts, &id);
            format!("{name} {period} 出处：{} → {}", shown(old), shown(new))
        }
        Some(Input::WholeFigure(id)) => format!("数据 {} 改过", name_of(facts, &id)),
        Some(Input::Office(key)) if key == "*" => "office.yaml 改过".to_owned(),
        Some(Input::Office(key)) => format!("office.yaml 的 {key} 改过"),
        Some(Input::Term(id)) => format!("本地用词 {id}：{} → {}", shown(old), shown(new)),
        Some(Input::Unit(name)) => format!("单位“{name}”的称呼：{} → {}", shown(old), shown(new)),
        Some(Input::AllFacts) | None => "数据文件改过".to_owned(),
    }
}

fn name_of<'n>(facts: &'n Facts, id: &'n str) -> &'n str {
    let figure = facts.figure(id);
    figure.map_or(id, |figure| figure.name.text.as_str())
}

fn thing(what: &str, old: &str, new: &str) -> String {
    let change = match (old.is_empty(), new.is_empty()) {
        (true, _) => "是新用到的",
        (_, true) => "没有了",
        _ => "改过",
    };
    format!("{what}{change}")
}

/// Digests say nothing to a person.
fn shown(value: &str) -> String {
    match value {
        "" => "（没有）".to_owned(),
        digest if digest.starts_with('#') => "（长文字）".to_owned(),
        text => text.to_owned(),
    }
}

fn has_period(aspect: Aspect) -> bool {
    !matches!(
        aspect,
        Aspect::Name | Aspect::Unit | Aspect::Coverage | Aspect::List
    )
}

/// What of the figure it is, where the value itself does not say it.
pub fn aspect_words(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Figure | Aspect::Value | Aspect::Numeral | Aspect::Count => "",
        Aspect::Growth | Aspect::GrowthRate => " 增长",
        Aspect::Rank | Aspect::Ordinal => " 位次",
        Aspect::List => " 名单",
        Aspect::Name => " 名称",
        Aspect::Unit => " 单位",
        Aspect::Coverage => " 口径",
        Aspect::AsOf => " 截至日期",
    }
}
