using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>Creates cohorts one after the other until the server is gone.</summary>
internal sealed class Writer(Ledger ledger, string name)
{
    private const string Selection = "cohort { id name }";

    /// <summary>Writes until a request gets no answer.</summary>
    public async Task WriteAsync(GraphQLClient client, Action acknowledged)
    {
        for (var number = 0; ; number++)
        {
            var key = $"{name}-{number}";
            ledger.Attempted(key);
            try
            {
                await CreateAsync(client, ledger, key);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                return;
            }

            acknowledged();
        }
    }

    /// <summary>Sends one key's cohort and notes the acknowledgement.</summary>
    public static async Task CreateAsync(GraphQLClient client, Ledger ledger, string key)
    {
        var made = await client.MutateAsync("cohortCreate", Selection, new { idempotencyKey = key, design = new { name = Ledger.NameOf(key) } });
        Assert.Equal(Ledger.NameOf(key), made.GetProperty("cohort").GetProperty("name").GetString());
        ledger.Acknowledged(key, made.GetProperty("cohort").GetProperty("id").GetString()!);
    }
}
