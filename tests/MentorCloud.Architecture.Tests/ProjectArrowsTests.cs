using System.Xml.Linq;

namespace MentorCloud.Architecture.Tests;

/// <summary>Reads the project files and fails on any arrow that the design does not draw (docs/architecture.md).</summary>
public sealed class ProjectArrowsTests
{
    /// <summary>The only arrows allowed, by project, without the common prefix.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Matching"] = [],
        ["GrainRuntime"] = [],
        ["GrainRuntime.Generator"] = [],
        ["GraphQL"] = [],
        ["Contracts"] = ["Domain", "GrainRuntime", "GrainRuntime.Generator"],
        ["Grains"] = ["Contracts", "Domain", "GrainRuntime", "GrainRuntime.Generator"],
        ["GrainStorage"] = ["GrainRuntime"],
        ["Storage"] = ["Contracts", "Domain"],
        ["Identity"] = ["Contracts", "Domain"],
        ["Gateway"] = ["Contracts", "Domain", "GraphQL"],
        ["App"] = ["Domain", "Matching", "GraphQL", "Contracts", "Grains", "Storage", "Identity", "Gateway"],
        ["Host"] = ["App", "GrainRuntime", "GrainStorage"],
        ["Cluster"] = ["App"],
    };

    public static TheoryData<string> Projects => [.. Repository.SourceProjects().Select(Repository.ShortName)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_only_what_the_design_allows(string project)
    {
        var file = Repository.SourceProjects().Single(path => Repository.ShortName(path) == project);
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Repository.ShortName(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is not in the design; add it there and here.");
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Every_package_version_stands_in_the_one_file()
    {
        var withVersion = Repository.AllProjects()
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference").Where(each => each.Attribute("Version") is not null)
                .Select(each => $"{Path.GetFileName(file)}: {each.Attribute("Include")?.Value}"));

        Assert.Empty(withVersion);
    }

    [Fact]
    public void Editions_differ_in_their_GlobalUsings_alone()
    {
        var switched = Repository.SourceFiles()
            .Where(file => !Path.GetFileName(file).StartsWith("GlobalUsings.", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#if CLUSTER", StringComparison.Ordinal)));

        Assert.Empty(switched);
    }
}
