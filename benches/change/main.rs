//! What a change costs: the bars of incremental building, printed.
//!
//! `cargo bench --bench change` makes a workspace of 1,000 letters and 2,000 figures and prints, each as
//! the shortest of nine runs, how long it takes to build when nothing changed and when a figure changed
//! that ten letters print, to tell the figure's impact, to trace it, and to build again after a save;
//! then the peak memory with 100 and with 10,000 letters. `-- 200` takes 200 letters, and 100 and 2,000.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod workspace;

#[path = "../cost.rs"]
mod cost;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cost::{Cost, median, repeat, timed};
use workspace::Workspace;

const ROUNDS: usize = 9;

fn main() {
    let letters = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(1_000);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-change");
    println!("what\tletters\twall_ms\tcpu_ms\tMiB");
    times(&folder, letters);
    memory(&folder, 100);
    memory(&folder, 10 * letters);
}

fn times(folder: &Path, letters: usize) {
    let few = Workspace::write(folder.join("few"), letters / 100);
    let reached = undisturbed(&repeat(ROUNDS, || {
        let _ = std::fs::remove_dir_all(few.root.join("output"));
        timed(fuhan(&few, &["build"]), &[0])
    }));
    row("a hundredth of them from nothing", letters / 100, reached);

    let all = Workspace::write(folder.join("all"), letters);
    row(
        "all from nothing",
        letters,
        timed(fuhan(&all, &["build"]), &[0]),
    );
    timed(fuhan(&all, &["build"]), &[0]);
    let unchanged = repeat(ROUNDS, || timed(fuhan(&all, &["build"]), &[0]));
    row("nothing changed", letters, undisturbed(&unchanged));

    let mut values = 1_001..;
    let mut change = || all.set_first_figure(values.next().expect("there are more numbers"));
    let changed = undisturbed(&repeat(ROUNDS, || {
        change();
        timed(fuhan(&all, &["build"]), &[0])
    }));
    row("one figure changed", letters, changed);
    println!(
        "one figure changed, less the letters that it reaches: {:.0} ms",
        1000.0 * (changed.wall - reached.wall)
    );
    for (what, arguments) in [
        ("impact against Git", &["impact", "HEAD"][..]),
        ("impact of a trial", &["impact", "--set", "f0007@2021年=1"]),
        ("trace of a figure", &["trace", "--figure", "f0000"]),
    ] {
        let costs = repeat(ROUNDS, || timed(fuhan(&all, arguments), &[0]));
        row(what, letters, undisturbed(&costs));
    }
    let mut saves = watched(&all, change);
    saves.sort();
    let (quickest, middle) = (saves[0], saves[saves.len() / 2]);
    println!(
        "from a save to the letter in its place, watching: quickest {quickest:.0?}, median {middle:.0?}"
    );
}

/// How long each of several saves takes until the output shows it.
fn watched(workspace: &Workspace, mut change: impl FnMut()) -> Vec<Duration> {
    let mut command = fuhan(workspace, &["build", "--watch"]);
    let mut watch = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(watch.stdout.take().expect("it is piped")).lines();
    let mut wait = || lines.find(|line| line.as_ref().is_ok_and(|it| it.contains("Ctrl-C")));
    let saves = (0..ROUNDS).map(|_| {
        assert!(wait().is_some(), "the watch goes on");
        let before = workspace.first_output();
        change();
        let saved = Instant::now();
        while workspace.first_output() == before {
            assert!(saved.elapsed() < Duration::from_secs(60), "nothing came");
            std::thread::sleep(Duration::from_millis(1));
        }
        saved.elapsed()
    });
    let saves = saves.collect();
    watch.kill().expect("it runs");
    watch.wait().expect("it was killed");
    saves
}

/// The peak of a build from nothing and of one that finds nothing changed.
fn memory(folder: &Path, letters: usize) {
    let workspace = Workspace::write(folder.join("memory"), letters);
    row(
        "from nothing",
        letters,
        timed(fuhan(&workspace, &["build"]), &[0]),
    );
    timed(fuhan(&workspace, &["build"]), &[0]);
    row(
        "nothing changed",
        letters,
        timed(fuhan(&workspace, &["build"]), &[0]),
    );
    workspace.set_first_figure(1_001);
    row(
        "one figure changed",
        letters,
        timed(fuhan(&workspace, &["build"]), &[0]),
    );
}

fn fuhan(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fuhan"));
    command.args(arguments).current_dir(&workspace.root);
    command
}

/// The shortest time, since other programs can only lengthen it, and the median of the rest.
fn undisturbed(costs: &[Cost]) -> Cost {
    let shortest = costs.iter().map(|cost| cost.wall).min_by(f64::total_cmp);
    Cost {
        wall: shortest.expect("there were runs"),
        ..median(costs)
    }
}

fn row(what: &str, letters: usize, cost: Cost) {
    println!(
        "{what}\t{letters}\t{:.0}\t{:.0}\t{:.0}",
        1000.0 * cost.wall,
        1000.0 * cost.cpu,
        cost.peak_mib
    );
}
