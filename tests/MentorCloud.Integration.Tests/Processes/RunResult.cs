using System.Text.Json;

namespace MentorCloud.Integration.Tests.Processes;

/// <summary>What a command that ended came to.</summary>
internal sealed record RunResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines that the program says to a person on standard error, without its log.</summary>
    public IReadOnlyList<string> Complaints =>
        [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("mentorcloud: ", StringComparison.Ordinal))];

    /// <summary>Standard output as JSON, after an end without error.</summary>
    public JsonElement Json()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}
