using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Factors;

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
        return task.Mentors.IsEmpty ? [] : await Task.Run(() => Rank(task, mentee.Id), cancellationToken);
    }

    private static bool HasRoom(ParticipantState mentor, DateTimeOffset now) =>
        mentor.Slots.Length < mentor.Profile.MaxMentees && mentor.Overloads.All(overload => overload.Until <= now);

    private static ImmutableArray<Proposal> Rank(SolveTask task, ParticipantId mentee)
    {
        var explainer = new PairExplainer(new FactorScores(MatchingInput.Of(task)));
        var ranked = from row in Enumerable.Range(0, task.Mentors.Length)
                     let pair = explainer.Explain(0, row)
                     where pair.Forbidden == HardRule.None
                     orderby pair.Score descending, task.Mentors[row].Profile.ExternalId
                     select new Proposal(task.Mentors[row].Id, mentee, pair.Score, [.. pair.Factors.Select(MatchingSolver.FactorOf)]);
        return [.. ranked.Take(CoverState.MostAlternatives)];
    }
}
