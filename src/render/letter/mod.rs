//! One letter through its template: every text rendered, nothing laid out.

mod annexes;
mod body;
mod faults;
mod front;
mod origins;

use std::sync::Arc;

use tera::{Context, Value};

use super::context;
use super::links;
use super::names::Scope;
use super::template::Template;
use super::workspace::{Prose, Renderer, Scene};
use crate::diagnostic::{Checked, Sink};
use crate::facts::{ClassMarkPlace, FormPlace, HeadFormat, Letter, SealSpace};
use crate::origin::{Origin, Origins};
use crate::source::{PlacedText, Source, Span};

use faults::{joint_fault, list_faults, merged_fault};

/// A rendered text: Markdown, and where its prose was written.
#[derive(Debug, Clone)]
pub struct RenderedText {
    /// Markdown of one paragraph; never empty.
    pub markdown: String,
    /// Where the prose was written.
    pub place: Span,
}

impl RenderedText {
    /// Whether it prints a fact.
    pub fn prints_facts(&self) -> bool {
        links::destinations(&self.markdown).next().is_some()
    }
}

/// A rendered annex (附件).
#[derive(Debug)]
pub struct RenderedAnnex {
    /// Its title.
    pub title: RenderedText,
    /// Its Markdown; absent if it is a paper of its own.
    pub body: Option<Arc<Source>>,
}

/// Every text of a letter, rendered.
#[derive(Debug)]
pub struct Rendered {
    /// Which head the letter has.
    pub head: HeadFormat,
    /// Whether room is left for a seal.
    pub seal: SealSpace,
    /// The title, a line each; never empty.
    pub title: Vec<RenderedText>,
    /// Addressees by name; may be empty.
    pub addressees: Vec<PlacedText>,
    /// The class mark, if the letter has one, a line each; never without a line.
    pub class_mark: Option<(Vec<RenderedText>, ClassMarkPlace)>,
    /// Remarks, a paragraph each.
    pub remarks: Vec<RenderedText>,
    /// Copied-to list (抄送), by levels.
    pub copied_to: Vec<RenderedText>,
    /// Sign-offs (署名); may be empty.
    pub sign_offs: Vec<RenderedText>,
    /// The body's Markdown.
    pub body: Arc<Source>,
    /// The annexes, in order.
    pub annexes: Vec<RenderedAnnex>,
    /// The feedback form (征询意见表), if it has files of its own.
    pub form: Option<RenderedAnnex>,
    /// Origins of all links in the texts.
    pub origins: Origins,
}

impl Rendered {
    /// The texts around the body and the annexes' own: title, class mark, remarks, copied-to, sign-offs,
    /// and the annexes' titles.
    pub fn around_the_body(&self) -> impl Iterator<Item = &RenderedText> {
        let marks = self.class_mark.iter().flat_map(|(lines, _)| lines);
        let lines = [&self.title, &self.remarks, &self.copied_to, &self.sign_offs];
        let titles = self.annexes.iter().map(|annex| &annex.title);
        lines.into_iter().flatten().chain(marks).chain(titles)
    }

    /// The Markdown of all its texts.
    fn texts(&self) -> Vec<&str> {
        let titles = self.form.iter().map(|form| &form.title);
        let around = self.around_the_body().chain(titles);
        let annexes = self.annexes.iter().chain(&self.form);
        let bodies = annexes.filter_map(|annex| annex.body.as_ref());
        let bodies = bodies.chain([&self.body]).map(|body| body.text());
        let around = around.map(|text| text.markdown.as_str());
        around.chain(bodies).collect()
    }

    /// The facts that a rendered text prints, in order.
    pub fn origins_in<'r>(&'r self, markdown: &'r str) -> impl Iterator<Item = &'r Origin> {
        let destinations = links::destinations(markdown);
        destinations.filter_map(|it| self.origins.get(it).map(AsRef::as_ref))
    }
}

impl Renderer {
    /// Renders a letter.
    ///
    /// # Errors
    /// Reports an unknown kind, undefined names, figures without a value, a missing outcome class
    /// and whatever else keeps a text from being rendered; then there is no value.
    pub fn render(&self, letter: &Letter) -> Checked<Rendered> {
        let mut sink = Sink::new();
        if let Some(mistake) = self.mistake(&letter.kind.text) {
            sink.push(mistake.clone().stopping(&letter.id));
            return sink.checked(None);
        }
        let Some(template) = self.template(&letter.kind.text).cloned() else {
            sink.push(self.unknown_kind(letter));
            return sink.checked(None);
        };
        sink.extend(self.outcome_fault(letter, &template));
        sink.extend(joint_fault(letter, &template));
        sink.extend(merged_fault(letter, &template));
        sink.extend(list_faults(letter));
        if sink.has_errors() {
            return sink.checked(None);
        }
        let period = self.period(&letter.period.period);
        let scene = Scene {
            letter: &letter.id,
            period: &period,
        };
        let rendered = Rendering {
            renderer: self,
            letter,
            template: &template,
            scene,
            context: Context::new(),
            meeting: None,
            is_stopped: false,
            sink: &mut sink,
        }
        .run();
        sink.checked(rendered)
    }
}

