using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Start;

/// <summary>Whom a real server takes for the sender of a request that came by a proxy.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class ProxyTests(PreparedFolder prepared)
{
    [Theory]
    [InlineData("127.0.0.0/8", "192.0.2.1")]
    [InlineData("10.0.0.0/8", "127.0.0.1")]
    [InlineData(null, "127.0.0.1")]
    public async Task Login_by_a_proxy_comes_from_the_address_that_a_trusted_one_passes_on(string? trusted, string source)
    {
        using var folder = prepared.Folder.Copy();
        if (trusted is not null)
        {
            folder.Environment["MENTORCLOUD__TRUSTEDPROXIES__0"] = trusted;
        }

        await using var server = await HostServer.StartAsync(folder);
        using var admin = GraphQLClient.Behind(server.Address, "192.0.2.1");
        var login = prepared.Halvorsen.Login;

        await admin.LogInAsync(prepared.Halvorsen.Slug, login.GetProperty("email").GetString()!, login.GetProperty("password").GetString()!);
        var accounts = await admin.QueryAsync("{ accounts(first: 100) { nodes { sessions { source } } } }");

        var sources = accounts.GetProperty("accounts").GetProperty("nodes").EnumerateArray()
            .SelectMany(account => account.GetProperty("sessions").EnumerateArray()).Select(session => session.GetProperty("source").GetString());
        Assert.Equal(source, Assert.Single(sources));
    }
}
