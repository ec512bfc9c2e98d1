using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>What a cohort allows its people when they choose each other (requirement 18).</summary>
/// <param name="Mode">Whether, and among whom.</param>
/// <param name="Candidates">How many candidates the engine offers each person in hybrid mode, 1..50.</param>
/// <param name="RequestDays">Days after which an unanswered request expires, 2..30; the reminder comes at half of them (requirement 31).</param>
public sealed record Choosing(ChoosingMode Mode = ChoosingMode.Closed, int Candidates = 10, int RequestDays = 7)
{
    /// <summary>The program matches alone.</summary>
    public static Choosing Default { get; } = new();

    /// <summary>Checks ranges.</summary>
    /// <returns>INPUT_INVALID with the field, or null.</returns>
    public Refusal? Check() =>
        (Enum.IsDefined(Mode) ? null : Inputs.Invalid("choosing.mode", "is no mode"))
            ?? Inputs.Range(Candidates, "choosing.candidates", 1, 50)
            ?? Inputs.Range(RequestDays, "choosing.requestDays", 2, 30);
}
