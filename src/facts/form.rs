//! Parts of the official form (公文格式) that office and letter choose.

use std::fmt;

use super::form_values::parse_document_number;
use crate::diagnostic::Diagnostic;
use crate::source::{PlacedText, Span};

/// The two heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadFormat {
    /// 文件格式, GB/T 9704-2012, 7.2.
    Document,
    /// 信函格式, GB/T 9704-2012, 10.1.
    Letter,
}

/// Where real forms put the class mark (办理结果分类).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassMarkPlace {
    /// On the first line of the type area, flush right.
    TopRight,
    /// Flush right: under the number in a letter, on the number's line in a document.
    BesideNumber,
    /// Right after the number, without a gap.
    AfterNumber,
    /// A line of its own above the addressees, flush left.
    AboveAddressee,
    /// A line of its own after the remark.
    End,
    /// Not by itself: another text prints it.
    Nowhere,
}

impl ClassMarkPlace {
    /// Whether the mark has lines of its own there, so that it may have several.
    pub fn has_lines(self) -> bool {
        matches!(self, Self::AboveAddressee | Self::End)
    }
}

/// Whether the closing block leaves room for a seal (印章).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SealSpace {
    /// 不加盖印章, GB/T 9704-2012, 7.3.5.2.
    #[default]
    None,
    /// 加盖印章, GB/T 9704-2012, 7.3.5.1.
    Seal,
    /// 加盖签发人签名章, GB/T 9704-2012, 7.3.5.3.
    NameStamp,
}

/// Whether letters of a kind carry an outcome class (办理结果分类).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OutcomeRule {
    /// They may.
    #[default]
    Optional,
    /// They must.
    Required,
    /// They must not.
    None,
}

/// Where the feedback form (征询意见表) of a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FormPlace {
    /// The last annex of the letter.
    Annex,
    /// Files of its own.
    Separate,
    /// There is none.
    #[default]
    None,
}

/// Document number (发文字号), GB/T 9704-2012, 7.2.5, printed as `code〔year〕serial号`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNumber {
    /// 机关代字, such as 鄂知函; never empty.
    pub code: String,
    /// Four digits.
    pub year: u16,
    /// 发文顺序号, from 1, printed without leading zeros.
    pub serial: u32,
    /// What stands right after 号, such as a class mark C类; not part of the number.
    pub suffix: Option<String>,
    /// The number as it was written, if that is not the form above; then it is printed so.
    pub written: Option<String>,
    /// Where it was written.
    pub place: Span,
}

impl DocumentNumber {
    /// What is wrong with the way in which it was written.
    pub fn fault(&self) -> Option<Diagnostic> {
        let written = PlacedText::new(self.written.clone()?, self.place.clone());
        parse_document_number(&written).err().map(|fault| *fault)
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suffix = self.suffix.as_deref().unwrap_or_default();
        if let Some(written) = &self.written {
            return write!(formatter, "{written}{suffix}");
        }
        let (code, year, serial) = (&self.code, self.year, self.serial);
        write!(formatter, "{code}〔{year}〕{serial}号{suffix}")
    }
}

/// Classification and its term (密级和保密期限), GB/T 9704-2012, 7.2.2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classification {
    /// 绝密, 机密 or 秘密.
    pub level: PlacedText,
    /// As printed after ★, such as 1年.
    pub term: Option<String>,
}
