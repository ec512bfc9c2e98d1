using MentorCloud.App.Imports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Tests.Imports;

/// <summary>Experiences of a roster are the tenant's terms.</summary>
public sealed class RosterTaxonomyTests
{
    private const string Header = Files.RosterHeader + ",experiences,wanted_experiences\n";

    [Theory]
    [InlineData("Turn-around", "", "experiences", "Turnaround")]
    [InlineData("Finance;Plant closing", "", "experiences", null)]
    [InlineData("Finance", "cyber incidents", "wanted_experiences", "Cyber incident")]
    public async Task Term_outside_the_taxonomy_is_an_error_of_its_row_that_names_the_nearest(string had, string wanted, string column, string? nearest)
    {
        var roster = await Files.Of($"{Header}{Files.Mentor("m1")},Finance,\n{Files.Mentor("m2")},{had},{wanted}\n");

        var report = await new RosterReader(null, ImportLimits.Default) { Terms = new TaxonomyTerms(ExperienceTaxonomy.BuiltIn) }.CheckAsync(roster);

        Assert.Equal(ErrorCodes.RosterInvalid, report.Refusal?.Code);
        var error = Assert.Single(report.Errors);
        Assert.Equal((3L, column), (error.Line, error.Column));
        Assert.Contains(nearest is null ? "taxonomy" : $"nearest: {nearest}", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_refuses_what_the_tenants_taxonomy_lacks_and_takes_it_once_it_is_added()
    {
        await using var host = await GrainsHost.StartAsync();
        var text = $"{Header}{Files.Mentor("m1")},Plant closure;TURNAROUND,\n";
        var refused = await ImportAsync(host, "first", text);
        Assert.Equal((ErrorCodes.RosterInvalid, 0), (refused.Refusal?.Code, refused.Imported));

        var taxonomy = host.Grains.GetGrain<ITaxonomyGrain>(GrainKey.Of(host.Tenant, host.Tenant));
        (await taxonomy.Add(host.Admin, host.Command("term"), [new Experience(ExperienceCategory.Crisis, "Plant closure")])).OrThrow();
        Assert.Equal(1, (await ImportAsync(host, "second", text)).Imported);

        var person = host.Grains.GetGrain<IParticipantGrain>(GrainKey.Of(host.Tenant, ParticipantDecisions.IdOf(host.Tenant, "m1")));
        Assert.Equal(["Plant closure", "Turnaround"], (await person.Get(host.Admin)).OrThrow().Profile.Intake.Experiences);
    }

    private static async Task<ImportReport> ImportAsync(GrainsHost host, string key, string text) =>
        await new RosterImport(host.Grains, ImportLimits.Default).RunAsync(
            new ImportRosterCommand(host.Tenant, host.Admin, host.Command(key), await Files.Of(text)));
}
