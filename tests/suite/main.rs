//! The one integration test binary; see ../README.md.
