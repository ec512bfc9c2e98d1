using MentorCloud.App.Simulation.Checks;

namespace MentorCloud.App.Simulation;

/// <summary>What a simulation came to. All but <see cref="Measured"/> is the same whenever the same is played.</summary>
internal sealed record SimulationResult
{
    public required int Seed { get; init; }

    public required int Participants { get; init; }

    public required int Mentors { get; init; }

    public required int Months { get; init; }

    /// <summary>The last simulated moment, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Matching rounds run.</summary>
    public required int Rounds { get; init; }

    public required int Pairings { get; init; }

    /// <summary>Pairings by how their people go about it.</summary>
    public required IReadOnlyDictionary<string, int> Characters { get; init; }

    /// <summary>Pairings that ended, by how; the others live.</summary>
    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    /// <summary>Midcourse corrections that were held after they had been missed.</summary>
    public required int LateMidcourses { get; init; }

    /// <summary>What happened, month by month.</summary>
    public required IReadOnlyList<SimulatedMonth> Timeline { get; init; }

    /// <summary>Commands that people gave, repetitions and strangers' left out.</summary>
    public required long Commands { get; init; }

    /// <summary>Facts by name.</summary>
    public required IReadOnlyDictionary<string, long> Facts { get; init; }

    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>Times and commits, which differ from run to run.</summary>
    public required SimulationMeasures Measured { get; init; }

    public bool IsSound => Checks.All(check => check.Broken == 0);
}
