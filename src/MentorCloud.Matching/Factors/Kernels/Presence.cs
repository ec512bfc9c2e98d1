namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>Whether a factor has data for a mentee's pairs. Decided for the whole row, so that sums have one order.</summary>
internal enum Presence
{
    /// <summary>For none of the mentors.</summary>
    None,

    /// <summary>For some; the kernel writes which.</summary>
    Some,

    /// <summary>For every mentor.</summary>
    All,
}
