//! A rule's page (规则说明): what it checks, why, wrong and right examples, what asks for it.

/// The headings of a page, in this order.
pub const HEADINGS: [&str; 5] = ["查什么", "为什么", "反例", "正例", "依据"];

/// A rule's page, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'a> {
    /// The first heading: the rule's title.
    pub title: &'a str,
    /// The text under each of [`HEADINGS`], trimmed.
    pub sections: [&'a str; 5],
}

impl<'a> Page<'a> {
    /// Takes a page apart; absent if a heading is missing or out of order.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (title, mut rest) = text.strip_prefix("# ")?.split_once('\n')?;
        let mut sections = [""; 5];
        for (index, heading) in HEADINGS.iter().enumerate() {
            rest = rest
                .trim_start()
                .strip_prefix("## ")?
                .strip_prefix(heading)?;
            let end = match HEADINGS.get(index + 1) {
                Some(next) => rest.find(&format!("\n## {next}\n"))?,
                None => rest.len(),
            };
            sections[index] = rest[..end].trim();
            rest = &rest[end..];
        }
        Some(Self { title, sections })
    }

    /// What asks for the rule.
    pub fn basis(&self) -> &'a str {
        self.sections[4]
    }

    /// The wrong examples: each is reported by the rule and by no other.
    pub fn wrong(&self) -> Vec<&'a str> {
        examples(self.sections[2])
    }

    /// The right examples: none is reported as an error or a warning.
    pub fn right(&self) -> Vec<&'a str> {
        examples(self.sections[3])
    }
}

/// The examples of a section.
///
/// A block marked `md` is one text, one marked `yaml` is files of a workspace, each after a line
/// `# path`; each line of another block is a text of its own.
fn examples(section: &str) -> Vec<&str> {
    let mut examples = Vec::new();
    for (number, block) in section.split("```").enumerate() {
        // What stands between two fences has an odd number.
        let Some((kind, body)) = block.split_once('\n').filter(|_| number % 2 == 1) else {
            continue;
        };
        match kind.trim() {
            "md" | "yaml" => examples.push(body),
            _ => examples.extend(body.lines().filter(|line| !line.trim().is_empty())),
        }
    }
    examples
}
