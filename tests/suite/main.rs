//! The one integration test binary; see `../README.md`.

mod architecture;
mod build;
mod cases;
mod cli;
mod mistakes;
mod pdf_text;
mod repository;
mod workspace;
