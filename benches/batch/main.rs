//! How long a batch of letters takes, and beside it Typst with the same texts and fonts.
//!
//! `cargo bench --bench batch -- 200` makes a workspace of 200 letters in which the seed letter's 34
//! figures are varied, builds it in one process, and prints wall and CPU time, peak memory, PDF size
//! and whether every PDF's text is the source's. Where Python has the package `typst`, it is measured
//! in alternating pairs and the ratio is printed.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod texts;
mod variants;

#[path = "../cost.rs"]
mod cost;

#[path = "../../tests/suite/pdf_text.rs"]
mod pdf_text;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cost::{Cost, median, repeat, timed};
use texts::Texts;
use variants::Variants;

const ROUNDS: usize = 5;

fn main() {
    let count = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/bench-batch");
    let _ = fs::remove_dir_all(&folder);
    let case = root.join("tests/cases/seed_as_issued");
    let variants = Variants::read(&case);
    variants.write_workspace(&folder.join("all"), count);
    variants.write_workspace(&folder.join("one"), 1);
    Texts::read(&case).write(&folder.join("texts"), count);

    let cold = median(&repeat(ROUNDS, || fuhan(&folder.join("one"))));
    let batch = median(&repeat(ROUNDS, || fuhan(&folder.join("all"))));
    let (equal, kib) = compare(&folder.join("all/output"), &folder.join("texts"), count);
    println!(
        "peer\tcold_s\tcold_cpu_s\tcold_MiB\tbatch_n\tbatch_s\tdocs_per_s\tbatch_cpu_ms_per_doc\tbatch_MiB\tpdf_KiB\ttext_equal"
    );
    row(
        "fuhan",
        cold,
        batch,
        count,
        &format!("{kib:.1}\t{equal}/{count}"),
    );
    against_typst(root, &folder, count);
}

fn row(name: &str, cold: Cost, batch: Cost, count: usize, rest: &str) {
    println!(
        "{name}\t{:.3}\t{:.3}\t{:.0}\t{count}\t{:.2}\t{:.0}\t{:.2}\t{:.0}\t{rest}",
        cold.wall,
        cold.cpu,
        cold.peak_mib,
        batch.wall,
        count as f64 / batch.wall,
        1000.0 * batch.cpu / count as f64,
        batch.peak_mib,
    );
}

/// Alternating pairs of the same batch, if Python has the package.
fn against_typst(root: &Path, folder: &Path, count: usize) {
    let has_typst = Command::new("python3")
        .args(["-c", "import typst"])
        .output();
    if !has_typst.is_ok_and(|output| output.status.success()) {
        println!("typst\tnot installed (pip install typst)");
        return;
    }
    let typst = |count: usize| {
        let mut command = Command::new("python3");
        command
            .arg(root.join("benches/typst/peer.py"))
            .arg(root)
            .arg(folder)
            .arg(count.to_string());
        timed(command, &[0])
    };
    typst(1);
    let cold = median(&repeat(3, || typst(1)));
    let mut ratios = Vec::new();
    let mut batches = Vec::new();
    for _ in 0..3 {
        let ours = fuhan(&folder.join("all"));
        let theirs = typst(count);
        ratios.push(theirs.cpu / ours.cpu);
        batches.push(theirs);
    }
    row("typst", cold, median(&batches), count, "");
    ratios.sort_by(f64::total_cmp);
    println!(
        "CPU of typst / CPU of fuhan, in pairs: min {:.1}, median {:.1}, max {:.1}",
        ratios[0], ratios[1], ratios[2]
    );
}

/// One build from nothing, in one process.
fn fuhan(workspace: &Path) -> Cost {
    let _ = fs::remove_dir_all(workspace.join("output"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_fuhan"));
    command
        .args(["build", "--fonts", "bundled"])
        .current_dir(workspace);
    timed(command, &[0])
}

/// How many PDFs hold the source's text, and their mean size in KiB.
fn compare(output: &Path, texts: &Path, count: usize) -> (usize, f64) {
    let (mut equal, mut bytes) = (0, 0);
    for number in 0..count {
        let name = Variants::name(number);
        let pdf = fs::read(path(output, &name, "pdf")).expect("the batch was built");
        let text = fs::read_to_string(path(texts, &name, "txt")).expect("the text was written");
        let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
        equal += usize::from(pdf_text::squeezed(&pdf) == text);
        bytes += pdf.len();
    }
    (equal, bytes as f64 / count as f64 / 1024.0)
}

fn path(folder: &Path, name: &str, ending: &str) -> PathBuf {
    folder.join(format!("{name}.{ending}"))
}
