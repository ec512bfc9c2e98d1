namespace MentorCloud.Matching.Assignment;

/// <summary>How to solve. No setting changes the optimum that is found, only time and memory.</summary>
public sealed record AssignmentOptions
{
    /// <summary>Most threads to use. Default 0: one for each core. The answer is the same for any number.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// First length of each mentee's candidate list; 0 (default) chooses by size. Lists grow by pricing until no
    /// pair outside them can improve the answer.
    /// </summary>
    public int CandidatesPerMentee { get; init; }

    /// <summary>Told about each step; may be null.</summary>
    public IProgress<SolveProgress>? Progress { get; init; }
}
