using System.Reflection;
using System.Runtime.CompilerServices;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tests.Refusals;

public sealed class ErrorCatalogueTests
{
    private static readonly string[] Constants =
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void Every_code_has_a_kind_and_every_kind_a_code() =>
        Assert.Equal(Constants.Order(StringComparer.Ordinal), ErrorCatalogue.All);

    [Fact]
    public void Codes_are_upper_case_words_and_unique()
    {
        Assert.Distinct(Constants);
        Assert.All(Constants, code => Assert.Matches("^[A-Z]+(_[A-Z0-9]+)*$", code));
    }

    [Fact]
    public void The_documentation_lists_every_code_with_its_kind_and_no_other()
    {
        var documented = File.ReadLines(Path.Combine(Root(), "docs", "errors.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (Code: cells[1].Trim('`'), Kind: cells[2], Meaning: cells[3]))
            .ToList();
        Assert.Equal(
            ErrorCatalogue.All.Select(code => (code, ErrorCatalogue.KindOf(code).ToString())),
            documented.Select(line => (line.Code, line.Kind)));
        Assert.All(documented, line => Assert.True(line.Meaning.Length > 10, line.Code));
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "MentorCloud.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
