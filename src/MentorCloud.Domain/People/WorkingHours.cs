namespace MentorCloud.Domain.People;

/// <summary>When a person works on a working day, in their own zone.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End; after the begin.</param>
public sealed record WorkingHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Nine to six: taken where nothing was told.</summary>
    public static WorkingHours Default { get; } = new(new TimeOnly(9, 0), new TimeOnly(18, 0));
}
