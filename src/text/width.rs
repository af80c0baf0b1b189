//! Half and full width (半角、全角).
