//! The format for people: message, source line, caret, what to do, what asks for it.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::Span;

/// Characters shown before a place in a long line.
const BEFORE: usize = 24;

/// Characters shown from a place's start to the end of a long line.
const AFTER: usize = 32;

/// More than any line that is cut to [`BEFORE`] and [`AFTER`] needs, so that nothing is cut twice.
const TERMINAL_WIDTH: usize = 4096;

/// Renders a diagnostic for people, without a final line feed.
///
/// Carets stand under Chinese text as a terminal shows it: two cells for each Han character. A
/// long line is cut around the place and marked with “…”.
pub fn full(diagnostic: &Diagnostic, color: bool) -> String {
    let paint = Paint { color };
    let mut text = header(diagnostic, paint);
    text += &place(&diagnostic.place, "-->", "", diagnostic.severity, paint);
    for label in &diagnostic.labels {
        text += &label_text(label, diagnostic.severity, paint);
    }
    for (name, line) in [("提示", &diagnostic.hint), ("依据", &diagnostic.note)] {
        if let Some(line) = line {
            text += &format!("\n{}{}", paint.bold(&format!("{name}：")), visible(line));
        }
    }
    text
}

fn header(diagnostic: &Diagnostic, paint: Paint) -> String {
    let severity = diagnostic.severity;
    let kind = format!("{}[{}]", severity.as_chinese(), diagnostic.rule);
    let message = format!("：{}", visible(&diagnostic.message));
    format!(
        "{}{}",
        paint.severity(&kind, severity),
        paint.bold(&message)
    )
}

fn label_text(label: &Label, severity: Severity, paint: Paint) -> String {
    place(&label.span, ":::", &label.message, severity, paint)
}

/// The line ` --> path:line:column` and, if the file has text there, the line and the caret.
fn place(span: &Span, arrow: &str, message: &str, severity: Severity, paint: Paint) -> String {
    let position = span.position();
    let path = visible(span.source().path());
    let arrow = paint.frame(arrow);
    let address = format!("\n {arrow} {path}:{}:{}", position.line, position.column);
    let window = Window::around(span);
    // A file as a whole has no line to show.
    if span.source().text().is_empty() {
        return address;
    }
    format!("{address}\n{}", window.draw(message, severity, paint))
}

/// The part of a line that is shown, and the place in it.
struct Window {
    text: String,
    place: Range<usize>,
    line: usize,
}

impl Window {
    fn around(span: &Span) -> Self {
        let source = span.source();
        let position = span.position();
        let line = source.line_text(position.line);
        let line_start = source.line_start(position.line);
        let start = (span.range().start - line_start).min(line.len());
        let end = (span.range().end - line_start).clamp(start, line.len());
        let from = back(line, start, BEFORE);
        let to = forth(line, start, AFTER);
        let mut text = String::new();
        if from > 0 {
            text.push('…');
        }
        text += &visible(&line[from..start]);
        let place_start = text.len();
        text += &visible(&line[start..end.min(to)]);
        let place_end = text.len();
        text += &visible(&line[end.min(to)..to]);
        if to < line.len() {
            text.push('…');
        }
        Self {
            text,
            place: place_start..place_end,
            line: position.line,
        }
    }

    fn draw(&self, message: &str, severity: Severity, paint: Paint) -> String {
        let message = visible(message);
        let annotation = AnnotationKind::Primary.span(self.place.clone());
        let annotation = match message.as_str() {
            "" => annotation,
            message => annotation.label(message),
        };
        let snippet = Snippet::source(self.text.as_str())
            .line_start(self.line)
            .annotation(annotation);
        let group = Group::with_level(level(severity)).element(snippet);
        paint.renderer().render(&[group]).trim_end().to_owned()
    }
}

/// The offset `count` characters before `offset`.
fn back(line: &str, offset: usize, count: usize) -> usize {
    let before = line[..offset].char_indices().rev();
    before.take(count).last().map_or(offset, |(index, _)| index)
}

