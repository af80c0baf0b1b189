//! Classes of outcomes (办理结果分类), and how they are marked on a letter.

use crate::facts::form::OutcomeRule;
use crate::facts::keys;
use crate::facts::office::{ClassMarkSettings, OutcomeClass, OutcomeClasses};
use crate::facts::yaml::{Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::source::PlacedText;

/// A scheme's name, or the office's own table.
pub(super) fn outcome_classes(fields: &mut Fields<'_, '_, '_>) -> Option<OutcomeClasses> {
    let node = fields.node("outcome_classes")?;
    let decoder = fields.decoder();
    if node.is_list() {
        return decoder.items(node).map(OutcomeClasses);
    }
    let classes = decoder.choice(node, &CLASS_SCHEMES)?;
    let place = decoder.place(node);
    let classes = classes.iter().map(|(mark, meaning)| OutcomeClass {
        mark: PlacedText::new(*mark, place.clone()),
        meaning: Some(PlacedText::new(*meaning, place.clone())),
    });
    Some(OutcomeClasses(classes.collect()))
}

/// Schemes of outcome classes that are in wide use, by name; marks with their meanings.
///
/// `abc` as CPPCC rules word it (佛政办发〔2024〕9号), `abcd` as the national rule for suggestions.
const CLASS_SCHEMES: [(&str, &[(&str, &str)]); 3] = [
    (
        "abc",
        &[
            ("A", "已解决或采纳"),
            ("B", "列入计划拟解决或拟采纳"),
            ("C", "留作参考"),
        ],
    ),
    (
        "abcd",
        &[
            ("A", "所提问题已经解决或基本解决"),
            ("B", "所提问题正在解决或列入规划逐步解决"),
            ("C", "所提问题因条件限制需待以后解决"),
            ("D", "所提问题留作参考"),
        ],
    ),
    (
        "jia_yi_bing",
        &[
            ("甲", "已解决或采纳"),
            ("乙", "列入计划拟解决或拟采纳"),
            ("丙", "留作参考"),
        ],
    ),
];

/// The names of [`CLASS_SCHEMES`], with their marks.
pub(in crate::facts) fn class_schemes() -> Shape {
    Shape::words(&[
        ("abc", "A、B、C 三类"),
        ("abcd", "A、B、C、D 四类"),
        ("jia_yi_bing", "甲、乙、丙三类"),
    ])
}

impl FromYaml for OutcomeClass {
    fn shape() -> Shape {
        Shape::Mapping(&keys::OUTCOME_CLASS)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::OUTCOME_CLASS)?;
        let mark = fields.required("mark");
        let meaning = fields.optional("meaning");
        fields.finish();
        Some(Self {
            mark: mark?,
            meaning,
        })
    }
}

impl FromYaml for ClassMarkSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::CLASS_MARK)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::CLASS_MARK)?;
        let settings = Self {
            place: fields.optional("place"),
            text: fields.optional("text"),
            kinds: fields.optional("kinds").unwrap_or_default(),
        };
        fields.finish();
        Some(settings)
    }
}

impl Words for OutcomeRule {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("optional", Self::Optional, "可有"),
        ("required", Self::Required, "必须有"),
        ("none", Self::None, "不写"),
    ];
}
