using System.Runtime.CompilerServices;

namespace MentorCloud.Architecture.Tests;

/// <summary>Finds the repository's files from where this test stands.</summary>
internal static class Repository
{
    private const string Prefix = "MentorCloud.";

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static IEnumerable<string> SourceProjects() => Find("src", "*.csproj");

    public static IEnumerable<string> AllProjects() => Find("src", "*.csproj").Concat(Find("tests", "*.csproj"));

    public static IEnumerable<string> SourceFiles() => Find("src", "*.cs");

    public static IEnumerable<string> AllCode() => Find("src", "*.cs").Concat(Find("tests", "*.cs"));

    /// <summary>Every file of the repository that people write, by its path from the root with forward slashes.</summary>
    public static IEnumerable<string> Files() =>
        new[] { "src", "tests", "docs" }.SelectMany(folder => Find(folder, "*")).Append(Path.Combine(Root, "README.md"))
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'));

    public static string ShortName(string projectPath) => Path.GetFileNameWithoutExtension(projectPath)[Prefix.Length..];

    private static IEnumerable<string> Find(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}
