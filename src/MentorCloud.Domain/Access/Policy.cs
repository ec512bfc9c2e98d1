using System.Collections.Frozen;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Access;

/// <summary>
/// The one policy table: who may do what. Grain calls, view queries, subscriptions, exports and SCIM all ask it; what
/// is not in it is refused. What is relative ("the mentor of this pairing") the domain decides afterwards.
/// </summary>
public static class Policy
{
    private const Role Admins = Role.TenantAdmin | Role.ProgramManager;
    private const Role Partners = Role.Mentor | Role.Mentee;
    private const Role Everyone = Admins | Role.Sponsor | Partners;

    private static readonly PolicyRule[] Rules =
    [
        // Tenants and their frameworks. Tenants are made and suspended by the platform alone.
        Write("Tenant.Create", Role.None, Scope.None, system: true),
        Write("Tenant.Suspend", Role.None, Scope.None, system: true),
        Write("Tenant.Resume", Role.None, Scope.None, system: true),
        Write("Tenant.AdoptFramework", Role.TenantAdmin, Scope.ProgramsWrite),
        Write("Tenant.Delegate", Role.TenantAdmin, Scope.None),
        Write("Tenant.OpenBreakGlass", Role.None, Scope.None, system: true),
        Write("Tenant.EndBreakGlass", Role.TenantAdmin, Scope.None),
        Write("BreakGlass.Open", Role.PlatformOperator, Scope.None),
        Write("Tenant.SetRetention", Role.TenantAdmin, Scope.None),
        Read("Tenant.Get", Everyone, Scope.ProgramsRead, system: true),
        Write("FrameworkPage.Store", Role.TenantAdmin, Scope.ProgramsWrite),
        Read("FrameworkPage.Get", Admins, Scope.ProgramsRead, system: true),
        Write("Framework.Import", Role.TenantAdmin, Scope.ProgramsWrite),
        Read("Framework.Get", Everyone, Scope.ProgramsRead, system: true),

        // People. A partner reads themself; the domain sees to it.
        Write("Participant.Register", Admins, Scope.ProgramsWrite),
        Read("Participant.Get", Everyone, Scope.ProgramsRead, system: true),
        Write("Participant.Erase", Role.TenantAdmin, Scope.None),
        Write("Participant.ClearOutbox", Role.None, Scope.None, system: true),
        Write("Participant.FinishErasure", Role.None, Scope.None, system: true),
        Write("Participant.Depart", Admins, Scope.None, system: true),
        Write("Participant.Return", Admins, Scope.None, system: true),
        Write("Participant.Join", Admins, Scope.ProgramsWrite),
        Write("Participant.ReserveSlot", Role.None, Scope.None, system: true),
        Write("Participant.ReleaseSlot", Role.None, Scope.None, system: true),
        Write("Participant.Prefer", Admins | Partners, Scope.ProgramsWrite),
        Write("Participant.NoteOverload", Role.None, Scope.None, system: true),
        Write("Participant.OpenRequest", Role.None, Scope.None, system: true),
        Write("Participant.CloseRequest", Role.None, Scope.None, system: true),

        // Cohorts and rounds. A manager who is limited to some cohorts reaches those alone, and makes none.
        Write("Cohort.Create", Admins, Scope.ProgramsWrite) with { WholeTenant = true },
        Write("Cohort.Revise", Admins, Scope.ProgramsWrite),
        Write("Cohort.Open", Admins, Scope.ProgramsWrite),
        Write("Cohort.Close", Admins, Scope.ProgramsWrite),
        Write("Cohort.Enrol", Admins, Scope.ProgramsWrite),
        Read("Cohort.Get", Everyone, Scope.ProgramsRead, system: true),
        Write("Cohort.ProposeWeights", Admins, Scope.ProgramsWrite),
        Write("Cohort.DecideWeights", Admins, Scope.None),
        Write("Cohort.NoteRound", Role.None, Scope.None, system: true),
        Write("Cohort.NoteRotation", Role.None, Scope.None, system: true),
        Write("Rotation.Start", Admins, Scope.ProgramsWrite),
        Write("Rotation.Replan", Admins, Scope.ProgramsWrite),
        Write("Rotation.Begin", Admins, Scope.ProgramsWrite),
        Write("Rotation.Complete", Role.None, Scope.None, system: true),
        Write("Rotation.Fail", Role.None, Scope.None, system: true),
        Write("Rotation.Continue", Role.None, Scope.None, system: true),
        Read("Rotation.Get", Admins | Role.Sponsor, Scope.ProgramsRead, system: true),
        Write("PairRules.Add", Admins, Scope.ProgramsWrite),
        Write("PairRules.Free", Admins, Scope.ProgramsWrite),
        Read("PairRules.Get", Admins, Scope.ProgramsRead, system: true),
        Write("MatchRequest.Send", Partners, Scope.None),
        Write("MatchRequest.Accept", Partners, Scope.None),
        Write("MatchRequest.Decline", Partners, Scope.None),
        Write("MatchRequest.Withdraw", Partners, Scope.None),
        Read("MatchRequest.Get", Admins | Partners, Scope.ProgramsRead, system: true),
        Write("RosterPage.Add", Admins, Scope.ProgramsWrite),
        Read("RosterPage.Get", Admins, Scope.ProgramsRead, system: true),
        Write("PromptCalendar.Set", Role.None, Scope.None, system: true),
        Read("PromptCalendar.Get", Role.None, Scope.None, system: true),
        Write("Taxonomy.Add", Admins, Scope.ProgramsWrite) with { WholeTenant = true },
        Write("Taxonomy.Retire", Admins, Scope.ProgramsWrite) with { WholeTenant = true },
        Read("Taxonomy.Get", Everyone, Scope.ProgramsRead, system: true),
        Write("CohortEvent.Plan", Admins, Scope.ProgramsWrite),
        Write("CohortEvent.Invite", Admins, Scope.ProgramsWrite),
        Write("CohortEvent.Answer", Partners, Scope.None),
        Write("CohortEvent.Record", Admins, Scope.ProgramsWrite),
        Write("CohortEvent.Cancel", Admins, Scope.ProgramsWrite),
        Read("CohortEvent.Get", Everyone, Scope.ProgramsRead, system: true),
        Write("Round.Start", Admins, Scope.ProgramsWrite),
        Write("Round.Resolve", Admins, Scope.ProgramsWrite),
        Write("Round.Adopt", Admins, Scope.ProgramsWrite, system: true),
        Write("Round.Cancel", Admins, Scope.ProgramsWrite),
        Write("Round.Report", Role.None, Scope.None, system: true),
        Write("Round.Complete", Role.None, Scope.None, system: true),
        Write("Round.Fail", Role.None, Scope.None, system: true),
        Write("Round.Continue", Role.None, Scope.None, system: true),
        Write("Round.Publish", Admins, Scope.ProgramsWrite, system: true),
        Write("Round.Discard", Admins, Scope.ProgramsWrite, system: true),
        Read("Round.Get", Admins | Role.Sponsor, Scope.ProgramsRead, system: true),
        Write("DraftPage.Store", Role.None, Scope.None, system: true),
        Read("DraftPage.Get", Admins, Scope.ProgramsRead, system: true),

        // Pairings. Contracts and check-ins belong to the two partners; the domain refuses everybody else, and the wrong side:
        // among peers both sides have the mentee's rights. A manager who is limited to cohorts and is of the pair passes the
        // partners' rows alone (Actor.AsPartner).
        Write("Pairing.Prepare", Role.None, Scope.None, system: true),
        Write("Pairing.Release", Role.None, Scope.None, system: true),
        Write("Pairing.Publish", Role.None, Scope.None, system: true),
        Write("Pairing.DraftContract", Partners, Scope.None),
        Write("Pairing.ProposeContract", Partners, Scope.None),
        Write("Pairing.WithdrawContract", Partners, Scope.None),
        Write("Pairing.SignContract", Partners, Scope.None),
        Write("Pairing.LogCheckIn", Partners, Scope.None),
        Write("Pairing.ExcuseDuty", Partners, Scope.None),
        Write("Pairing.HoldReview", Partners, Scope.None),
        Write("Pairing.AnswerCheck", Partners, Scope.None),
        Write("Pairing.RateSession", Partners, Scope.None),
        Write("Pairing.LogHours", Partners, Scope.None),
        Write("Pairing.InviteToMeeting", Partners, Scope.None),
        Write("Pairing.CallOffMeeting", Partners, Scope.None),
        Write("Pairing.MeetMilestone", Partners, Scope.None),
        Write("Pairing.NoteSmallWin", Partners, Scope.None),
        Write("Pairing.OpenEscalation", Partners, Scope.None),
        Write("Pairing.WriteEntry", Partners, Scope.None),
        Write("Pairing.MoveEntry", Partners, Scope.None),
        Write("Pairing.ShareEntry", Partners, Scope.None),
        Write("Pairing.RequestReassignment", Partners, Scope.None),
        Write("Pairing.PausePairing", Partners | Admins, Scope.None, system: true),
        Write("Pairing.ResumePairing", Partners | Admins, Scope.None, system: true),
        Write("Pairing.DecideTerm", Partners | Admins, Scope.None, system: true),
        Write("Pairing.AskAutonomy", Partners, Scope.None),
        Write("Pairing.RateMentoring", Partners, Scope.None),
        Write("Pairing.AssessSelf", Partners, Scope.None),
        Write("Pairing.OpenReview360", Partners, Scope.None),
        Write("Pairing.CloseReview360", Partners, Scope.None),
        Write("Pairing.ChooseHandover", Partners, Scope.None),
        Write("Pairing.AnswerAutonomy", Partners, Scope.None),
        Write("Pairing.Rate360", Everyone, Scope.None),
        Write("Pairing.AcknowledgeEscalation", Admins | Role.Sponsor, Scope.None),
        Write("Pairing.ResolveEscalation", Admins | Role.Sponsor, Scope.None),
        Write("Pairing.AnswerReassignment", Admins, Scope.None),
        Write("Pairing.ForgetTexts", Role.None, Scope.None, system: true),
        Write("Pairing.HandOn", Role.None, Scope.None, system: true),
        Write("Cover.Open", Role.None, Scope.None, system: true),
        Write("Cover.Propose", Role.None, Scope.None, system: true),
        Write("Cover.Continue", Role.None, Scope.None, system: true),
        Write("Cover.Lapse", Role.None, Scope.None, system: true),
        Write("Cover.Search", Admins, Scope.None),
        Write("Cover.Accept", Admins, Scope.None),
        Write("Cover.Decline", Admins, Scope.None),
        Read("Cover.Get", Admins, Scope.None, system: true),
        Write("Pairing.ReportDeparture", Admins, Scope.None, system: true),
        Write("Pairing.RotateOn", Role.None, Scope.None, system: true),
        Read("Pairing.Evidence", Role.None, Scope.None, system: true),
        Read("Pairing.Page", Everyone, Scope.ProgramsRead, system: true),
        Read("Pairing.Duties", Everyone, Scope.ProgramsRead, system: true),
        Read("Pairing.Contracts", Everyone, Scope.ProgramsRead, system: true),
        Read("Pairing.Entries", Everyone, Scope.None, system: true),
        Read("Pairing.SharedEntries", Everyone, Scope.None) with { People = true },
        Read("Pairing.ProposeSlots", Partners, Scope.None),
        Read("Pairing.Narrative", Partners, Scope.None),
        Read("Pairing.HandoverPack", Partners, Scope.None, system: true),
        Write("PairingPage.Store", Role.None, Scope.None, system: true),
        Read("PairingPage.Get", Role.None, Scope.None, system: true),
        Write("PairingEntry.Store", Role.None, Scope.None, system: true),
        Read("PairingEntry.Get", Role.None, Scope.None, system: true),
        Read("Pairing.Get", Everyone, Scope.ProgramsRead, system: true),

        // Rebuilding views.
        Read("Tenant.Project", Role.None, Scope.None, system: true),
        Read("Participant.Project", Role.None, Scope.None, system: true),
        Read("Cohort.Project", Role.None, Scope.None, system: true),
        Read("MatchRequest.Project", Role.None, Scope.None, system: true),
        Read("Round.Project", Role.None, Scope.None, system: true),
        Read("Pairing.Project", Role.None, Scope.None, system: true),
        Read("Cover.Project", Role.None, Scope.None, system: true),
        Read("CohortEvent.Project", Role.None, Scope.None, system: true),

        // Lists. Mentors and mentees see their own pairings and cohorts; the query is narrowed to them.
        Read("Views.Participants", Admins, Scope.ProgramsRead, system: true),
        Read("Views.Cohorts", Everyone, Scope.ProgramsRead, system: true),
        Read("Views.MatchRequests", Admins | Partners, Scope.ProgramsRead, system: true),
        Read("Views.Weights", Admins | Role.Sponsor, Scope.ProgramsRead, system: true),
        Read("Views.Rounds", Admins | Role.Sponsor, Scope.ProgramsRead, system: true),
        Read("Views.Pairings", Everyone, Scope.ProgramsRead, system: true),
        Read("Views.Delegations", Role.TenantAdmin, Scope.None),
        Read("Views.BreakGlass", Role.TenantAdmin, Scope.None),
        Read("Views.Cases", Admins | Role.Sponsor, Scope.None),
        Read("Views.Events", Everyone, Scope.ProgramsRead),
        Read("Views.SharedEntries", Everyone, Scope.None) with { People = true },
        Read("Views.Pulses", Admins | Role.Sponsor, Scope.ProgramsRead),

        // All of a tenant in one file, for its own admin alone.
        Read("Exports.Tenant", Role.TenantAdmin, Scope.None),

        // Subscriptions: asked when one is opened and again before every event.
        Read("Subscriptions.Pairing", Everyone, Scope.ProgramsRead),
        Read("Subscriptions.Round", Admins | Role.Sponsor, Scope.ProgramsRead),
        Read("Subscriptions.Escalations", Everyone, Scope.ProgramsRead),
        Read("Subscriptions.Health", Everyone, Scope.ProgramsRead),

        // Questions about drafts: why this pair, why not that one, what if.
        Read("Matching.Explain", Admins, Scope.ProgramsRead),
        Read("Matching.Candidates", Admins | Partners, Scope.ProgramsRead),

        // Accounts and the audit log.
        Write("Accounts.Manage", Role.TenantAdmin, Scope.AccountsWrite, system: true),
        Read("Accounts.List", Role.TenantAdmin, Scope.AccountsWrite, system: true),
        Write("Directory.Change", Role.None, Scope.Directory),
        Read("Directory.Get", Role.None, Scope.Directory),
        Write("Clients.Manage", Role.TenantAdmin, Scope.None, system: true),
        Read("Clients.List", Role.TenantAdmin, Scope.None, system: true),
        Write("Logins.Manage", Role.TenantAdmin, Scope.None, system: true),
        Read("Logins.Get", Role.TenantAdmin, Scope.None, system: true),
        Read("Audit.Read", Role.TenantAdmin, Scope.None, system: true),
    ];

