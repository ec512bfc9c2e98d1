using MentorCloud.Domain.Cohorts;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortNumbersInput(int? EscalationDays, int? LeastRaters, int? PulseWeeks, int? StalledAfterChecks, int? SmallestGroup)
{
    /// <summary>The numbers; what is null keeps what stands.</summary>
    public CohortNumbers ToNumbers(CohortNumbers before) => new()
    {
        EscalationDays = EscalationDays ?? before.EscalationDays,
        LeastRaters = LeastRaters ?? before.LeastRaters,
        PulseWeeks = PulseWeeks ?? before.PulseWeeks,
        StalledAfterChecks = StalledAfterChecks ?? before.StalledAfterChecks,
        SmallestGroup = SmallestGroup ?? before.SmallestGroup,
    };
}
