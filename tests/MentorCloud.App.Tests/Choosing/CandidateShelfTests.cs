using MentorCloud.App.Choosing;
using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.App.Tests.Imports;
using MentorCloud.App.Tests.Rounds;
using MentorCloud.Domain.Cohorts;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Tests.Choosing;

public sealed class CandidateShelfTests
{
    [Fact]
    public async Task Cohort_is_kept_while_people_look_and_goes_when_many_others_are_looked_at()
    {
        await using var host = await GrainsHost.StartAsync(SmallCohorts.AddRounds);
        var shelf = new CandidateShelf(host.Services.GetRequiredService<RoundInputs>(), host.Services.GetRequiredService<TimeProvider>());
        Task<CohortProblem> LookAsync(CohortState cohort) => shelf.OfAsync(cohort, TestContext.Current.CancellationToken);
        var (cohort, _, _) = await SmallCohorts.OpenAsync(host, "cohort");
        var laid = await LookAsync(cohort);
        Assert.Same(laid, await LookAsync(cohort));

        for (var number = 0; number < CandidateShelf.MostCohorts; number++)
        {
            await LookAsync((await SmallCohorts.OpenAsync(host, $"other {number}")).Cohort);
        }

        Assert.NotSame(laid, await LookAsync(cohort));
    }
}
