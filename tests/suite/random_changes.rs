//! Random changes of facts, prose, templates, office and letters: what is built again is exactly what
//! they reach, comes out as from nothing, and is what `impact` told before.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::impact::{git, json};
use crate::incremental::built;
use crate::workspace::Workspace;

const STEPS: usize = 14;
const LETTERS: usize = 8;
const FIGURES: usize = 6;

#[test]
fn what_random_changes_reach_is_told_and_built_and_nothing_else() {
    let (mut random, mut model) = (Random(20_220_022), Model::new());
    let workspace = Workspace::empty();
    model.write(&workspace);
    workspace.run(&["build"]).success();
    git(&workspace, &["init", "-q"]);
    for step in 0..STEPS {
        git(&workspace, &["add", "content", "templates"]);
        git(&workspace, &["commit", "-qm", "before"]);
        let (before, old_outputs) = (model.clone(), outputs(&workspace));
        for _ in 0..=random.below(3) {
            model.change(&mut random);
        }
        model.write(&workspace);
        if random.below(3) == 0 {
            std::fs::remove_file(workspace.path().join("output/.stamps")).expect("it was built");
        }
        let impact = json(&workspace, &["HEAD"]);
        let run = workspace.run(&["build"]).success();
        let reached = (0..LETTERS).filter(|it| before.seen(*it) != model.seen(*it));
        let reached: Vec<_> = reached.map(name).collect();
        assert_eq!(built(&run), reached, "step {step}:\n{}", run.stdout);
        let new_outputs = outputs(&workspace);
        assert!(new_outputs == from_nothing(&model), "step {step}");
        assert_told(&impact, &old_outputs, &new_outputs);
    }
}

/// A linear congruential generator; the test is the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// What can change in the workspace: values of two years, and versions of texts.
#[derive(Clone)]
struct Model {
    values: [[usize; 2]; FIGURES],
    measures: [usize; FIGURES],
    templates: [usize; 2],
    letters: [usize; LETTERS],
    /// What only letters with even numbers print.
    term: usize,
    /// What only letters with odd numbers print.
    contact: usize,
    /// What letter 3 has of its own.
    copied_to: usize,
    /// What no letter prints.
    unread: usize,
}

impl Model {
    fn new() -> Self {
        Self {
            values: std::array::from_fn(|index| [700 + index, 1001 + index]),
            measures: [0; FIGURES],
            templates: [0; 2],
            letters: [0; LETTERS],
            term: 0,
            contact: 0,
            copied_to: 0,
            unread: 0,
        }
    }

    fn change(&mut self, random: &mut Random) {
        let figure = random.below(FIGURES);
        match random.below(9) {
            0..=1 => self.values[figure][1] = 1001 + random.below(5000),
            2 => self.values[figure][0] = 700 + random.below(300),
            3 => self.measures[figure] += 1,
            4 => self.templates[random.below(2)] += 1,
            5 => self.letters[random.below(LETTERS)] += 1,
            6 if random.below(2) == 0 => self.term += 1,
            6 => self.contact += 1,
            7 => self.copied_to += 1,
            _ => self.unread += 1,
        }
    }

    /// Everything that a letter is made from.
    fn seen(&self, letter: usize) -> Vec<usize> {
        let figure = letter % FIGURES;
        let mut seen = vec![self.letters[letter], self.templates[letter % 2]];
        seen.push([self.term, self.contact][letter % 2]);
        seen.extend((letter != 3).then_some(self.copied_to));
        seen.push(self.measures[figure]);
        seen.extend(self.values[figure]);
        match letter {
            5 => seen.push(self.values[0][0]),
            6 => seen.push(self.values[0][1] + self.values[1][1]),
            _ => {}
        }
        seen
    }

    fn write(&self, workspace: &Workspace) {
        workspace.write("content/facts/a.yaml", self.facts());
        let Self {
            term,
            contact,
            copied_to,
            unread,
            ..
        } = self;
        workspace.write(
            "content/office.yaml",
            format!("name: 甲市乙局\ncontact: {{ name: 联系人{contact} }}\ncopied_to: [抄送{copied_to}委]\nterms: {{ reply: 答复{term}, other: 别的{unread} }}\nfonts: {{ source: bundled }}\n"),
        );
        for (kind, title, front) in [
            (0, "{{ terms.reply }}", ""),
            (1, "函", "remarks: [\"（{{ contact.name }}）\"]\n"),
        ] {
            let version = self.templates[kind];
            let body = "{% for section in sections %}{{ section.markdown }}\n\n{% endfor %}";
            workspace.write(
                &format!("templates/kind{kind}.md"),
                format!("---\ntitle: 关于某提案{version}的{title}\n{front}---\n{body}\n"),
            );
        }
        for letter in 0..LETTERS {
            workspace.write(
                &format!("content/letters/{}.yaml", name(letter)),
                self.letter(letter),
            );
        }
    }

