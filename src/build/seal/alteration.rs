//! Whether the sealed files and the letter's outputs are as they were sealed.

use std::path::Path;

use super::{RECORD, Seal};
use crate::build::file_hash::FileHash;
use crate::build::outputs::{read_if_present, text_hash};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::project::Project;
use crate::project::letters::LetterFile;
use crate::source::Span;

impl Seal {
    /// What is wrong with the sealed files and with the letter's outputs, a sentence each.
    ///
    /// # Errors
    /// [`Error::Read`] if a file cannot be read.
    pub fn faults(&self, output: &Path) -> Result<Vec<String>, Error> {
        let shown = format!("content/sealed/{}", self.id);
        let Some(record) = &self.record else {
            return Ok(vec![match self.folder.join(RECORD).exists() {
                true => format!("{shown}/{RECORD} 内容已损坏"),
                false => format!(
                    "{shown} 里有封存的文件，却没有 {RECORD}：封存没有做完就再运行 fuhan seal，记录丢了就从版本库恢复"
                ),
            }]);
        };
        let mut faults = Vec::new();
        if !self.is_as_written || record.own_hash() != record.hash || record.letter != self.id {
            faults.push(format!("{shown}/{RECORD} 被改动过"));
        }
        for (name, expected) in &record.files {
            match read_if_present(&self.folder.join(name))? {
                None => faults.push(format!("缺少 {shown}/{name}")),
                Some(bytes) if sealed_hash(name, &bytes) != *expected => {
                    faults.push(format!("{shown}/{name} 被改动过"));
                }
                Some(_) => {}
            }
        }
        for name in self.outputs() {
            let expected = record.files.get(&name).copied();
            let bytes = read_if_present(&output.join(&name))?;
            let is_sealed = bytes.is_none_or(|it| Some(text_hash(&name, &it)) == expected);
            if !is_sealed {
                faults.push(format!("output/{name} 和封存的不同"));
            }
        }
        Ok(faults)
    }

    /// [`Self::faults`] as findings.
    ///
    /// # Errors
    /// [`Error::Read`] if a file cannot be read.
    pub fn alterations(&self, project: &Project) -> Result<Vec<Diagnostic>, Error> {
        let own = project.letter(&self.id).and_then(LetterFile::source);
        let Some(place) = own.as_ref().or(project.office.as_ref()).map(Span::file) else {
            return Ok(Vec::new());
        };
        let faults = self.faults(&project.output())?.into_iter();
        let findings = faults.map(|fault| {
            let message = format!("信件 {} 已经封存，{fault}", self.id);
            Diagnostic::error("sealed-letter-altered", place.clone(), message)
                .with_hint("请从版本库恢复封存的文件和输出")
        });
        Ok(findings.collect())
    }
}

/// The hash of a sealed file; texts that were checked out with CRLF have that of their LF text.
pub(in crate::build) fn sealed_hash(name: &str, bytes: &[u8]) -> FileHash {
    let is_text = !name.ends_with(".pdf");
    text_hash(if is_text { "text.md" } else { name }, bytes)
}
