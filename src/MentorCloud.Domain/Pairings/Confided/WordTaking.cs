using System.Collections.Immutable;
using System.Globalization;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Forgetting;

namespace MentorCloud.Domain.Pairings.Confided;

/// <summary>Collects words by their writer, each once, and says what stays in their place: <c>M0</c> for the mentor's first, <c>E3</c> for the mentee's fourth.</summary>
internal sealed class WordTaking(ImmutableArray<ContractVersion> contracts, SideWords known)
{
    private const char OfMentor = 'M';
    private const char OfMentee = 'E';

    private readonly Collected mentor = new(OfMentor);
    private readonly Collected mentee = new(OfMentee);
    private Dictionary<string, PairingSide>? writers;

    /// <summary>What was collected.</summary>
    public SideWords Words => new(mentor.Words, mentee.Words);

    /// <summary>Whether a text is nobody's word.</summary>
    public static bool Stays(string text) => text.Length == 0 || text == TextForgetting.Gone;

    /// <summary>Whose word stood at a place, and which of theirs.</summary>
    public static (PairingSide Side, int Number) Read(string place) => (
        place[0] == OfMentor ? PairingSide.Mentor : PairingSide.Mentee,
        int.Parse(place.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <inheritdoc cref="WordVisit"/>
    public string Take(string text, PairingSide writer, bool isTitle)
    {
        if (Stays(text))
        {
            return text;
        }

        var side = isTitle ? WriterOf(text) ?? writer : writer;
        return (side == PairingSide.Mentor ? mentor : mentee).PlaceOf(text);
    }

    /// <summary>Who wrote a milestone's title: as the contracts say, or else whose word it was before.</summary>
    private PairingSide? WriterOf(string title)
    {
        writers ??= Writers();
        if (writers.TryGetValue(title, out var writer))
        {
            return writer;
        }

        return Holds(PairingSide.Mentor) ? PairingSide.Mentor : Holds(PairingSide.Mentee) ? PairingSide.Mentee : null;

        bool Holds(PairingSide side) => known.Of(side) is { IsDefault: false } words && words.Contains(title);
    }

    private Dictionary<string, PairingSide> Writers()
    {
        var found = new Dictionary<string, PairingSide>(StringComparer.Ordinal);
        foreach (var version in contracts)
        {
            foreach (var side in new[] { PairingSide.Mentee, PairingSide.Mentor })
            {
                foreach (var title in ContractTexts.TitlesBy(version, side))
                {
                    found.TryAdd(title, side);
                }
            }
        }

        return found;
    }

    private sealed class Collected(char side)
    {
        private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
        private readonly ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();

        public ImmutableArray<string> Words => words.ToImmutable();

        public string PlaceOf(string word)
        {
            if (!places.TryGetValue(word, out var place))
            {
                place = string.Create(CultureInfo.InvariantCulture, $"{side}{words.Count}");
                places.Add(word, place);
                words.Add(word);
            }

            return place;
        }
    }
}
