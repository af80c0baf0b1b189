//! How the parts of the official form are read and checked.

mod document_number;

use super::form::{ClassMarkPlace, Classification, FormPlace, HeadFormat, SealSpace};
use super::keys;
use super::yaml::{Decoder, FromYaml, Node, Shape, Words};
use crate::source::PlacedText;

pub(super) use document_number::parse_document_number;

impl Words for HeadFormat {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("letter", Self::Letter, "信函格式"),
        ("document", Self::Document, "文件格式"),
    ];
}

impl Words for ClassMarkPlace {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("top_right", Self::TopRight, "右上角"),
        ("beside_number", Self::BesideNumber, "文号旁，默认"),
        ("after_number", Self::AfterNumber, "紧接文号"),
        ("above_addressee", Self::AboveAddressee, "主送之上"),
        ("end", Self::End, "文末"),
        ("none", Self::Nowhere, "不单独印（由结束语等写出）"),
    ];
}

impl Words for FormPlace {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("annex", Self::Annex, "最后一个附件"),
        ("separate", Self::Separate, "单独的文件"),
        ("none", Self::None, "没有，默认"),
    ];
}

impl Words for SealSpace {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("none", Self::None, "不盖章，默认"),
        ("seal", Self::Seal, "留印章位置"),
        ("name_stamp", Self::NameStamp, "留签名章位置"),
    ];
}

impl FromYaml for Classification {
    fn shape() -> Shape {
        Shape::Mapping(&keys::CLASSIFICATION)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &keys::CLASSIFICATION)?;
        let level = fields.word("level");
        let term: Option<PlacedText> = fields.optional("term");
        if !fields.has("level") {
            fields.required::<PlacedText>("level");
        }
        fields.finish();
        Some(Self {
            level: level?,
            term: term.map(|term| term.text),
        })
    }
}
