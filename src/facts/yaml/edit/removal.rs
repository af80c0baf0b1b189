//! Removing values and keys, these alone or together with the comments that speak of them.

use super::Editor;
use crate::facts::yaml::node::Content;

/// What the comment says that tells an editor which schema a file has.
const MODELINE: &str = "yaml-language-server";

impl Editor {
    /// Empties the value under a block key, lists and mappings included; `comment` stands in its
    /// place. False if there is none.
    pub fn clear(&mut self, path: &[&str], comment: &str) -> bool {
        let Some((parent, index)) = self.entry(path) else {
            return false;
        };
        let Content::Mapping(entries) = &parent.content else {
            return false;
        };
        let key = &entries[index].0;
        let extent = self.extent(entries, index);
        if self.is_in_braces(key) {
            return false;
        }
        let start = key.range.end;
        let text = format!(":{comment}{}", self.line_end);
        self.edits.push((start..extent.end, text));
        true
    }

    /// Removes a key and its value; false if there is none.
    pub fn remove(&mut self, path: &[&str]) -> bool {
        let Some((parent, index)) = self.entry(path) else {
            return false;
        };
        let Content::Mapping(entries) = &parent.content else {
            return false;
        };
        let extent = self.extent(entries, index);
        self.edits.push((extent, String::new()));
        true
    }

    /// Removes a key, its value, and the comments on the lines right above it; false if there is
    /// none.
    pub fn remove_with_comments(&mut self, path: &[&str]) -> bool {
        let key = self.entry(path).and_then(|(parent, index)| {
            let Content::Mapping(entries) = &parent.content else {
                return None;
            };
            let key = &entries.get(index)?.0;
            (!self.is_in_braces(key)).then_some(key.range.start)
        });
        if !self.remove(path) {
            return false;
        }
        if let Some(key) = key {
            let line = self.line_start(key);
            let above = self.comments_above(line, self.column(key));
            self.edits.push((above..line, String::new()));
        }
        true
    }

    /// Removes the comments before the first key, which speak of the whole file; the one that tells
    /// an editor the schema stays.
    pub fn remove_head_comments(&mut self) {
        let text = self.source.text();
        let mut position = 0;
        let mut removed = Vec::new();
        for line in text.split_inclusive('\n') {
            let content = line.trim_start_matches('\u{feff}').trim();
            if !content.is_empty() && !content.starts_with('#') {
                break;
            }
            let end = position + line.len();
            if !content.contains(MODELINE) {
                removed.push((position..end, String::new()));
            }
            position = end;
        }
        self.edits.extend(removed);
    }

    /// Where the comments begin that stand on the lines right above `line`, in the same column.
    fn comments_above(&self, line: usize, column: usize) -> usize {
        let text = self.source.text();
        let mut first = line;
        for above in text[..line].split_inclusive('\n').rev() {
            let comment = above.trim_start_matches(' ');
            let is_beside = above.len() - comment.len() == column && comment.starts_with('#');
            if !is_beside || comment.contains(MODELINE) {
                break;
            }
            first -= above.len();
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    const FILE: &str = "\
# yaml-language-server: $schema=letter.schema.json
# 订正稿
kind: a
proposal:
  body: 省政协
  # 写给他们
  # 允许 long-sentence：照录
  lead_unit: 省法院   # 主办

# 另起一段
# 版头
head: document
flow: { a: 1, b: 2 }
";

    fn edited(edit: impl FnOnce(&mut Editor)) -> String {
        let mut editor = Editor::new(&Source::new("a.yaml", FILE)).expect("the file is right");
        edit(&mut editor);
        editor.finish()
    }

    #[test]
    fn keys_go_with_the_comments_right_above_them() {
        let text = edited(|editor| {
            assert!(editor.remove_with_comments(&["proposal", "lead_unit"]));
            assert!(editor.remove_with_comments(&["head"]));
            assert!(editor.remove_with_comments(&["flow", "b"]));
            assert!(!editor.remove_with_comments(&["title"]));
        });
        let (before, _) = FILE.split_once("  # 写给他们").expect("the comment");
        assert_eq!(text, format!("{before}\nflow: {{ a: 1 }}\n"));
    }

    #[test]
    fn comments_on_the_whole_file_go_and_the_schema_stays() {
        let text = edited(Editor::remove_head_comments);
        assert_eq!(text, FILE.replace("# 订正稿\n", ""));
    }
}
