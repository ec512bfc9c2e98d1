using System.Collections.Concurrent;
using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Choosing;

/// <summary>Cohorts' people laid out for ranking, for a minute each: when a thousand people look at once, they are read once.</summary>
internal sealed class CandidateShelf(RoundInputs inputs, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(TenantId Tenant, CohortId Cohort), (DateTimeOffset At, Lazy<Task<CohortProblem>> Problem)> shelf = new();

    /// <summary>The cohort's people as they were a minute ago at most.</summary>
    public Task<CohortProblem> OfAsync(CohortState cohort, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, old) in shelf)
        {
            if (now - old.At > Fresh || (old.Problem.IsValueCreated && old.Problem.Value.IsFaulted))
            {
                shelf.TryRemove(key, out _);
            }
        }

        var entry = shelf.GetOrAdd((cohort.Tenant, cohort.Id), _ => (now, new Lazy<Task<CohortProblem>>(() => MakeAsync(cohort, now))));
        return entry.Problem.Value.WaitAsync(cancellationToken);
    }

    private async Task<CohortProblem> MakeAsync(CohortState cohort, DateTimeOffset now)
    {
        var preview = RoundVariants.Preview(EntityId.Derive<RoundId>(cohort.Id.Value, "candidates"), cohort, null, now);
        var task = await inputs.ReadAsync(preview, Actor.System(cohort.Tenant, "candidates"), CancellationToken.None);

        // Pins are for drafts; a pin that cannot be kept must not keep people from choosing.
        return new CohortProblem(task with { Pins = [] });
    }
}
