using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;

namespace MentorCloud.Identity.Clients;

/// <summary>Registers programs that log people in.</summary>
internal sealed class AppClientBook(AccountsStore store, CommandBook commands, IMachineClients clients, AuditTrail audit, TimeProvider time) : IAppClients
{
    private const int MostUris = 20;

    public async Task<Reply<AppClientSecret>> RegisterAsync(
        TenantId tenant, Actor by, CommandId command, NewAppClient client, CancellationToken cancellationToken)
    {
        if (Fault(client) is { } fault)
        {
            return fault;
        }

        var input = $"app|{client.Name}|{client.Proof}|{string.Join(' ', client.RedirectUris)}|{string.Join(' ', client.PostLogoutRedirectUris)}|{client.Scopes}|{client.KeySet}";
        var (subject, reused) = await commands.FindAsync(tenant, command, input, cancellationToken);
        if (reused is not null)
        {
            return reused;
        }

        if (subject is not null && await clients.FindAsync(tenant, subject, cancellationToken) is { } made)
        {
            return new AppClientSecret(made, null);
        }

        var secret = client.Proof == ClientProof.Secret ? Secrets.New() : null;
        var row = Record(tenant, client, secret);
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        context.Clients.Add(row);
        commands.Note(context, tenant, command, input, row.ClientId);
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(by, row.ToMachineClient(), "Client.Created", cancellationToken);
        return new AppClientSecret(row.ToMachineClient(), secret);
    }

    private static Refusal? Fault(NewAppClient client)
    {
        if (string.IsNullOrWhiteSpace(client.Name) || client.Name.Length > AccountRules.MostNameLength || client.Name.Any(char.IsControl))
        {
            return AccountRules.Invalid("name", $"Give a name of 1 to {AccountRules.MostNameLength} characters.");
        }

        if ((FaultOfUris("redirectUris", client.RedirectUris) ?? FaultOfUris("postLogoutRedirectUris", client.PostLogoutRedirectUris)) is { } fault)
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

    private ClientRecord Record(TenantId tenant, NewAppClient client, string? secret)
    {
        var now = time.GetUtcNow();
        return new ClientRecord
        {
            Tenant = tenant.ToString(),
            ClientId = ClientKey.New(tenant, now).ToString(),
            Name = client.Name.Trim(),
            Scopes = client.Scopes,
            SecretHash = secret is null ? null : Secrets.Hash(secret),
            Proof = client.Proof,
            RedirectUris = string.Join('\n', client.RedirectUris),
            PostLogoutUris = string.Join('\n', client.PostLogoutRedirectUris),
            KeySet = client.KeySet,
            CreatedAt = now,
        };
    }
}
