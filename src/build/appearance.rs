//! What letters look like: the fonts and the page that the office asks for.

use super::{Mode, Options};
use crate::error::Error;
use crate::facts::{self, Office, RuleWeight};
use crate::layout::length::Length;
use crate::layout::style::{DocumentHead, LetterHead};
use crate::layout::{Grid, LineGrid, PageStyle};
use crate::project::Project;
use crate::project::fonts::FontChoice;

pub(super) fn font_choice(office: &Office, options: &Options) -> FontChoice {
    let by_office = match office.fonts.source {
        facts::FontSource::System => FontChoice::Discover,
        facts::FontSource::Bundled => FontChoice::Bundled,
    };
    match options.mode {
        Mode::Compare => FontChoice::Bundled,
        _ => options.fonts.unwrap_or(by_office),
    }
}

/// The fonts of a build.
///
/// # Errors
/// [`Error::Font`] if the office asks for a font file that cannot be used.
pub fn fonts(
    project: &Project,
    office: &Office,
    options: &Options,
) -> Result<crate::project::fonts::FoundFonts, Error> {
    let choice = font_choice(office, options);
    crate::project::office_fonts::for_office(&project.root, office, choice)
}

/// The page as the office asks for it.
pub fn page_style(office: &Office) -> PageStyle {
    let page = office.page;
    let standard = PageStyle::default();
    let or = |asked: Option<RuleWeight>, usual: Length| asked.map_or(usual, |it| Length::pt(it.0));
    let (document_head, letter_head) = (standard.document_head, standard.letter_head);
    PageStyle {
        line_grid: match page.line_grid {
            facts::LineGrid::Edge => LineGrid::Edge,
            facts::LineGrid::Box => LineGrid::Box,
        },
        grid: match page.grid {
            facts::CharacterGrid::Strict => Grid::Strict,
            facts::CharacterGrid::Loose => Grid::Loose,
        },
        document_head: DocumentHead {
            separator: or(page.separator, document_head.separator),
            ..document_head
        },
        letter_head: LetterHead {
            thick: or(page.thick_rule, letter_head.thick),
            thin: or(page.thin_rule, letter_head.thin),
            gap: or(page.rule_gap, letter_head.gap),
            ..letter_head
        },
        ..standard
    }
}
