//! One letter through its template: every text rendered, nothing laid out.

use std::sync::Arc;

use tera::{Context, Map, Value};

use super::annexes::figure_table;
use super::context;
use super::links;
use super::names::Scope;
use super::sections::{Piece, RenderedSection, arrange, section_number};
use super::template::Template;
use super::workspace::{Prose, Renderer, Scene};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::facts::{
    Annex, AnnexContent, Aspect, ClassMarkPlace, FormPlace, HandlingRole, HeadFormat, Letter,
    OutcomeRule, Period, SealSpace, Section, SectionContent,
};
use crate::origin::{MeasureOrigin, Origin, Origins};
use crate::source::{PlacedText, Source, Span};

/// Most entries that a list of a letter may have, so that loops over lists end.
const LONGEST_LIST: usize = 500;

/// A rendered text: Markdown, and where its prose was written.
#[derive(Debug, Clone)]
pub struct RenderedText {
    /// Markdown of one paragraph; never empty.
    pub markdown: String,
    /// Where the prose was written.
    pub place: Span,
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
        let Some(template) = self.template(&letter.kind.text).cloned() else {
            sink.push(self.unknown_kind(letter));
            return sink.checked(None);
        };
        if self.is_broken(&template.kind) {
            sink.push(broken_kind(letter));
            return sink.checked(None);
        }
        sink.extend(self.outcome_fault(letter, &template));
        sink.extend(joint_fault(letter, &template));
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

    /// The letter's rule wins, then the office's, then the template's.
    fn outcome_rule(&self, letter: &Letter, template: &Template) -> OutcomeRule {
        let marks = [&letter.class_mark, &self.office.class_mark];
        let mut marks = marks.into_iter().flatten();
        let own = marks.find_map(|mark| mark.kinds.get(&template.kind).copied());
        own.or(template.front.outcome).unwrap_or_default()
    }

    fn outcome_fault(&self, letter: &Letter, template: &Template) -> Option<Diagnostic> {
        match (self.outcome_rule(letter, template), &letter.outcome) {
            // An office without classes has none to ask for.
            (OutcomeRule::Required, None) if self.office.classes(letter).is_empty() => None,
            (OutcomeRule::Required, None) => Some(
                Diagnostic::error(
                    "missing-outcome",
                    letter.place.clone(),
                    "这种信件要写办理结果分类，信件里没有",
                )
                .with_hint("请加一行 outcome: 分类字母；本单位这种信不写分类，在 office.yaml 的 class_mark.kinds 里写 none"),
            ),
            (OutcomeRule::None, Some(outcome)) => Some(
                Diagnostic::error(
                    "needless-outcome",
                    outcome.place.clone(),
                    "这种信件不写办理结果分类",
                )
                .with_hint("请删去 outcome"),
            ),
            _ => None,
        }
    }

    fn unknown_kind(&self, letter: &Letter) -> Diagnostic {
        let message = format!("没有“{}”这种模板", letter.kind.text);
        let hint = crate::text::nearest::suggestion(&letter.kind.text, self.kinds())
            .unwrap_or_else(|| {
                format!(
                    "现有的模板：{}",
                    self.kinds().collect::<Vec<_>>().join("、")
                )
            });
        Diagnostic::error("unknown-kind", letter.kind.place.clone(), message).with_hint(hint)
    }
}

fn broken_kind(letter: &Letter) -> Diagnostic {
    let message = format!(
        "模板“{}”有错，信件 {} 没有生成",
        letter.kind.text, letter.id
    );
    Diagnostic::error("broken-template", letter.kind.place.clone(), message)
        .with_hint("请先改正模板里的错误")
}

/// A joint letter (联合行文) has several issuers.
fn joint_fault(letter: &Letter, template: &Template) -> Option<Diagnostic> {
    let sign_offs = letter.sign_offs.as_ref().map_or(0, Vec::len);
    let is_several = letter.issuers.len() > 1 || sign_offs > 1;
    if template.front.is_joint != Some(true) || is_several {
        return None;
    }
    let message = "联合答复要有两个以上的发文机关";
    let fault = Diagnostic::error("missing-issuers", letter.place.clone(), message);
    Some(fault.with_hint("请写“issuers: [主办单位, 联合单位]”，主办单位在前"))
}

