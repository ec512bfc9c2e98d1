namespace MentorCloud.Matching.Explanations;

/// <summary>Why a pair is not in an assignment.</summary>
public enum ExclusionReason
{
    /// <summary>It is in the assignment.</summary>
    Included,

    /// <summary>A hard rule forbids it; <see cref="Factors.PairExplainer.Forbids"/> names it.</summary>
    Forbidden,

    /// <summary>Somebody vetoed it.</summary>
    Vetoed,

    /// <summary>Other pins fill the mentor's places or the mentee's demand, or one of them is 0.</summary>
    NoRoom,

    /// <summary>It is possible but the cohort does no better with it; <see cref="ExclusionAnswer.IfPinned"/> says what it would cost.</summary>
    NotBest,
}
