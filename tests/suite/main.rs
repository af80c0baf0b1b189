//! The one integration test binary; see `../README.md`.

mod architecture;
mod build;
mod cases;
mod cli;
mod layout;
mod mistakes;
mod pdf;
mod pdf_text;
mod repository;
mod sample;
mod workspace;
mod rules;
