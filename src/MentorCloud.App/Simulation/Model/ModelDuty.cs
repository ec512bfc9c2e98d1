using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.App.Simulation.Model;

/// <summary>One duty that is to come or owed.</summary>
internal sealed class ModelDuty(DutyKind kind, int number, DateTimeOffset due, int grace)
{
    private const int Week = 7;

    public DutyKind Kind { get; } = kind;

    public int Number { get; } = number;

    public DateTimeOffset Due { get; set; } = due;

    public int Grace { get; set; } = grace;

    public bool Owed { get; set; }

    public int Reminders { get; set; }

    /// <summary>Whether the next step is that it is missed.</summary>
    public bool IsLastStep => Owed && Reminders > 0 && Grace > 0;

    /// <summary>Takes the next step.</summary>
    /// <returns>What is told of it.</returns>
    public Expected Step(DateTimeOffset at)
    {
        if (!Owed)
        {
            Owed = true;
            return new Expected($"DutyFellDue {Kind} {Number}", at, Due);
        }

        return IsLastStep ? new Expected($"DutyMissed {Kind} {Number}", at) : new Expected($"DutyReminded {Kind} {Number} {++Reminders}", at);
    }

    public DateTimeOffset Next => !Owed ? Due
        : Grace == 0 ? Due.AddDays(Week * (Reminders + 1))
        : Reminders == 0 ? Due.AddHours(Math.Min(24, 12 * Grace))
        : Due.AddDays(Grace);
}
