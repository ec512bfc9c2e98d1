using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.Matching;

/// <summary>How one side ranks the other for stable matching: stated wishes first, in their order, then everybody else by score.</summary>
internal sealed class RankedScores : PairScores
{
    private readonly PairScores scores;
    private readonly ILookup<int, Preference> wishes;

    /// <summary>Takes the wishes of one side; values are read for their order alone.</summary>
    public RankedScores(PairScores scores, IReadOnlyCollection<Preference> wishes)
        : base(scores.Mentees, scores.Mentors)
    {
        this.scores = scores;
        this.wishes = wishes.ToLookup(wish => wish.Mentee);
    }

    public override void Fill(int mentee, Span<long> row)
    {
        scores.Fill(mentee, row);
        foreach (var wish in wishes[mentee])
        {
            row[wish.Mentor] = Ranked(row[wish.Mentor], wish);
        }
    }

    public override long At(int mentee, int mentor)
    {
        var score = scores.At(mentee, mentor);
        foreach (var wish in wishes[mentee])
        {
            score = wish.Mentor == mentor ? Ranked(score, wish) : score;
        }

        return score;
    }

    /// <summary>A score is at most one; a wish is worth more than one, and an earlier wish more than a later.</summary>
    private static long Ranked(long score, Preference wish) =>
        score == FixedPoint.Forbidden ? score : FixedPoint.One + (long)(wish.Value * FixedPoint.One);
}
