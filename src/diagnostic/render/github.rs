//! Workflow commands of GitHub Actions: annotations in the changed lines of a pull request.

use crate::diagnostic::{Diagnostic, Severity};

use super::place::start_and_end;

/// Renders a diagnostic as one workflow command, without a line feed.
pub fn github(diagnostic: &Diagnostic) -> String {
    let (start, end) = start_and_end(&diagnostic.place);
    let mut message = diagnostic.message.clone();
    if let Some(hint) = &diagnostic.hint {
        message += &format!("\n提示：{hint}");
    }
    let mut properties = format!(
        "file={},line={}",
        property(diagnostic.place.source().path()),
        start.line
    );
    // Columns are read only where start and end are in one line.
    if start.line == end.line {
        properties += &format!(
            ",endLine={},col={},endColumn={}",
            end.line, start.column, end.column
        );
    }
    let title = format!("{}[{}]", diagnostic.severity.as_chinese(), diagnostic.rule);
    format!(
        "::{} {properties},title={}::{}",
        command(diagnostic.severity),
        property(&title),
        data(&message)
    )
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    #[test]
    fn what_ends_a_command_is_escaped() {
        let source = Source::new("a,b.md", "甲乙");
        let diagnostic =
            Diagnostic::error("r", Span::new(&source, 3..6), "“5%:”错").with_hint("改为“6%”");
        assert_eq!(
            github(&diagnostic),
            "::error file=a%2Cb.md,line=1,endLine=1,col=2,endColumn=3,title=错误[r]::“5%25:”错%0A提示：改为“6%25”"
        );
    }
}
