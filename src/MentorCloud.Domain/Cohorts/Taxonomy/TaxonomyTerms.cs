using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts.Taxonomy;

/// <summary>Finds terms of a tenant's taxonomy by what somebody wrote; made once for many questions.</summary>
/// <param name="taxonomy">The taxonomy.</param>
public sealed class TaxonomyTerms(ExperienceTaxonomy taxonomy)
{
    /// <summary>How many terms are proposed at most.</summary>
    public const int Proposed = 3;

    /// <summary>Terms less alike than this are no help.</summary>
    private const double LeastLikeness = 0.4;

    private readonly Dictionary<string, string> terms =
        taxonomy.Experiences.DistinctBy(each => each.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(each => each.Name, each => each.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A term as the taxonomy writes it; letter case is forgiven.</summary>
    /// <param name="text">What was written.</param>
    /// <returns>Null when the taxonomy does not have it.</returns>
    public string? Find(string text) => terms.GetValueOrDefault(text.Trim());

    /// <summary>The terms most like a text: by words in common, and by letters to change (Levenshtein) over the longer one's length.</summary>
    /// <param name="text">What was written; beyond 200 characters nothing is compared.</param>
    /// <returns>At most <see cref="Proposed"/>, the most alike first; none when nothing is alike.</returns>
    public ImmutableArray<string> Nearest(string text)
    {
        var written = Normal(text);
        return written.Length is 0 or > 200
            ? []
            :
            [
                .. terms.Values.Select(term => (Term: term, Likeness: Likeness(written, Normal(term))))
                    .Where(each => each.Likeness >= LeastLikeness)
                    .OrderByDescending(each => each.Likeness).ThenBy(each => each.Term, StringComparer.Ordinal)
                    .Take(Proposed).Select(each => each.Term),
            ];
    }

    private static string Normal(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split([' ', '-', '_', '/', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static double Likeness(string one, string other)
    {
        var (mine, theirs) = (one.Split(' ').ToHashSet(StringComparer.Ordinal), other.Split(' ').ToHashSet(StringComparer.Ordinal));
        var words = (double)mine.Intersect(theirs).Count() / Math.Min(mine.Count, theirs.Count);
        var letters = 1 - ((double)Distance(one.Replace(" ", string.Empty, StringComparison.Ordinal), other.Replace(" ", string.Empty, StringComparison.Ordinal))
            / Math.Max(one.Length, other.Length));
        return Math.Max(letters, words * 0.9);
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
