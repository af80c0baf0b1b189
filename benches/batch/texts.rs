//! The texts of the varied seed letters, made from the seed's text and not by the program.

use std::fs;
use std::path::Path;

use super::variants::{self, FIGURES, Variants, varied};

/// The seed's text.
#[derive(Debug)]
pub(crate) struct Texts {
    text: String,
}

impl Texts {
    /// Reads the seed letter's case.
    pub(crate) fn read(case: &Path) -> Self {
        let text = fs::read_to_string(case.join("expected/letter.txt"));
        Self {
            text: text.expect("the case has it"),
        }
    }

    /// Writes the letters' texts, made from the seed's text and not by the program.
    pub(crate) fn write(&self, folder: &Path, count: usize) {
        for number in 0..count {
            variants::write(
                &folder.join(format!("{}.txt", Variants::name(number))),
                &self.text_of(number),
            );
        }
    }

    /// The seed's text with each figure's number exchanged, in the order of the text.
    fn text_of(&self, number: usize) -> String {
        let mut text = String::new();
        let mut rest = self.text.as_str();
        let mut order: Vec<usize> = (0..FIGURES.len()).collect();
        // The first two figures of the list stand in the text the other way round.
        order.swap(0, 1);
        for index in order {
            let mark = mark(index);
            let (before, after) = rest
                .split_once(&mark)
                .expect("the figure stands in the text");
            text.push_str(before);
            text.push_str(&mark.replacen(FIGURES[index].2, &varied(number, index), 1));
            rest = after;
        }
        text + rest
    }
}

/// A figure's number with what stands around it, so that it is found and no other number is.
fn mark(index: usize) -> String {
    let (id, key, value) = FIGURES[index];
    let before = match (id, key) {
        (_, "growth") => "同比增长",
        ("joint_conference_members", _) => "牵头负责、",
        ("award_places", _) => "全国仅",
        ("cases_investigated", _) => "知识产权案件",
        ("case_value", _) => "案值",
        ("infringement_rulings", _) => "裁决案件",
        ("closing_rate", _) => "结案率",
        ("model_cases", _) => "，",
        ("filed_companies", _) => "已达",
        ("preliminary_applications", _) => "申请",
        ("preliminary_grants", _) => "授权",
        ("examination_time_cut", _) => "压缩",
        ("provincial_stations" | "local_stations", _) => "工作站",
        ("mediation_departments", _) => "由",
        ("export_companies", _) => "支持",
        ("patents_granted", _) => "授权总量",
        ("inventions_granted", _) => "发明专利",
        ("inventions_per_10000", _) => "拥有量",
        ("pct_applications", _) => "PCT专利申请",
        ("trademarks_registered", _) => "总量为",
        ("valid_trademarks", _) => "超过",
        ("pilot_provinces", _) => "国家首批",
        ("pilot_funds", _) => "获",
        ("patents_transferred", _) => "转让专利",
        _ => "融资金额",
    };
    format!("{before}{value}")
}
