//! The record of a sealed letter: how it was sent, what it was made from, the hashes of its files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::build::file_hash::{FileHash, hash};
use crate::facts::Period;

/// What is known of a sealed letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealRecord {
    /// Written for people who open the file.
    pub note: String,
    /// The letter's id.
    pub letter: String,
    /// Document number (发文字号).
    pub number: String,
    /// Date of issue, `2022-05-20`.
    pub date: String,
    /// Who signed it (签发人).
    pub signer: String,
    /// The program that made it.
    pub program: String,
    /// Hash of each sealed file, by name.
    pub files: BTreeMap<String, FileHash>,
    /// The period that pins its figures.
    pub period: String,
    /// What it reads by itself, by name.
    pub reads: Vec<String>,
    /// Every input as it was, by name.
    pub inputs: BTreeMap<String, String>,
    /// Hash of this record with this field empty.
    pub hash: String,
}

impl SealRecord {
    /// The hash that the record must have.
    pub fn own_hash(&self) -> String {
        let record = Self {
            hash: String::new(),
            ..self.clone()
        };
        hash(&serde_json::to_vec(&record).expect("a record is plain data")).to_string()
    }

    /// The record as it stands in its file.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).expect("a record is plain data") + "\n"
    }

    /// What it reads by itself, by name.
    pub(super) fn reads(&self) -> impl Iterator<Item = &str> {
        self.reads.iter().map(String::as_str)
    }

    /// How people name what was sent.
    pub fn title(&self) -> String {
        format!("{}，{}", self.number, self.date)
    }
}

/// A period's label as a period.
pub(in crate::build) fn period_of(record: &SealRecord) -> Option<Period> {
    Period::new(&record.period).ok()
}
