using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Provider;

namespace MentorCloud.Identity.Clients;

/// <summary>Registers programs that log people in.</summary>
internal sealed class AppClientBook(ClientBook clients) : IAppClients
{
    private const int MostUris = 20;

    public async Task<Reply<AppClientSecret>> RegisterAsync(
        TenantId tenant, Actor by, CommandId command, NewAppClient client, CancellationToken cancellationToken)
    {
        if (Fault(client) is { } fault)
        {
            return fault;
        }

        var input = $"app|{client.Name}|{client.Proof}|{string.Join(' ', client.RedirectUris)}|{string.Join(' ', client.PostLogoutRedirectUris)}|{client.Scopes}|{client.KeySet}{(client.IsFirstParty ? "|own" : string.Empty)}";
        var made = await clients.AddAsync(tenant, by, command, input, client, cancellationToken);
        return made.IsRefused ? made.Refusal : new AppClientSecret(made.Value.Client, made.Value.Secret);
    }

    private static Refusal? Fault(NewAppClient client)
    {
        if ((AccountRules.CheckName("name", client.Name) ?? FaultOfUris("redirectUris", client.RedirectUris) ?? FaultOfUris("postLogoutRedirectUris", client.PostLogoutRedirectUris)) is { } fault)
        {
            return fault;
        }

        if (client.Proof == ClientProof.None && client.Scopes != Scope.None)
        {
            return AccountRules.Invalid("scopes", "A program that proves nothing gets no scopes of its own. Choose a secret or a key.");
        }

        return (client.Proof == ClientProof.PrivateKey) == ClientKeys.AreUsable(client.KeySet)
            ? null
            : AccountRules.Invalid("keySet", "Give a JSON Web Key Set with at least one public EC P-256 or RSA key, and only for the proof by key.");
    }

    private static Refusal? FaultOfUris(string field, IReadOnlyList<string> uris) =>
        uris.Count <= MostUris && uris.All(RedirectUris.MayBeRegistered)
            ? null
            : AccountRules.Invalid(field, $"Give at most {MostUris} addresses: https, http on the loopback, or a scheme such as com.example.app, without fragment.");
}