/// The offset `count` characters after `offset`.
fn forth(line: &str, offset: usize, count: usize) -> usize {
    let after = line[offset..].char_indices().nth(count);
    after.map_or(line.len(), |(index, _)| offset + index)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP,
    }
}

/// Makes characters visible that would move the caret or reorder the line on a terminal.
fn visible(text: &str) -> String {
    text.chars().map(visible_character).collect()
}

fn visible_character(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => '␣',
        '\u{feff}' | '\u{ad}' => '␣',
        character if character.is_control() => '␣',
        character => character,
    }
}

#[derive(Clone, Copy)]
struct Paint {
    color: bool,
}

impl Paint {
    fn renderer(self) -> Renderer {
        let renderer = if self.color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.term_width(TERMINAL_WIDTH)
    }

    fn severity(self, text: &str, severity: Severity) -> String {
        let code = match severity {
            Severity::Error => "1;91",
            Severity::Warning => "1;93",
            Severity::Hint => "1;96",
        };
        self.wrap(text, code)
    }

    fn bold(self, text: &str) -> String {
        self.wrap(text, "1")
    }

    fn frame(self, text: &str) -> String {
        self.wrap(text, "1;94")
    }

    fn wrap(self, text: &str, code: &str) -> String {
        if self.color {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn at(text: &str, found: &str) -> Diagnostic {
        let source = Source::new("content/来信.md", text);
        let start = text.find(found).expect("the text holds it");
        let span = Span::new(&source, start..start + found.len());
        Diagnostic::error("doubled-word", span, format!("“{found}”重复"))
    }

    #[test]
    fn carets_stand_under_chinese_text() {
        let diagnostic = at("企业。\n在A市建立建立工作站13家。\n", "建立建立")
            .with_hint("删去一个")
            .with_note("公文校对通例");
        assert_eq!(
            full(&diagnostic, false),
            "错误[doubled-word]：“建立建立”重复\n \
             --> content/来信.md:2:4\n  \
             |\n\
             2 | 在A市建立建立工作站13家。\n  \
             |      ^^^^^^^^\n\
             提示：删去一个\n\
             依据：公文校对通例"
        );
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("{}建立建立{}", "甲".repeat(300_000), "乙".repeat(30_000));
        let shown = full(&at(&text, "建立建立"), false);
        let line = shown.lines().nth(3).expect("the source line");
        let expected = format!("1 | …{}建立建立{}…", "甲".repeat(24), "乙".repeat(28));
        assert_eq!(line, expected);
        assert!(shown.contains(":1:300001"));
    }

    #[test]
    fn directions_and_tabs_do_not_move_the_caret() {
        let shown = full(&at("甲\t\u{202e}乙丙", "丙"), false);
        assert!(shown.contains("1 | 甲 ␣乙丙\n  |       ^"), "{shown}");
    }

    #[test]
    fn further_places_are_shown_with_their_message() {
        let diagnostic = at("甲\n乙", "乙");
        let first = Span::new(diagnostic.place.source(), 0..3);
        let shown = full(&diagnostic.with_label(first, "先见于此"), false);
        assert!(
            shown.ends_with("::: content/来信.md:1:1\n  |\n1 | 甲\n  | ^^ 先见于此"),
            "{shown}"
        );
    }

    #[test]
    fn empty_places_have_a_caret_and_empty_files_none() {
        let source = Source::new("a.md", "甲\n");
        let end = Diagnostic::warning("r", Span::new(&source, 3..3), "缺");
        assert!(full(&end, false).ends_with("1 | 甲\n  |   ^"));
        let empty = Diagnostic::error("r", Span::file(&Source::new("b.md", "")), "空");
        assert_eq!(full(&empty, false), "错误[r]：空\n --> b.md:1:1");
    }

    #[test]
    fn colour_is_added_only_on_request() {
        let diagnostic = at("甲乙", "乙");
        assert!(full(&diagnostic, true).starts_with("\u{1b}[1;91m错误[doubled-word]"));
        assert!(!full(&diagnostic, false).contains('\u{1b}'));
    }
}
