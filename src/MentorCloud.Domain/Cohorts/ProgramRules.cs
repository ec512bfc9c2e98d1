namespace MentorCloud.Domain.Cohorts;

/// <summary>The table of program types and their differences.</summary>
public static class ProgramRules
{
    private static readonly ProgramRule[] Rules =
    [
        new(ProgramType.OneToOne, 1, 24, OneSession: false, BothLearn: false),
        new(ProgramType.Group, 1, 24, OneSession: false, BothLearn: false),
        new(ProgramType.Reverse, 1, 24, OneSession: false, BothLearn: false),
        new(ProgramType.Flash, 1, 3, OneSession: true, BothLearn: false),
        new(ProgramType.Peer, 1, 24, OneSession: false, BothLearn: true),
        new(ProgramType.Rotational, 2, 24, OneSession: false, BothLearn: false),
    ];

    /// <summary>What a type changes.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its rule.</returns>
    public static ProgramRule Of(ProgramType type) => Array.Find(Rules, rule => rule.Type == type)!;
}
