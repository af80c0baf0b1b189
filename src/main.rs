//! The `fuhan` program: arguments in, exit code out.

fn main() {}
