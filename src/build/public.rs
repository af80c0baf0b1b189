//! Public copies (公开本): what may be published of a letter, as Markdown and PDF.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::appearance::font_choice;
use super::chosen::chosen;
use super::journal::Journal;
use super::letter::{LaidOut, Outputs, Setting};
use super::manifest::Manifest;

use super::outputs::{Outcome, OutputFolder, read_if_present, with_line_feeds};
use super::seal;
use super::workspace::Workspace;
use super::write;
use super::{Mode, Options, Progress, fonts, page_style};
use crate::diagnostic::{Diagnostic, Severity, Sink};
use crate::document::compose;
use crate::error::Error;
use crate::export;
use crate::facts::{HandlingRole, Letter, Publication};
use crate::layout;
use crate::project::Project;
use crate::publication::{self, Removal, RemovalPlace, Rules};
use crate::source::Span;

/// What follows a letter's id in the names of its public copy.
pub const SUFFIX: &str = ".公开";

/// A public copy.
#[derive(Debug)]
pub struct PublicCopy {
    /// The letter's id.
    pub letter: String,
    /// What became of it.
    pub state: State,
    /// What was taken out, and where it was written.
    pub removed: Vec<(Removal, Span)>,
    /// What its stages had to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// What became of a public copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Its files were put in place, or were not since they were edited.
    Put(Outcome),
    /// The letter is not published; why.
    Withheld(&'static str),
    /// The letter is to be published, but something is missing for it; what to do.
    Unready(&'static str),
    /// The letter has errors, or something that the copy cannot do without.
    Failed,
}

/// How much of a letter is published.
enum Extent<'w> {
    /// This letter's text.
    Text(&'w Letter),
    /// The title alone.
    Title,
    /// Nothing, for this reason.
    Nothing(&'static str),
    /// Nothing yet, because of this.
    Missing(&'static str),
}

/// Writes public copies; one that was edited by hand is kept unless edits are overwritten.
///
/// # Errors
/// Whatever the operator must mend.
pub fn public(
    project: &Project,
    options: &Options,
    progress: &dyn Progress,
) -> Result<(Vec<PublicCopy>, Vec<Diagnostic>), Error> {
    let workspace = Workspace::load(project);
    let letters = chosen(project, &workspace, &options.letters)?;
    let shared = workspace.shared.as_ref();
    let public = shared.and_then(|shared| shared.for_public(project));
    let (Some(shared), Some(public)) = (shared, &public) else {
        return Ok((Vec::new(), workspace.diagnostics));
    };
    let found = fonts(project, &shared.office, options)?;
    let style = page_style(&shared.office);
    let output = project.output();
    write::prepare_folder(&output)?;
    let _lock = write::lock(&output, || progress.wait())?;
    let mut manifest = Manifest::read(&output)?;
    let journal = Journal::open(&output)?;
    let setting = Setting {
        shared,
        style: &style,
        fonts: &found.fonts,
    };
    let folder = OutputFolder {
        path: &output,
        journal: &journal,
        overwrites_edits: options.mode == Mode::Overwrite,
        fonts: font_choice(&shared.office, options).into(),
    };
    let making = Making {
        workspace: &workspace,
        sent: sent(project)?,
        private: setting,
        public: Setting {
            shared: public,
            ..setting
        },
    };
    progress.start(letters.len());
    let copies = letters.par_iter().map(|letter| {
        let made = making.copy(letter, &folder, &manifest);
        progress.advance();
        made
    });
    let copies: Vec<Result<_, Error>> = copies.collect();
    let copies = copies.into_iter().collect::<Result<_, Error>>()?;
    if manifest.has_changed() {
        manifest.save()?;
    }
    journal.close()?;
    let own: Vec<_> = workspace.diagnostics.into_iter().filter(is_error).collect();
    Ok((copies, own))
}

/// What sealed letters said when they were sent.
fn sent(project: &Project) -> Result<BTreeMap<String, String>, Error> {
    let mut sent = BTreeMap::new();
    for id in seal::read_all(&project.root)?.into_keys() {
        let name = format!("{id}.md");
        let bytes = read_if_present(&project.output().join(&name))?;
        let bytes = bytes.map(|bytes| with_line_feeds(&name, &bytes).into_owned());
        let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        sent.insert(id, text.unwrap_or_default());
    }
    Ok(sent)
}

fn no_longer_as_sent(letter: &Letter) -> Diagnostic {
    let message = "这封信已经封存，现在的内容和发出的不同，做出的公开本会和原件不符";
    Diagnostic::error("public-not-as-sent", letter.place.clone(), message).with_hint(
        "把内容恢复到发出时的样子再做；或者用 fuhan seal --amend 起草更正函，给更正函做公开本",
    )
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
}

/// What public copies are made with.
struct Making<'a> {
    workspace: &'a Workspace,
    /// For the addressees: what was printed, to tell what was taken out.
    private: Setting<'a>,
    /// For the public.
    public: Setting<'a>,
    /// The Markdown of sealed letters as they were sent, by id.
    sent: BTreeMap<String, String>,
}

impl Making<'_> {
    fn copy(
        &self,
        letter: &Letter,
        folder: &OutputFolder<'_>,
        manifest: &Manifest,
    ) -> Result<PublicCopy, Error> {
        let mut copy = PublicCopy {
            letter: letter.id.clone(),
            state: State::Failed,
            removed: Vec::new(),
            diagnostics: Vec::new(),
        };
        let (text, is_title_only) = match self.extent(letter) {
            Extent::Nothing(reason) => {
                copy.state = State::Withheld(reason);
                return Ok(copy);
            }
            Extent::Missing(reason) => {
                copy.state = State::Unready(reason);
                return Ok(copy);
            }
            Extent::Title => (letter, true),
            Extent::Text(text) => (text, false),
        };
        let mut sink = Sink::new();
        let outputs = self.make(text, is_title_only, &mut copy.removed, &mut sink);
        copy.diagnostics = sink
            .into_diagnostics()
            .into_iter()
            .filter(is_error)
            .collect();
        let Some(outputs) = outputs.transpose()? else {
            return Ok(copy);
        };
        let mut known = manifest.entry(&letter.id)?.unwrap_or_default();
        let stem = format!("{}{SUFFIX}", letter.id);
        let (outcome, written) = folder.put(&stem, &outputs, &known)?;
        copy.state = State::Put(outcome);
        if !written.is_empty() {
            known.outputs.extend(written);
            manifest.put(&letter.id, &known)?;
        }
        Ok(copy)
    }

    /// By the letter's `disclosure`; without one the whole text, as the rule for replies is.
    fn extent<'w>(&'w self, letter: &'w Letter) -> Extent<'w> {
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

    /// The outputs of a public copy; nothing after an error.
    fn make(
        &self,
        letter: &Letter,
        is_title_only: bool,
        removed: &mut Vec<(Removal, Span)>,
        sink: &mut Sink,
    ) -> Option<Result<Outputs, Error>> {
        let (private, diagnostics) = self.private.lay_out(letter);
        sink.extend(diagnostics);
        let private = private?;
        let sent = self.sent.get(&letter.id);
        if sent.is_some_and(|sent| *sent != export::markdown::markdown(&private.document)) {
            sink.push(no_longer_as_sent(letter));
            return None;
        }
        let (renderer, office) = (&self.public.shared.renderer, &self.public.shared.office);
        let rendered = renderer.render(letter).take(sink)?;
        let composed = compose::compose(letter, office, &rendered).take(sink)?;
        let document = match is_title_only {
            true => publication::title_only(composed),
            false => composed,
        };
        let (internal, faults) =
            publication::internal_facts(renderer, letter, (&rendered, &document));
        sink.extend(faults);
        let published = Rules::new(office, letter, renderer.facts()).publish(document, letter);
        sink.extend(published.faults);
        sink.extend(publication::typed_figures(
            renderer.facts(),
            letter,
            &published.document,
        ));
        let proof = self.private.proof(letter, &private.document);
        let all = published.removals.into_iter().chain(internal);
        removed.extend(all.filter(|_| !is_title_only).map(|removal| {
            let place = match &removal.place {
                RemovalPlace::Written(place) => place.clone(),
                RemovalPlace::Printed(text, range) => proof.place_of(text, range.clone()),
            };
            (removal, place)
        }));
        if sink.has_errors() {
            return None;
        }
        let document = published.document;
        let pages = layout::layout(&document, self.public.style, self.public.fonts).take(sink)?;
        let form = None;
        let laid_out = LaidOut {
            document,
            pages,
            form,
        };
        Some(self.public.export(letter, laid_out))
    }
}
