using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Rotation;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Tenants.BreakGlass;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Accounts;
using MentorCloud.Gateway.Audit;
using MentorCloud.Gateway.Cohorts.Comparisons;
using MentorCloud.Gateway.Cohorts.Events;
using MentorCloud.Gateway.Cohorts.Explanations;
using MentorCloud.Gateway.Cohorts.Taxonomy;
using MentorCloud.Gateway.Cohorts;
using MentorCloud.Gateway.Cohorts.Requests;
using MentorCloud.Gateway.Cohorts.Sessions;
using MentorCloud.Gateway.Cohorts.Weights;
using MentorCloud.Gateway.Imports;
using MentorCloud.Gateway.Insights;
using MentorCloud.Gateway.Logins;
using MentorCloud.Gateway.Pairings.Cadence;
using MentorCloud.Gateway.Pairings.Cases;
using MentorCloud.Gateway.Pairings.Cover;
using MentorCloud.Gateway.Pairings.Endings;
using MentorCloud.Gateway.Pairings.Escalations;
using MentorCloud.Gateway.Pairings.Growth;
using MentorCloud.Gateway.Pairings.Health;
using MentorCloud.Gateway.Pairings.Practice;
using MentorCloud.Gateway.Pairings.Sharing;
using MentorCloud.Gateway.Pairings;
using MentorCloud.Gateway.People;
using MentorCloud.Gateway.Queries;
using MentorCloud.Gateway.Rates;
using MentorCloud.Gateway.Rotation;
using MentorCloud.Gateway.Subscriptions;
using MentorCloud.Gateway.Tenants;
using MentorCloud.Gateway.Tenants.BreakGlass;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Hosting;

/// <summary>schema.graphql, bound to the resolvers: one class a type, named after it.</summary>
internal static class GatewaySchema
{
    /// <summary>The schema's text, as integrators know it.</summary>
    public static string Sdl { get; } = ReadSdl();

    private static readonly Lazy<Schema> OfThisProgram = new(Build);

    /// <summary>The schema that this program serves: bound once, by whoever asks first; others wait.</summary>
    /// <exception cref="SchemaException">Schema and resolvers do not fit; lists everything that does not.</exception>
    public static Schema Bound => OfThisProgram.Value;

