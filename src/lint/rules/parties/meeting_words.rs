//! The words of one meeting, and what a letter that answers a member of the other one has instead.

use Place::{Duty, List, Office, Paper, Promise, Proposer, Reader, Session, Support, Thanks};

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
    of_conference(Paper, "提案", "建议"),
    of_congress(Paper, "议案", "提案"),
    of_congress(Paper, "建议案", "提案"),
    of_congress(Paper, "建议编号", "提案编号"),
    of_congress(Reader, "代表", "委员"),
    of_conference(Reader, "委员", "代表"),
    of_congress(Proposer, "建议人", "提案者"),
    of_congress(Session, "各位代表", "各位委员"),
    of_congress(Session, "代表们", "委员们"),
    of_conference(Session, "各位委员", "各位代表"),
    of_conference(Session, "委员们", "代表们"),
    of_conference(Support, "政协工作", "人大工作"),
    of_congress(Support, "人大工作", "政协工作"),
    of_congress(Support, "本建议答复", "本提案答复"),
    of_congress(Support, "该建议答复", "该提案答复"),
    of_congress(Support, "本建议的答复", "本提案的答复"),
    of_congress(Support, "本建议办理", "本提案办理"),
    of_congress(Duty, "人大代表职责", "委员职责"),
    of_congress(Duty, "代表职责", "委员职责"),
    of_congress(Duty, "人大代表职权", "委员职责"),
    of_congress(Duty, "代表职权", "委员职责"),
    of_congress(Duty, "人大代表作用", "委员作用"),
    of_conference(Duty, "委员职责", "人大代表职责"),
    of_congress(Office, "人大代表工委", "政协提案委员会"),
    of_congress(Office, "人大常委会代表工委", "政协提案委员会"),
    of_congress(Office, "人大代表工作委员会", "政协提案委员会"),
    of_congress(Office, "人大常委会代表工作", "政协提案委员会"),
    of_congress(Office, "人大常委会人事代表", "政协提案委员会"),
    of_conference(Office, "政协提案委", "人大常委会代表工委"),
    of_conference(List, "督办提案", "督办建议"),
    of_conference(List, "重点提案", "重点建议"),
    of_congress(List, "督办建议", "督办提案"),
    of_congress(List, "重点建议", "重点提案"),
    of_congress(Promise, "人大代表建议", "政协提案"),
    of_congress(Promise, "代表建议", "政协提案"),
    of_conference(Promise, "政协提案", "人大代表建议"),
    of_conference(Promise, "委员提案", "人大代表建议"),
    of_conference(Thanks, "政协提案工作", "人大代表建议办理工作"),
    of_conference(Thanks, "政协提案办理工作", "人大代表建议办理工作"),
    of_conference(Thanks, "政协平台", "人大平台"),
    of_conference(Thanks, "政协这个平台", "人大平台"),
    of_congress(Thanks, "人大建议工作", "政协提案办理工作"),
    of_congress(Thanks, "人大建议办理工作", "政协提案办理工作"),
    of_congress(Thanks, "代表建议工作", "政协提案办理工作"),
    of_congress(Thanks, "代表建议办理工作", "政协提案办理工作"),
    of_congress(Thanks, "人大代表建议工作", "政协提案办理工作"),
    of_congress(Thanks, "人大代表建议办理工作", "政协提案办理工作"),
    of_congress(Thanks, "人大平台", "政协平台"),
    of_congress(Thanks, "人大这个平台", "政协平台"),
];

const fn of_conference(place: Place, word: &'static str, right: &'static str) -> MeetingWord {
    MeetingWord {
        word,
        place,
        is_of_conference: true,
        right,
    }
}

const fn of_congress(place: Place, word: &'static str, right: &'static str) -> MeetingWord {
    MeetingWord {
        word,
        place,
        is_of_conference: false,
        right,
    }
}

/// The words alone.
pub(super) fn words() -> Vec<&'static str> {
    MEETING_WORDS.iter().map(|it| it.word).collect()
}
