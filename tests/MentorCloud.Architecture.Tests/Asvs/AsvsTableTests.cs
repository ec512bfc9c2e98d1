using System.Text.RegularExpressions;
using MentorCloud.Testing;

namespace MentorCloud.Architecture.Tests.Asvs;

/// <summary>docs/asvs.md names every requirement of levels 1 and 2 once, and nothing that is not there.</summary>
public sealed partial class AsvsTableTests
{
    private static readonly string[] States = ["met", "operator", "partly", "not met", "n/a"];
    private static readonly IReadOnlyList<AsvsRow> Rows = AsvsRow.Read();

    [Fact]
    public void Every_requirement_of_levels_1_and_2_has_one_row_in_the_standards_order()
    {
        Assert.Equal(Standard(), Rows.Select(row => (row.Number, row.Level)));
        var states = string.Join(", ", States.Select(state => $"{Rows.Count(row => row.State == state)} {state}"));
        SecuritySummary.Write("asvs", $"OWASP ASVS 5.0, levels 1 and 2: {Rows.Count} requirements: {states}");
    }

    [Fact]
    public void Every_row_says_where_and_by_what_it_is_shown() =>
        Assert.Empty(Rows.Where(row => !States.Contains(row.State) || row.Title.Length == 0 || row.Where.Length == 0
            || !(row.Shown == "review" || Word().IsMatch(row.Shown))).Select(row => row.Number));

    [Fact]
    public void Every_file_that_a_row_names_exists()
    {
        var sources = Repository.SourceFiles().Select(file => Path.GetFileName(file).Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var types = from row in Rows
                    from word in Word().Matches(row.Where).Select(match => match.Groups[1].Value)
                    where TypeName().IsMatch(word) && !sources.Contains(word)
                    select $"{row.Number}: {word}";
        var files = from row in Rows
                    from file in RepositoryFile().Matches(row.Where).Select(match => match.Value)
                    where !File.Exists(Path.Combine(Repository.Root, file))
                    select $"{row.Number}: {file}";

        Assert.Empty(types.Concat(files));
    }

    [Fact]
    public void Every_test_that_a_row_names_exists()
    {
        var tests = Repository.AllCode().Where(file => file.Contains($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        var judges = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "MentorCloud.Identity.Tests", "judges"), "*.mjs").Select(Path.GetFileName).ToHashSet();
        var missing = from row in Rows
                      from word in Word().Matches(row.Shown).Select(match => match.Groups[1].Value)
                      where !judges.Contains(word) && !IsThere(tests, word.Split('.'))
                      select $"{row.Number}: {word}";

        Assert.Empty(missing);
    }

    /// <summary>A class, or one of its tests.</summary>
    private static bool IsThere(ILookup<string, string> tests, string[] name) =>
        name.Length <= 2 && tests[name[0]].Any(file => name.Length == 1 || File.ReadAllText(file).Contains($" {name[1]}(", StringComparison.Ordinal));

    private static IEnumerable<(string Number, string Level)> Standard() =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "tests", "MentorCloud.Architecture.Tests", "Asvs", "levels-5.0.0.txt"))
        where line[0] != '#'
        let section = line.Split(' ')
        from place in Enumerable.Range(0, section[1].Length)
        where section[1][place] != '3'
        select ($"{section[0]}.{place + 1}", section[1][place].ToString());

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b(docs|src)/[\w./-]+\.(md|graphql|cs)\b")]
    private static partial Regex RepositoryFile();
}
