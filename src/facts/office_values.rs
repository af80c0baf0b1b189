//! How the office (发文机关) is read.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::form::OutcomeRule;
use super::keys;
use super::office::{
    Body, CharacterGrid, ClassMarkSettings, Contact, FeedbackSettings, FontSettings, FontSource,
    IssuerMarkSettings, LineGrid, MarkSize, NameRule, Office, OutcomeClass, OutcomeClasses,
    PageSettings, PublicSettings, RuleWeight, Unit,
};
use super::yaml::{self, Decoder, Fields, FromYaml, Node, Shape, Words};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::source::{PlacedText, Source, Span};

impl Office {
    /// Reads `content/office.yaml`.
    ///
    /// # Errors
    /// Everything that is wrong with the YAML.
    pub fn from_yaml(source: &Arc<Source>) -> Checked<Self> {
        let mut sink = Sink::new();
        let office = yaml::from_yaml(source, &mut sink);
        sink.checked(office)
    }
}

impl FromYaml for Office {
    fn shape() -> Shape {
        Shape::Mapping(&keys::OFFICE)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::OFFICE)?;
        let office = office(&mut fields);
        fields.finish();
        office
    }
}

/// Asks for every key before it gives up for want of a name.
fn office(fields: &mut Fields<'_, '_, '_>) -> Option<Office> {
    let name: Option<PlacedText> = fields.required("name");
    let own_name = || name.iter().cloned().collect();
    Some(Office {
        place: Span::file(fields.decoder().source()),
        short_name: fields.optional("short_name"),
        self_name: fields.optional("self_name"),
        head: fields.optional("head"),
        issuer_mark: fields.optional("issuer_mark").unwrap_or_default(),
        terms: fields.optional("terms").unwrap_or_default(),
        outcome_classes: outcome_classes(fields).unwrap_or_default().0,
        class_mark: fields.optional("class_mark"),
        bodies: fields.list("bodies"),
        count_line: fields.optional("count_line"),
        deadlines: fields.optional("deadlines").unwrap_or_default(),
        feedback: fields.optional("feedback"),
        public: fields.optional("public").unwrap_or_default(),
        units: fields.list("units"),
        sign_offs: fields.optional("sign_offs").unwrap_or_else(own_name),
        seal: fields.optional("seal").unwrap_or_default(),
        contact: fields.optional("contact"),
        remarks: fields.list("remarks"),
        copied_to: fields.list("copied_to"),
        printed_by: fields.optional("printed_by"),
        fonts: fields.optional("fonts").unwrap_or_default(),
        page: fields.optional("page").unwrap_or_default(),
        proofreading: fields.optional("check").unwrap_or_default(),
        name: name?,
    })
}

impl FromYaml for IssuerMarkSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::ISSUER_MARK)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::ISSUER_MARK)?;
        let settings = Self {
            names: fields.optional("names"),
            document_suffix: fields.empty_or_text("document_suffix"),
            size: fields.optional("size"),
        };
        fields.finish();
        Some(settings)
    }
}

impl FromYaml for MarkSize {
    fn shape() -> Shape {
        Shape::Number
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let points = f64::from_yaml(node, decoder)?;
        let place = decoder.place(node);
        Some(Self { points, place })
    }
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

impl FromYaml for Unit {
    fn shape() -> Shape {
        Shape::Mapping(&keys::UNIT)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::UNIT)?;
        let name = fields.required("name");
        let full_name = fields.optional("full_name");
        let courtesy = fields.optional("courtesy");
        fields.finish();
        Some(Self {
            name: name?,
            full_name,
            courtesy,
        })
    }
}

impl FromYaml for Contact {
    fn shape() -> Shape {
        Shape::Mapping(&keys::CONTACT)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::CONTACT)?;
        let contact = Self {
            name: fields.optional("name"),
            phone: fields.optional("phone"),
            unit: fields.optional("unit"),
            postcode: fields.optional("postcode"),
            address: fields.optional("address"),
            leader: fields.optional("leader"),
            leader_phone: fields.optional("leader_phone"),
            handler: fields.optional("handler"),
            handler_phone: fields.optional("handler_phone"),
        };
        fields.finish();
        Some(contact)
    }
}

impl FromYaml for Body {
    fn shape() -> Shape {
        Shape::Mapping(&keys::BODY)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::BODY)?;
        let name = fields.required("name");
        let meeting = fields.optional("meeting");
        let copied_to = fields.optional("copied_to");
        let outcome_classes = outcome_classes(&mut fields);
        fields.finish();
        Some(Self {
            name: name?,
            meeting,
            copied_to,
            outcome_classes,
        })
    }
}

impl FromYaml for FeedbackSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::FEEDBACK)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::FEEDBACK)?;
        let settings = Self {
            name: fields.optional("name"),
            form: fields.optional("form").unwrap_or_default(),
            within: fields.optional("within"),
            return_to: fields.optional("return_to"),
        };
        fields.finish();
        Some(settings)
    }
}

