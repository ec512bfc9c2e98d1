using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class AuditContract : StoreContract
{
    [Fact]
    public async Task Append_numbers_each_tenant_from_one_without_gaps()
    {
        await AppendAsync(Sample.Tenant, 3);
        await AppendAsync(Sample.OtherTenant, 2);
        await AppendAsync(Sample.Tenant, 1);

        Assert.Equal([1L, 2, 3, 4], (await Store.Audit.ReadAsync(Sample.Tenant, 0, 100, Stop)).Select(record => record.Number));
        Assert.Equal([1L, 2], (await Store.Audit.ReadAsync(Sample.OtherTenant, 0, 100, Stop)).Select(record => record.Number));
        Assert.Equal([3L], (await Store.Audit.ReadAsync(Sample.Tenant, 2, 1, Stop)).Select(record => record.Number));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_read_on_and_back_without_gap_while_entries_are_added(bool descending)
    {
        await AppendAsync(Sample.Tenant, 5);
        var first = await Store.Audit.PageAsync(Sample.Tenant, new(), new(2, Descending: descending, CountTotal: true), Stop);
        await AppendAsync(Sample.Tenant, 2);
        var second = await Store.Audit.PageAsync(Sample.Tenant, new(), new(2, first.Rows[^1].Cursor, Descending: descending), Stop);
        var back = await Store.Audit.PageAsync(Sample.Tenant, new(), new(2, second.Rows[0].Cursor, Backward: true, Descending: descending), Stop);

        Assert.Equal(descending ? [5L, 4, 3, 2] : [1L, 2, 3, 4], first.Rows.Concat(second.Rows).Select(row => row.Row.Number));
        Assert.Equal((5, true, false), (first.Total, first.HasNext, first.HasPrevious));
        Assert.True(second.HasPrevious);
        Assert.Equal(first.Rows.Select(row => row.Row), back.Rows.Select(row => row.Row));
        Assert.True(back.HasNext);
    }

    [Fact]
    public async Task Filter_narrows_pages_by_each_of_its_parts()
    {
        var person = Sample.Id<ParticipantId>(5);
        await Store.Audit.AppendAsync(Sample.Tenant, new(Sample.Start, "user:a", "Read X", "Pairing/1", person), Stop);
        await Store.Audit.AppendAsync(Sample.Tenant, new(Sample.Start.AddHours(1), "user:b", "Read Y", "Pairing/2"), Stop);

        Assert.Equal([1L], await NumbersAsync(new(Actor: "user:a")));
        Assert.Equal([2L], await NumbersAsync(new(Action: "Read Y")));
        Assert.Equal([2L], await NumbersAsync(new(Subject: "Pairing/2")));
        Assert.Equal([1L], await NumbersAsync(new(Person: person)));
        Assert.Equal([2L], await NumbersAsync(new(From: Sample.Start.AddHours(1))));
        Assert.Equal([1L], await NumbersAsync(new(Until: Sample.Start.AddHours(1))));
        Assert.Empty(await NumbersAsync(new(Actor: "user:a", Action: "Read Y")));

        async Task<IEnumerable<long>> NumbersAsync(AuditFilter filter) =>
            (await Store.Audit.PageAsync(Sample.Tenant, filter, new(10), Stop)).Rows.Select(row => row.Row.Number);
    }

    [Fact]
    public async Task Append_keeps_every_field()
    {
        var entry = new AuditEntry(Sample.Start, "client:mc_1", "Read CheckIn", "Pairing/a/b", Sample.Id<ParticipantId>(5), """{"fields":["note"]}""");
        await Store.Audit.AppendAsync(Sample.Tenant, entry, Stop);

        var record = Assert.Single(await Store.Audit.ReadAsync(Sample.Tenant, 0, 10, Stop));

        Assert.Equal(entry, record.Entry);
        Assert.Matches("^[0-9a-f]{64}$", record.Hash);
    }

    [Fact]
    public async Task Published_fact_enters_the_log_by_fingerprint_with_its_person()
    {
        var grain = Sample.Grain("Participant", Sample.Id<ParticipantId>(5));
        await Store.Facts.PublishAsync(Sample.Tenant, grain, [Sample.FactsOnly(1, new CohortDesigned(Sample.Id<CohortId>(1), "Ada Young"))], Stop);

        var record = Assert.Single(await Store.Audit.ReadAsync(Sample.Tenant, 0, 10, Stop));

        Assert.Equal(("CohortDesigned", grain, "user:u1", (ParticipantId?)Sample.Id<ParticipantId>(5)), (record.Entry.Action, record.Entry.Subject, record.Entry.Actor, record.Entry.Person));
        Assert.Contains("factSha256", record.Entry.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", record.Entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifier_finds_an_untouched_log_right()
    {
        Assert.Null(await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
        await AppendAsync(Sample.Tenant, 5);
        await Store.Facts.PublishAsync(Sample.Tenant, Sample.Grain("Pairing", Sample.Id<PairingId>(1)), [Sample.Entry(1)], Stop);
        await RestartAsync();
        await AppendAsync(Sample.Tenant, 1);

        Assert.Null(await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'user:other' WHERE number = 3", 3)]
    [InlineData("UPDATE audit SET at = at + 1 WHERE number = 1", 1)]
    [InlineData("UPDATE audit SET at = -5 WHERE number = 1", 1)]
    [InlineData("UPDATE audit SET person = 'nobody' WHERE number = 2", 2)]
    [InlineData("UPDATE audit SET detail = NULL WHERE number = 4", 4)]
    [InlineData("UPDATE audit SET hash = 'x' WHERE number = 5", 5)]
    [InlineData("DELETE FROM audit WHERE number = 2", 2)]
    [InlineData("DELETE FROM audit WHERE number = 5", 5)]
    [InlineData("DELETE FROM audit", 1)]
    [InlineData("INSERT INTO audit SELECT tenant, 6, at, actor, action, subject, person, detail, hash FROM audit WHERE number = 5", 6)]
    [InlineData("UPDATE audit SET number = 7 WHERE number = 3", 3)]
    public async Task Verifier_names_the_first_altered_record(string tampering, long first)
    {
        await AppendAsync(Sample.Tenant, 5);
        await AllowTamperingAsync();

        await Database.TamperAsync(tampering);

        Assert.Equal(first, await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'user:other' WHERE number = 3")]
    [InlineData("DELETE FROM audit WHERE number = 3")]
    public async Task Log_refuses_changes(string tampering)
    {
        await AppendAsync(Sample.Tenant, 3);

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Database.TamperAsync(tampering));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Null(await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    [Fact]
    public async Task Verifier_reads_logs_longer_than_a_page()
    {
        var appended = Enumerable.Range(1, 2500).Select(n => Store.Audit.AppendAsync(Sample.Tenant, Entry(n), Stop));
        await Task.WhenAll(appended);
        Assert.Null(await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));

        await AllowTamperingAsync();
        await Database.TamperAsync("UPDATE audit SET subject = 'x' WHERE number = 2100");

        Assert.Equal(2100, await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    /// <summary>Takes the guard away, as somebody with the database's own rights could.</summary>
    protected abstract Task AllowTamperingAsync();

    private static AuditEntry Entry(int n) => new(Sample.Start.AddSeconds(n), "user:u1", "Read", $"Participant/{n}", null, """{"n":1}""");

    private async Task AppendAsync(TenantId tenant, int count)
    {
        for (var n = 1; n <= count; n++) await Store.Audit.AppendAsync(tenant, Entry(n), Stop);
    }
}
