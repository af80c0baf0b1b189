//! The `fuhan` program: arguments in, exit code out.

use std::process::ExitCode;

/// A build makes and drops millions of short strings, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    fuhan::cli::run(std::env::args_os())
}
