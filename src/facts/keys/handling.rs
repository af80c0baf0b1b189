//! Due dates, and what is known of the handling.

use jiff::civil::Date;

use super::super::form::DocumentNumber;
use super::super::handling::{Deadline, HandlingRole};
use super::super::yaml::{Key, Mapping, Shape};
use crate::source::PlacedText;

/// 办理期限.
pub(in crate::facts) static DEADLINES: Mapping = Mapping {
    name: "deadlines",
    owner: "办理期限",
    keys: &[
        Key::optional::<Deadline>(
            "reply",
            "答复的期限，默认 `3个月`；也可写 `30日`、`8月31日`",
        ),
        Key::optional::<Deadline>("co_handling", "会办意见的期限，默认 `1个月`"),
        Key::optional::<Deadline>("second", "二次答复的期限，默认 `1个月`"),
    ],
    rules: &[],
};

/// 办理情况.
pub(in crate::facts) static HANDLING: Mapping = Mapping {
    name: "handling",
    owner: "办理情况",
    keys: &[
        Key::optional::<HandlingRole>("role", "本单位怎样承办，不写就照信件的种类"),
        Key::optional::<Date>("assigned_on", "交办日期"),
        Key::optional::<Date>("due_on", "限期，不写就由交办日期和 `deadlines` 算出"),
        Key::optional::<Date>("extended_to", "延期至"),
        Key::optional::<Date>("replied_on", "答复发出的日期"),
        Key::optional::<PlacedText>("consultation", "沟通方式：电话、座谈、走访"),
        Key::optional::<PlacedText>("satisfaction", "提案者的满意度")
            .shaped(|| Shape::words(&[("满意", ""), ("基本满意", ""), ("不满意", "")])),
    ],
    rules: &[],
};

/// 前次答复.
pub(in crate::facts) static PREVIOUS_REPLY: Mapping = Mapping {
    name: "previous_reply",
    owner: "前次答复",
    keys: &[
        Key::optional::<DocumentNumber>("document_number", "前次答复的发文字号"),
        Key::optional::<Date>("issued_on", "前次答复的成文日期"),
    ],
    rules: &[],
};
