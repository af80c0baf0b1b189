//! The entries of a YAML file at its top level, as written.

/// Each key at the start of a line with its text, in order; comments between entries are left out.
///
/// A file that is not written a key a line has no entries; its text is then no one's and everyone's.
pub fn entries(text: &str) -> Vec<(&str, String)> {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        match (key(line), entries.last_mut()) {
            (Some(key), _) => entries.push((key, line.trim_end().to_owned())),
            (None, Some((_, text))) => {
                text.push('\n');
                text.push_str(line.trim_end());
            }
            (None, None) => entries.push(("", line.trim_end().to_owned())),
        }
    }
    entries
}

fn key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let is_key = !key.is_empty() && key.chars().all(is_name);
    (is_key && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_a_file_at_its_keys() {
        let text = "# 说明\nname: 甲局\nterms:\n  a: 乙\n\n# 又\ncopied_to:\n- 丙\n- 丁\n";
        let expected = [
            ("name", "name: 甲局"),
            ("terms", "terms:\n  a: 乙"),
            ("copied_to", "copied_to:\n- 丙\n- 丁"),
        ];
        let expected = expected.map(|(key, text)| (key, text.to_owned()));
        assert_eq!(entries(text), expected);
    }

    #[test]
    fn a_file_in_one_line_is_one_nameless_entry() {
        assert_eq!(
            entries("{ name: 甲局 }"),
            [("", "{ name: 甲局 }".to_owned())]
        );
    }
}
