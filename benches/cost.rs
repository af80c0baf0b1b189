//! What a process takes: wall and CPU time, peak memory.

use std::process::Command;

/// What one process took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
    pub(crate) peak_mib: f64,
}

/// Runs a command under GNU time, which reads the system's own accounting of the process; it must end
/// with one of the exit codes.
pub(crate) fn timed(command: Command, codes: &[i32]) -> Cost {
    let mut time = Command::new("/usr/bin/time");
    time.args(["-f", "%e %U %S %M"])
        .arg(command.get_program())
        .args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        time.current_dir(folder);
    }
    let started = std::time::Instant::now();
    let output = time
        .output()
        .expect("GNU time is installed (Debian: apt-get install time)");
    let wall = started.elapsed().as_secs_f64();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let code = output.status.code();
    assert!(
        code.is_some_and(|code| codes.contains(&code)),
        "{command:?}: {text}"
    );
    let last = text.lines().last().unwrap_or_default();
    let numbers: Vec<f64> = last
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    Cost {
        wall,
        cpu: numbers[1] + numbers[2],
        peak_mib: numbers[3] / 1024.0,
    }
}

pub(crate) fn repeat(times: usize, mut run: impl FnMut() -> Cost) -> Vec<Cost> {
    run();
    (0..times).map(|_| run()).collect()
}

pub(crate) fn median(costs: &[Cost]) -> Cost {
    let middle = |of: fn(&Cost) -> f64| {
        let mut values: Vec<_> = costs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Cost {
        wall: middle(|cost| cost.wall),
        cpu: middle(|cost| cost.cpu),
        peak_mib: middle(|cost| cost.peak_mib),
    }
}
