//! How much of a letter is published: its whole text, a summary of it, the title alone, or nothing.

use super::making::Making;
use crate::facts::{HandlingRole, Letter, Publication};

/// How much of a letter is published.
pub(super) enum Extent<'w> {
    /// This letter's text.
    Text(&'w Letter),
    /// The title alone.
    Title,
    /// Nothing, for this reason.
    Nothing(&'static str),
    /// Nothing yet, because of this.
    Missing(&'static str),
}

impl Making<'_> {
    /// By the letter's `disclosure`; without one the whole text, as the rule for replies is.
    pub(super) fn extent<'w>(&'w self, letter: &'w Letter) -> Extent<'w> {
        if letter.classification.is_some() {
            return Extent::Nothing("信件有密级，不公开");
        }
        match letter.disclosure {
            Some(Publication::None) => Extent::Nothing("信件标明不公开（disclosure: none）"),
            Some(Publication::Title) => Extent::Title,
            Some(Publication::Summary) if !self.is_summary(letter) => self.summary(letter),
            None if self.role(letter) == Some(HandlingRole::CoHandling) => Extent::Nothing(
                "会办意见写给主办单位，一般不公开；要公开，在信件里写 disclosure: full",
            ),
            _ => Extent::Text(letter),
        }
    }

    fn role(&self, letter: &Letter) -> Option<HandlingRole> {
        let mut templates = self.private.shared.renderer.templates();
        let template = templates.find(|it| it.kind == letter.kind.text);
        letter
            .handling
            .role
            .or(template.and_then(|it| it.front.role))
    }

    fn is_summary(&self, letter: &Letter) -> bool {
        self.role(letter) == Some(HandlingRole::Publication)
    }

    /// The summary (答复摘要) that the workspace has for the same proposal.
    fn summary<'w>(&'w self, letter: &Letter) -> Extent<'w> {
        let same = |it: &&Letter| {
            let (one, other) = (&it.proposal, &letter.proposal);
            one.number.text == other.number.text
                && one.body.text == other.body.text
                && (one.term, one.session) == (other.term, other.session)
        };
        let mut letters = self.workspace.letters.iter();
        let summary = letters.find(|it| same(it) && self.is_summary(it));
        summary.map_or(
            Extent::Missing(
                "信件标明摘要公开，还没有答复摘要：用 fuhan new 编号_摘要 --kind reply_summary 写一封同一提案号的",
            ),
            Extent::Text,
        )
    }
}
