namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>A meeting that both sides were invited to.</summary>
/// <param name="Number">Its number in the pairing, from 1; never given twice.</param>
/// <param name="StartsAt">When it begins, UTC, to the second.</param>
/// <param name="Minutes">How long, 15..480.</param>
/// <param name="InvitedBy">The side that invited.</param>
public sealed record Meeting(int Number, DateTimeOffset StartsAt, int Minutes, PairingSide InvitedBy)
{
    /// <summary>Whether it was called off; it is kept until its time has passed, so that nobody is written to without end.</summary>
    public bool CalledOff { get; init; }

    /// <summary>When it is over, UTC.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Whether it is still to be held, or is being held.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>False once it is over or was called off.</returns>
    public bool Stands(DateTimeOffset now) => !CalledOff && EndsAt > now;
}
