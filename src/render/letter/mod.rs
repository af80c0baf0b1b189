//! One letter through its template: every text rendered, nothing laid out.

mod annexes;
mod body;
mod faults;
mod front;
mod origins;
mod rendered;
mod seen;
mod texts;

use tera::Context;

use super::template::Template;
use super::workspace::{Renderer, Scene};
use crate::diagnostic::{Checked, Sink};
use crate::facts::{FormPlace, HeadFormat, Letter, SealSpace};
use crate::origin::Origins;
use crate::source::Source;

use faults::{joint_fault, list_faults, merged_fault};

pub use rendered::{Rendered, RenderedAnnex, RenderedText};

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

    fn head(&self) -> HeadFormat {
        let own = self.letter.head;
        own.unwrap_or_else(|| self.template.head(&self.renderer.office))
    }

    fn seal(&self) -> SealSpace {
        let own = self.letter.seal.or(self.template.front.seal);
        own.unwrap_or(self.renderer.office.seal)
    }
}
