//! The office (发文机关): who writes, and how its letters look.

use std::collections::BTreeMap;

use super::form::{ClassMarkPlace, FormPlace, HeadFormat, OutcomeRule, SealSpace};
use super::handling::Deadlines;
use super::letter::Letter;
use super::proofreading::ProofreadingSettings;
use crate::source::{PlacedText, Span};

/// The issuer's fixed facts, from `content/office.yaml`.
#[derive(Debug, Clone)]
pub struct Office {
    /// The file, for what concerns it as a whole.
    pub place: Span,
    /// Full name.
    pub name: PlacedText,
    /// Short name.
    pub short_name: Option<PlacedText>,
    /// How letters call the issuer, such as 我局.
    pub self_name: Option<PlacedText>,
    /// Which head letters have if neither template nor letter says it.
    pub head: Option<HeadFormat>,
    /// Issuer mark (发文机关标志).
    pub issuer_mark: IssuerMarkSettings,
    /// Local words by id, such as `co_handling` 会办.
    pub terms: BTreeMap<String, PlacedText>,
    /// Outcome classes (办理结果分类) in order; empty if the office uses none.
    pub outcome_classes: Vec<OutcomeClass>,
    /// Class mark.
    pub class_mark: Option<ClassMarkSettings>,
    /// The bodies (政协、人大) whose proposals it answers, with what is local to each.
    pub bodies: Vec<Body>,
    /// The sentence that counts a proposal's points; Tera prose; absent if letters have none.
    pub count_line: Option<PlacedText>,
    /// When replies are due.
    pub deadlines: Deadlines,
    /// The feedback form (征询意见表).
    pub feedback: Option<FeedbackSettings>,
    /// What the public copy (公开本) puts in the place of what is not published.
    pub public: PublicSettings,
    /// Units that letters name.
    pub units: Vec<Unit>,
    /// Sign-offs (署名); the name if the file does not say it; empty for none.
    pub sign_offs: Vec<PlacedText>,
    /// Whether room is left for a seal.
    pub seal: SealSpace,
    /// Contact (联系人).
    pub contact: Option<Contact>,
    /// Remarks (附注); Tera prose.
    pub remarks: Vec<PlacedText>,
    /// Copied-to list (抄送), by levels; Tera prose.
    pub copied_to: Vec<PlacedText>,
    /// Printing office (印发机关); document head only.
    pub printed_by: Option<PlacedText>,
    /// Where fonts come from.
    pub fonts: FontSettings,
    /// The page.
    pub page: PageSettings,
    /// How its letters are proofread.
    pub proofreading: ProofreadingSettings,
}

impl Office {
    /// What is local to the body that a letter's proposal was made to.
    pub fn body(&self, letter: &Letter) -> Option<&Body> {
        let name = &letter.proposal.body.text;
        self.bodies.iter().find(|body| body.name.text == *name)
    }

    /// The copied-to list of a letter that has none of its own.
    pub fn copied_to_of(&self, letter: &Letter) -> &[PlacedText] {
        let own = self.body(letter).and_then(|body| body.copied_to.as_ref());
        own.unwrap_or(&self.copied_to)
    }

    /// The outcome classes that a letter may carry.
    pub fn classes(&self, letter: &Letter) -> &[OutcomeClass] {
        let own = self
            .body(letter)
            .and_then(|body| body.outcome_classes.as_ref());
        own.map_or(&self.outcome_classes, |classes| &classes.0)
    }
}

/// Issuer mark (发文机关标志) as office or letter asks for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IssuerMarkSettings {
    /// Names, the lead issuer's first; the office's name if absent.
    pub names: Option<Vec<PlacedText>>,
    /// After the names in a document head; 文件 if absent; empty for none.
    pub document_suffix: Option<PlacedText>,
    /// The size; made to fit if absent.
    pub size: Option<MarkSize>,
}

/// The size that is asked for an issuer mark.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkSize {
    /// In points, more than nothing.
    pub points: f64,
    /// Where it was written.
    pub place: Span,
}

/// An outcome class (办理结果分类).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeClass {
    /// As letters give it, such as B.
    pub mark: PlacedText,
    /// What it means here.
    pub meaning: Option<PlacedText>,
}

/// Class mark (办理结果分类) as office or letter asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassMarkSettings {
    /// Where on the page; the template's or 7.2.5's line beside the number if absent.
    pub place: Option<ClassMarkPlace>,
    /// Tera prose, such as `{{ outcome }}`.
    pub text: Option<PlacedText>,
    /// Whether letters carry a class, by kind; the template's rule for kinds that are not there.
    pub kinds: BTreeMap<String, OutcomeRule>,
}

/// A body (政协、人大) whose proposals are answered, and what is local to it.
#[derive(Debug, Clone)]
pub struct Body {
    /// As letters give it in `proposal.body`.
    pub name: PlacedText,
    /// How its sessions are called; Tera prose, such as `县第{{ proposal.term }}人大{{ proposal.session }}`.
    pub meeting: Option<PlacedText>,
    /// Copied-to list of its letters, if not the office's; Tera prose.
    pub copied_to: Option<Vec<PlacedText>>,
    /// Outcome classes of its letters, if not the office's.
    pub outcome_classes: Option<OutcomeClasses>,
}

