using System.Collections.Immutable;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Spreadsheets;

/// <summary>What <c>solve</c> answers, by name and in the decimals of the file.</summary>
/// <param name="Objective">What the answer is best at.</param>
/// <param name="Total">Sum of the pairs' scores as the file writes them, without rounding.</param>
/// <param name="UpperBound">
/// No assignment has a greater total: for coverage and fair none with as many pairs, for total and stable none at all.
/// </param>
/// <param name="Pairs">The pairs, mentees in the order of the file.</param>
/// <param name="UnmatchedMentors">Mentors of either file without a mentee, in the order of the files.</param>
/// <param name="UnmatchedMentees">Mentees without a mentor, in the order of the file.</param>
internal sealed record SheetAnswer(
    AssignmentObjective Objective,
    ExactDecimal Total,
    ExactDecimal UpperBound,
    ImmutableArray<SheetPair> Pairs,
    ImmutableArray<string> UnmatchedMentors,
    ImmutableArray<string> UnmatchedMentees)
{
    /// <summary>How far the total lies below the bound; 0 where it is proven to be the best.</summary>
    public ExactDecimal Gap => ExactDecimal.Sum([UpperBound, new ExactDecimal(-Total.Mantissa, Total.Exponent)]);
}