fn list_faults(letter: &Letter) -> Option<Diagnostic> {
    fn count(sections: &[Section]) -> usize {
        sections
            .iter()
            .map(|section| 1 + count(&section.sections))
            .sum()
    }
    let lengths = [
        letter.introduction.len(),
        letter.next_steps.len(),
        letter.addressees.as_ref().map_or(0, Vec::len),
        letter.proposal.proposers.len(),
        letter.proposal.co_handlers.len(),
        count(&letter.sections),
    ];
    lengths
        .iter()
        .any(|length| *length > LONGEST_LIST)
        .then(|| {
            let message = format!("信件里有一个列表超过 {LONGEST_LIST} 项");
            Diagnostic::error("list-too-long", letter.place.clone(), message)
                .with_hint("请拆成几封信")
        })
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
        self.context = self.scene.period.context.clone();
        self.see_letter(&[]);
        self.meeting = self.meeting();
        self.see_letter(&[]);
        let addressees = self.addressees();
        let names: Vec<_> = addressees
            .iter()
            .map(|placed| placed.text.clone())
            .collect();
        self.see_letter(&names);
        self.see_measures();
        self.see_count_line();
        let title = self.title();
        let class_mark = self.class_mark();
        let remarks = self.remarks();
        let copied_to = self.copied_to();
        let sign_offs = self.sign_offs();
        let body = self.body();
        let mut annexes = self.annexes(body.as_deref().unwrap_or_default());
        let form = match self.form_place() {
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
        let body = Source::new(format!("output/{}.md（正文）", self.letter.id), body?);
        let mut texts: Vec<&str> = vec![body.text()];
        texts.extend(
            title
                .iter()
                .chain(&remarks)
                .chain(&copied_to)
                .chain(&sign_offs)
                .map(|text| text.markdown.as_str()),
        );
        let marks = class_mark.iter().flat_map(|(lines, _)| lines);
        texts.extend(marks.map(|line| line.markdown.as_str()));
        for annex in annexes.iter().chain(&form) {
            texts.push(annex.title.markdown.as_str());
            texts.extend(annex.body.iter().map(|body| body.text()));
        }
        let origins = self.origins(&texts);
        Some(Rendered {
            head: self.head(),
            seal: self
                .letter
                .seal
                .or(self.template.front.seal)
                .unwrap_or(self.renderer.office.seal),
            title,
            addressees,
            class_mark,
            remarks,
            copied_to,
            sign_offs,
            body,
            annexes,
            form,
            origins,
        })
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

    /// The letter's own addressees, or the kind's; an empty list is a letter to nobody.
    fn addressees(&mut self) -> Vec<PlacedText> {
        let own = self.letter.addressees.clone();
        match (&self.template.front.addressees, own) {
            (Some(prose), None) => {
                let rendered = self.prose(prose).map(|paragraphs| paragraphs.concat());
                let names = rendered.filter(|names| !names.is_empty());
                let plain =
                    names.map(|names| PlacedText::new(unescaped(&names), prose.place.clone()));
                plain.into_iter().collect()
            }
            (_, own) => own.unwrap_or_default(),
        }
    }

    fn title(&mut self) -> Vec<RenderedText> {
        let lines = if self.letter.title.is_empty() {
            &self.template.front.title
        } else {
            &self.letter.title
        };
        lines.iter().filter_map(|line| self.line(line)).collect()
    }

    /// The class mark with what the letter says of it before what the office says; a text that
    /// prints the outcome stands only where there is one.
    fn class_mark(&mut self) -> Option<(Vec<RenderedText>, ClassMarkPlace)> {
        let of_letter = self.letter.class_mark.as_ref();
        let settings = [of_letter, self.renderer.office.class_mark.as_ref()];
        let settings = settings.into_iter().flatten();
        let place = settings.clone().find_map(|it| it.place);
        let place = place.unwrap_or(ClassMarkPlace::BesideNumber);
        let prose = settings.clone().find_map(|it| it.text.clone());
        let needs_outcome = prose
            .as_ref()
            .is_none_or(|prose| prose.text.contains("outcome"));
        let is_missing = needs_outcome && self.letter.outcome.is_none();
        if is_missing || place == ClassMarkPlace::Nowhere {
            return None;
        }
        let prose = prose.or_else(|| {
            let outcome = self.letter.outcome.as_ref()?;
            Some(PlacedText::new("{{ outcome }}", outcome.place.clone()))
        })?;
        let lines = if place.has_lines() {
            self.paragraphs(&prose)
        } else {
            self.line(&prose).into_iter().collect()
        };
        (!lines.is_empty()).then_some((lines, place))
    }

    /// The kind's remarks, then the letter's own or the office's; a kind with an empty list wants
    /// none of the office's.
    fn remarks(&mut self) -> Vec<RenderedText> {
        let (letter, renderer) = (self.letter, self.renderer);
        let of_kind = self.template.front.remarks.as_deref();
        let wants_none = of_kind.is_some_and(<[_]>::is_empty);
        let of_office = if wants_none {
            &[][..]
        } else {
            &renderer.office.remarks
        };
        let own = letter.remarks.as_deref().unwrap_or(of_office);
        self.lines(of_kind.unwrap_or_default().iter().chain(own))
    }

    /// The letter's own copied-to list, or the kind's, or the office's.
    fn copied_to(&mut self) -> Vec<RenderedText> {
        let (letter, renderer) = (self.letter, self.renderer);
        let of_kind = self.template.front.copied_to.as_deref();
        let own = letter.copied_to.as_deref().or(of_kind);
        self.lines(own.unwrap_or_else(|| renderer.office.copied_to_of(letter)))
    }

    /// The letter's own sign-offs, or its issuers, or the kind's, or the office's.
    fn sign_offs(&mut self) -> Vec<RenderedText> {
        let (letter, renderer) = (self.letter, self.renderer);
        let issuers = Some(letter.issuers.as_slice()).filter(|issuers| !issuers.is_empty());
        let own = letter.sign_offs.as_deref().or(issuers);
        let of_kind = self.template.front.sign_offs.as_deref();
        self.lines(own.or(of_kind).unwrap_or(&renderer.office.sign_offs))
    }

    /// Texts that render to something.
    fn lines<'t>(&mut self, texts: impl IntoIterator<Item = &'t PlacedText>) -> Vec<RenderedText> {
        let texts = texts.into_iter();
        texts.filter_map(|text| self.line(text)).collect()
    }

    /// Renders the measures that the letter's own texts name, so that they can print them.
    fn see_measures(&mut self) {
        let ids = self
            .renderer
            .facts
            .measures()
            .map(|measure| measure.id.clone());
        let texts = self.letter_texts();
        let named: Vec<_> = ids
            .filter(|id| texts.iter().any(|text| text.contains(id.as_str())))
            .collect();
        let mut map = Map::new();
        for id in named {
            let is_withheld = self.renderer.measure(&id).is_none();
            let word = || vec![self.renderer.office.public.word.clone()];
            let paragraphs = if is_withheld {
                Some(word())
            } else {
                self.measure(&id)
            };
            let Some(paragraphs) = paragraphs else {
                continue;
            };
            let marked = paragraphs.iter().map(|text| links::measure(text, &id));
            let text = marked.collect::<Vec<_>>().join("\n\n");
            map.insert(id.into(), Value::safe_string(&text));
        }
        self.context.insert_value("measure", Value::from(map));
    }

    /// Texts in which a measure may be named.
    fn letter_texts(&self) -> Vec<&str> {
        fn section_texts<'s>(sections: &'s [Section], texts: &mut Vec<&'s str>) {
            for section in sections {
                if let SectionContent::Text(text) = &section.content {
                    texts.push(&text.text);
                }
                section_texts(&section.sections, texts);
            }
        }
        let front = &self.template.front;
        let mut texts = vec![self.template.body.text()];
        texts.extend(self.renderer.parts());
        let openings = [
            &self.letter.opening,
            &self.letter.closing,
            &front.opening,
            &front.closing,
        ];
        texts.extend(
            openings
                .into_iter()
                .flatten()
                .map(|text| text.text.as_str()),
        );
        section_texts(&self.letter.sections, &mut texts);
        for annex in &self.letter.annexes {
            if let AnnexContent::Text(text) = &annex.content {
                texts.push(&text.text);
            }
        }
        texts
    }

    /// The annexes; a table of every figure that is printed looks at the body and the annexes before.
    fn annexes(&mut self, body: &str) -> Vec<RenderedAnnex> {
        let mut annexes: Vec<RenderedAnnex> = Vec::new();
        for (annex, number) in self.letter.annexes.iter().zip(1..) {
            let own = annexes.iter().filter_map(|annex| annex.body.as_ref());
            let before: Vec<_> = std::iter::once(body)
                .chain(own.map(|body| body.text()))
                .collect();
            let rendered = self.annex(annex, number, &before);
            annexes.extend(rendered);
        }
        annexes
    }

    fn annex(&mut self, annex: &Annex, number: usize, before: &[&str]) -> Option<RenderedAnnex> {
        let title = self.line(&annex.title);
        let markdown = match &annex.content {
            AnnexContent::Text(text) => {
                let markdown = self.renderer.markdown(text, self.sink);
                Some(self.rendered(&markdown)?.join("\n\n"))
            }
            AnnexContent::Separate => None,
            AnnexContent::Table(table) => {
                let period = &self.letter.period.period;
                match figure_table(self.renderer, table, period, before) {
                    Ok(markdown) => Some(markdown),
                    Err(faults) => {
                        self.is_stopped = true;
                        self.sink.extend(faults);
                        return None;
                    }
                }
            }
        };
        let path = format!("output/{}.md（附件{number}）", self.letter.id);
        Some(RenderedAnnex {
            title: title?,
            body: markdown.map(|markdown| Source::new(path, markdown)),
        })
    }

    /// The letter's own word, or the office's for letters that a proposer gets.
    fn form_place(&self) -> FormPlace {
        let front = &self.template.front;
        let role = self.letter.handling.role.or(front.role);
        let has_none = matches!(
            role,
            Some(HandlingRole::CoHandling | HandlingRole::Publication)
        );
        let of_office = self.renderer.office.feedback.as_ref();
        let of_office = of_office.filter(|_| !has_none).map(|it| it.form);
        self.letter.feedback.or(of_office).unwrap_or_default()
    }

    /// The feedback form, filled in as far as the letter has what it asks for.
    fn form(&mut self) -> Option<RenderedAnnex> {
        let Some(template) = self.renderer.feedback_form().cloned() else {
            let message = "征询意见表的模板 feedback_form 有错，信件没有生成";
            let place = self.letter.place.clone();
            let fault = Diagnostic::error("broken-template", place, message);
            self.sink.push(fault.with_hint("请先改正模板里的错误"));
            self.is_stopped = true;
            return None;
        };
        let map = super::proposal::form_map(&self.letter.proposal);
        self.context.insert_value("form", map);
        let title = self.line(template.front.title.first()?);
        let body = self
            .renderer
            .render_body(&template, &self.scene, &self.context, self.sink);
        self.is_stopped |= title.is_none() || body.is_none();
        let path = format!("output/{}.md（征询意见表）", self.letter.id);
        Some(RenderedAnnex {
            title: title?,
            body: Some(Source::new(path, body?)),
        })
    }

    fn measure(&mut self, id: &str) -> Option<Vec<String>> {
        let prose = self.renderer.measure(id)?;
        self.rendered(prose)
    }

    fn pieces(&mut self, ids: &[PlacedText]) -> Vec<Piece> {
        let pieces = ids.iter().filter_map(|id| {
            Some(Piece {
                paragraphs: self.measure(&id.text)?,
                measure: id.text.clone(),
            })
        });
        pieces.collect()
    }

    fn body(&mut self) -> Option<String> {
        let front = &self.template.front;
        let opening = self.letter.opening.as_ref().or(front.opening.as_ref());
        let closing = self.letter.closing.as_ref().or(front.closing.as_ref());
        for (name, text) in [("opening", opening), ("closing", closing)] {
            let paragraphs = text.and_then(|text| self.prose(text)).unwrap_or_default();
            if !paragraphs.is_empty() {
                let value = Value::safe_string(&paragraphs.join("\n\n"));
                self.context.insert_value(name, value);
            }
        }
        for (name, ids) in [
            ("introduction", &self.letter.introduction),
            ("next_steps", &self.letter.next_steps),
        ] {
            let pieces = self.pieces(ids);
            let texts = pieces
                .into_iter()
                .map(|piece| arrange(vec![piece], Default::default()));
            let values: Vec<_> = texts.map(|text| Value::safe_string(&text)).collect();
            self.context.insert_value(name, Value::from(values));
        }
        let opinions = self.opinions();
        self.context.insert_value("opinions", Value::from(opinions));
        let mut sections = Vec::new();
        self.sections(&self.letter.sections, 1, &mut sections);
        let values: Vec<_> = sections.iter().map(section_value).collect();
        self.context.insert_value("sections", Value::from(values));
        if self.is_stopped {
            return None;
        }
        self.renderer
            .render_body(self.template, &self.scene, &self.context, self.sink)
    }

    /// What the co-handling units say, those that said something.
    fn opinions(&mut self) -> Vec<Value> {
        let letter = self.letter;
        let mut opinions = Vec::new();
        for co_handler in &letter.proposal.co_handlers {
            let prose = co_handler.opinion.as_ref();
            let Some(paragraphs) = prose.and_then(|prose| self.prose(prose)) else {
                continue;
            };
            let unit = super::prose::escape(&co_handler.unit.text);
            let mut map = Map::new();
            map.insert("unit".into(), Value::safe_string(&unit));
            map.insert("text".into(), Value::safe_string(&paragraphs.join("\n\n")));
            opinions.push(Value::from(map));
        }
        opinions
    }

    fn sections(
        &mut self,
        sections: &[Section],
        level: usize,
        rendered: &mut Vec<RenderedSection>,
    ) {
        let mut position = 0;
        for section in sections {
            let heading = section.heading.as_ref().and_then(|heading| {
                position += 1;
                let text = self.line(heading)?.markdown;
                Some((section_number(level, position), text))
            });
            let text = match &section.content {
                SectionContent::None => String::new(),
                SectionContent::Measures(ids) => {
                    let pieces = self.pieces(ids);
                    let is_bare = pieces.is_empty() && section.sections.is_empty();
                    self.sink
                        .extend((is_bare && !self.is_stopped).then(|| bare(section)));
                    arrange(pieces, section.style)
                }
                SectionContent::Text(text) => self.prose(text).unwrap_or_default().join("\n\n"),
            };
            rendered.push(RenderedSection::new(heading, text, level));
            self.sections(&section.sections, level + 1, rendered);
        }
    }

    /// The facts behind the links of the rendered texts.
    fn origins(&self, texts: &[&str]) -> Origins {
        let destinations = texts.iter().flat_map(|text| links::destinations(text));
        let origins = destinations.filter_map(|destination| {
            let origin = self.origin(destination)?;
            Some((destination.to_owned(), Arc::new(origin)))
        });
        origins.collect()
    }

    fn origin(&self, destination: &str) -> Option<Origin> {
        if let Some(id) = links::measure_id(destination) {
            let measure = self.renderer.facts.measure(id)?;
            return Some(Origin::Measure(MeasureOrigin {
                id: id.to_owned(),
                place: Some(measure.text.place.clone()),
            }));
        }
        let (id, period, aspect) = links::figure_parts(destination)?;
        let period = Period::new(period).ok()?;
        let aspects = self.renderer.period(&period);
        let origin = aspects.aspects.origin(Aspect::from_name(aspect)?, id)?;
        Some(Origin::Figure(origin))
    }
}

/// A section all of whose measures are internal would leave its heading alone in a public copy.
fn bare(section: &Section) -> Diagnostic {
    let message = "这一部分的举措都是内部的，公开本里没有内容";
    Diagnostic::error("public-empty-section", section.place.clone(), message)
        .with_hint("给其中的举措写上 public_text（公开本里用的文字）")
}

fn section_value(section: &RenderedSection) -> Value {
    let mut map = Map::new();
    let texts = [
        ("markdown", &section.markdown),
        ("number", &section.number),
        ("heading", &section.heading),
        ("text", &section.text),
    ];
    for (name, text) in texts {
        map.insert(name.into(), Value::safe_string(text));
    }
    map.insert("level".into(), Value::from(section.level));
    Value::from(map)
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
