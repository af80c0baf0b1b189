//! The seed letter with its 34 figures varied, as workspaces.

use std::fs;
use std::path::Path;

/// The figures in the order that the variation counts them: id, key, value.
///
/// Variant 0 is the letter as issued. In variant `i` figure `k` is greater by `i(k+1) mod 97 + 1` if it
/// is whole, else by `(i(k+3) mod 89 + 1) / 100`.
pub(crate) const FIGURES: [(&str, &str, &str); 34] = [
    ("joint_conference_members", "value", "27"),
    ("award_places", "value", "5"),
    ("cases_investigated", "value", "1001"),
    ("cases_investigated", "growth", "41.6"),
    ("case_value", "value", "6185"),
    ("infringement_rulings", "value", "1631"),
    ("infringement_rulings", "growth", "23.56"),
    ("closing_rate", "value", "99.51"),
    ("model_cases", "value", "1"),
    ("filed_companies", "value", "1137"),
    ("preliminary_applications", "value", "2139"),
    ("preliminary_grants", "value", "1508"),
    ("examination_time_cut", "value", "70"),
    ("provincial_stations", "value", "13"),
    ("local_stations", "value", "70"),
    ("mediation_departments", "value", "7"),
    ("export_companies", "value", "79"),
    ("patents_granted", "value", "15.5"),
    ("patents_granted", "growth", "40.93"),
    ("inventions_granted", "value", "2.24"),
    ("inventions_granted", "growth", "27.46"),
    ("inventions_per_10000", "value", "16.09"),
    ("inventions_per_10000", "growth", "29.65"),
    ("pct_applications", "value", "1691"),
    ("pct_applications", "growth", "12.43"),
    ("trademarks_registered", "value", "18.5"),
    ("trademarks_registered", "growth", "37.87"),
    ("valid_trademarks", "value", "84"),
    ("pilot_provinces", "value", "8"),
    ("pilot_funds", "value", "1"),
    ("patents_transferred", "value", "1.87"),
    ("patents_transferred", "growth", "37.96"),
    ("pledge_financing", "value", "50.26"),
    ("pledge_financing", "growth", "54.4"),
];

/// The case that the variants are made from.
#[derive(Debug)]
pub(crate) struct Variants {
    office: String,
    letter: String,
    facts: Vec<(String, String)>,
}

impl Variants {
    /// Reads the seed letter's case.
    pub(crate) fn read(case: &Path) -> Self {
        let read = |name: &str| fs::read_to_string(case.join(name)).expect("the case has it");
        let facts = ["protection", "results", "work"];
        let facts =
            facts.map(|name| (name.to_owned(), read(&format!("content/facts/{name}.yaml"))));
        Self {
            office: read("content/office.yaml"),
            letter: read("content/letters/20220022.yaml"),
            facts: facts.to_vec(),
        }
    }

    /// A letter's name.
    pub(crate) fn name(number: usize) -> String {
        format!("{number:04}")
    }

    /// Writes a workspace of `count` letters, each with figures of a period of its own.
    pub(crate) fn write_workspace(&self, folder: &Path, count: usize) {
        write(&folder.join("content/office.yaml"), &self.office);
        for (name, facts) in &self.facts {
            let facts: Vec<_> = facts
                .lines()
                .map(|line| with_periods(line, count))
                .collect();
            write(
                &folder.join(format!("content/facts/{name}.yaml")),
                &facts.join("\n"),
            );
        }
        for number in 0..count {
            let name = Self::name(number);
            let letter = self
                .letter
                .replace("period: 2021年", &format!("period: {name}期"));
            write(
                &folder.join(format!("content/letters/{name}.yaml")),
                &letter,
            );
        }
    }
}

/// The value of figure `index` in a variant.
pub(crate) fn varied(number: usize, index: usize) -> String {
    let (_, _, value) = FIGURES[index];
    if number == 0 {
        return value.to_owned();
    }
    match value.parse::<usize>() {
        Ok(whole) => (whole + number * (index + 1) % 97 + 1).to_string(),
        Err(_) => {
            let (whole, part) = value.split_once('.').expect("a decimal");
            let hundredths = format!("{whole}{part:0<2}")
                .parse::<usize>()
                .expect("digits");
            let sum = hundredths + number * (index + 3) % 89 + 1;
            let digits = format!("{}.{:02}", sum / 100, sum % 100);
            let short = digits.strip_suffix('0').unwrap_or(&digits);
            short.to_owned()
        }
    }
}

/// A line of facts with the entry of 2021 replaced by one of every variant's period.
fn with_periods(line: &str, count: usize) -> String {
    let Some((before, rest)) = line.split_once("by_period: { 2021年: {") else {
        return line.to_owned();
    };
    let (entry, after) = rest.split_once('}').expect("an entry ends");
    let id = FIGURES
        .iter()
        .map(|figure| figure.0)
        .find(|id| entry_of(line, id));
    let entries: Vec<_> = (0..count)
        .map(|number| {
            format!(
                "{}期: {{{}}}",
                Variants::name(number),
                varied_entry(entry, id, number)
            )
        })
        .collect();
    format!("{before}by_period: {{ {}{after}", entries.join(", "))
}

fn entry_of(line: &str, id: &str) -> bool {
    line.trim_start()
        .strip_prefix(id)
        .is_some_and(|rest| rest.starts_with(':'))
}

fn varied_entry(entry: &str, id: Option<&str>, number: usize) -> String {
    let mut entry = entry.to_owned();
    for (index, (figure, key, value)) in FIGURES.iter().enumerate() {
        if Some(*figure) == id {
            let old = format!("{key}: {value}");
            entry = entry.replacen(&old, &format!("{key}: {}", varied(number, index)), 1);
        }
    }
    entry
}

pub(crate) fn write(path: &Path, text: &str) {
    let folder = path.parent().expect("a file stands in a folder");
    fs::create_dir_all(folder).expect("folders can be made");
    fs::write(path, text).expect("files can be written");
}