/// The word that leaves something out of a public copy together with its label.
const REMOVE: &str = "remove";

impl FromYaml for PublicSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::PUBLIC)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::PUBLIC)?;
        let usual = Self::default();
        let settings = Self {
            phone: replacement(&mut fields, "phone"),
            personal: replacement(&mut fields, "personal"),
            word: text_or(&mut fields, "word", usual.word),
            internal_figure: text_or(&mut fields, "internal_figure", usual.internal_figure),
            annex: replacement(&mut fields, "annex"),
            names: fields.optional("names").unwrap_or_default(),
        };
        fields.finish();
        Some(settings)
    }
}

impl Words for NameRule {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("keep", Self::Keep, "保留，默认"),
        ("mask", Self::Mask, "印成 王×"),
        ("remove", Self::Remove, "删去"),
    ];
}

/// What replaces something; nothing for `remove`, as if the key were not there.
fn replacement(fields: &mut Fields<'_, '_, '_>, key: &'static str) -> Option<String> {
    let text: Option<PlacedText> = fields.optional(key);
    text.map(|text| text.text).filter(|text| text != REMOVE)
}

fn text_or(fields: &mut Fields<'_, '_, '_>, key: &'static str, usual: String) -> String {
    let text: Option<PlacedText> = fields.optional(key);
    text.map_or(usual, |text| text.text)
}

impl Words for OutcomeRule {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("optional", Self::Optional, "可有"),
        ("required", Self::Required, "必须有"),
        ("none", Self::None, "不写"),
    ];
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
pub(super) fn class_schemes() -> Shape {
    Shape::words(&[
        ("abc", "A、B、C 三类"),
        ("abcd", "A、B、C、D 四类"),
        ("jia_yi_bing", "甲、乙、丙三类"),
    ])
}

/// A scheme's name, or the office's own table.
fn outcome_classes(fields: &mut Fields<'_, '_, '_>) -> Option<OutcomeClasses> {
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

/// Roles of faces: title, body, the two heading levels, page numbers.
const FONT_ROLES: [&str; 5] = ["biaosong", "fangsong", "heiti", "kaiti", "songti"];

impl FromYaml for FontSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::FONTS)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::FONTS)?;
        let source = fields.optional("source").unwrap_or_default();
        let mut faces = BTreeMap::new();
        for role in FONT_ROLES {
            if let Some(face) = fields.optional(role) {
                faces.insert(role.to_owned(), face);
            }
        }
        fields.finish();
        Some(Self { source, faces })
    }
}

impl Words for FontSource {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("system", Self::System, "先用本单位和系统的字体，默认"),
        (
            "bundled",
            Self::Bundled,
            "只用随附的字体，在任何机器上字节相同",
        ),
    ];
}

impl FromYaml for PageSettings {
    fn shape() -> Shape {
        Shape::Mapping(&keys::PAGE)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::PAGE)?;
        let settings = Self {
            line_grid: fields.optional("line_grid").unwrap_or_default(),
            grid: fields.optional("grid").unwrap_or_default(),
            separator: fields.optional("separator"),
            thick_rule: fields.optional("thick_rule"),
            thin_rule: fields.optional("thin_rule"),
            rule_gap: fields.optional("rule_gap"),
        };
        fields.finish();
        Some(settings)
    }
}

impl FromYaml for RuleWeight {
    fn shape() -> Shape {
        Shape::Form(&keys::RULE_WEIGHT)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = PlacedText::from_yaml(node, decoder)?;
        let points = text.text.strip_suffix('磅').and_then(points);
        if points.is_none() {
            let message = format!("“{}”不是线的粗细", text.text);
            decoder.report(
                Diagnostic::error("wrong-rule-weight", text.place, message)
                    .with_hint("写 0.25 到 6 磅，小数最多两位，如 1.5磅"),
            );
        }
        points.map(Self)
    }
}

/// Points from 0.25 to 6 with two decimals at most.
fn points(text: &str) -> Option<f64> {
    let is_plain = text.len() <= 4
        && text.find('.').unwrap_or(text.len()) == 1
        && !text.ends_with('.')
        && text.starts_with(|first: char| first.is_ascii_digit());
    let points = text.parse().ok().filter(|_| is_plain);
    points.filter(|points| (0.25..=6.0).contains(points))
}

impl Words for LineGrid {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        (
            "edge",
            Self::Edge,
            "第一行的上沿到第 22 行的下沿是 225 mm，默认",
        ),
        ("box", Self::Box, "文字处理软件的习惯"),
    ];
}

impl Words for CharacterGrid {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("strict", Self::Strict, "汉字都落在网格上，默认"),
        ("loose", Self::Loose, "两端撑满"),
    ];
}
