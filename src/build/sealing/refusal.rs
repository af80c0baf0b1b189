//! Why a letter is not sealed: what was made is not what is said to have been sent.

use super::Dispatch;
use crate::build::letter::Outputs;
use crate::build::outputs::{files as output_files, read_if_present, with_line_feeds};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::facts::Letter;
use crate::project::Project;

/// A number that the letter does not print is not the number of what was sent.
pub(super) fn without_number(letter: &Letter) -> Diagnostic {
    let message = format!("信件 {} 没有发文字号，印出来的信上也没有", letter.id);
    Diagnostic::error("missing-document-number", letter.place.clone(), message)
        .with_hint("先在信件里写 document_number，再 fuhan build，核对无误再封存")
}

/// What was sent bears the number and the date that the letter prints.
pub(super) fn agrees(letter: &Letter, dispatch: &Dispatch) -> Result<(), Error> {
    let printed = letter.document_number.as_ref().map(ToString::to_string);
    let differs = |key: &str, printed: &str, given: &str| {
        Error::Seal(format!(
            "信里印的是“{printed}”，封存写的是“{given}”，没有封存\n提示：改正 {key} 后先 fuhan build，核对无误再封存"
        ))
    };
    if let Some(printed) = printed.filter(|printed| *printed != dispatch.number) {
        return Err(differs("document_number", &printed, &dispatch.number));
    }
    let date = letter.issued_on.map(|date| date.to_string());
    match date {
        Some(printed) if printed != dispatch.date.to_string() => {
            Err(differs("issued_on", &printed, &dispatch.date.to_string()))
        }
        Some(_) => Ok(()),
        None => Err(Error::Seal(
            "信件没有成文日期，没有封存\n提示：写上 issued_on 后先 fuhan build，核对无误再封存"
                .to_owned(),
        )),
    }
}

/// What is sealed is what the clerk has looked at.
pub(super) fn is_current(project: &Project, id: &str, outputs: &Outputs) -> Result<(), Error> {
    for file in output_files(id, outputs) {
        let name = &file.name;
        let on_disk = read_if_present(&project.output().join(name))?;
        let is_same = on_disk.is_some_and(|bytes| *with_line_feeds(name, &bytes) == *file.bytes);
        if !is_same {
            return Err(Error::Seal(format!(
                "output/{name} 不是最新的，没有封存\n提示：先 fuhan build，核对无误再封存"
            )));
        }
    }
    Ok(())
}
