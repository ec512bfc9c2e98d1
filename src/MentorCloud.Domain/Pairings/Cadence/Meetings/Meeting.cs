using MentorCloud.Domain.Time;

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

    /// <summary>Whether it takes some of the same time as another; one that begins when the other ends does not.</summary>
    /// <param name="from">The other's beginning.</param>
    /// <param name="length">The other's length.</param>
    /// <returns>True when they overlap, also when this one was called off.</returns>
    public bool Overlaps(DateTimeOffset from, TimeSpan length) =>
        new TimeWindow(StartsAt, TimeSpan.FromMinutes(Minutes)).Overlaps(new TimeWindow(from, length));

    /// <summary>Whether it is still to be held, or is being held.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>False once it is over or was called off.</returns>
    public bool Stands(DateTimeOffset now) => !CalledOff && EndsAt > now;
}
