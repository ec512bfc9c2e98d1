using MentorCloud.App.Demo;
using MentorCloud.App.Imports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.App.Tests.Imports;

public sealed class ImportTests
{
    [Fact]
    public async Task Sample_goes_through_the_grains_and_a_repeat_changes_nothing()
    {
        await using var host = await GrainsHost.StartAsync();
        var cohort = await DesignCohortAsync(host);

        var framework = await ImportFrameworkAsync(host, "first");
        await TakeUpTermsAsync(host, framework);
        var roster = await ImportRosterAsync(host, "first", await EmbeddedSample.OpenRosterAsync(), cohort);
        var frameworkAgain = await ImportFrameworkAsync(host, "second");
        var rosterAgain = await ImportRosterAsync(host, "second", await EmbeddedSample.OpenRosterAsync(), cohort);

        Assert.Equal((42, 0), (framework.Report.Imported, framework.Report.Unchanged));
        Assert.Equal((0, 42), (frameworkAgain.Report.Imported, frameworkAgain.Report.Unchanged));
        Assert.Equal((32, 0), (roster.Imported, roster.Unchanged));
        Assert.Equal((0, 32), (rosterAgain.Imported, rosterAgain.Unchanged));
        var state = (await host.Grains.GetGrain<ICohortGrain>(GrainKey.Of(host.Tenant, cohort)).Get(host.Admin)).OrThrow();
        Assert.Equal((12, 20), (state.Mentors, state.Mentees));
        Assert.Equal(1, (await TenantAsync(host)).FrameworkVersion);
    }

    [Fact]
    public async Task Person_is_registered_with_levels_of_profile_and_target()
    {
        await using var host = await GrainsHost.StartAsync();
        var framework = await ImportFrameworkAsync(host, "first");
        await TakeUpTermsAsync(host, framework);

        await ImportRosterAsync(host, "first", await EmbeddedSample.OpenRosterAsync());

        var maya = (await PersonAsync(host, "HG-2002")).OrThrow().Profile;
        Assert.Equal(("Maya Thompson", framework.Profiles!.Id), (maya.Name, maya.Rating!.Framework));
        Assert.Equal((20, 20), (maya.Rating.Levels.Length, maya.Rating.TargetLevels.Length));
        Assert.Equal("Delegation and Empowerment", maya.Intake.Priorities[0]);
    }

    [Fact]
    public async Task File_with_an_error_imports_nothing_unless_errors_are_skipped()
    {
        await using var host = await GrainsHost.StartAsync();
        var source = await Files.Roster(Files.Mentor("m1"), "broken", Files.Mentee("e1"));

        var refused = await ImportRosterAsync(host, "first", source);
        var known = (await PersonAsync(host, "m1")).Refusal;
        var skipped = await ImportRosterAsync(host, "second", source, skipInvalid: true);

        Assert.Equal((ErrorCodes.RosterInvalid, 0), (refused.Refusal?.Code, refused.Imported));
        Assert.Equal(ErrorCodes.NotFound, known?.Code);
        Assert.Equal((3, 2, 1, 1), (skipped.Read, skipped.Imported, skipped.Skipped, skipped.ErrorCount));
        Assert.Null(skipped.Refusal);
    }

    [Fact]
    public async Task Person_whom_the_state_refuses_is_told_by_line_and_the_others_are_imported()
    {
        await using var host = await GrainsHost.StartAsync();
        await ImportRosterAsync(host, "first", await Files.Roster(Files.Mentor("m1"), Files.Mentor("m2")));

        var report = await ImportRosterAsync(host, "second", await Files.Roster(Files.Mentee("m1"), Files.Mentor("m2", mentees: 3)));

        Assert.Equal((2L, "kind"), (Assert.Single(report.Errors).Line, report.Errors[0].Column));
        Assert.Equal((1, 1), (report.Imported, report.Skipped));
        Assert.Equal(3, (await PersonAsync(host, "m2")).OrThrow().Profile.MaxMentees);
    }

    [Fact]
    public async Task Unknown_code_of_the_adopted_framework_is_told()
    {
        await using var host = await GrainsHost.StartAsync();
        await ImportFrameworkAsync(host, "first");

        var report = await ImportRosterAsync(host, "first", await Files.Roster("m1,mentor,T,NOPE,,D,L,Europe/Warsaw,4,2"));

        Assert.Equal(("profile_code", "'NOPE'"), (Assert.Single(report.Errors).Column, report.Errors[0].Found));
    }

    [Fact]
    public async Task Unknown_cohort_is_refused_before_anybody_is_registered()
    {
        await using var host = await GrainsHost.StartAsync();
        var cohort = EntityId.Derive<CohortId>(host.Tenant.Value, "none");

        var refused = await Assert.ThrowsAsync<RefusedException>(
            async () => await ImportRosterAsync(host, "first", await Files.Roster(Files.Mentor("m1")), cohort));

        Assert.Equal(ErrorCodes.NotFound, refused.Refusal.Code);
        Assert.Equal(ErrorCodes.NotFound, (await PersonAsync(host, "m1")).Refusal?.Code);
    }

    private static async Task TakeUpTermsAsync(GrainsHost host, FrameworkImportResult framework) =>
        await new DemoTaxonomy(host.Grains, host.Tenant, host.Admin).ExtendAsync(await EmbeddedSample.OpenRosterAsync(), framework.Profiles!, CancellationToken.None);

    private static async Task<FrameworkImportResult> ImportFrameworkAsync(GrainsHost host, string key) =>
        await new FrameworkImport(host.Grains, ImportLimits.Default).RunAsync(
            new ImportFrameworkCommand(host.Tenant, host.Admin, host.Command(key), EmbeddedSample.FrameworkName, await EmbeddedSample.OpenFrameworkAsync())
            {
                Options = EmbeddedSample.Scales,
            });

    private static Task<ImportReport> ImportRosterAsync(
        GrainsHost host, string key, ImportSource roster, CohortId? cohort = null, bool skipInvalid = false) =>
        new RosterImport(host.Grains, ImportLimits.Default).RunAsync(
            new ImportRosterCommand(host.Tenant, host.Admin, host.Command(key), roster) { Cohort = cohort, SkipInvalid = skipInvalid });

    private static async Task<CohortId> DesignCohortAsync(GrainsHost host)
    {
        var id = EntityId.Derive<CohortId>(host.Tenant.Value, "cohort");
        var grain = host.Grains.GetGrain<ICohortGrain>(GrainKey.Of(host.Tenant, id));
        (await grain.Create(host.Admin, host.Command("cohort"), new CohortDesign { Name = "First cohort" })).OrThrow();
        return id;
    }

    private static Task<Reply<ParticipantState>> PersonAsync(GrainsHost host, string externalId) =>
        host.Grains.GetGrain<IParticipantGrain>(GrainKey.Of(host.Tenant, ParticipantDecisions.IdOf(host.Tenant, externalId))).Get(host.Admin);

    private static async Task<TenantState> TenantAsync(GrainsHost host) =>
        (await host.Grains.GetGrain<ITenantGrain>(GrainKey.Of(host.Tenant, host.Tenant)).Get(host.Admin)).OrThrow();
}
