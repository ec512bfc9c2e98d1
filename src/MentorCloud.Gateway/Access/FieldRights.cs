using System.Collections.Frozen;
using MentorCloud.Domain.Access;

namespace MentorCloud.Gateway.Access;

/// <summary>
/// Which operation of the policy table each field of the schema is. Most fields follow from the table by their name:
/// <c>Mutation.cohortOpen</c> is <c>Cohort.Open</c>, <c>Query.cohorts</c> is <c>Views.Cohorts</c>, <c>Query.cohort</c> is
/// <c>Cohort.Get</c>; the others are named here. docs/rights.md and the isolation matrix are made from it.
/// </summary>
internal static class FieldRights
{
    /// <summary>In place of an operation: everybody who is logged in.</summary>
    public const string LoggedIn = "logged in";

    /// <summary>In place of an operation: everybody, logged in or not.</summary>
    public const string Open = "open";

    private static readonly FrozenDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["Query.node"] = LoggedIn,
        ["Query.nodes"] = LoggedIn,
        ["Query.viewer"] = LoggedIn,
        ["Query.rateLimit"] = LoggedIn,
        ["Query.entryForms"] = Open,
        ["Query.programCases"] = "Views.Cases",
        ["Query.auditEntries"] = "Audit.Read",
        ["Query.accounts"] = "Accounts.List",
        ["Query.clients"] = "Clients.List",
        ["Query.loginSettings"] = "Logins.Get",
        ["Query.roundComparison"] = "DraftPage.Get",
        ["Mutation.accountInvite"] = "Accounts.Manage",
        ["Mutation.accountChangeRoles"] = "Accounts.Manage",
        ["Mutation.accountClose"] = "Accounts.Manage",
        ["Mutation.accountReopen"] = "Accounts.Manage",
        ["Mutation.accountEndSessions"] = "Accounts.Manage",
        ["Mutation.accountResetSecondFactor"] = "Accounts.Manage",
        ["Mutation.clientCreate"] = "Clients.Manage",
        ["Mutation.clientRotateSecret"] = "Clients.Manage",
        ["Mutation.clientRevoke"] = "Clients.Manage",
        ["Mutation.appClientRegister"] = "Clients.Manage",
        ["Mutation.loginProviderSet"] = "Logins.Manage",
        ["Mutation.loginProviderRemove"] = "Logins.Manage",
        ["Mutation.loginRulesSet"] = "Logins.Manage",
        ["Mutation.directorySet"] = "Logins.Manage",
        ["Mutation.emailDomainClaim"] = "Logins.Manage",
        ["Mutation.emailDomainVerify"] = "Logins.Manage",
        ["Mutation.emailDomainRelease"] = "Logins.Manage",
        ["Mutation.rosterImport"] = "Participant.Register",
        ["Mutation.participantReportDeparture"] = "Participant.Depart",
        ["Mutation.participantReportReturn"] = "Participant.Return",
        ["Mutation.cohortLogSession"] = "Pairing.LogCheckIn",
        ["Mutation.cohortClone"] = "Cohort.Create",
        ["Mutation.cohortPinPair"] = "PairRules.Add",
        ["Mutation.cohortVetoPair"] = "PairRules.Add",
        ["Mutation.cohortFreePair"] = "PairRules.Free",
        ["Mutation.rotationPlan"] = "Rotation.Start",
        ["Mutation.rotationBeginStage"] = "Rotation.Begin",
        ["Mutation.roundPick"] = "Round.Adopt",
        ["Mutation.roundEdit"] = "Round.Adopt",
        ["Mutation.pairingExcuseCheckIn"] = "Pairing.ExcuseDuty",
        ["Mutation.pairingPause"] = "Pairing.PausePairing",
        ["Mutation.pairingResume"] = "Pairing.ResumePairing",
        ["Subscription.pairingChanged"] = "Subscriptions.Pairing",
        ["Subscription.roundProgress"] = "Subscriptions.Round",
        ["Subscription.escalationChanged"] = "Subscriptions.Escalations",
        ["Subscription.healthChanged"] = "Subscriptions.Health",
        ["Tenant.framework"] = "Framework.Get",
        ["Tenant.breakGlassAccesses"] = "Views.BreakGlass",
        ["Tenant.delegations"] = "Views.Delegations",
        ["Cohort.events"] = "Views.Events",
        ["Cohort.rounds"] = "Views.Rounds",
        ["Cohort.safetyPulse"] = "Views.Pulses",
        ["Cohort.pins"] = "PairRules.Get",
        ["Cohort.vetoes"] = "PairRules.Get",
        ["Cohort.weightVersions"] = "Views.Weights",
        ["Cohort.weightProposal"] = "Views.Weights",
        ["Cohort.rotation"] = "Rotation.Get",
        ["Cohort.candidates"] = "Matching.Candidates",
        ["CohortEvent.invitations"] = "CohortEvent.Get",
        ["Round.proposals"] = "DraftPage.Get",
        ["Round.unmatched"] = "DraftPage.Get",
        ["Round.explainPair"] = "Matching.Explain",
        ["Round.explainUnmatched"] = "Matching.Explain",
        ["Round.whatIf"] = "Matching.Explain",
        ["Pairing.contracts"] = "Pairing.Contracts",
        ["Pairing.duties"] = "Pairing.Duties",
        ["Pairing.entries"] = "Pairing.Entries",
        ["Pairing.proposedSlots"] = "Pairing.ProposeSlots",
        ["Pairing.meetingInvitation"] = "Pairing.ProposeSlots",
        ["Pairing.growthNarrative"] = "Pairing.Narrative",
        ["Pairing.cover"] = "Cover.Get",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Writes = Policy.All
        .Where(rule => rule.Mode == AccessMode.Write)
        .ToFrozenDictionary(rule => Camel(rule.Operation.Replace(".", string.Empty, StringComparison.Ordinal)), rule => rule.Operation, StringComparer.Ordinal);

    /// <summary>Every field that is named here rather than found by its name.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions => Named;

    /// <summary>The operation of a field.</summary>
    /// <param name="type">Name of the type that holds the field.</param>
    /// <param name="field">The field's name.</param>
    /// <returns>An operation of the policy table, <see cref="LoggedIn"/> or <see cref="Open"/>; null when the field has none yet.</returns>
    public static string? OperationOf(string type, string field)
    {
        if (Named.TryGetValue($"{type}.{field}", out var named))
        {
            return named;
        }

        var pascal = char.ToUpperInvariant(field[0]) + field[1..];
        return type switch
        {
            "Mutation" => Writes.GetValueOrDefault(field),
            "Query" => Existing($"{pascal}.Get") ?? Existing($"Views.{pascal}"),
            _ => null,
        };
    }

    /// <summary>Whether an actor passes a field's rule; what is relative the domain decides afterwards.</summary>
    /// <param name="operation">What <see cref="OperationOf"/> said.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>True when the table allows it.</returns>
    public static bool Allows(string operation, Actor actor) => operation switch
    {
        Open => true,
        LoggedIn => actor.Kind != ActorKind.Anonymous,
        _ => Policy.Refuse(operation, actor) is null,
    };

    private static string? Existing(string operation) => Policy.Find(operation)?.Operation;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
