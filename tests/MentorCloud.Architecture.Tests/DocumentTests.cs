using System.Text.RegularExpressions;

namespace MentorCloud.Architecture.Tests;

/// <summary>What the documents point at is there: links, files of the code, test classes, decision records.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Files = [.. Repository.Files().Select(file => "/" + file)];
    private static readonly string[] Documents = [.. Repository.Files().Where(file => file == "README.md" || (file.StartsWith("docs/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)))];

    [Fact]
    public void Every_link_to_a_file_leads_to_one() =>
        Assert.Empty(Documents.SelectMany(document => Found(Link(), document).Where(link => !link.Contains(':', StringComparison.Ordinal) && !Leads(document, link)).Select(link => $"{document}: {link}")));

    /// <summary>Documents shorten paths: <c>Domain/Access/Policy.cs</c> or <c>Access/Policy.cs</c> for src/MentorCloud.Domain/Access/Policy.cs.</summary>
    [Fact]
    public void Every_source_file_named_in_a_document_exists() =>
        Assert.Empty(Documents.SelectMany(document => Found(SourceFile(), document).Where(path => !Exists(path)).Select(path => $"{document}: {path}")));

    [Fact]
    public void Every_test_class_named_in_a_document_exists()
    {
        var classes = Repository.AllCode().SelectMany(file => ClassName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Documents.SelectMany(document => Found(TestClass(), document).Where(name => !classes.Contains(name)).Select(name => $"{document}: {name}")));
    }

    [Fact]
    public void Every_decision_record_has_a_number_of_its_own_and_a_line_in_the_list()
    {
        var records = Documents.Where(document => document.StartsWith("docs/adr/", StringComparison.Ordinal)).Select(Path.GetFileName).ToList();
        var list = File.ReadAllText(Path.Combine(Repository.Root, "docs", "README.md"));

        Assert.Empty(records.GroupBy(name => name![..4]).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.DoesNotContain(records, name => !list.Contains(name!, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Found(Regex what, string document) =>
        what.Matches(File.ReadAllText(Path.Combine(Repository.Root, document))).Select(match => match.Groups[1].Value);

    private static bool Leads(string document, string link) =>
        Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, link));

    private static bool Exists(string path) =>
        Files.Any(file => file.EndsWith("/" + path, StringComparison.Ordinal)) || File.Exists(Path.Combine(Repository.Root, path)) || Files.Contains("/src/MentorCloud." + path);

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(\w[\w./-]*\.(?:cs|csproj|graphql|props))`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"`([A-Z]\w*(?:Tests|Properties))`")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"class ([A-Z]\w*(?:Tests|Properties))\b")]
    private static partial Regex ClassName();
}
