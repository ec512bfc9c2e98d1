using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Clients;

/// <summary>The machine clients.</summary>
internal sealed class ClientBook(AccountsStore store, CommandBook commands, AuditTrail audit, TimeProvider time) : IMachineClients
{
    private const string Pages = "clients";
    private const Scope EveryScope = Scope.ProgramsRead | Scope.ProgramsWrite | Scope.AccountsWrite | Scope.Directory;
    private static readonly Refusal NotFound = new(ErrorCodes.NotFound, "There is no such client.");
    private static readonly Refusal Revoked = new(ErrorCodes.ClientRevoked, "The client is revoked. Create a new one.");

    public async Task<Reply<MachineClientSecret>> CreateAsync(
        TenantId tenant, Actor by, CommandId command, string name, Scope scopes, CancellationToken cancellationToken)
    {
        if (AccountRules.CheckName("name", name) is { } fault)
        {
            return fault;
        }

        if (scopes == Scope.None || (scopes & ~EveryScope) != Scope.None)
        {
            return AccountRules.Invalid("scopes", $"Give at least one of {string.Join(", ", ScopeNames.Known)}.");
        }

        var program = new NewAppClient(name, ClientProof.Secret, [], [], scopes, null);
        return await AddAsync(tenant, by, command, $"client|{name.Trim()}|{ScopeNames.Write(scopes)}", program, cancellationToken);
    }

    /// <summary>Adds a program whose input was checked; a command that came before answers with what it made.</summary>
    public async Task<Reply<MachineClientSecret>> AddAsync(
        TenantId tenant, Actor by, CommandId command, string input, NewAppClient program, CancellationToken cancellationToken)
    {
        if (await RepeatedAsync(tenant, command, input, cancellationToken) is { } before)
        {
            return before;
        }

        var secret = program.Proof == ClientProof.Secret ? Secrets.New() : null;
        var row = Record(tenant, program, secret);
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        context.Clients.Add(row);
        commands.Note(context, tenant, command, input, row.ClientId);
        return await SaveAsync(context, by, row, "Client.Created", secret, command, input, cancellationToken);
    }

    public async Task<Page<MachineClient>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var wanted = context.Clients.AsNoTracking().Where(row => row.Tenant == tenant.ToString());
        return await KeysetCursor.ReadAsync(Pages, wanted, row => row.ClientId, row => row.ToMachineClient(), page, cancellationToken);
    }

    public async Task<MachineClient?> FindAsync(TenantId tenant, string clientId, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        return (await RowAsync(context, tenant, clientId, cancellationToken))?.ToMachineClient();
    }

    public async Task<Reply<MachineClientSecret>> RotateSecretAsync(
        TenantId tenant, Actor by, CommandId command, string clientId, CancellationToken cancellationToken)
    {
        var input = $"rotate|{clientId}";
        if (await RepeatedAsync(tenant, command, input, cancellationToken) is { } before)
        {
            return before;
        }

        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var row = await RowAsync(context, tenant, clientId, cancellationToken);
        if (row is null || row.RevokedAt is not null)
        {
            return row is null ? NotFound : Revoked;
        }

        if (row.Proof != ClientProof.Secret)
        {
            return AccountRules.Invalid("client", "This program has no secret that could be renewed.");
        }

        var secret = Secrets.New();
        row.SecretHash = Secrets.Hash(secret);
        commands.Note(context, tenant, command, input, clientId);
        return await SaveAsync(context, by, row, "Client.SecretRotated", secret, command, input, cancellationToken);
    }

    public async Task<Reply<MachineClient>> RevokeAsync(
        TenantId tenant, Actor by, string clientId, CancellationToken cancellationToken)
    {
        var (client, isNew) = await store.ChangeAsync(tenant, context => RevokeAsync(context, tenant, clientId, cancellationToken), cancellationToken);
        if (client is null)
        {
            return NotFound;
        }

        if (isNew)
        {
            await audit.AppendAsync(by, client, "Client.Revoked", cancellationToken);
        }

        return client;
    }

    /// <summary>Revokes a program and deletes what people consented to it, in one write.</summary>
    private async Task<(MachineClient? Client, bool IsNew)> RevokeAsync(
        AccountsContext context, TenantId tenant, string clientId, CancellationToken cancellationToken)
    {
        var row = await RowAsync(context, tenant, clientId, cancellationToken);
        if (row is null || row.RevokedAt is not null)
        {
            return (row?.ToMachineClient(), false);
        }

        row.RevokedAt = time.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        await context.Consents.Where(one => one.Tenant == row.Tenant && one.ClientId == clientId).ExecuteDeleteAsync(cancellationToken);
        return (row.ToMachineClient(), true);
    }

    /// <summary>The answer to a command that came before: the client as it is now, without a secret.</summary>
    private async Task<Reply<MachineClientSecret>?> RepeatedAsync(TenantId tenant, CommandId command, string input, CancellationToken cancellationToken)
    {
        var (subject, refusal) = await commands.FindAsync(tenant, command, input, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (subject is null || await FindAsync(tenant, subject, cancellationToken) is not { } client)
        {
            return null;
        }

        return new MachineClientSecret(client, null);
    }

    private async Task<Reply<MachineClientSecret>> SaveAsync(
        AccountsContext context, Actor by, ClientRecord row, string action, string? secret, CommandId command, string input, CancellationToken cancellationToken)
    {
        var client = row.ToMachineClient();
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (command != default && UniqueIndex.IsViolatedBy(exception))
        {
            // The same command came twice at once, and the other was first.
            return (await RepeatedAsync(client.Tenant, command, input, cancellationToken))!;
        }

        await audit.AppendAsync(by, client, action, cancellationToken);
        return new MachineClientSecret(client, secret);
    }

    private static Task<ClientRecord?> RowAsync(
        AccountsContext context, TenantId tenant, string clientId, CancellationToken cancellationToken) =>
        context.Clients.FirstOrDefaultAsync(row => row.Tenant == tenant.ToString() && row.ClientId == clientId, cancellationToken);

    private ClientRecord Record(TenantId tenant, NewAppClient program, string? secret)
    {
        var now = time.GetUtcNow();
        return new ClientRecord
        {
            Tenant = tenant.ToString(),
            ClientId = ClientKey.New(tenant, now).ToString(),
            Name = program.Name.Trim(),
            Scopes = program.Scopes,
            SecretHash = secret is null ? null : Secrets.Hash(secret),
            Proof = program.Proof,
            RedirectUris = string.Join('\n', program.RedirectUris),
            PostLogoutUris = string.Join('\n', program.PostLogoutRedirectUris),
            KeySet = program.KeySet,
            IsFirstParty = program.IsFirstParty,
            CreatedAt = now,
        };
    }
}
