//! One line for each diagnostic, as compilers print it: editors and `grep` read it.

use crate::diagnostic::Diagnostic;

/// Renders `path:line:column: 错误[rule] message`, without a line feed.
pub fn concise(diagnostic: &Diagnostic) -> String {
    let position = diagnostic.place.position();
    let message = diagnostic.message.replace(['\n', '\r'], " ");
    format!(
        "{}:{}:{}: {}[{}] {message}",
        diagnostic.place.source().path(),
        position.line,
        position.column,
        diagnostic.severity.as_chinese(),
        diagnostic.rule,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    #[test]
    fn a_diagnostic_is_one_line() {
        let source = Source::new("content/甲.md", "甲\n乙丙");
        let diagnostic =
            Diagnostic::warning("doubled-word", Span::new(&source, 7..10), "“丙”\n重复");
        assert_eq!(
            concise(&diagnostic),
            "content/甲.md:2:2: 警告[doubled-word] “丙” 重复"
        );
    }
}
