namespace MentorCloud.App.Matching;

/// <summary>Numbers words in the order in which they are met.</summary>
internal sealed class WordNumbers(StringComparer comparer)
{
    private readonly Dictionary<string, int> numbers = new(comparer);

    public int Count => numbers.Count;

    /// <summary>The word's number; -1 for the empty word, which means unknown.</summary>
    public int NumberOf(string word)
    {
        if (word.Length == 0)
        {
            return -1;
        }

        if (!numbers.TryGetValue(word, out var number))
        {
            numbers.Add(word, number = numbers.Count);
        }

        return number;
    }
}
