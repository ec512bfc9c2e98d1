using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds.Edits;
using MentorCloud.Domain.Refusals;
using static MentorCloud.Domain.Tests.Cohorts.Rounds.FakeDraftRules;

namespace MentorCloud.Domain.Tests.Cohorts.Rounds;

public sealed class DraftEditingTests
{
    private static readonly MatchPair[] Draft = [Pair(0, 0), Pair(1, 1), Pair(2, 2)];

    [Fact]
    public void Assign_frees_whoever_the_mentee_had()
    {
        var pairs = Apply([Assign(1, 2)], out var refusal);

        Assert.Null(refusal);
        Assert.Equal([Pair(0, 0), Pair(1, 1), Pair(1, 2)], pairs.OrderBy(pair => pair.Mentee.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public void Swap_exchanges_mentors_of_full_mentors_too()
    {
        var pairs = Apply([new DraftEdit(DraftEditKind.Swap, Pair(1, 1), Pair(2, 2))], out var refusal);

        Assert.Null(refusal);
        Assert.Contains(Pair(2, 1), pairs);
        Assert.Contains(Pair(1, 2), pairs);
    }

    [Fact]
    public void Later_edit_builds_on_the_earlier()
    {
        var pairs = Apply([new DraftEdit(DraftEditKind.Unassign, Pair(2, 2)), Assign(2, 1)], out var refusal);

        Assert.Null(refusal);
        Assert.Equal(2, pairs.Length);
        Assert.Contains(Pair(2, 1), pairs);
    }

    [Theory]
    [InlineData(2, 1, ErrorCodes.MentorCapacityExhausted)]
    [InlineData(2, 3, ErrorCodes.MatchForbidden)]
    [InlineData(1, 0, ErrorCodes.MatchPinned)]
    [InlineData(9, 1, ErrorCodes.NotFound)]
    [InlineData(1, 9, ErrorCodes.NotFound)]
    public void Assign_against_a_rule_is_refused(int mentor, int mentee, string code)
    {
        var pairs = Apply([new DraftEdit(DraftEditKind.Unassign, Pair(1, 1)), Assign(mentor, mentee)], out var refusal);

        Assert.Empty(pairs);
        Assert.Equal((code, "edits.1"), (refusal!.Code, refusal.Field));
    }

    [Fact]
    public void Refusal_of_a_forbidden_pair_names_every_rule()
    {
        Apply([Assign(2, 3)], out var refusal);

        Assert.Contains("no language in common, vetoed by the program", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pinned_pair_cannot_be_parted()
    {
        Apply([new DraftEdit(DraftEditKind.Unassign, Pinned)], out var refusal);

        Assert.Equal(ErrorCodes.MatchPinned, refusal!.Code);
    }

    [Fact]
    public void Pair_that_is_not_in_the_draft_cannot_be_parted_or_swapped()
    {
        Apply([new DraftEdit(DraftEditKind.Unassign, Pair(1, 2))], out var parted);
        Apply([new DraftEdit(DraftEditKind.Swap, Pair(1, 2), Pair(2, 2))], out var swapped);

        Assert.Equal((ErrorCodes.MatchNotProposed, ErrorCodes.MatchNotProposed), (parted!.Code, swapped!.Code));
    }

    [Fact]
    public void More_than_a_hundred_edits_are_refused()
    {
        Apply([.. Enumerable.Repeat(Assign(1, 1), 101)], out var refusal);

        Assert.Equal((ErrorCodes.InputInvalid, "edits"), (refusal!.Code, refusal.Field));
    }

    /// <summary>Whatever is asked for: no mentee twice, no mentor over capacity, no forbidden pair, no pin lost; refused means nothing.</summary>
    [Fact]
    public void Accepted_edits_never_break_a_rule()
    {
        var edit = Gen.Choose(0, 2).Zip(Gen.Choose(0, 15)).Zip(Gen.Choose(0, 15)).Select(drawn => Drawn(drawn.Item1.Item1, drawn.Item1.Item2, drawn.Item2));

        Prop.ForAll(edit.ListOf(12).ToArbitrary(), edits =>
        {
            var pairs = Apply([.. edits], out var refusal);
            return refusal is not null ? pairs.IsEmpty : Keeps(pairs);
        }).QuickCheckThrowOnFailure();
    }

    private static bool Keeps(IReadOnlyCollection<MatchPair> pairs)
    {
        var rules = new FakeDraftRules();
        return pairs.Select(pair => pair.Mentee).Distinct().Count() == pairs.Count
            && pairs.GroupBy(pair => pair.Mentor).All(group => group.Count() <= rules.Places(group.Key))
            && !pairs.Contains(Forbidden) && pairs.Contains(Pinned);
    }

    private static DraftEdit Drawn(int kind, int one, int other) => new(
        (DraftEditKind)kind, Pair(one % 4, one / 4), kind == (int)DraftEditKind.Swap ? Pair(other % 4, other / 4) : null);

    private static DraftEdit Assign(int mentor, int mentee) => new(DraftEditKind.Assign, Pair(mentor, mentee));

    private static System.Collections.Immutable.ImmutableArray<MatchPair> Apply(IReadOnlyList<DraftEdit> edits, out Refusal? refusal) =>
        DraftEditing.Apply(Draft, edits, new FakeDraftRules(), out refusal);
}
