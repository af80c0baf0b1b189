//! What a clerk reads about YAML that is wrong.
