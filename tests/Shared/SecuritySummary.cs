namespace MentorCloud.Testing;

/// <summary>
/// What the security suites counted: each writes its line into a file of its own in <c>artifacts/security-summary</c>, once its
/// assertions have held, and <c>.ci/run</c> prints them all.
/// </summary>
internal static class SecuritySummary
{
    /// <summary>Writes a suite's line; an earlier one of the suite is replaced.</summary>
    /// <param name="suite">The file's name: letters, digits and hyphens.</param>
    /// <param name="line">What was counted.</param>
    public static void Write(string suite, string line)
    {
        if (Root() is { } root)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "security-summary"));
            File.WriteAllText(Path.Combine(folder.FullName, suite + ".txt"), line + "\n");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(line);
    }

    /// <summary>The repository; null where the tests run outside of one.</summary>
    private static string? Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MentorCloud.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
