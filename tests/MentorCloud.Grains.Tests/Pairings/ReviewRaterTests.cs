using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Pairings;

/// <summary>Who can be asked to rate a mentee: people of the tenant who are still there.</summary>
public sealed class ReviewRaterTests
{
    [Fact]
    public async Task Raters_who_are_unknown_or_gone_are_named_and_nobody_is_asked()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        await pair.SignAsync();
        var raters = ImmutableArray.CreateBuilder<ParticipantId>();
        foreach (var name in new[] { "R-1", "R-2", "R-3", "R-4" })
        {
            raters.Add(await pair.Company.RegisterAsync(name));
        }

        (await pair.Company.Participant(raters[3]).Depart(pair.Company.Admin, pair.Company.NextCommand())).OrThrow();

        await RefusedAsync(pair, [.. raters], "raters.3");
        raters[3] = EntityId.Derive<ParticipantId>(pair.Company.Tenant.Value, "nobody");
        await RefusedAsync(pair, [.. raters], "raters.3");
        raters[3] = await pair.Company.RegisterAsync("R-5");
        Assert.Equal(4, (await pair.DoAsync(pair.Mentee, new OpenReview360(["Listening"], [.. raters]))).Life!.OpenReview!.Asked);
    }

    private static async Task RefusedAsync(Pair pair, ImmutableArray<ParticipantId> raters, string field)
    {
        var refusal = (await pair.TryAsync(pair.Mentee, new OpenReview360(["Listening"], raters))).Refusal;
        Assert.Equal((ErrorCodes.InputInvalid, field), (refusal?.Code, refusal?.Field));
        Assert.Null((await pair.ViewAsync()).Life!.OpenReview);
    }
}
