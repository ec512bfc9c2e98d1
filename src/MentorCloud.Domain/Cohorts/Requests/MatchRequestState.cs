using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>The newest request between two people of a cohort.</summary>
public sealed record MatchRequestState
{
    /// <summary>How long the reserving of places may rest before a reminder takes it up again.</summary>
    public static readonly TimeSpan ResumeAfter = TimeSpan.FromMinutes(1);

    /// <summary>The request.</summary>
    public required MatchRequestId Id { get; init; }

    /// <summary>Its tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What is asked.</summary>
    public required MatchOffer Offer { get; init; }

    /// <summary>1 for the first time that these two ask, one more each time.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Version of the cohort's weights that the score is by.</summary>
    public required int WeightsVersion { get; init; }

    /// <summary>The type of program that the pairing follows.</summary>
    public required ProgramType Type { get; init; }

    /// <summary>Days between check-ins that the pairing's contract begins with.</summary>
    public required int CadenceDays { get; init; }

    /// <summary>The numbers of the cohort's rules that the pairing follows.</summary>
    public CohortNumbers Numbers { get; init; } = CohortNumbers.Default;

    /// <summary>When the pairing's term ends, UTC.</summary>
    public required DateTimeOffset PairingEndsAt { get; init; }

    /// <summary>Where it is.</summary>
    public MatchRequestStatus Status { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When both sides are reminded, UTC.</summary>
    public required DateTimeOffset RemindAt { get; init; }

    /// <summary>When it expires, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether the reminder was sent.</summary>
    public bool Reminded { get; init; }

    /// <summary>When it came to an end, UTC; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the pairing has learnt that it is real.</summary>
    public bool Told { get; init; }

    /// <summary>Why the last consent came to nothing; null while none did.</summary>
    public Refusal? LastRefusal { get; init; }

    /// <summary>When it last moved on, UTC.</summary>
    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>The pairing that this request makes: the same id on every attempt.</summary>
    public PairingId Pairing => EntityId.Derive<PairingId>(Id.Value, Number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Who is asked.</summary>
    public ParticipantId Asked => Offer.By == Pairings.PairingSide.Mentor ? Offer.Pair.Mentee : Offer.Pair.Mentor;

    /// <summary>Who asks.</summary>
    public ParticipantId Asking => Offer.By == Pairings.PairingSide.Mentor ? Offer.Pair.Mentor : Offer.Pair.Mentee;

    /// <summary>Whether somebody must go on with it: places to reserve, or the pairing to tell.</summary>
    public bool IsAtWork => Status == MatchRequestStatus.Accepting || (Status == MatchRequestStatus.Matched && !Told);

    /// <summary>When its one timer must ring next, UTC; null when nothing is to come.</summary>
    public DateTimeOffset? NextDue => Status == MatchRequestStatus.Open
        ? (Reminded ? ExpiresAt : RemindAt)
        : IsAtWork ? MovedAt + ResumeAfter : null;

    /// <summary>The request of two people in a cohort.</summary>
    /// <param name="offer">Who asks whom.</param>
    /// <returns>Its id.</returns>
    public static MatchRequestId IdOf(MatchOffer offer) =>
        EntityId.Derive<MatchRequestId>(offer.Cohort.Value, offer.Pair.Mentor.ToString(), offer.Pair.Mentee.ToString());

    /// <summary>The request's row in the views.</summary>
    /// <returns>The row.</returns>
    public MatchRequestRow ToRow() => new(
        Id, Tenant, Offer.Cohort, Offer.Pair.Mentor, Offer.Pair.Mentee, Offer.By, Status, Offer.Score, SentAt, RemindAt, ExpiresAt, EndedAt,
        Status == MatchRequestStatus.Matched ? Pairing : null);
}
