//! What the letter's texts may print: its context, filled in the order in which one needs the other.

use tera::Value;

use super::Rendering;
use super::texts::unescaped;
use crate::render::context;
use crate::source::PlacedText;

impl Rendering<'_> {
    /// Shows the texts what they may print, in the order in which one needs the other; gives the
    /// addressees.
    pub(super) fn see(&mut self) -> Vec<PlacedText> {
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
}
