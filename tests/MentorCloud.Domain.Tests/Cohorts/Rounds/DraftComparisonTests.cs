using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds.Comparisons;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tests.Support;
using static MentorCloud.Domain.Tests.Cohorts.Rounds.FakeDraftRules;

namespace MentorCloud.Domain.Tests.Cohorts.Rounds;

public sealed class DraftComparisonTests
{
    [Fact]
    public void Comparison_lists_each_mentee_whose_mentor_differs_and_who_is_left_where()
    {
        var one = Draft(1, [Pair(0, 0), Pair(1, 1)], [Mentee(2)]);
        var other = Draft(2, [Pair(0, 0), Pair(0, 1), Pair(1, 2)], []);

        var comparison = DraftComparison.Of([one, other]);

        Assert.Equal(1, comparison.SamePairs);
        Assert.Equal([Mentee(1), Mentee(2)], comparison.Differences.Select(each => each.Mentee));
        Assert.Equal([Mentor(1), Mentor(0)], comparison.Differences[0].Proposals.Select(proposal => proposal!.Mentor));
        Assert.Null(comparison.Differences[1].Proposals[0]);
        var left = Assert.Single(comparison.Unmatched);
        Assert.Equal((Mentee(2), ParticipantKind.Mentee), (left.Participant, left.Kind));
        Assert.Equal([true, false], left.In);
    }

    [Fact]
    public void Draft_compared_with_itself_differs_in_nothing()
    {
        var draft = Draft(1, [Pair(0, 0), Pair(1, 1)], []);

        var comparison = DraftComparison.Of([draft, draft]);

        Assert.Equal(2, comparison.SamePairs);
        Assert.Empty(comparison.Differences);
    }

    private static ComparedDraft Draft(int round, MatchPair[] pairs, ParticipantId[] left) => new(
        Sample.Id<RoundId>(round),
        [.. pairs.Select(pair => new Proposal(pair.Mentor, pair.Mentee, 1, []))],
        [.. left.Select(mentee => new Unmatched(mentee, ParticipantKind.Mentee, UnmatchedReason.CapacityUsedUp, "Full."))]);
}
