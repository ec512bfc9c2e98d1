using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.Choosing;

/// <summary>Ranks the other side for one person. Time: one row or one column of scores.</summary>
internal sealed class CandidateRanking(CohortProblem problem, ParticipantState person)
{
    private const int MostStrengths = 3;

    private readonly bool isMentor = person.Profile.Kind == ParticipantKind.Mentor;

    /// <summary>The best allowed ones, best first; equal scores in the order of the people's external ids.</summary>
    public ImmutableArray<Candidate> Best(int most)
    {
        var scores = Pairs().Where(pair => problem.IsAllowed(pair) && !problem.Assignment.Vetoes.Contains(pair))
            .Select(pair => (Pair: pair, Score: problem.Scores.At(pair.Mentee, pair.Mentor)))
            .OrderByDescending(each => each.Score).ToList();
        return [.. scores.Take(most).Select(each => new Candidate(
            Other(each.Pair), 1 + scores.Count(better => better.Score > each.Score), each.Score, Strengths(each.Pair)))];
    }

    /// <summary>What the engine says about asking somebody; null when one of the two is not to be matched.</summary>
    public MatchOffer? Offer(CohortId cohort, ParticipantId to)
    {
        var pair = isMentor ? new MatchPair(person.Id, to) : new MatchPair(to, person.Id);
        if (problem.Find(pair) is not { } found)
        {
            return null;
        }

        var proposal = problem.Propose(found.Mentee, found.Mentor);
        var rank = 1 + Pairs().Count(other => problem.Scores.At(other.Mentee, other.Mentor) is var score && score != FixedPoint.Forbidden && score > proposal.Score);
        return new MatchOffer(
            cohort, pair, isMentor ? Domain.Pairings.PairingSide.Mentor : Domain.Pairings.PairingSide.Mentee, rank, proposal.Score, proposal.Factors,
            [.. problem.Forbids(found).Where(rule => rule is not (MatchRule.Capacity or MatchRule.Veto))]);
    }

    private IEnumerable<PairId> Pairs()
    {
        if (isMentor)
        {
            var mentor = problem.Task.Mentors.Select((each, row) => (each.Id, row)).Where(each => each.Id == person.Id).Select(each => each.row);
            return mentor.SelectMany(column => Enumerable.Range(0, problem.Scores.Mentees).Select(mentee => new PairId(mentee, column)));
        }

        return problem.FindMentee(person.Id) is { } row ? Enumerable.Range(0, problem.Scores.Mentors).Select(mentor => new PairId(row, mentor)) : [];
    }

    private ParticipantId Other(PairId pair) => isMentor ? problem.Task.Mentees[pair.Mentee].Id : problem.Task.Mentors[pair.Mentor].Id;

    private ImmutableArray<MatchFactor> Strengths(PairId pair) => [.. problem.Explainer.Explain(pair.Mentee, pair.Mentor).Factors
        .Where(factor => factor.Share > 0).OrderByDescending(factor => factor.Share).Take(MostStrengths).Select(factor => (MatchFactor)factor.Factor)];
}
