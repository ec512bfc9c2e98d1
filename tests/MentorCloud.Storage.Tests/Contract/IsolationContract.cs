using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

/// <summary>
/// What a tenant sees of another one once the application's own filter is gone. On PostgreSQL the server's row policies
/// stand behind the filter; on SQLite nothing does, which shows that the questions asked here would see it.
/// </summary>
public abstract class IsolationContract : StoreContract
{
    private static readonly SealingContext Place = new(Sample.Tenant, "Pairing/t/p", "note");

    /// <summary>Whether the server isolates by itself.</summary>
    protected abstract bool ServerIsolates { get; }

    [Fact]
    public async Task Without_the_filter_another_tenants_rows_are_seen_only_where_no_policy_stands_behind_it()
    {
        await Store.PublishAsync(Sample.TenantRow(), Sample.Participant(1), Sample.Cohort(1), Sample.Round(1), Sample.MatchRequest(1), Sample.Pairing(1), Meeting);
        await Store.Facts.PublishAsync(Sample.Tenant, Sample.Owner(Sample.Pairing(1)).Grain, [Sample.Entry(2, [Sample.Pairing(1), .. OfThePairing(Sample.Pairing(1))])], Stop);
        await Store.Audit.AppendAsync(Sample.Tenant, new(Sample.Start, "user:u1", "Read", "x"), Stop);
        var confided = await Store.Keys.SealAsync(Place, Sample.Id<ParticipantId>(1), "confided", Stop);

        await using var bare = await OpenWithoutFilterAsync();

        var seen = await SeenByAsync(bare, Sample.OtherTenant, confided.Key);
        Assert.All(seen, question => Assert.Equal((question.Key, !ServerIsolates), (question.Key, question.Value)));
        // The questions are right ones: asked by the tenant itself, each finds its row.
        Assert.All(await SeenByAsync(bare, Sample.Tenant, confided.Key), question => Assert.True(question.Value, question.Key));
    }

    protected abstract Task<TestStore> OpenWithoutFilterAsync();

    private static CohortEventRow Meeting => new(
        Sample.Id<CohortEventId>(1), Sample.Tenant, Sample.Id<CohortId>(1), CohortEventKind.Roundtable, "Roundtable", Sample.Start, 60, false, [Sample.Id<ParticipantId>(3)]);

    private static IEnumerable<ViewRow> OfThePairing(PairingRow pairing) =>
    [
        new CaseRow(Sample.Tenant, CaseKind.Escalation, pairing.Id, 1, Sample.Id<CohortId>(1), Sample.Start, null, null, true),
        new PulseRow(Sample.Tenant, pairing.Id, 1, Sample.Id<CohortId>(1), 202603, pairing.Mentor, pairing.Mentee, 4, 2),
        new SharedEntryRow(Sample.Tenant, pairing.Id, 1, Sample.Id<CohortId>(1), EntryKind.ReadingList, pairing.Mentor, Sample.Start),
        new ReviewRequestRow(Sample.Tenant, pairing.Id, 1, Sample.Id<ParticipantId>(7), pairing.Mentee, ["Listening"]),
    ];

    private static async Task<Dictionary<string, bool>> SeenByAsync(TestStore store, TenantId tenant, PersonKeyId key) => new()
    {
        ["tenant"] = await store.Views.TenantAsync(tenant, Stop) is not null,
        ["participants"] = (await store.Views.ParticipantsAsync(tenant, new(), default, new(10), Stop)).Rows.Count > 0,
        ["participants, counted"] = (await store.Views.ParticipantsAsync(tenant, new(), default, new(10, CountTotal: true), Stop)).Total > 0,
        ["participants by id"] = (await store.Views.ParticipantsByIdAsync(tenant, [Sample.Id<ParticipantId>(1)], Stop)).Count > 0,
        ["cohorts"] = (await store.Views.CohortsAsync(tenant, null, new(10), Stop)).Rows.Count > 0,
        ["cohorts by id"] = (await store.Views.CohortsByIdAsync(tenant, [Sample.Id<CohortId>(1)], Stop)).Count > 0,
        ["rounds"] = (await store.Views.RoundsAsync(tenant, Sample.Id<CohortId>(1), new(10), Stop)).Rows.Count > 0,
        ["match requests"] = (await store.Views.MatchRequestsAsync(tenant, new(Partner: Sample.Id<ParticipantId>(2)), new(10), Stop)).Rows.Count > 0,
        ["pairings"] = (await store.Views.PairingsAsync(tenant, new(), default, new(10), Stop)).Rows.Count > 0,
        ["pairings by id"] = (await store.Views.PairingsByIdAsync(tenant, [Sample.Id<PairingId>(1)], Stop)).Count > 0,
        ["cases"] = (await store.Program.CasesAsync(tenant, new(), new(10), Stop)).Rows.Count > 0,
        ["review requests"] = (await store.Program.ReviewRequestsAsync(tenant, Sample.Id<ParticipantId>(7), Stop)).Count > 0,
        ["events"] = (await store.Program.EventsAsync(tenant, Sample.Id<CohortId>(1), null, new(10), Stop)).Rows.Count > 0,
        ["shared entries"] = (await store.Program.SharedEntriesAsync(tenant, null, null, new(10), Stop)).Rows.Count > 0,
        ["pulses"] = (await store.Program.PulsesAsync(tenant, Sample.Id<CohortId>(1), Stop)).Count > 0,
        ["audit"] = (await store.Audit.ReadAsync(tenant, 0, 10, Stop)).Count > 0,
        ["audit, paged"] = (await store.Audit.PageAsync(tenant, new(), new(10, CountTotal: true), Stop)).Total > 0,
        ["person keys"] = await store.Get<Storage.Keys.KeyTables>().PersonKeyAsync(tenant, key, Stop) is not null,
        ["tenant keys"] = await store.Get<Storage.Keys.KeyTables>().TenantKeyAsync(tenant, Stop) is not null,
    };
}