    /// <summary>Binds it anew.</summary>
    /// <exception cref="SchemaException">Schema and resolvers do not fit; lists everything that does not.</exception>
    public static Schema Build() => new SchemaBuilder(Sdl)
        .State<Caller>()
        .Scalar("DateTime", CommonScalars.DateTime)
        .Scalar("Date", CommonScalars.Date)
        .Resolvers("Query", typeof(QueryFields))
        .Resolvers("Query", typeof(RateQuery))
        .Resolvers("Viewer", typeof(ViewerFields))
        .Resolvers("Tenant", typeof(TenantFields)).ClrType("Tenant", typeof(TenantState))
        .Resolvers("Tenant", typeof(DelegationFields))
        .Resolvers("Delegation", typeof(DelegationFields)).ClrType("Delegation", typeof(Delegation))
        .Resolvers("Mutation", typeof(DelegationMutations))
        .Resolvers("Tenant", typeof(BreakGlassFields))
        .Resolvers("BreakGlassAccess", typeof(BreakGlassFields)).ClrType("BreakGlassAccess", typeof(BreakGlassAccess))
        .Resolvers("Mutation", typeof(BreakGlassMutations))
        .Resolvers("Participant", typeof(ParticipantFields)).ClrType("Participant", typeof(ParticipantRow))
        .Resolvers("Cohort", typeof(CohortFields)).ClrType("Cohort", typeof(CohortRow))
        .Resolvers("Round", typeof(RoundFields)).ClrType("Round", typeof(RoundRow))
        .Resolvers("Query", typeof(ComparisonQuery))
        .Resolvers("Round", typeof(RoundQuestionFields))
        .Resolvers("Query", typeof(MatchRequestQuery))
        .Resolvers("Cohort", typeof(ChoosingFields))
        .Resolvers("MatchRequest", typeof(MatchRequestFields)).ClrType("MatchRequest", typeof(MatchRequestRow))
        .Resolvers("Candidate", typeof(CandidateFields))
        .Resolvers("Cohort", typeof(CohortWeightFields))
        .Resolvers("WeightsVersion", typeof(WeightsVersionFields))
        .Resolvers("WeightProposal", typeof(WeightProposalFields))
        .Resolvers("Query", typeof(RotationQuery))
        .Resolvers("Cohort", typeof(CohortRotationFields))
        .Resolvers("Rotation", typeof(RotationFields)).ClrType("Rotation", typeof(RotationState))
        .Resolvers("RotationStage", typeof(RotationStageFields))
        .Resolvers("PairRule", typeof(PairRuleFields))
        .Resolvers("PairExplanation", typeof(PairExplanationFields))
        .Resolvers("UnmatchedExplanation", typeof(UnmatchedExplanationFields))
        .Resolvers("CohortChange", typeof(CohortChangeFields))
        .Resolvers("PairMove", typeof(PairMoveFields))
        .Resolvers("RoundComparison", typeof(RoundComparisonFields))
        .Resolvers("PairDifference", typeof(PairDifferenceFields))
        .Resolvers("UnmatchedDifference", typeof(UnmatchedDifferenceFields))
        .Resolvers("Proposal", typeof(ProposalFields))
        .Resolvers("FactorScore", typeof(FactorFields))
        .Resolvers("Unmatched", typeof(UnmatchedFields))
        .Resolvers("Pairing", typeof(PairingFields)).ClrType("Pairing", typeof(PairingRow))
        .Resolvers("Pairing", typeof(CadenceFields))
        .Resolvers("Pairing", typeof(PracticeFields))
        .Resolvers("Pairing", typeof(GrowthFields))
        .Resolvers("Pairing", typeof(EndingFields))
        .Resolvers("Pairing", typeof(EscalationFields))
        .Resolvers("PairingHealth", typeof(HealthFields))
        .Resolvers("Escalation", typeof(EscalationFields))
        .Resolvers("Entry", typeof(EntryFields))
        .Resolvers("FeedbackBalance", typeof(FeedbackFields))
        .Resolvers("Autonomy", typeof(AutonomyFields))
        .Resolvers("Pairing", typeof(PairingCoverFields))
        .Resolvers("Cover", typeof(CoverFields))
        .Resolvers("ProgramCase", typeof(CaseFields))
        .Resolvers("ReviewRequest", typeof(ReviewRequestFields))
        .Resolvers("Viewer", typeof(ReviewRequestFields))
        .Resolvers("Viewer", typeof(ExportFields))
        .Resolvers("Cohort", typeof(CohortEventLists))
        .Resolvers("Cohort", typeof(PulseFields))
        .Resolvers("CohortEvent", typeof(CohortEventFields)).ClrType("CohortEvent", typeof(CohortEventRow))
        .Resolvers("EventInvitation", typeof(InvitationFields))
        .Resolvers("Query", typeof(CaseQueries))
        .Resolvers("Query", typeof(SharedEntryQueries))
        .Resolvers("Query", typeof(TaxonomyQueries))
        .Resolvers("Query", typeof(AuditQueries))
        .Resolvers("AuditEntry", typeof(AuditEntryFields)).ClrType("AuditEntry", typeof(AuditRecord))
        .Resolvers("Contract", typeof(ContractFields))
        .Resolvers("CheckIn", typeof(CheckInFields)).ClrType("CheckIn", typeof(CheckInView))
        .Resolvers("Query", typeof(AccountQueries))
        .Resolvers("Account", typeof(AccountFields)).ClrType("Account", typeof(Account))
        .Resolvers("LoginSession", typeof(LoginSessionFields))
        .Resolvers("Client", typeof(ClientFields))
        .Resolvers("Query", typeof(LoginQueries))
        .Resolvers("LoginSettings", typeof(LoginSettingsFields))
        .Resolvers("LoginProvider", typeof(LoginProviderFields))
        .Resolvers("GroupRoles", typeof(GroupRolesFields))
        .Resolvers("DirectorySettings", typeof(DirectorySettingsFields))
        .Resolvers("Mutation", typeof(AccountMutations))
        .Resolvers("Mutation", typeof(ClientMutations))
        .Resolvers("Mutation", typeof(LoginMutations))
        .Resolvers("Mutation", typeof(ImportMutations))
        .Resolvers("Mutation", typeof(CohortMutations))
        .Resolvers("Mutation", typeof(CohortSessionMutations))
        .Resolvers("Mutation", typeof(LeavingMutations))
        .Resolvers("Mutation", typeof(TenantMutations))
        .Resolvers("Mutation", typeof(CohortEventMutations))
        .Resolvers("Mutation", typeof(TaxonomyMutations))
        .Resolvers("Mutation", typeof(CoverMutations))
        .Resolvers("Mutation", typeof(PairRuleMutations))
        .Resolvers("Mutation", typeof(RoundMutations))
        .Resolvers("Mutation", typeof(RotationMutations))
        .Resolvers("Mutation", typeof(WeightMutations))
        .Resolvers("Mutation", typeof(MatchRequestMutations))
        .Resolvers("Mutation", typeof(ParticipantMutations))
        .Resolvers("Mutation", typeof(PairingMutations))
        .Resolvers("Mutation", typeof(CadenceMutations))
        .Resolvers("Mutation", typeof(PracticeMutations))
        .Resolvers("Mutation", typeof(GrowthMutations))
        .Resolvers("Mutation", typeof(EndingMutations))
        .Resolvers("Mutation", typeof(EscalationMutations))
        .Resolvers("Subscription", typeof(SubscriptionFields))
        .Build();

    private static string ReadSdl()
    {
        using var stream = typeof(GatewaySchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
