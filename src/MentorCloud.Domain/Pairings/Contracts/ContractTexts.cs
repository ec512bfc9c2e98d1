using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>
/// The texts of contract terms in one order, so that each can be told whose it is: a version keeps a letter for each text that
/// is not empty, M for the mentor's and E for the mentee's words.
/// </summary>
internal static class ContractTexts
{
    private const char ByMentor = 'M';
    private const char ByMentee = 'E';

    /// <summary>Every text that is not empty, in order.</summary>
    public static ImmutableArray<string> Of(ContractTerms terms)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        Rewrite(terms, (text, _) =>
        {
            texts.Add(text);
            return text;
        });
        return texts.ToImmutable();
    }

    /// <summary>Whose words a new draft's texts are: as before where a text stood in the version before, the drafter's where it is new.</summary>
    public static string AuthorsOf(ContractTerms terms, ContractVersion? before, PairingSide drafter)
    {
        var known = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (var (text, place) in before is null ? [] : Of(before.Terms).Select((text, place) => (text, place)))
        {
            if (place < before!.Authors.Length)
            {
                known.TryAdd(text, before.Authors[place]);
            }
        }

        var own = drafter == PairingSide.Mentor ? ByMentor : ByMentee;
        return string.Concat(Of(terms).Select(text => known.GetValueOrDefault(text, own)));
    }

    /// <summary>The terms without one side's words, or without any; a text of which nobody knows whose it is goes too.</summary>
    public static ContractTerms Without(ContractVersion version, PairingSide? side, string instead) =>
        Rewrite(version.Terms, (text, place) => Goes(version, place, side) ? instead : text);

    /// <summary>The terms with other texts; each is given with its writer, null where nobody knows.</summary>
    public static ContractTerms Rewrite(ContractVersion version, Func<string, PairingSide?, string> rewrite) =>
        Rewrite(version.Terms, (text, place) => rewrite(text, WriterOf(version, place)));

    /// <summary>Titles of milestones that would go.</summary>
    public static IEnumerable<string> TitlesBy(ContractVersion version, PairingSide? side)
    {
        var titles = version.Terms.Milestones.Select(milestone => milestone.Title).ToHashSet(StringComparer.Ordinal);
        return Of(version.Terms).Where((text, place) => titles.Contains(text) && Goes(version, place, side));
    }

    private static bool Goes(ContractVersion version, int place, PairingSide? side) =>
        side is null || (WriterOf(version, place) ?? side) == side;

    private static PairingSide? WriterOf(ContractVersion version, int place) => place >= version.Authors.Length
        ? null : version.Authors[place] == ByMentor ? PairingSide.Mentor : PairingSide.Mentee;

    /// <summary>The order is that of the lines below; versions keep it, so a new text goes to the end.</summary>
    private static ContractTerms Rewrite(ContractTerms terms, Func<string, int, string> rewrite)
    {
        var place = 0;
        return terms with
        {
            MentorRole = One(terms.MentorRole),
            ConfidentialityNorms = One(terms.ConfidentialityNorms),
            EscalationPath = One(terms.EscalationPath),
            Objectives = [.. terms.Objectives.Select(each => new MeasurableObjective(One(each.Statement), One(each.Measure), One(each.Target)))],
            Milestones = [.. terms.Milestones.Select(each =>
                new Milestone(One(each.Title), One(each.SuccessCriteria), All(each.SmallWins), each.DueOn))],
            FeedbackChannels = All(terms.FeedbackChannels),
            Boundaries = terms.Boundaries with
            {
                FeedbackKinds = All(terms.Boundaries.FeedbackKinds),
                TopicsOutOfScope = All(terms.Boundaries.TopicsOutOfScope),
            },
        };

        string One(string text) => text.Length == 0 ? text : rewrite(text, place++);
        ImmutableArray<string> All(ImmutableArray<string> texts) => [.. texts.Select(One)];
    }
}
