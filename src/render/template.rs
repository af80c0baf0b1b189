//! Templates (信件模板): a kind of letter as a Markdown file with YAML front matter.

use std::sync::Arc;

use super::outline::{Outline, outline};
use crate::diagnostic::{Diagnostic, Sink};
use crate::facts::yaml::{self, Decoder, FromYaml, Node};
use crate::facts::{HeadFormat, SealSpace};
use crate::source::{PlacedText, Source, Span};

/// Largest template, in bytes.
const LARGEST_TEMPLATE: usize = 256 * 1024;

/// A kind of letter.
#[derive(Debug)]
pub struct Template {
    /// The file's stem, such as `co_handling_opinion`.
    pub kind: String,
    /// The front matter.
    pub front: FrontMatter,
    /// The file.
    pub source: Arc<Source>,
    /// The body and where it stands in the file.
    pub(super) body: Span,
    pub(super) outline: Outline,
}

/// What a template's front matter says; every text is Tera prose.
#[derive(Debug, Default)]
pub struct FrontMatter {
    /// What the kind is called, such as 会办意见.
    pub name: Option<PlacedText>,
    /// Which head; the letter wins, the office comes last.
    pub head: Option<HeadFormat>,
    /// One item a line.
    pub title: Vec<PlacedText>,
    /// Addressees of letters that name none.
    pub addressees: Option<PlacedText>,
    /// Whether letters carry an outcome class.
    pub outcome: OutcomeRule,
    /// The opening of letters that have none of their own.
    pub opening: Option<PlacedText>,
    /// The closing of letters that have none of their own.
    pub closing: Option<PlacedText>,
    /// Remarks before the letter's own; what renders to nothing is left out.
    pub remarks: Vec<PlacedText>,
    /// Whether room is left for a seal; the letter wins, the office comes last.
    pub seal: Option<SealSpace>,
}

/// Whether letters of a kind carry an outcome class (办理结果分类).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OutcomeRule {
    /// They may.
    #[default]
    Optional,
    /// They must.
    Required,
    /// They must not.
    None,
}

impl FromYaml for FrontMatter {
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, "模板开头的设置")?;
        let heads = [
            ("document", HeadFormat::Document),
            ("letter", HeadFormat::Letter),
        ];
        let seals = [
            ("none", SealSpace::None),
            ("seal", SealSpace::Seal),
            ("name_stamp", SealSpace::NameStamp),
        ];
        let front = Self {
            name: fields.optional("name"),
            head: fields.choice("head", &heads),
            title: fields.required::<Lines>("title").unwrap_or_default().0,
            addressees: fields.optional("addressees"),
            outcome: fields
                .choice("outcome", &OutcomeRule::WORDS)
                .unwrap_or_default(),
            opening: fields.optional("opening"),
            closing: fields.optional("closing"),
            remarks: fields.list("remarks"),
            seal: fields.choice("seal", &seals),
        };
        fields.finish();
        Some(front)
    }
}

/// One text, or a list of texts that are a line each.
#[derive(Debug, Default)]
struct Lines(Vec<PlacedText>);

impl FromYaml for Lines {
    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if node.is_list() {
            return decoder.items(node).map(Self);
        }
        decoder.text(node).map(|line| Self(vec![line]))
    }
}

impl OutcomeRule {
    const WORDS: [(&str, Self); 3] = [
        ("optional", Self::Optional),
        ("required", Self::Required),
        ("none", Self::None),
    ];
}

impl Template {
    /// The name under which other templates include it.
    pub(super) fn file_name(&self) -> String {
        format!("{}.md", self.kind)
    }

    /// Reads a template file.
    ///
    /// # Errors
    /// Reports a file without front matter, and everything wrong with the front matter's YAML.
    pub fn from_source(source: &Arc<Source>, sink: &mut Sink) -> Option<Self> {
        let text = source.text();
        if text.len() > LARGEST_TEMPLATE {
            let message = format!("模板有 {} 字节，超过 256 KiB 的上限", text.len());
            sink.push(
                Diagnostic::error("file-too-large", Span::file(source), message)
                    .with_hint("请检查是否放错了文件"),
            );
            return None;
        }
        let Some((front_end, body_start)) = front_matter(text) else {
            sink.push(without_front_matter(source));
            return None;
        };
        let front = yaml::from_yaml(&front_source(source, front_end), sink)?;
        Some(Self {
            kind: stem(source.path()),
            front,
            source: Arc::clone(source),
            body: Span::new(source, body_start..text.len()),
            outline: outline(&text[body_start..]),
        })
    }
}

/// The end of the front matter and the start of the body, if the file has both marks.
fn front_matter(text: &str) -> Option<(usize, usize)> {
    let text_start = text.len() - text.trim_start_matches('\u{feff}').len();
    let rest = text[text_start..].strip_prefix("---")?;
    let first_line = rest.find('\n')?;
    if !rest[..first_line].trim().is_empty() {
        return None;
    }
    let mut position = text.len() - rest.len() + first_line + 1;
    for line in text[position..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((position, position + line.len()));
        }
        position += line.len();
    }
    None
}

/// The front matter as a YAML file of its own in which every place is that of the template.
fn front_source(source: &Arc<Source>, end: usize) -> Arc<Source> {
    let front = source.text()[..end].replacen("---", "#  ", 1);
    Source::new(source.path(), front)
}

fn without_front_matter(source: &Arc<Source>) -> Diagnostic {
    let message = "模板开头没有用“---”括起来的设置";
    Diagnostic::error("template-front-matter", Span::line(source, 1), message)
        .with_hint("第一行写“---”，下面写 title: 等设置，再写一行“---”，然后是正文")
}

/// A file's name without folder and ending.
pub(super) fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name).to_owned()
}
