using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class ViewContract : StoreContract
{
    [Fact]
    public async Task Rows_come_back_as_they_were_published()
    {
        var person = Sample.Participant(1, "Ada Young", Sample.Id<CohortId>(3), Sample.Id<CohortId>(1));
        var bare = Sample.Cohort(2) with { StartsOn = null, Midcourse = null, EndsAt = null };
        await Store.PublishAsync(Sample.TenantRow(), person, Sample.Cohort(1), bare, Sample.Round(1), Sample.Pairing(1, due: Sample.Start), Sample.Pairing(2));

        Assert.Equal(Sample.TenantRow(), await Store.Views.TenantAsync(Sample.Tenant, Stop));
        var people = await Store.Views.ParticipantsByIdAsync(Sample.Tenant, [person.Id, Sample.Id<ParticipantId>(99)], Stop);
        Assert.Equal(person with { Cohorts = default }, Assert.Single(people).Value with { Cohorts = default });
        Assert.Equal(person.Cohorts, people[person.Id].Cohorts);
        var cohorts = await Store.Views.CohortsByIdAsync(Sample.Tenant, [Sample.Id<CohortId>(1), bare.Id], Stop);
        Assert.Equal((Sample.Cohort(1), bare), (cohorts[Sample.Id<CohortId>(1)], cohorts[bare.Id]));
        var rounds = await Store.Views.RoundsAsync(Sample.Tenant, Sample.Id<CohortId>(1), new(10), Stop);
        Assert.Equal(Sample.Round(1), Assert.Single(rounds.Rows).Row);
        var pairings = await Store.Views.PairingsByIdAsync(Sample.Tenant, [Sample.Id<PairingId>(1), Sample.Id<PairingId>(2)], Stop);
        Assert.Equal(2, pairings.Count);
        Assert.Equivalent(Sample.Pairing(1, due: Sample.Start), pairings[Sample.Id<PairingId>(1)], strict: true);
        Assert.Equivalent(Sample.Pairing(2), pairings[Sample.Id<PairingId>(2)], strict: true);
    }

    [Fact]
    public async Task Rows_of_a_grain_are_replaced_as_a_whole()
    {
        var (tenant, grain) = Sample.Owner(Sample.Participant(1));
        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(1, Sample.Participant(1, "Ada", Sample.Id<CohortId>(1)))], Stop);
        await Store.Facts.PublishAsync(tenant, grain, [Sample.FactsOnly(2)], Stop);
        Assert.Equal(["Ada"], await NamesAsync(new(Cohort: Sample.Id<CohortId>(1))));

        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(3, Sample.Participant(1, "Ada Lovelace", Sample.Id<CohortId>(2)))], Stop);

        Assert.Empty(await NamesAsync(new(Cohort: Sample.Id<CohortId>(1))));
        Assert.Equal(["Ada Lovelace"], await NamesAsync(new(Cohort: Sample.Id<CohortId>(2))));

        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(4)], Stop);
        Assert.Empty(await NamesAsync(new()));
    }

    [Fact]
    public async Task Rows_of_every_type_that_a_kind_of_grain_has_are_replaced()
    {
        var pairing = Sample.Pairing(1);
        var (tenant, grain) = Sample.Owner(pairing);
        var waiting = new CaseRow(tenant, CaseKind.Escalation, pairing.Id, 1, pairing.Cohort, Sample.Start, Sample.Start.AddDays(3), null, true);
        var pulse = new PulseRow(tenant, pairing.Id, 1, pairing.Cohort, 202603, pairing.Mentor, pairing.Mentee, 4, 2);
        var asked = new ReviewRequestRow(tenant, pairing.Id, 1, Sample.Id<ParticipantId>(7), pairing.Mentee, ["Listening", "Delegation"]);
        var shared = new SharedEntryRow(tenant, pairing.Id, 3, pairing.Cohort, EntryKind.ReadingList, pairing.Mentor, Sample.Start);
        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(1, pairing, waiting, pulse, asked, shared)], Stop);

        Assert.Equal(waiting, Assert.Single((await Store.Program.CasesAsync(tenant, new(IsOpen: true), new(10), Stop)).Rows).Row);
        Assert.Empty((await Store.Program.CasesAsync(tenant, new(Kind: CaseKind.Cover), new(10), Stop)).Rows);
        Assert.Equal(["Listening", "Delegation"], Assert.Single(await Store.Program.ReviewRequestsAsync(tenant, Sample.Id<ParticipantId>(7), Stop)).Competencies);
        Assert.Equal(
            [new PulseSum(202603, PairingSide.Mentor, 1, 4), new PulseSum(202603, PairingSide.Mentee, 1, 2)],
            await Store.Program.PulsesAsync(tenant, pairing.Cohort, Stop));
        Assert.Empty(await Store.Program.PulsesAsync(Sample.OtherTenant, pairing.Cohort, Stop));
        Assert.Equal(shared, Assert.Single((await Store.Program.SharedEntriesAsync(tenant, EntryKind.ReadingList, [pairing.Cohort], new(10), Stop)).Rows).Row);
        Assert.Empty((await Store.Program.SharedEntriesAsync(tenant, EntryKind.Note, null, new(10), Stop)).Rows);
        Assert.Empty((await Store.Program.SharedEntriesAsync(tenant, null, [Sample.Id<CohortId>(99)], new(10), Stop)).Rows);

        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(2, pairing)], Stop);

        Assert.Empty((await Store.Program.CasesAsync(tenant, new(), new(10), Stop)).Rows);
        Assert.Empty(await Store.Program.ReviewRequestsAsync(tenant, Sample.Id<ParticipantId>(7), Stop));
        Assert.Empty(await Store.Program.PulsesAsync(tenant, pairing.Cohort, Stop));
        Assert.Empty((await Store.Program.SharedEntriesAsync(tenant, null, null, new(10), Stop)).Rows);
    }

    [Fact]
    public async Task Pairings_are_found_by_how_they_stand()
    {
        var stalled = Sample.Pairing(1) with { Health = HealthStatus.Stalled, HealthReasons = [HealthReason.CheckInsSilent] };
        await Store.PublishAsync(stalled, Sample.Pairing(2) with { Health = HealthStatus.Drifting, HealthReasons = [HealthReason.CheckInMissed] }, Sample.Pairing(3));

        var bad = await Store.Views.PairingsAsync(Sample.Tenant, new(HealthAtLeast: HealthStatus.AtRisk), PairingOrder.Health, new(10), Stop);
        Assert.Equal([HealthReason.CheckInsSilent], Assert.Single(bad.Rows).Row.HealthReasons);
        var missed = await Store.Views.PairingsAsync(Sample.Tenant, new(Reason: HealthReason.CheckInMissed), PairingOrder.Health, new(10), Stop);
        Assert.Equal(Sample.Id<PairingId>(2), Assert.Single(missed.Rows).Row.Id);
    }

    [Fact]
    public async Task Pairings_that_are_over_are_found_by_how_they_stood_only_when_they_are_asked_for()
    {
        var over = Sample.Pairing(1) with { Stage = PairingStage.Ended, Health = HealthStatus.Stalled, HealthReasons = [HealthReason.CheckInsSilent] };
        await Store.PublishAsync(over, Sample.Pairing(2) with { Health = HealthStatus.Stalled, HealthReasons = [HealthReason.CheckInsSilent] });

        foreach (var filter in new PairingFilter[] { new(HealthAtLeast: HealthStatus.Stalled), new(Reason: HealthReason.CheckInsSilent) })
        {
            Assert.Equal([Sample.Id<PairingId>(2)], await IdsAsync(filter));
            Assert.Equal([Sample.Id<PairingId>(1)], await IdsAsync(filter with { Stage = PairingStage.Ended }));
        }

        Assert.Equal(2, (await IdsAsync(new())).Count);

        async Task<List<PairingId>> IdsAsync(PairingFilter filter) =>
            [.. (await Store.Views.PairingsAsync(Sample.Tenant, filter, PairingOrder.Health, new(10), Stop)).Rows.Select(row => row.Row.Id)];
    }

    [Fact]
    public async Task A_side_that_did_not_answer_a_pulse_is_in_no_figure()
    {
        var pairing = Sample.Pairing(1);
        var (tenant, grain) = Sample.Owner(pairing);
        var pulse = new PulseRow(tenant, pairing.Id, 1, pairing.Cohort, 202603, pairing.Mentor, pairing.Mentee, 0, 2);
        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(1, pairing, pulse)], Stop);

        Assert.Equal([new PulseSum(202603, PairingSide.Mentee, 1, 2)], await Store.Program.PulsesAsync(tenant, pairing.Cohort, Stop));
    }

    [Fact]
    public async Task Events_are_found_by_whom_they_invite()
    {
        var (cohort, guest) = (Sample.Id<CohortId>(1), Sample.Id<ParticipantId>(3));
        var invited = new CohortEventRow(
            Sample.Id<CohortEventId>(1), Sample.Tenant, cohort, CohortEventKind.Roundtable, "Roundtable", Sample.Start, 60, false, [guest]);
        var other = invited with { Id = Sample.Id<CohortEventId>(2), StartsAt = Sample.Start.AddDays(1), Invited = [] };
        await Store.PublishAsync(invited, other);

        Assert.Equal([invited.Id, other.Id], (await Store.Program.EventsAsync(Sample.Tenant, cohort, null, new(10), Stop)).Rows.Select(row => row.Row.Id));
        Assert.Equal(invited.Id, Assert.Single((await Store.Program.EventsAsync(Sample.Tenant, cohort, guest, new(10), Stop)).Rows).Row.Id);
        Assert.Empty((await Store.Program.EventsAsync(Sample.OtherTenant, cohort, null, new(10), Stop)).Rows);
    }

    [Theory]
    [InlineData("northwind")]
    [InlineData("NorthWind")]
    public async Task Tenant_is_found_by_slug_whatever_the_case(string slug)
    {
        await Store.PublishAsync(Sample.TenantRow(), Sample.TenantRow(Sample.OtherTenant, "contoso"));

        Assert.Equal(Sample.Tenant, (await Store.Views.TenantBySlugAsync(slug, Stop))?.Id);
        Assert.Null(await Store.Views.TenantBySlugAsync("northwin", Stop));
    }

    [Fact]
    public async Task Tenant_row_follows_its_changes()
    {
        await Store.PublishAsync(Sample.TenantRow());
        var suspended = Sample.TenantRow() with { Status = TenantStatus.Suspended };
        await Store.Facts.PublishAsync(Sample.Tenant, Sample.Owner(suspended).Grain, [Sample.Entry(2, suspended)], Stop);

        Assert.Equal(suspended, await Store.Views.TenantAsync(Sample.Tenant, Stop));
    }

    [Fact]
    public async Task Rows_of_another_tenant_are_not_there()
    {
        await Store.PublishAsync(Sample.TenantRow(), Sample.Participant(1), Sample.Cohort(1), Sample.Round(1), Sample.Pairing(1));

        var other = Sample.OtherTenant;
        Assert.Null(await Store.Views.TenantAsync(other, Stop));
        Assert.Empty((await Store.Views.ParticipantsAsync(other, new(), default, new(10, CountTotal: true), Stop)).Rows);
        Assert.Equal(0, (await Store.Views.ParticipantsAsync(other, new(), default, new(10, CountTotal: true), Stop)).Total);
        Assert.Empty(await Store.Views.ParticipantsByIdAsync(other, [Sample.Id<ParticipantId>(1)], Stop));
        Assert.Empty(await Store.Views.CohortsByIdAsync(other, [Sample.Id<CohortId>(1)], Stop));
        Assert.Empty((await Store.Views.CohortsAsync(other, null, new(10), Stop)).Rows);
        Assert.Empty((await Store.Views.RoundsAsync(other, Sample.Id<CohortId>(1), new(10), Stop)).Rows);
        Assert.Empty((await Store.Views.PairingsAsync(other, new(), default, new(10), Stop)).Rows);
        Assert.Empty(await Store.Views.PairingsByIdAsync(other, [Sample.Id<PairingId>(1)], Stop));
    }

    [Theory]
    [InlineData("young", "Ada Young")]
    [InlineData("ADA", "Ada Young")]
    [InlineData("müller", "JÜRGEN MÜLLER")]
    [InlineData("MÜLLER jürgen", "JÜRGEN MÜLLER")]
    [InlineData("ИВАН", "Иван Петров")]
    [InlineData("100%", "100% Ready")]
    [InlineData("a_b", "a_b")]
    [InlineData(@"c\d", @"c\d")]
    [InlineData("emp-3", "Иван Петров")]
    [InlineData("zebra", null)]
    [InlineData("Ada Müller", null)]
    public async Task Search_finds_what_contains_the_words(string search, string? name)
    {
        string[] names = ["Ada Young", "JÜRGEN MÜLLER", "Иван Петров", "100% Ready", "a_b", @"c\d", "1000 Ways", "axb"];
        await Store.PublishAsync([.. names.Select((each, index) => Sample.Participant(index + 1, each))]);

        Assert.Equal(name is null ? [] : [name], await NamesAsync(new(Search: search)));
    }

    [Theory]
    [InlineData("logistics")]
    [InlineData("OPERATIONS")]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Search_looks_at_title_and_division_and_empty_finds_all(string search)
    {
        await Store.PublishAsync(Sample.Participant(1), Sample.Participant(2));

        Assert.Equal(2, (await NamesAsync(new(Search: search))).Count);
    }

    [Fact]
    public async Task Participant_filters_narrow_together()
    {
        var cohort = Sample.Id<CohortId>(1);
        var mentor = Sample.Participant(2, "Ben", cohort) with { Kind = ParticipantKind.Mentor };
        await Store.PublishAsync(Sample.Participant(1, "Ada", cohort), mentor, Sample.Participant(3, "Cem"));

        Assert.Equal(["Ada", "Ben"], await NamesAsync(new(Cohort: cohort)));
        Assert.Equal(["Ben"], await NamesAsync(new(Cohort: cohort, Kind: ParticipantKind.Mentor)));
        Assert.Equal(["Ada", "Cem"], await NamesAsync(new(Only: [Sample.Id<ParticipantId>(1), Sample.Id<ParticipantId>(3)])));
        Assert.Empty(await NamesAsync(new(Only: [])));
        Assert.Empty(await NamesAsync(new(Cohort: cohort, Only: [Sample.Id<ParticipantId>(3)])));
    }

    [Fact]
    public async Task Pairing_and_cohort_filters_narrow()
    {
        await Store.PublishAsync(Sample.Pairing(1), Sample.Pairing(2, cohort: 2), Sample.Pairing(3, cohort: 2) with { Stage = Domain.Pairings.PairingStage.Ended });
        await Store.PublishAsync(Sample.Cohort(1), Sample.Cohort(2), Sample.Cohort(3));

        Assert.Equal([2, 3], await PairingsAsync(new(Cohort: Sample.Id<CohortId>(2))));
        Assert.Equal([3], await PairingsAsync(new(Cohort: Sample.Id<CohortId>(2), Stage: Domain.Pairings.PairingStage.Ended)));
        Assert.Equal([1], await PairingsAsync(new(Partner: Sample.Pairing(1).Mentor)));
        Assert.Equal([2], await PairingsAsync(new(Partner: Sample.Pairing(2).Mentee)));
        var only = await Store.Views.CohortsAsync(Sample.Tenant, [Sample.Id<CohortId>(3), Sample.Id<CohortId>(1)], new(10), Stop);
        Assert.Equal([Sample.Cohort(1), Sample.Cohort(3)], only.Rows.Select(paged => paged.Row));
        Assert.Empty((await Store.Views.CohortsAsync(Sample.Tenant, [], new(10), Stop)).Rows);
    }

    private async Task<List<string>> NamesAsync(Contracts.Views.ParticipantFilter filter) =>
        [.. (await Store.Views.ParticipantsAsync(Sample.Tenant, filter, default, new(100), Stop)).Rows.Select(paged => paged.Row.Name)];

    private async Task<List<int>> PairingsAsync(Contracts.Views.PairingFilter filter)
    {
        var page = await Store.Views.PairingsAsync(Sample.Tenant, filter, default, new(100), Stop);
        return [.. page.Rows.Select(paged => Enumerable.Range(1, 9).Single(n => Sample.Id<PairingId>(n) == paged.Row.Id))];
    }
}
