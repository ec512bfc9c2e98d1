using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Tenants;

/// <summary><c>operator invite</c>: somebody who may open break-glass access and sees no tenant without.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class OperatorCommandTests(PreparedFolder prepared)
{
    private const string Email = "op@platform.example";
    private const string Password = "four rivers and a lantern";

    [Fact]
    public async Task Operator_invited_chooses_a_password_by_the_newest_link_and_must_set_up_a_second_factor()
    {
        using var folder = prepared.Folder.Copy();
        var first = (await InviteAsync(folder, "--json")).Json();
        var again = (await InviteAsync(folder, "--json")).Json();
        Assert.Equal(("halvorsen", Email), (again.GetProperty("tenant").GetString(), again.GetProperty("email").GetString()));
        Assert.Contains(Letters(folder), letter => letter.Contains($"To: {Email}\r\n", StringComparison.Ordinal) && letter.Contains(Link(again).AbsoluteUri, StringComparison.Ordinal));

        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        using var invited = GraphQLClient.Anonymous(server.Address);
        Assert.False(await invited.AcceptInvitationAsync(Link(first), Password));
        Assert.True(await invited.AcceptInvitationAsync(Link(again), Password));
        Assert.Equal(System.Net.HttpStatusCode.OK, await invited.LogInAsync("halvorsen", Email, Password));
        Assert.Equal("UNAUTHENTICATED", (await invited.SendAsync("{ tenant { name } }")).ErrorCode);
    }

    [Theory]
    [InlineData("nobody-has-this", Email, "nobody-has-this")]
    [InlineData("", Email, "tenant")]
    [InlineData("' OR 1=1 --", Email, "tenant")]
    [InlineData("halvorsen", "no address", "address")]
    [InlineData("halvorsen", "", "address")]
    [InlineData("halvorsen", "op@plаtform.example", "address")]
    [InlineData("halvorsen", "op@platform.example\r\nBcc: eve@evil.example", "address")]
    public async Task Wrong_tenant_or_address_ends_with_its_line_and_invites_nobody(string tenant, string email, string says)
    {
        using var folder = prepared.Folder.Copy();
        var before = Accounts(folder);

        var refused = await folder.RunAsync("operator", "invite", "--tenant", tenant, "--email", email);

        Assert.Equal(9, refused.ExitCode);
        Assert.Contains(says, Assert.Single(refused.Complaints), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((before, 0), (Accounts(folder), Letters(folder).Count()));
    }

    [Fact]
    public async Task Address_of_somebody_who_is_in_already_and_missing_options_are_refused()
    {
        using var folder = prepared.Folder.Copy();
        var admin = prepared.Halvorsen.Login.GetProperty("email").GetString()!;

        var taken = await folder.RunAsync("operator", "invite", "--tenant", "halvorsen", "--email", admin);
        var unsaid = await folder.RunAsync("operator", "invite", "--tenant", "halvorsen");

        Assert.Equal((9, 2), (taken.ExitCode, unsaid.ExitCode));
        Assert.Single(taken.Complaints);
    }

    [Fact]
    public async Task Invitation_interrupted_is_finished_by_repeating_it_and_leaves_one_account()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var folder = prepared.Folder.Copy();
        var before = Accounts(folder);

        using var process = HostProgram.Start(folder, ["operator", "invite", "--tenant", "halvorsen", "--email", Email, .. folder.Options]);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Poll.UntilAsync("the account", HostProgram.Bound, () => Task.FromResult(process.HasExited || Accounts(folder) > before ? "begun" : null));
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        await kill.WaitForExitAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        await said;

        // Whether it was quicker than the interrupt or not: repeated, it is whole.
        Assert.True(process.ExitCode is 0 or 130, $"exit code {process.ExitCode}");
        var repeated = (await InviteAsync(folder, "--json")).Json();
        Assert.Equal(before + 1, Accounts(folder));
        Assert.Contains(Letters(folder), letter => letter.Contains(Link(repeated).AbsoluteUri, StringComparison.Ordinal));
        Assert.Equal(0, (await folder.RunAsync("audit", "verify", "--tenant", "halvorsen")).ExitCode);
    }

    private static Task<RunResult> InviteAsync(DataFolder folder, params string[] more) =>
        folder.RunAsync(["operator", "invite", "--tenant", "halvorsen", "--email", Email, .. more]);

    private static Uri Link(JsonElement invited) => new(invited.GetProperty("invitationLink").GetString()!);

    private static IEnumerable<string> Letters(DataFolder folder)
    {
        var outbox = Path.Combine(folder.Data, "outbox");
        return Directory.Exists(outbox) ? Directory.EnumerateFiles(outbox, "*.eml").Select(File.ReadAllText) : [];
    }

    private static long Accounts(DataFolder folder)
    {
        using var accounts = new SqliteConnection($"Data Source={Path.Combine(folder.Data, "accounts.db")};Pooling=False");
        accounts.Open();
        using var command = accounts.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM accounts";
        return (long)command.ExecuteScalar()!;
    }
}
