using System.Diagnostics;
using System.Text.RegularExpressions;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Documents;

/// <summary>docs/integrators.md does what it says: its snippets run as they stand there, against a real server.</summary>
[Collection(DemoServerCollection.Name)]
public sealed partial class IntegratorsPageTests(DemoServer demo)
{
    [Fact]
    public async Task Snippets_for_curl_run_from_top_to_bottom()
    {
        var said = await RunAsync("bash", ["-euo", "pipefail", "-c", Snippets("bash")]);

        Assert.Contains("\"kind\":\"CLIENT\"", said, StringComparison.Ordinal);
        Assert.Contains("\"hasNextPage\":false", said, StringComparison.Ordinal);
        Assert.Contains("\"phase\":\"DESIGN\"", said, StringComparison.Ordinal);
        Assert.Contains("event: next", said, StringComparison.Ordinal);
        Assert.Contains("\"pairingChanged\":{\"id\"", said, StringComparison.Ordinal);
        Assert.Contains("{\"pairing\":null}", said, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"INPUT_INVALID\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snippets_for_TypeScript_run_in_Node()
    {
        var said = await RunAsync("node", ["--input-type=module", "-e", Snippets("ts")]);

        Assert.Matches("[1-9][0-9]* pairings\ncohort .+\nnow [A-Z]+\n", said);
    }

    [Fact]
    public async Task Snippets_for_CSharp_compile_and_run()
    {
        using var folder = new DataFolder();
        var program = Path.Combine(folder.Root, "hour.cs");
        await File.WriteAllTextAsync(program, Snippets("cs"));

        var said = await RunAsync("dotnet", ["run", program]);

        Assert.Matches("[1-9][0-9]* pairings\ncohort .+, again True\n", said);
    }

    private static string Snippets(string language)
    {
        var page = File.ReadAllText(Path.Combine(HostProgram.Repository!.FullName, "docs", "integrators.md"));
        var found = Snippet().Matches(page).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);
        var all = string.Join('\n', found);
        Assert.NotEmpty(all);
        return all;
    }

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // A build server would stay behind and hold on to the output.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["URL"] = demo.Address.GetLeftPart(UriPartial.Authority);
        start.Environment["CLIENT_ID"] = demo.Halvorsen.Login.GetProperty("clientId").GetString();
        start.Environment["CLIENT_SECRET"] = demo.Halvorsen.Login.GetProperty("clientSecret").GetString();
        using var process = Process.Start(start)!;
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(bound.Token), process.StandardError.ReadToEndAsync(bound.Token));
        await process.WaitForExitAsync(bound.Token);
        Assert.True(process.ExitCode == 0, $"{await output}\n{await error}");
        return await output;
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Snippet();
}
