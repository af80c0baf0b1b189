//! Letters (复函): which proposal is answered, with which measures in which order.

use std::sync::Arc;

use jiff::civil::Date;

use super::annex::Annex;
use super::form::{Classification, DocumentNumber, FormPlace, HeadFormat, SealSpace};
use super::handling::Handling;
use super::office::{ClassMarkSettings, Contact, IssuerMarkSettings};
use super::period::Period;
use super::proposal::Proposal;
use super::yaml::Words;
use crate::source::{PlacedText, Source, Span};

/// One letter's definition.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The file's stem, such as 20220022.
    pub id: String,
    /// The file, for what concerns the letter as a whole.
    pub place: Span,
    /// The template's name.
    pub kind: PlacedText,
    /// The proposal that is answered.
    pub proposal: Proposal,
    /// The letter whose body this one shares (并案), by id.
    pub body_from: Option<PlacedText>,
    /// The file of that letter, once its body was taken.
    pub body_source: Option<Arc<Source>>,
    /// How the proposal is handled.
    pub handling: Handling,
    /// The letter that was sent before.
    pub previous_reply: Option<PreviousReply>,
    /// Where its feedback form (征询意见表) goes, if not as the office says.
    pub feedback: Option<FormPlace>,
    /// How far it is published.
    pub disclosure: Option<Publication>,
    /// The sentence that counts the proposal's points, if not the office's; Tera prose.
    pub count_line: Option<PlacedText>,
    /// Issuers of a joint letter (联合行文), the lead first; empty for the office alone.
    pub issuers: Vec<PlacedText>,
    /// Document number (发文字号).
    pub document_number: Option<DocumentNumber>,
    /// Addressees (主送机关), if not the template's; empty for none.
    pub addressees: Option<Vec<PlacedText>>,
    /// Signatories (签发人); may be empty.
    pub signatories: Vec<PlacedText>,
    /// Outcome class (办理结果), one of the office's.
    pub outcome: Option<PlacedText>,
    /// The period that pins every figure.
    pub period: PlacedPeriod,
    /// Which head, if not the template's or the office's.
    pub head: Option<HeadFormat>,
    /// The title, if not the template's; Tera prose, one item a line.
    pub title: Vec<PlacedText>,
    /// Issuer mark, if not the office's.
    pub issuer_mark: Option<IssuerMarkSettings>,
    /// Class mark, if not the office's.
    pub class_mark: Option<ClassMarkSettings>,
    /// The opening, if not the template's; Tera prose.
    pub opening: Option<PlacedText>,
    /// Ids of the measures of the introduction, a paragraph each.
    pub introduction: Vec<PlacedText>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Ids of the measures of the outlook (下一步打算), a paragraph each.
    pub next_steps: Vec<PlacedText>,
    /// The closing, if not the template's; Tera prose; empty for none.
    pub closing: Option<PlacedText>,
    /// Sign-offs (署名), if not the office's; empty for none.
    pub sign_offs: Option<Vec<PlacedText>>,
    /// Date of issue (成文日期).
    pub issued_on: Option<Date>,
    /// The date of issue as an original prints it, if not by the standard.
    pub printed_date: Option<PlacedText>,
    /// The seal, if not as the office does.
    pub seal: Option<SealSpace>,
    /// Contact (联系人), if not the office's.
    pub contact: Option<Contact>,
    /// Remarks (附注), if not the office's; Tera prose.
    pub remarks: Option<Vec<PlacedText>>,
    /// Annexes (附件), in order; may be empty.
    pub annexes: Vec<Annex>,
    /// Copied-to list (抄送), if not the office's.
    pub copied_to: Option<Vec<PlacedText>>,
    /// Printing office (印发机关), if not the office's.
    pub printed_by: Option<PlacedText>,
    /// Printing date (印发日期).
    pub printed_on: Option<Date>,
    /// Copy number (份号).
    pub copy_number: Option<PlacedText>,
    /// Classification (密级).
    pub classification: Option<Classification>,
    /// Urgency (紧急程度): 特急 or 加急.
    pub urgency: Option<PlacedText>,
}

/// The letter that was sent before (前次答复).
#[derive(Debug, Clone)]
pub struct PreviousReply {
    /// Its document number.
    pub document_number: Option<DocumentNumber>,
    /// Its date of issue.
    pub issued_on: Option<Date>,
}

/// How far a letter is published (公开属性).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// 全文公开.
    Full,
    /// 摘要公开.
    Summary,
    /// 仅公开标题.
    Title,
    /// 不公开.
    None,
}

impl Words for Publication {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("full", Self::Full, "全文公开"),
        ("summary", Self::Summary, "摘要公开"),
        ("title", Self::Title, "仅公开标题"),
        ("none", Self::None, "不公开"),
    ];
}

impl Publication {
    /// As the YAML writes it.
    pub fn name(self) -> &'static str {
        self.word_of()
    }

    /// The word that letters print unless the office's `terms` have `disclosure_…`.
    pub fn as_chinese(self) -> &'static str {
        self.chinese_of()
    }
}

/// A period with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedPeriod {
    /// The period.
    pub period: Period,
    /// Where it was written.
    pub place: Span,
}

/// A section of the body.
#[derive(Debug, Clone)]
pub struct Section {
    /// Where the section begins.
    pub place: Span,
    /// By which points of the proposal name it.
    pub id: Option<PlacedText>,
    /// Its heading, without a number.
    pub heading: Option<PlacedText>,
    /// How its measures are set.
    pub style: SectionStyle,
    /// What stands in it.
    pub content: SectionContent,
    /// Its subsections; may be empty.
    pub sections: Vec<Self>,
}

/// What stands in a section before its subsections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SectionContent {
    /// Nothing: the section has only subsections.
    None,
    /// Measures, by id; never empty.
    Measures(Vec<PlacedText>),
    /// Tera prose.
    Text(PlacedText),
}

/// How a section's measures are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SectionStyle {
    /// A paragraph each.
    #[default]
    Paragraphs,
    /// One paragraph, sentence after sentence.
    Joined,
    /// One paragraph: 一是…；二是…。
    Enumerated,
}
