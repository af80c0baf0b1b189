//! The words of one meeting, and what a letter that answers a member of the other one has instead.

use Meeting::{Conference, Congress};
use Place::{Duty, List, Office, Paper, Promise, Proposer, Reader, Session, Support, Thanks};

/// Whose word it is.
#[derive(Clone, Copy)]
enum Meeting {
    /// 政协.
    Conference,
    /// 人大.
    Congress,
}

/// Where a word must stand to speak of the letter itself.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// It names the paper that the letter answers.
    Paper,
    /// It names the reader.
    Reader,
    /// It names the proposer.
    Proposer,
    /// It tells who meets, in a sentence on a session.
    Session,
    /// What the reader supports: 对政协工作的支持.
    Support,
    /// What the reader fulfils: 履行委员职责.
    Duty,
    /// The office that hands the paper on.
    Office,
    /// The list into which the paper was taken.
    List,
    /// What the issuer promises to handle.
    Promise,
    /// What the reader is thanked or asked for.
    Thanks,
}

/// A word of one meeting.
#[derive(Debug)]
pub(super) struct MeetingWord {
    pub(super) word: &'static str,
    pub(super) place: Place,
    /// Whether it is of the conference (政协), and wrong in a letter to a deputy (人大代表).
    pub(super) is_of_conference: bool,
    /// The word of the other meeting.
    pub(super) right: &'static str,
}

/// All of them.
pub(super) const MEETING_WORDS: &[MeetingWord] = &[
    of(Conference, Paper, "提案", "建议"),
    of(Congress, Paper, "议案", "提案"),
    of(Congress, Paper, "建议案", "提案"),
    of(Congress, Paper, "建议编号", "提案编号"),
    of(Congress, Reader, "代表", "委员"),
    of(Conference, Reader, "委员", "代表"),
    of(Congress, Proposer, "建议人", "提案者"),
    of(Congress, Session, "各位代表", "各位委员"),
    of(Congress, Session, "代表们", "委员们"),
    of(Conference, Session, "各位委员", "各位代表"),
    of(Conference, Session, "委员们", "代表们"),
    of(Conference, Support, "政协工作", "人大工作"),
    of(Congress, Support, "人大工作", "政协工作"),
    of(Congress, Support, "本建议答复", "本提案答复"),
    of(Congress, Support, "该建议答复", "该提案答复"),
    of(Congress, Support, "本建议的答复", "本提案的答复"),
    of(Congress, Support, "本建议办理", "本提案办理"),
    of(Congress, Duty, "人大代表职责", "委员职责"),
    of(Congress, Duty, "代表职责", "委员职责"),
    of(Congress, Duty, "人大代表职权", "委员职责"),
    of(Congress, Duty, "代表职权", "委员职责"),
    of(Congress, Duty, "人大代表作用", "委员作用"),
    of(Conference, Duty, "委员职责", "人大代表职责"),
    of(Congress, Office, "人大代表工委", "政协提案委员会"),
    of(Congress, Office, "人大常委会代表工委", "政协提案委员会"),
    of(Congress, Office, "人大代表工作委员会", "政协提案委员会"),
    of(Congress, Office, "人大常委会代表工作", "政协提案委员会"),
    of(Congress, Office, "人大常委会人事代表", "政协提案委员会"),
    of(Conference, Office, "政协提案委", "人大常委会代表工委"),
    of(Conference, List, "督办提案", "督办建议"),
    of(Conference, List, "重点提案", "重点建议"),
    of(Congress, List, "督办建议", "督办提案"),
    of(Congress, List, "重点建议", "重点提案"),
    of(Congress, Promise, "人大代表建议", "政协提案"),
    of(Congress, Promise, "代表建议", "政协提案"),
    of(Conference, Promise, "政协提案", "人大代表建议"),
    of(Conference, Promise, "委员提案", "人大代表建议"),
    of(Conference, Thanks, "政协提案工作", "人大代表建议办理工作"),
    of(
        Conference,
        Thanks,
        "政协提案办理工作",
        "人大代表建议办理工作",
    ),
    of(Conference, Thanks, "政协平台", "人大平台"),
    of(Conference, Thanks, "政协这个平台", "人大平台"),
    of(Congress, Thanks, "人大建议工作", "政协提案办理工作"),
    of(Congress, Thanks, "人大建议办理工作", "政协提案办理工作"),
    of(Congress, Thanks, "代表建议工作", "政协提案办理工作"),
    of(Congress, Thanks, "代表建议办理工作", "政协提案办理工作"),
    of(Congress, Thanks, "人大代表建议工作", "政协提案办理工作"),
    of(Congress, Thanks, "人大代表建议办理工作", "政协提案办理工作"),
    of(Congress, Thanks, "人大平台", "政协平台"),
    of(Congress, Thanks, "人大这个平台", "政协平台"),
];

const fn of(
    meeting: Meeting,
    place: Place,
    word: &'static str,
    right: &'static str,
) -> MeetingWord {
    MeetingWord {
        word,
        place,
        is_of_conference: matches!(meeting, Meeting::Conference),
        right,
    }
}

/// The words alone.
pub(super) fn words() -> Vec<&'static str> {
    MEETING_WORDS.iter().map(|it| it.word).collect()
}
