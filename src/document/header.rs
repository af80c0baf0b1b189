//! Header (版头), GB/T 9704-2012, 7.2 and 10.1.

use super::PlacedText;
pub use crate::facts::{ClassMarkPlace, Classification, DocumentNumber, HeadFormat, MarkSize};

/// What stands above the main part of page 1.
#[derive(Debug, Clone)]
pub struct Header {
    /// Which of the two heads is set.
    pub format: HeadFormat,
    /// Issuer mark (发文机关标志), 7.2.4.
    pub issuer_mark: IssuerMark,
    /// Document number (发文字号), 7.2.5.
    pub document_number: Option<DocumentNumber>,
    /// Signatories (签发人), 7.2.6: documents to a superior only; in order.
    pub signatories: Vec<PlacedText>,
    /// Class mark of the outcome (办理结果分类); not in GB/T 9704, local rules ask for it.
    pub class_mark: Option<ClassMark>,
    /// Copy number (份号), 7.2.1: six digits, documents with a classification only.
    pub copy_number: Option<PlacedText>,
    /// Classification and its term (密级和保密期限), 7.2.2.
    pub classification: Option<Classification>,
    /// Urgency (紧急程度), 7.2.3: 特急 or 加急.
    pub urgency: Option<PlacedText>,
}

/// Issuer mark (发文机关标志), 7.2.4 and 10.1.
#[derive(Debug, Clone)]
pub struct IssuerMark {
    /// Names, the lead issuer's first; empty for a form, which has no head. A letter shows the first only (10.1).
    pub names: Vec<PlacedText>,
    /// 文件 after the names, or nothing.
    pub suffix: Option<String>,
    /// The size that the office asks for; without it the mark is made to fit.
    pub size: Option<MarkSize>,
}

/// A class mark such as `B` or 办理结果：B类.
#[derive(Debug, Clone)]
pub struct ClassMark {
    /// As printed, a line each; never empty, one line where the place has no lines of its own.
    pub lines: Vec<PlacedText>,
    /// Where on the page.
    pub place: ClassMarkPlace,
}
