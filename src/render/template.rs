//! Templates (信件模板): a kind of letter as a Markdown file with YAML front matter.

use std::sync::Arc;

use super::keys::FRONT_MATTER;
use super::outline::{Outline, outline};
use crate::diagnostic::{Diagnostic, Sink};
use crate::facts::yaml::{self, Decoder, FromYaml, Node, Shape, Words};
use crate::facts::{HandlingRole, HeadFormat, Office, OutcomeRule, SealSpace};
use crate::source::{PlacedText, Source, Span};

/// The template of the feedback form (征询意见表), which is no kind of letter.
pub(super) const FEEDBACK_FORM: &str = "feedback_form";

/// Largest template, in bytes.
const LARGEST_TEMPLATE: usize = 256 * 1024;

/// A kind of letter.
#[derive(Debug, Clone)]
pub struct Template {
    /// The file's stem, such as `co_handling_opinion`.
    pub kind: String,
    /// The front matter.
    pub front: FrontMatter,
    /// The file.
    pub source: Arc<Source>,
    /// The files of the kinds that this one is based on.
    pub(super) bases: Vec<Arc<Source>>,
    /// The body and where it stands in the file.
    pub(super) body: Span,
    pub(super) outline: Outline,
}

/// What a template's front matter says; every text is Tera prose.
#[derive(Debug, Clone, Default)]
pub struct FrontMatter {
    /// The kind that gives what this one leaves out; its own name stands for the built-in kind.
    pub based_on: Option<PlacedText>,
    /// What the kind is called, such as 会办意见.
    pub name: Option<PlacedText>,
    /// Which head; the letter wins, then the office over a built-in kind.
    pub head: Option<HeadFormat>,
    /// Whether the head was said by a template of the office's own.
    pub has_own_head: bool,
    /// One item a line.
    pub title: Vec<PlacedText>,
    /// Addressees of letters that name none.
    pub addressees: Option<PlacedText>,
    /// The part of the office in the handling; decides the due date.
    pub role: Option<HandlingRole>,
    /// Whether letters carry an outcome class; they may if absent.
    pub outcome: Option<OutcomeRule>,
    /// Whether several issuers must sign.
    pub is_joint: Option<bool>,
    /// The opening of letters that have none of their own.
    pub opening: Option<PlacedText>,
    /// The closing of letters that have none of their own.
    pub closing: Option<PlacedText>,
    /// Remarks before the letter's own; what renders to nothing is left out.
    pub remarks: Option<Vec<PlacedText>>,
    /// Copied-to list instead of the office's; what renders to nothing is left out.
    pub copied_to: Option<Vec<PlacedText>>,
    /// Sign-offs instead of the office's.
    pub sign_offs: Option<Vec<PlacedText>>,
    /// Whether room is left for a seal; the letter wins, the office comes last.
    pub seal: Option<SealSpace>,
}

impl FrontMatter {
    /// Every text of it that is rendered.
    pub(super) fn texts(&self) -> impl Iterator<Item = &PlacedText> {
        let lists = [&self.remarks, &self.copied_to, &self.sign_offs].into_iter();
        let lists = lists.flatten().flatten().chain(&self.title);
        let single = [&self.name, &self.addressees, &self.opening, &self.closing];
        lists.chain(single.into_iter().flatten())
    }
}

impl FromYaml for FrontMatter {
    fn shape() -> Shape {
        Shape::Mapping(&FRONT_MATTER)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut fields = decoder.fields(node, &FRONT_MATTER)?;
        let based_on = fields.optional("based_on");
        let title = match based_on.is_some() {
            true => fields.optional::<Lines>("title"),
            false => fields.required::<Lines>("title"),
        };
        let front = Self {
            based_on,
            name: fields.optional("name"),
            head: fields.optional("head"),
            has_own_head: false,
            title: title.unwrap_or_default().0,
            addressees: fields.empty_or_text("addressees"),
            role: fields.optional("role"),
            outcome: fields.optional("outcome"),
            is_joint: fields
                .optional::<YesNo>("joint")
                .map(|joint| joint == YesNo::Yes),
            opening: fields.empty_or_text("opening"),
            closing: fields.empty_or_text("closing"),
            remarks: fields.optional("remarks"),
            copied_to: fields.optional("copied_to"),
            sign_offs: fields.optional("sign_offs"),
            seal: fields.optional("seal"),
        };
        fields.finish();
        Some(front)
    }
}

