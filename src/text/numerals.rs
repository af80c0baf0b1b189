//! Chinese numerals (中文数字): 一、二、三 and back.