/// Outcome classes in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeClasses(pub Vec<OutcomeClass>);

/// The feedback form (征询意见表) as the office asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeedbackSettings {
    /// What the form is called, without 《》.
    pub name: Option<PlacedText>,
    /// Where it goes, unless the letter says it; letters that nobody answers have none.
    pub form: FormPlace,
    /// In how long it is to come back, such as 15日.
    pub within: Option<PlacedText>,
    /// Where it is to be sent.
    pub return_to: Option<PlacedText>,
}

/// What the public copy (公开本) puts in the place of what is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicSettings {
    /// In the place of a telephone number; without it the number goes with its label.
    pub phone: Option<String>,
    /// In the place of other personal data; without it the data goes with its label.
    pub personal: Option<String>,
    /// Where nothing can be left out without a hole in the sentence.
    pub word: String,
    /// In the place of an internal figure's value, before its unit.
    pub internal_figure: String,
    /// Title and text of an annex that is not published; without it the annex goes.
    pub annex: Option<String>,
    /// What becomes of the contact's, the leader's and the handler's names.
    pub names: NameRule,
}

impl Default for PublicSettings {
    fn default() -> Self {
        Self {
            phone: None,
            personal: None,
            word: "××".to_owned(),
            internal_figure: "若干".to_owned(),
            annex: None,
            names: NameRule::Keep,
        }
    }
}

/// What becomes of names in a public copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NameRule {
    /// They stay.
    #[default]
    Keep,
    /// The surname stays: 王×.
    Mask,
    /// They go with their labels.
    Remove,
}

/// A unit (单位) that letters name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As letters call it, such as 省法院.
    pub name: PlacedText,
    /// Full name.
    pub full_name: Option<PlacedText>,
    /// How it is addressed, such as 贵院.
    pub courtesy: Option<PlacedText>,
}

/// Contact (联系人): who can be asked, and how. At least one is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// 联系人.
    pub name: Option<PlacedText>,
    /// 联系电话.
    pub phone: Option<PlacedText>,
    /// 联系单位.
    pub unit: Option<PlacedText>,
    /// 邮政编码.
    pub postcode: Option<PlacedText>,
    /// 通讯地址.
    pub address: Option<PlacedText>,
    /// 分管领导, who signs off.
    pub leader: Option<PlacedText>,
    /// 分管领导的电话.
    pub leader_phone: Option<PlacedText>,
    /// 承办人.
    pub handler: Option<PlacedText>,
    /// 承办人的电话.
    pub handler_phone: Option<PlacedText>,
}

impl Contact {
    /// Every entry with its key.
    pub fn entries(&self) -> [(&'static str, Option<&PlacedText>); 9] {
        [
            ("name", self.name.as_ref()),
            ("phone", self.phone.as_ref()),
            ("unit", self.unit.as_ref()),
            ("postcode", self.postcode.as_ref()),
            ("address", self.address.as_ref()),
            ("leader", self.leader.as_ref()),
            ("leader_phone", self.leader_phone.as_ref()),
            ("handler", self.handler.as_ref()),
            ("handler_phone", self.handler_phone.as_ref()),
        ]
    }
}

/// Where fonts come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FontSettings {
    /// Which fonts may be used.
    pub source: FontSource,
    /// By role (`biaosong`, `fangsong`, `heiti`, `kaiti`, `songti`): a path in the workspace or a
    /// family's name.
    pub faces: BTreeMap<String, PlacedText>,
}

/// Which fonts may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FontSource {
    /// The system's, then the bundled ones.
    #[default]
    System,
    /// The bundled ones only.
    Bundled,
}

/// The page as the office asks for it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PageSettings {
    /// How the 22 lines fill the type area.
    pub line_grid: LineGrid,
    /// Whether every character keeps to the grid.
    pub grid: CharacterGrid,
    /// Thickness of the document head's red rule (7.2.7 leaves it open).
    pub separator: Option<RuleWeight>,
    /// Thickness of the thick rules of a letter's head and foot (10.1 leaves it open).
    pub thick_rule: Option<RuleWeight>,
    /// Thickness of the thin ones.
    pub thin_rule: Option<RuleWeight>,
    /// The blank between a thick and a thin one.
    pub rule_gap: Option<RuleWeight>,
}

/// Thickness of a red rule in points, from 0.25 to 6.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleWeight(pub f64);

/// How the 22 lines fill the type area (版心), GB/T 9704-2012, 5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineGrid {
    /// From the first line's upper edge to the last line's lower edge.
    #[default]
    Edge,
    /// Line boxes with half the leading above the first line, as word processors set them.
    Box,
}

/// Whether every character keeps to the grid of 28 cells, GB/T 9704-2012, 5.2.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CharacterGrid {
    /// All do.
    #[default]
    Strict,
    /// Lines may stretch.
    Loose,
}
