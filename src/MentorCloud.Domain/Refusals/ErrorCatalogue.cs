using System.Collections.Frozen;

namespace MentorCloud.Domain.Refusals;

/// <summary>The one catalogue of error codes: every code that can leave the product, and what kind of "no" it is.</summary>
public static class ErrorCatalogue
{
    private static readonly FrozenDictionary<string, RefusalKind> Kinds = new Dictionary<string, RefusalKind>
    {
        [ErrorCodes.InputInvalid] = RefusalKind.Invalid,
        [ErrorCodes.NotFound] = RefusalKind.NotFound,
        [ErrorCodes.Forbidden] = RefusalKind.Forbidden,
        [ErrorCodes.Unauthenticated] = RefusalKind.Unauthenticated,
        [ErrorCodes.AlreadyExists] = RefusalKind.Conflict,
        [ErrorCodes.ParticipantCapacityInUse] = RefusalKind.Conflict,
        [ErrorCodes.MenteeAlreadyPaired] = RefusalKind.Conflict,
        [ErrorCodes.MentorCapacityExhausted] = RefusalKind.Exhausted,
        [ErrorCodes.CohortIncomplete] = RefusalKind.Conflict,
        [ErrorCodes.CohortClosed] = RefusalKind.Conflict,
        [ErrorCodes.CohortAlreadyOpen] = RefusalKind.Conflict,
        [ErrorCodes.CohortNotOpen] = RefusalKind.Conflict,
        [ErrorCodes.CohortEmpty] = RefusalKind.Conflict,
        [ErrorCodes.RoundNotDrafted] = RefusalKind.Conflict,
        [ErrorCodes.RoundNotSolving] = RefusalKind.Conflict,
        [ErrorCodes.RoundCancelled] = RefusalKind.Conflict,
        [ErrorCodes.PairRuleConflict] = RefusalKind.Conflict,
        [ErrorCodes.MatchForbidden] = RefusalKind.Conflict,
        [ErrorCodes.MatchPinned] = RefusalKind.Conflict,
        [ErrorCodes.MatchNotProposed] = RefusalKind.Conflict,
        [ErrorCodes.ChoosingClosed] = RefusalKind.Conflict,
        [ErrorCodes.CalibrationTooFew] = RefusalKind.Conflict,
        [ErrorCodes.WeightsNotProposed] = RefusalKind.Conflict,
        [ErrorCodes.WeightsProposalStale] = RefusalKind.Conflict,
        [ErrorCodes.RotationAtWork] = RefusalKind.Conflict,
        [ErrorCodes.RotationNotPlanned] = RefusalKind.Conflict,
        [ErrorCodes.RotationStageOrder] = RefusalKind.Conflict,
        [ErrorCodes.RotationOver] = RefusalKind.Conflict,
        [ErrorCodes.RoundOfRotation] = RefusalKind.Conflict,
        [ErrorCodes.CandidateNotOffered] = RefusalKind.Conflict,
        [ErrorCodes.MatchRequestOpen] = RefusalKind.Conflict,
        [ErrorCodes.MatchRequestOver] = RefusalKind.Conflict,
        [ErrorCodes.MatchRequestOtherSide] = RefusalKind.Conflict,
        [ErrorCodes.PairingEnded] = RefusalKind.Conflict,
        [ErrorCodes.PairingReleased] = RefusalKind.Conflict,
        [ErrorCodes.PairingContractUnsigned] = RefusalKind.Conflict,
        [ErrorCodes.ContractAlreadyProposed] = RefusalKind.Conflict,
        [ErrorCodes.ContractNotDrafted] = RefusalKind.Conflict,
        [ErrorCodes.ContractNotProposed] = RefusalKind.Conflict,
        [ErrorCodes.ContractIncomplete] = RefusalKind.Conflict,
        [ErrorCodes.ContractVersionStale] = RefusalKind.Conflict,
        [ErrorCodes.PairingPaused] = RefusalKind.Conflict,
        [ErrorCodes.PairingNotPaused] = RefusalKind.Conflict,
        [ErrorCodes.PairingOtherSide] = RefusalKind.Forbidden,
        [ErrorCodes.DutyNotScheduled] = RefusalKind.Conflict,
        [ErrorCodes.MilestoneWithoutEvidence] = RefusalKind.Conflict,
        [ErrorCodes.TermNotDue] = RefusalKind.Conflict,
        [ErrorCodes.CompetencyUnknown] = RefusalKind.Invalid,
        [ErrorCodes.CohortNotGroup] = RefusalKind.Conflict,
        [ErrorCodes.ParticipantDeparted] = RefusalKind.Conflict,
        [ErrorCodes.ParticipantErased] = RefusalKind.Conflict,
        [ErrorCodes.ParticipantStillPaired] = RefusalKind.Conflict,
        [ErrorCodes.CoverNotProposed] = RefusalKind.Conflict,
        [ErrorCodes.ReassignmentNotRequested] = RefusalKind.Conflict,
        [ErrorCodes.EscalationNotOpen] = RefusalKind.Conflict,
        [ErrorCodes.EscalationUnacknowledged] = RefusalKind.Conflict,
        [ErrorCodes.EntryIncomplete] = RefusalKind.Conflict,
        [ErrorCodes.EntryClosed] = RefusalKind.Conflict,
        [ErrorCodes.EntryAlreadyShared] = RefusalKind.Conflict,
        [ErrorCodes.LimitReached] = RefusalKind.Exhausted,
        [ErrorCodes.AutonomyCriteriaUnmet] = RefusalKind.Conflict,
        [ErrorCodes.AutonomyNotAsked] = RefusalKind.Conflict,
        [ErrorCodes.ReviewNotOpen] = RefusalKind.Conflict,
        [ErrorCodes.EventOver] = RefusalKind.Conflict,
        [ErrorCodes.EventNotBegun] = RefusalKind.Conflict,
        [ErrorCodes.MentorOverloaded] = RefusalKind.Exhausted,
        [ErrorCodes.RateLimited] = RefusalKind.Exhausted,
        [ErrorCodes.TenantSuspended] = RefusalKind.Forbidden,
        [ErrorCodes.IdempotencyKeyReused] = RefusalKind.Conflict,
        [ErrorCodes.ServiceBusy] = RefusalKind.Unavailable,
        [ErrorCodes.StorageUnavailable] = RefusalKind.Unavailable,
        [ErrorCodes.RosterInvalid] = RefusalKind.Invalid,
        [ErrorCodes.FrameworkInvalid] = RefusalKind.Invalid,
        [ErrorCodes.FileTooLarge] = RefusalKind.Exhausted,
        [ErrorCodes.CursorInvalid] = RefusalKind.Invalid,
        [ErrorCodes.FactsOutOfOrder] = RefusalKind.Conflict,
        [ErrorCodes.AccountEmailTaken] = RefusalKind.Conflict,
        [ErrorCodes.AccountClosed] = RefusalKind.Conflict,
        [ErrorCodes.AccountLastAdmin] = RefusalKind.Conflict,
        [ErrorCodes.ClientRevoked] = RefusalKind.Conflict,
        [ErrorCodes.InvitationInvalid] = RefusalKind.Invalid,
        [ErrorCodes.PasswordTooWeak] = RefusalKind.Invalid,
        [ErrorCodes.MatchImpossible] = RefusalKind.Conflict,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The kind of a code.</summary>
    /// <param name="code">A code from <see cref="ErrorCodes"/>.</param>
    /// <returns>Its kind.</returns>
    /// <exception cref="KeyNotFoundException">The code is not in the catalogue: a bug.</exception>
    public static RefusalKind KindOf(string code) => Kinds[code];
}