/// One letter on its way through its template.
struct Rendering<'a> {
    renderer: &'a Renderer,
    letter: &'a Letter,
    template: &'a Template,
    scene: Scene<'a>,
    context: Context,
    /// The session in the office's own words.
    meeting: Option<String>,
    /// Whether a text could not be rendered.
    is_stopped: bool,
    sink: &'a mut Sink,
}

impl Rendering<'_> {
    fn run(mut self) -> Option<Rendered> {
        let addressees = self.see();
        let title = self.title();
        let class_mark = self.class_mark();
        let remarks = self.remarks();
        let copied_to = self.copied_to();
        let sign_offs = self.sign_offs();
        let body = self.body();
        let mut annexes = self.annexes(body.as_deref().unwrap_or_default());
        let form = match self.renderer.form_place(self.letter, self.template) {
            FormPlace::None => None,
            FormPlace::Separate => self.form(),
            FormPlace::Annex => {
                annexes.extend(self.form());
                None
            }
        };
        if self.is_stopped {
            return None;
        }
        let mut rendered = Rendered {
            head: self.head(),
            seal: self.seal(),
            title,
            addressees,
            class_mark,
            remarks,
            copied_to,
            sign_offs,
            body: Source::new(format!("output/{}.md（正文）", self.letter.id), body?),
            annexes,
            form,
            origins: Origins::new(),
        };
        rendered.origins = self.origins(&rendered.texts());
        Some(rendered)
    }

    /// Shows the texts what they may print, in the order in which one needs the other; gives the
    /// addressees.
    fn see(&mut self) -> Vec<PlacedText> {
        self.context = self.scene.period.context.clone();
        self.see_letter(&[]);
        self.meeting = self.meeting();
        if self.meeting.is_some() {
            self.see_letter(&[]);
        }
        let addressees = self.addressees();
        let names: Vec<_> = addressees.iter().map(|it| it.text.clone()).collect();
        if !names.is_empty() {
            self.see_letter(&names);
        }
        self.see_measures();
        self.see_count_line();
        addressees
    }

    fn see_letter(&mut self, addressees: &[String]) {
        let meeting = self.meeting.as_deref();
        let seen = context::letter(self.letter, &self.renderer.office, addressees, meeting);
        self.context.extend(seen);
    }

    /// The session as the office calls those of this body.
    fn meeting(&mut self) -> Option<String> {
        let renderer = self.renderer;
        let prose = renderer.office.body(self.letter)?.meeting.as_ref()?;
        Some(unescaped(&self.prose(prose)?.concat()))
    }

    /// The sentence that counts the proposal's points, if there are points to count.
    fn see_count_line(&mut self) {
        if self.letter.point_counts().is_none() {
            return;
        }
        let renderer = self.renderer;
        let own = self.letter.count_line.as_ref();
        let prose = own.or(renderer.office.count_line.as_ref());
        if let Some(paragraphs) = prose.and_then(|prose| self.prose(prose)) {
            let value = Value::safe_string(&paragraphs.join("\n\n"));
            self.context.insert_value("count_line", value);
        }
    }

    fn head(&self) -> HeadFormat {
        let own = self.letter.head;
        own.unwrap_or_else(|| self.template.head(&self.renderer.office))
    }

    fn seal(&self) -> SealSpace {
        let own = self.letter.seal.or(self.template.front.seal);
        own.unwrap_or(self.renderer.office.seal)
    }

    /// Renders prose to paragraphs; nothing after an error.
    fn prose(&mut self, text: &PlacedText) -> Option<Vec<String>> {
        let prose = self.renderer.prose(text, Scope::Letter, self.sink);
        self.rendered(&prose)
    }

    fn rendered(&mut self, prose: &Prose) -> Option<Vec<String>> {
        let rendered = self
            .renderer
            .render_prose(prose, &self.scene, &self.context, self.sink);
        self.is_stopped |= rendered.is_none();
        rendered
    }

    /// Renders prose to one paragraph; nothing if it is empty or after an error.
    fn line(&mut self, text: &PlacedText) -> Option<RenderedText> {
        let markdown = self.prose(text)?.join(" ");
        (!markdown.is_empty()).then(|| RenderedText {
            markdown,
            place: text.place.clone(),
        })
    }

    /// Renders prose to paragraphs that keep its place.
    fn paragraphs(&mut self, text: &PlacedText) -> Vec<RenderedText> {
        let paragraphs = self.prose(text).unwrap_or_default().into_iter();
        let placed = paragraphs.map(|markdown| RenderedText {
            markdown,
            place: text.place.clone(),
        });
        placed.filter(|it| !it.markdown.is_empty()).collect()
    }

    /// Texts that render to something.
    fn lines<'t>(&mut self, texts: impl IntoIterator<Item = &'t PlacedText>) -> Vec<RenderedText> {
        let texts = texts.into_iter();
        texts.filter_map(|text| self.line(text)).collect()
    }
}

/// Addressees are names, not Markdown.
fn unescaped(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut characters = markdown.chars();
    while let Some(character) = characters.next() {
        text.extend(if character == '\\' {
            characters.next()
        } else {
            Some(character)
        });
    }
    text
}