    fn facts(&self) -> String {
        let mut facts = format!("evidence: 年报{}\nfigures:\n", self.unread);
        for (index, [before, now]) in self.values.iter().enumerate() {
            facts += &format!(
                "  f{index}: {{ name: 数据{index}, unit: 件, by_period: {{ 2020年: {{ value: {before} }}, 2021年: {{ value: {now} }} }} }}\n"
            );
        }
        facts += "  total: { name: 合计, unit: 件, sum_of: [f0, f1] }\nmeasures:\n";
        for (index, version) in self.measures.iter().enumerate() {
            facts += &format!(
                "  m{index}:\n    text: 第{version}次专项行动取得成效。办理案件{{{{ figure.f{index} }}}}，{{{{ growth.f{index} }}}}；其余工作有序推进。\n"
            );
        }
        facts + "  all:\n    text: 共办理{{ figure.total }}。\n"
    }

    fn letter(&self, letter: usize) -> String {
        let (kind, measure, version) = (letter % 2, letter % FIGURES, self.letters[letter]);
        let own = match letter {
            3 => "copied_to: [丁委]\n",
            5 => "  - text: 上年{{ say(id=\"f0\", period=\"2020年\") }}。\n",
            6 => "  - measures: [all]\n",
            _ => "",
        };
        format!(
            "kind: kind{kind}\nproposal: {{ body: 市政协, term: 5, session: 2, number: \"{letter}\", subject: 某提案 }}\naddressees: [某单位{version}]\nissued_on: 2022-05-20\nperiod: 2021年\nsections:\n  - measures: [m{measure}]\n{own}"
        )
    }
}

fn name(letter: usize) -> String {
    format!("l{letter:02}")
}

/// Every output by its file name.
fn outputs(workspace: &Workspace) -> BTreeMap<String, Vec<u8>> {
    let names = workspace.outputs().into_iter();
    names
        .map(|name| (name.clone(), workspace.bytes(&format!("output/{name}"))))
        .collect()
}

fn from_nothing(model: &Model) -> BTreeMap<String, Vec<u8>> {
    let workspace = Workspace::empty();
    model.write(&workspace);
    workspace.run(&["build"]).success();
    outputs(&workspace)
}

/// Impact named the letters and the sentences that came out differently, and no others.
fn assert_told(impact: &Value, old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) {
    let told = impact["letters"].as_array().expect("a list");
    let told: BTreeMap<_, _> = told
        .iter()
        .map(|letter| (letter["letter"].as_str().expect("an id"), letter))
        .collect();
    let differ = |name: &&String| !name.ends_with("json") && old[*name] != new[*name];
    let changed: BTreeSet<_> = new.keys().filter(differ).map(|name| &name[..3]).collect();
    assert_eq!(told.keys().copied().collect::<BTreeSet<_>>(), changed);
    for (id, letter) in told {
        let changes = letter["sentences"].as_array().expect("a list");
        let side = |key: &str| -> Vec<&str> {
            let mut side: Vec<_> = changes.iter().filter_map(|it| it[key].as_str()).collect();
            side.sort_unstable();
            side
        };
        let name = format!("{id}.md");
        let (before, after) = (sentences(&old[&name]), sentences(&new[&name]));
        assert_eq!(side("old"), left(&before, &after), "{id}");
        assert_eq!(side("new"), left(&after, &before), "{id}");
    }
}

/// The sentences of a Markdown output, a heading and a line by itself too, in order of their text.
fn sentences(markdown: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(markdown);
    let parts = text.split_inclusive(['。', '；', '\n']);
    let parts = parts.map(|part| part.trim_start_matches('#').trim().to_owned());
    let mut parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.sort_unstable();
    parts
}

/// What of `all` is not in `others`, each as often as it is there more.
fn left<'a>(all: &'a [String], others: &[String]) -> Vec<&'a str> {
    let mut others = others.to_vec();
    let mut left = Vec::new();
    for part in all {
        match others.iter().position(|it| it == part) {
            Some(index) => _ = others.remove(index),
            None => left.push(part.as_str()),
        }
    }
    left
}
