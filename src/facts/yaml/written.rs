//! Values as YAML text, in the style of the file that they are put into.

/// A value to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// YAML as it stands.
    Yaml(String),
    /// Keys with scalars in curly brackets on one line.
    Flow(Vec<(String, String)>),
    /// Keys with values, a line each.
    Block(Vec<(String, Self)>),
}

impl Written {
    /// A text that is quoted if it must be.
    pub fn text(text: &str) -> Self {
        Self::Yaml(Self::plain(text))
    }

    /// A text without quotes, if YAML reads it as itself; else in double ones.
    pub fn plain(text: &str) -> String {
        let is_safe =
            |it: char| it.is_alphanumeric() || "._-%—·（）“”《》〔〕、，。；：/+ ".contains(it);
        let starts_safely = text
            .starts_with(|it: char| it.is_alphanumeric() || "（“《".contains(it))
            || text
                .strip_prefix('-')
                .is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
        let is_word = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
            .contains(&text.to_ascii_lowercase().as_str());
        let is_plain = starts_safely && !text.ends_with(' ') && text.chars().all(is_safe);
        if is_plain && !is_word {
            return text.to_owned();
        }
        Self::double_quoted(text)
    }

    /// A text in double quotes.
    pub fn double_quoted(text: &str) -> String {
        let mut quoted = String::from("\"");
        for character in text.chars() {
            match character {
                '"' => quoted.push_str("\\\""),
                '\\' => quoted.push_str("\\\\"),
                '\n' => quoted.push_str("\\n"),
                '\r' => quoted.push_str("\\r"),
                '\t' => quoted.push_str("\\t"),
                other => quoted.push(other),
            }
        }
        quoted + "\""
    }

    /// A text in single quotes, or in double ones if it has several lines.
    pub fn single_quoted(text: &str) -> String {
        if text.contains(['\n', '\r']) {
            return Self::double_quoted(text);
        }
        format!("'{}'", text.replace('\'', "''"))
    }

    /// On one line.
    pub(super) fn flow(&self) -> String {
        match self {
            Self::Yaml(yaml) => yaml.clone(),
            Self::Flow(entries) => {
                let entries = entries.iter().map(|(key, yaml)| format!("{key}: {yaml}"));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
            Self::Block(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, value)| format!("{key}: {}", value.flow()));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// `key: value` as lines; inner keys stand `step` columns further right.
    pub fn block(&self, key: &str, indent: usize, step: usize, line_end: &str) -> String {
        let spaces = " ".repeat(indent);
        let Self::Block(entries) = self else {
            return format!("{spaces}{key}: {}{line_end}", self.flow());
        };
        let inner = entries
            .iter()
            .map(|(key, value)| value.block(key, indent + step, step, line_end));
        format!("{spaces}{key}:{line_end}{}", inner.collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_only_if_they_must_be() {
        for text in [
            "1001",
            "-3.2%",
            "15.5万",
            "省局2022年度统计",
            "2022-12-31",
            "（快报）",
        ] {
            assert_eq!(Written::plain(text), text);
        }
        for (text, quoted) in [
            ("%", "\"%\""),
            ("- 甲", "\"- 甲\""),
            ("甲: 乙", "\"甲: 乙\""),
            ("甲\"乙\\", "\"甲\\\"乙\\\\\""),
            ("null", "\"null\""),
            ("*", "\"*\""),
            ("", "\"\""),
            ("甲 #乙", "\"甲 #乙\""),
        ] {
            assert_eq!(Written::plain(text), quoted);
        }
        assert_eq!(Written::single_quoted("甲'乙"), "'甲''乙'");
    }
}
