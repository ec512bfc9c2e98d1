using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Cover;

/// <summary>The search for another mentor for one mentee, from the fact that asked for it to the new pairing (requirements 58 and 60).</summary>
public sealed record CoverState
{
    /// <summary>How many alternatives are proposed at most.</summary>
    public const int MostAlternatives = 5;

    /// <summary>After this long without a move, unfinished work is taken up again.</summary>
    public static readonly TimeSpan ResumeAfter = TimeSpan.FromMinutes(1);

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What it is about.</summary>
    public required OpenCover Case { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it last moved, UTC.</summary>
    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>Where it is.</summary>
    public CoverStatus Status { get; init; }

    /// <summary>Alternatives with their scores, best first; at most <see cref="MostAlternatives"/>.</summary>
    public ImmutableArray<Proposal> Alternatives { get; init; } = [];

    /// <summary>The alternative that the program chose; null while none.</summary>
    public ParticipantId? Chosen { get; init; }

    /// <summary>Why the last choice could not be carried out; null when it could.</summary>
    public Refusal? Failure { get; init; }

    /// <summary>When it was placed, declined or lapsed, UTC; null before.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How the pairing ended, when the search lapsed with its end; null when it made progress again, and unless lapsed.</summary>
    public PairingOutcome? Ending { get; init; }

    /// <summary>The pairing that the chosen alternative makes; null while none is chosen.</summary>
    public PairingId? Successor => Chosen is { } mentor
        ? EntityId.Derive<PairingId>(Case.Pairing.Value, "cover", mentor.ToString(), OpenedAt.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : null;

    /// <summary>Whether something is to be done without anybody asking.</summary>
    public bool IsAtWork => Status is CoverStatus.Searching or CoverStatus.Placing;

    /// <summary>When unfinished work is taken up again, UTC; null when there is none.</summary>
    public DateTimeOffset? NextDue => IsAtWork ? MovedAt + ResumeAfter : null;

    /// <summary>Its row in the views.</summary>
    /// <returns>One case.</returns>
    public ImmutableArray<ViewRow> ToRows() =>
        [new CaseRow(Tenant, CaseKind.Cover, Case.Pairing, 1, Case.Cohort, OpenedAt, null, ClosedAt, ClosedAt is null)];
}
