//! `JUnit` XML for continuous integration services.

use std::fmt::Write;

use crate::diagnostic::{Diagnostic, Severity};

use super::concise;

/// Renders a test suite for each file: one test case for each finding, a file without findings is
/// one passed case.
///
/// Errors and warnings are failures; hints are passed cases with output. `paths` are the files
/// that were checked, in order.
pub fn junit(diagnostics: &[Diagnostic], paths: &[&str]) -> String {
    let suites: Vec<Suite<'_>> = paths
        .iter()
        .map(|path| Suite::new(path, diagnostics))
        .collect();
    let (tests, failures) = suites.iter().fold((0, 0), |sum, suite| {
        (sum.0 + suite.tests(), sum.1 + suite.failures())
    });
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(
        xml,
        "<testsuites name=\"fuhan\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    );
    for suite in &suites {
        suite.write(&mut xml);
    }
    xml.push_str("</testsuites>\n");
    xml
}

struct Suite<'a> {
    path: &'a str,
    found: Vec<&'a Diagnostic>,
}

impl<'a> Suite<'a> {
    fn new(path: &'a str, diagnostics: &'a [Diagnostic]) -> Self {
        let found = diagnostics
            .iter()
            .filter(|one| one.place.source().path() == path);
        Self {
            path,
            found: found.collect(),
        }
    }

    fn tests(&self) -> usize {
        self.found.len().max(1)
    }

    fn failures(&self) -> usize {
        self.found.iter().filter(|one| is_failure(one)).count()
    }

    fn write(&self, xml: &mut String) {
        let (tests, failures) = (self.tests(), self.failures());
        let path = escaped(self.path);
        let _ = writeln!(
            xml,
            "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
        );
        if self.found.is_empty() {
            let _ = writeln!(xml, "    <testcase classname=\"{path}\" name=\"fuhan\"/>");
        }
        for diagnostic in &self.found {
            case(diagnostic, &path, xml);
        }
        xml.push_str("  </testsuite>\n");
    }
}

fn case(diagnostic: &Diagnostic, path: &str, xml: &mut String) {
    let position = diagnostic.place.position();
    let name = format!("{} {}:{}", diagnostic.rule, position.line, position.column);
    let _ = writeln!(
        xml,
        "    <testcase classname=\"{path}\" name=\"{}\">",
        escaped(&name)
    );
    let message = escaped(&diagnostic.message);
    let text = escaped(&text(diagnostic));
    if is_failure(diagnostic) {
        let kind = diagnostic.severity.as_chinese();
        let _ = writeln!(
            xml,
            "      <failure message=\"{message}\" type=\"{kind}\">{text}</failure>"
        );
    } else {
        let _ = writeln!(xml, "      <system-out>{text}</system-out>");
    }
    xml.push_str("    </testcase>\n");
}

fn is_failure(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity > Severity::Hint
}

fn text(diagnostic: &Diagnostic) -> String {
    let hint = diagnostic
        .hint
        .as_ref()
        .map(|hint| format!("\n提示：{hint}"));
    concise(diagnostic) + &hint.unwrap_or_default()
}

/// Escapes for XML 1.0; characters that XML does not allow become U+FFFD.
fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => result.push_str("&amp;"),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '"' => result.push_str("&quot;"),
            '\'' => result.push_str("&apos;"),
            '\n' | '\t' => result.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => result.push('\u{fffd}'),
            other => result.push(other),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Span};

    #[test]
    fn findings_are_failures_and_clean_files_pass() {
        let source = Source::new("a<b.md", "甲\u{1}乙");
        let found = [
            Diagnostic::error("r", Span::new(&source, 0..3), "“甲\u{1}&”错"),
            Diagnostic::suggestion("h", Span::new(&source, 4..7), "可疑"),
        ];
        let xml = junit(&found, &["a<b.md", "c.md"]);
        assert!(
            xml.contains("<testsuites name=\"fuhan\" tests=\"3\" failures=\"1\" errors=\"0\">"),
            "{xml}"
        );
        assert!(xml.contains("<failure message=\"“甲\u{fffd}&amp;”错\" type=\"错误\">a&lt;b.md:1:1: 错误[r] “甲\u{fffd}&amp;”错</failure>"), "{xml}");
        assert!(
            xml.contains("<system-out>a&lt;b.md:1:3: 提示[h] 可疑</system-out>"),
            "{xml}"
        );
        assert!(
            xml.contains("<testcase classname=\"c.md\" name=\"fuhan\"/>"),
            "{xml}"
        );
    }
}
