using MentorCloud.App.Imports;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Tests.Imports;

public sealed class EmbeddedSampleTests
{
    [Fact]
    public async Task Sample_reads_without_an_error_or_a_warning()
    {
        var (reading, people, report) = await ReadAsync();

        Assert.Equal(0, reading.Report.ErrorCount + report.ErrorCount + report.WarningCount);
        Assert.Equal((14, 6), (Count(reading, CompetencyKind.Skill), Count(reading, CompetencyKind.WorkStyle)));
        Assert.Equal(42, reading.Draft!.Profiles.Length);
        Assert.All(reading.Draft.Competencies, each => Assert.NotEmpty(each.Anchors));
        Assert.Empty(report.Missing);
        Assert.Equal((12, 20), (people.Count(Is(ParticipantKind.Mentor)), people.Count(Is(ParticipantKind.Mentee))));
    }

    [Fact]
    public async Task Sample_is_a_program_that_can_be_matched()
    {
        var (_, people, _) = await ReadAsync();
        var ids = people.Select(each => each.Registration.ExternalId).ToHashSet();

        Assert.Equal(22, people.Sum(each => each.Registration.MaxMentees));
        Assert.All(people, each => Assert.EndsWith("@halvorsen-group.example", each.Email, StringComparison.Ordinal));
        Assert.All(people, each => Assert.True(ids.Contains(each.Registration.ReportsTo) || each.Registration.ReportsTo == "HG-0001"));
        Assert.All(people.SelectMany(each => each.Registration.Exclusions), each => Assert.Contains(each, ids));
        Assert.All(people.Where(Is(ParticipantKind.Mentee)), each => Assert.NotEmpty(Gaps(each.Registration.Rating!)));
    }

    private static int Count(FrameworkReading reading, CompetencyKind kind) => reading.Draft!.Competencies.Count(each => each.Kind == kind);

    private static Func<RosterPerson, bool> Is(ParticipantKind kind) => each => each.Registration.Kind == kind;

    private static IEnumerable<double> Gaps(Rating rating) =>
        rating.TargetLevels.Zip(rating.Levels, (target, own) => target - own).Take(14).Where(gap => gap > 0);

    private static async Task<(FrameworkReading Reading, List<RosterPerson> People, ImportReport Report)> ReadAsync()
    {
        var reading = await new FrameworkReader(EmbeddedSample.Scales, ImportLimits.Default)
            .ReadAsync(EmbeddedSample.FrameworkName, await EmbeddedSample.OpenFrameworkAsync());
        var profiles = FrameworkProfiles.Of(reading.Draft!, EntityId.New<TenantId>(DateTimeOffset.UnixEpoch));
        var roster = await EmbeddedSample.OpenRosterAsync();
        var reader = new RosterReader(profiles, ImportLimits.Default);
        return (reading, await reader.ReadAsync(roster).ToListAsync(), await reader.CheckAsync(roster));
    }
}