    private static readonly FrozenDictionary<string, PolicyRule> Table =
        Rules.ToFrozenDictionary(rule => rule.Operation, StringComparer.Ordinal);

    /// <summary>Every rule, in the table's order.</summary>
    public static IReadOnlyList<PolicyRule> All => Rules;

    /// <summary>The rule of an operation.</summary>
    /// <param name="operation"><c>Subject.Verb</c>.</param>
    /// <returns>The rule; null when the operation is not in the table, which means: refuse.</returns>
    public static PolicyRule? Find(string operation) => Table.GetValueOrDefault(operation);

    /// <summary>Checks one operation by role, scope or cause.</summary>
    /// <param name="operation"><c>Subject.Verb</c>.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>UNAUTHENTICATED, FORBIDDEN, or null when allowed.</returns>
    public static Refusal? Refuse(string operation, Actor actor)
    {
        if (actor.Kind == ActorKind.Anonymous)
        {
            return new Refusal(ErrorCodes.Unauthenticated, "Log in first, or send a valid access token.");
        }

        return Find(operation)?.Allows(actor) == true
            ? null
            : new Refusal(ErrorCodes.Forbidden, $"Your roles or scopes do not allow {operation}; ask an administrator of your tenant.");
    }

    /// <summary>Demands that an operation is allowed.</summary>
    /// <param name="operation"><c>Subject.Verb</c>.</param>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="RefusedException">UNAUTHENTICATED, FORBIDDEN.</exception>
    public static void Require(string operation, Actor actor)
    {
        if (Refuse(operation, actor) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    private static PolicyRule Read(string operation, Role roles, Scope scopes, bool system = false) =>
        new(operation, AccessMode.Read, roles, scopes, system);

    private static PolicyRule Write(string operation, Role roles, Scope scopes, bool system = false) =>
        new(operation, AccessMode.Write, roles, scopes, system);
}
