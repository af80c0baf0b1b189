//! The keys of a template's front matter; see `facts/keys/`.

use super::template::{Lines, YesNo};
use crate::facts::yaml::shape::KIND;
use crate::facts::yaml::{Key, Mapping, Rule, Shape};
use crate::facts::{FileKind, HandlingRole, HeadFormat, OutcomeRule, SealSpace};
use crate::source::PlacedText;

/// The front matter of `templates/*.md`.
pub static TEMPLATE_FILE: FileKind = FileKind {
    name: "template",
    title: "模板开头的设置",
    files: "templates/*.md",
    mapping: &FRONT_MATTER,
};

/// What stands between the two `---`.
pub(super) static FRONT_MATTER: Mapping = Mapping {
    name: "front_matter",
    owner: "模板开头的设置",
    keys: &[
        Key::optional::<PlacedText>(
            "based_on",
            "以哪种为基础：没写的都取自它，正文空着也取自它；写自己的名字是内置的那种",
        )
        .shaped(|| Shape::Form(&KIND)),
        Key::optional::<PlacedText>("name", "种类的叫法：协办意见"),
        Key::optional::<HandlingRole>("role", "本单位怎样承办，决定期限"),
        Key::optional::<HeadFormat>("head", "版头；信件写了的以信件为准"),
        Key::optional::<Lines>(
            "title",
            "标题；写成列表就是人工分行；没有 `based_on` 时必填",
        ),
        Key::optional::<PlacedText>("addressees", "主送，用于没写主送的信").shaped(empty_or_text),
        Key::optional::<OutcomeRule>("outcome", "办理结果分类写不写，默认可有"),
        Key::optional::<PlacedText>("opening", "开头，用于没写开头的信").shaped(empty_or_text),
        Key::optional::<PlacedText>("closing", "结束语，用于没写结束语的信；`\"\"` 不写结束语")
            .shaped(empty_or_text),
        Key::optional::<Vec<PlacedText>>("remarks", "附注，印在信件的附注前；`[]` 不写附注"),
        Key::optional::<Vec<PlacedText>>("copied_to", "抄送，代替机关的；`[]` 不写抄送"),
        Key::optional::<Vec<PlacedText>>("sign_offs", "署名，代替机关的；`[]` 不署名"),
        Key::optional::<YesNo>("joint", "是不是联合行文：要有几个机关"),
        Key::optional::<SealSpace>("seal", "留不留印章位置；信件写了的以信件为准"),
    ],
    rules: &[Rule::Unless("based_on", "title")],
};

fn empty_or_text() -> Shape {
    Shape::EmptyOrText
}
