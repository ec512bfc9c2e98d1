using DnsClient;
using MentorCloud.Contracts.Logins;

namespace MentorCloud.Identity.Realms;

/// <summary>Asks the machine's own name servers, by DnsClient: the platform resolves addresses only.</summary>
internal sealed class DnsRecords : IDomainRecords
{
    private readonly Lazy<LookupClient> _client = new(() => new LookupClient(new LookupClientOptions
    {
        Timeout = TimeSpan.FromSeconds(2), Retries = 1, UseCache = false, ThrowDnsErrors = false,
    }));

    public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.Value.QueryAsync(name, QueryType.TXT, QueryClass.IN, cancellationToken);

            // Long texts are cut into pieces of 255 bytes on the wire.
            return [.. answer.Answers.TxtRecords().Select(record => string.Concat(record.Text))];
        }
        catch (Exception exception) when (exception is DnsResponseException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [];
        }
    }
}
