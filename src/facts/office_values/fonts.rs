//! The fonts that an office asks for.

use std::collections::BTreeMap;

use crate::facts::keys;
use crate::facts::office::{FontSettings, FontSource};
use crate::facts::yaml::{Decoder, FromYaml, Node, Shape, Words};

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