/// Whether something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YesNo {
    Yes,
    No,
}

impl Words for YesNo {
    const WORDS: &'static [(&'static str, Self, &'static str)] =
        &[("true", Self::Yes, "是"), ("false", Self::No, "不是")];
}

/// One text, or a list of texts that are a line each.
#[derive(Debug, Default)]
pub(super) struct Lines(Vec<PlacedText>);

impl FromYaml for Lines {
    fn shape() -> Shape {
        Shape::one_or_list(Shape::Text)
    }

    fn from_yaml(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        if node.is_list() {
            return decoder.items(node).map(Self);
        }
        decoder.text(node).map(|line| Self(vec![line]))
    }
}

impl FrontMatter {
    /// Takes from another kind's what this one leaves out.
    fn inherit(&mut self, base: &Self) {
        self.name = self.name.take().or_else(|| base.name.clone());
        if self.head.is_none() {
            self.head = base.head;
            self.has_own_head = base.has_own_head;
        }
        if self.title.is_empty() {
            self.title.clone_from(&base.title);
        }
        self.addressees = self.addressees.take().or_else(|| base.addressees.clone());
        self.role = self.role.or(base.role);
        self.outcome = self.outcome.or(base.outcome);
        self.is_joint = self.is_joint.or(base.is_joint);
        self.opening = self.opening.take().or_else(|| base.opening.clone());
        self.closing = self.closing.take().or_else(|| base.closing.clone());
        self.remarks = self.remarks.take().or_else(|| base.remarks.clone());
        self.copied_to = self.copied_to.take().or_else(|| base.copied_to.clone());
        self.sign_offs = self.sign_offs.take().or_else(|| base.sign_offs.clone());
        self.seal = self.seal.or(base.seal);
    }
}

impl Template {
    /// Whether the file is a part that templates include, not a kind: its name begins with `_`.
    pub fn is_part(&self) -> bool {
        self.kind.starts_with('_')
    }

    /// The head of letters that ask for none: what the office's own templates say, then the office,
    /// then the built-in kind.
    pub(super) fn head(&self, office: &Office) -> HeadFormat {
        let own = self.front.head.filter(|_| self.front.has_own_head);
        let wanted = own.or(office.head).or(self.front.head);
        wanted.unwrap_or(HeadFormat::Letter)
    }

    /// Whether letters may be of this kind: it is neither a part nor the feedback form.
    pub fn is_kind(&self) -> bool {
        !self.is_part() && self.kind != FEEDBACK_FORM
    }

    /// Takes from the kind that this one is based on what it leaves out.
    pub(super) fn inherit(&mut self, base: &Self) {
        self.front.inherit(&base.front);
        self.bases = vec![Arc::clone(&base.source)];
        self.bases.extend(base.bases.iter().cloned());
        if self.body.text().trim().is_empty() {
            self.body = base.body.clone();
            self.outline = base.outline.clone();
        }
    }

    /// Everything that the kind is written in: its own file, then those that it is based on.
    pub(super) fn whole_text(&self) -> String {
        let files = [&self.source].into_iter().chain(&self.bases);
        files
            .map(|source| source.text())
            .collect::<Vec<_>>()
            .join("\n")
    }

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
        let kind = stem(source.path());
        if kind.starts_with('_') {
            return Some(Self::part(kind, source));
        }
        let Some((front_end, body_start)) = front_matter(text) else {
            sink.push(without_front_matter(source));
            return None;
        };
        let mut front: FrontMatter = yaml::from_yaml(&front_source(source, front_end), sink)?;
        front.has_own_head = front.head.is_some() && !source.is_built_in();
        Some(Self {
            kind,
            front,
            source: Arc::clone(source),
            bases: Vec::new(),
            body: Span::new(source, body_start..text.len()),
            outline: outline(&text[body_start..]),
        })
    }

    /// A file that is a body only.
    fn part(kind: String, source: &Arc<Source>) -> Self {
        Self {
            kind,
            front: FrontMatter::default(),
            source: Arc::clone(source),
            bases: Vec::new(),
            body: Span::new(source, 0..source.text().len()),
            outline: outline(source.text()),
        }
    }
}

/// The end of the front matter and the start of the body, if the file has both marks.
fn front_matter(text: &str) -> Option<(usize, usize)> {
    let rest = text.strip_prefix("---")?;
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
