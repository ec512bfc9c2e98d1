using System.Globalization;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.Storage.Tests.Fixtures;

/// <summary>Rows and entries with plausible values; the same on every run.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);

    public static TenantId Tenant { get; } = Id<TenantId>(1);

    public static TenantId OtherTenant { get; } = Id<TenantId>(2);

    /// <summary>The n-th id; ids sort by n.</summary>
    public static TId Id<TId>(int n)
        where TId : struct, IEntityId<TId> =>
        EntityId.Parse<TId>("0195559c" + n.ToString("x8", CultureInfo.InvariantCulture) + "7000800000000000"[..16]);

    public static string Grain<TId>(string kind, TId id, TenantId? tenant = null)
        where TId : struct, IEntityId<TId> => $"{kind}/{tenant ?? Tenant}/{id}";

    public static OutboxEntry Entry(long sequence, params ViewRow[] rows) =>
        new(sequence, Start.AddSeconds(sequence), "user:u1", [new ContractDrafted(Id<PairingId>(7), (int)sequence)], [.. rows]);

    public static OutboxEntry FactsOnly(long sequence, params Fact[] facts) =>
        new(sequence, Start.AddSeconds(sequence), "user:u1", [.. facts], default);

    public static TenantRow TenantRow(TenantId? id = null, string slug = "northwind") =>
        new(id ?? Tenant, "Northwind Traders", slug, "Europe/Berlin", TenantStatus.Active, 3, Start);

    public static ParticipantRow Participant(int n, string name = "Ada Young", params CohortId[] cohorts) => new(
        Id<ParticipantId>(n), Tenant, $"emp-{n}", ParticipantKind.Mentee, name, "Head of Logistics", "Operations", "Hamburg",
        "Europe/Berlin", 4, 0, 0, [.. cohorts], Start.AddMinutes(n));

    public static CohortRow Cohort(int n) => new(
        Id<CohortId>(n), Tenant, $"Executives {n}", CohortPhase.Open, new DateOnly(2026, 4, 1), Start.AddDays(90), Start.AddDays(180), 12, 20,
        Start.AddMinutes(n));

    public static RoundRow Round(int n, int cohort = 1) => new(
        Id<RoundId>(n), Tenant, Id<CohortId>(cohort), MatchObjective.Fair, RoundStatus.Drafted, 2, 20, 1, 17_123_456_789, 17_200_000_000,
        Start.AddMinutes(n));

    public static MatchRequestRow MatchRequest(int n) => new(
        Id<MatchRequestId>(n), Tenant, Id<CohortId>(1), Id<ParticipantId>(1), Id<ParticipantId>(2), PairingSide.Mentee, MatchRequestStatus.Open,
        700_000_000, Start, Start.AddDays(4), Start.AddDays(7), null, null);

    public static PairingRow Pairing(int n, int cohort = 1, long score = 900_000_000, DateTimeOffset? due = null) => new(
        Id<PairingId>(n), Tenant, Id<CohortId>(cohort), Id<RoundId>(1), Id<ParticipantId>(1000 + n), Id<ParticipantId>(2000 + n),
        PairingStage.Active, score, 2, 1, 3, 1, due, Start.AddMinutes(n));

    /// <summary>Publishes rows, each from a grain of its own.</summary>
    public static async Task PublishAsync(this TestStore store, params ViewRow[] rows)
    {
        foreach (var row in rows)
        {
            var (tenant, grain) = Owner(row);
            await store.Facts.PublishAsync(tenant, grain, [Entry(1, row)], TestContext.Current.CancellationToken);
        }
    }

    public static (TenantId Tenant, string Grain) Owner(ViewRow row) => row switch
    {
        TenantRow tenant => (tenant.Id, Grain("Tenant", tenant.Id, tenant.Id)),
        ParticipantRow person => (person.Tenant, Grain("Participant", person.Id, person.Tenant)),
        CohortRow cohort => (cohort.Tenant, Grain("Cohort", cohort.Id, cohort.Tenant)),
        RoundRow round => (round.Tenant, Grain("Round", round.Id, round.Tenant)),
        CohortEventRow meeting => (meeting.Tenant, Grain("CohortEvent", meeting.Id, meeting.Tenant)),
        MatchRequestRow request => (request.Tenant, Grain("MatchRequest", request.Id, request.Tenant)),
        CaseRow waiting => (waiting.Tenant, Grain("Pairing", waiting.Pairing, waiting.Tenant)),
        PairingRow pairing => (pairing.Tenant, Grain("Pairing", pairing.Id, pairing.Tenant)),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };
}
