using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Choosing;

/// <summary>Cohorts' people laid out for ranking, for a minute each, the newest few: when a thousand people look at once, they are read once.</summary>
internal sealed class CandidateShelf(RoundInputs inputs, TimeProvider clock)
{
    internal const int MostCohorts = 32;
    private const int MostPeople = 60_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Shelf<(TenantId Tenant, CohortId Cohort), Laid> shelf =
        new(MostCohorts, MostPeople, laid => laid.Problem.Task.Mentors.Length + laid.Problem.Task.Mentees.Length);

    /// <summary>The cohort's people as they were a minute ago at most.</summary>
    public async Task<CohortProblem> OfAsync(CohortState cohort, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        shelf.Remove(laid => now - laid.At > Fresh);
        return (await shelf.OfAsync((cohort.Tenant, cohort.Id), () => MakeAsync(cohort, now), cancellationToken)).Problem;
    }

    private async Task<Laid> MakeAsync(CohortState cohort, DateTimeOffset now)
    {
        var preview = RoundVariants.Preview(EntityId.Derive<RoundId>(cohort.Id.Value, "candidates"), cohort, null, now);
        var task = await inputs.ReadAsync(preview, Actor.System(cohort.Tenant, "candidates"), CancellationToken.None);

        // Pins are for drafts; a pin that cannot be kept must not keep people from choosing.
        return new Laid(now, new CohortProblem(task with { Pins = [] }));
    }

    private sealed record Laid(DateTimeOffset At, CohortProblem Problem);
}
