using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Cover;

/// <summary>Ranks the mentors of a cohort for one mentee, by the cohort's weights and the engine's rules.</summary>
internal sealed class CoverSearch(IGrainFactory grains, RoundInputs inputs, TimeProvider clock)
{
    /// <summary>Mentors with room whom no rule forbids, best first; never the one before.</summary>
    public async Task<ImmutableArray<Proposal>> FindAsync(CoverState cover, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(cover.Tenant, cover.Case.Cohort)).Get(actor)).OrThrow();
        var mentee = (await grains.GetGrain<IParticipantGrain>(GrainKey.Of(cover.Tenant, cover.Case.Mentee)).Get(actor)).OrThrow();
        var all = await inputs.ReadForAsync(cohort, mentee, now, actor, cancellationToken);
        var task = all with { Mentors = [.. all.Mentors.Where(mentor => mentor.Id != cover.Case.Mentor && HasRoom(mentor, now))] };
        return task.Mentors.IsEmpty ? [] : await Task.Run(() => Rank(task), cancellationToken);
    }

    private static bool HasRoom(ParticipantState mentor, DateTimeOffset now) =>
        mentor.Slots.Length < mentor.Profile.MaxMentees && mentor.OverloadedUntil(now) is null;

    private static ImmutableArray<Proposal> Rank(SolveTask task)
    {
        var problem = new CohortProblem(task);
        var ranked = from row in Enumerable.Range(0, task.Mentors.Length)
                     where problem.Forbids(new PairId(0, row)).IsEmpty
                     let proposal = problem.Propose(0, row)
                     orderby proposal.Score descending, task.Mentors[row].Profile.ExternalId
                     select proposal;
        return [.. ranked.Take(CoverState.MostAlternatives)];
    }
}
