//! How long an import takes: a workbook with four values a row into as many figures.
//!
//! `cargo bench --bench import -- 5000` makes the workbook and the facts, imports with `--yes` (reading,
//! comparing, editing, loading again, writing), and prints wall and CPU time and peak memory.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

#[path = "../cost.rs"]
mod cost;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use cost::{median, repeat, timed};
use rust_xlsxwriter::{Format, Workbook};

const ROUNDS: usize = 5;

fn main() {
    let rows = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(5_000);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-import");
    let _ = fs::remove_dir_all(&folder);
    for name in ["content/facts", "content/imports"] {
        fs::create_dir_all(folder.join(name)).expect("folders can be made");
    }
    write(&folder, "content/office.yaml", "name: 甲市乙局\n");
    write(&folder, "content/imports/a.yaml", &mapping(rows));
    workbook(rows, &folder.join("a.xlsx"));
    let facts = facts(rows);
    let costs = repeat(ROUNDS, || {
        write(&folder, "content/facts/a.yaml", &facts);
        let mut command = Command::new(env!("CARGO_BIN_EXE_fuhan"));
        command
            .args(["import", "a.xlsx", "--yes"])
            .current_dir(&folder);
        timed(command, &[0])
    });
    let cost = median(&costs);
    println!("rows\twall_s\tcpu_s\tMiB");
    println!(
        "{rows}\t{:.3}\t{:.3}\t{:.0}",
        cost.wall, cost.cpu, cost.peak_mib
    );
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("files can be written");
}

fn facts(rows: u32) -> String {
    let mut text = String::from("evidence: 年报\nfigures:\n");
    for row in 0..rows {
        let entry = format!("2021年: {{ value: {}, growth: 41.6% }}", 1000 + row);
        let _ = write!(
            text,
            "  figure_{row}:   # 第{row}项\n    name: 指标{row}\n    unit: 元\n    by_period:\n      {entry}\n"
        );
    }
    text
}

fn mapping(rows: u32) -> String {
    let mut text = String::from(
        "evidence: 统计\ntables:\n  - head_rows: [1, 2]\n    key: 指标\n    sheet_unit: 万元\n    columns:\n      - { head: [期间, 数值] }\n      - { head: [期间, 同比], aspect: growth }\n    figures:\n",
    );
    for row in 0..rows {
        let _ = writeln!(text, "      figure_{row}: 指标{row}");
    }
    text
}

fn workbook(rows: u32, path: &Path) {
    let mut book = Workbook::new();
    let plain = Format::new();
    let percent = Format::new().set_num_format("0.0%");
    let sheet = book.add_worksheet();
    let mut fill = || {
        sheet.merge_range(0, 0, 1, 0, "指标", &plain)?;
        sheet.merge_range(0, 1, 0, 2, "2021年", &plain)?;
        sheet.merge_range(0, 3, 0, 4, "2022年", &plain)?;
        for (column, text) in [(1, "数值"), (2, "同比"), (3, "数值"), (4, "同比")] {
            sheet.write(1, column, text)?;
        }
        for row in 0..rows {
            sheet.write(row + 2, 0, format!("指标{row}"))?;
            sheet.write(row + 2, 1, 1001 + row)?;
            sheet.write_with_format(row + 2, 2, 0.416, &percent)?;
            sheet.write(row + 2, 3, f64::from(1001 + row) * 1.184)?;
            sheet.write_with_format(row + 2, 4, 0.184, &percent)?;
        }
        Ok::<_, rust_xlsxwriter::XlsxError>(())
    };
    fill().expect("a sheet");
    book.save(path).expect("the workbook can be written");
}
