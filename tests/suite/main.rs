//! The one integration test binary; see `../README.md`.

mod annexes;
mod architecture;
mod archive;
mod build;
mod cases;
mod check;
mod cli;
mod example_workspace;
mod handling;
mod impact;
mod incremental;
mod kinds;
mod layout;
mod measure;
mod mistakes;
mod pdf;
mod pdf_text;
mod proofreading;
mod repository;
mod rules;
mod sample;
mod schema;
mod sealing;
mod standard;
mod tracing;
mod workspace;
