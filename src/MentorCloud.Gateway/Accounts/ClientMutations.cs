using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Mutations;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Mutations on machine clients and programs that log people in.</summary>
internal static class ClientMutations
{
    private const string Manage = "Clients.Manage";

    public static Task<ClientPayload> ClientCreateAsync(
        ClientCreateInput input, Caller caller, GrainReader grains, IMachineClients clients, CancellationToken cancellationToken) =>
        RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, Manage);
            return await clients.CreateAsync(
                caller.Tenant, caller.Actor, caller.Command(input.IdempotencyKey), input.Name, Scopes(input.Scopes), cancellationToken);
        }, made => (made.Client, made.Secret));

    public static Task<ClientPayload> ClientRotateSecretAsync(
        ClientInput input, Caller caller, GrainReader grains, IMachineClients clients, CancellationToken cancellationToken) =>
        RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, Manage);
            return await clients.RotateSecretAsync(caller.Tenant, caller.Actor, caller.Command(input.IdempotencyKey), input.Client, cancellationToken);
        }, made => (made.Client, made.Secret));

    public static Task<ClientPayload> ClientRevokeAsync(
        ClientInput input, Caller caller, GrainReader grains, Repetitions repetitions, IMachineClients clients, CancellationToken cancellationToken) =>
        RunAsync(async () =>
        {
            _ = caller.Command(input.IdempotencyKey);
            await grains.RequireChangeAsync(caller, Manage);

            // Revoking what is revoked changes nothing, so a repetition answers by it.
            Task<Reply<MachineClient>> RevokeAsync() => clients.RevokeAsync(caller.Tenant, caller.Actor, input.Client, cancellationToken);
            return await repetitions.RunAsync(caller, input.IdempotencyKey, input, RevokeAsync, RevokeAsync, cancellationToken, "ClientRevoke");
        }, client => (client, null));

    public static Task<ClientPayload> AppClientRegisterAsync(
        AppClientRegisterInput input, Caller caller, GrainReader grains, IAppClients clients, CancellationToken cancellationToken) =>
        RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, Manage);
            var client = new NewAppClient(
                input.Name, input.Proof, input.RedirectUris, input.PostLogoutRedirectUris, Scopes(input.Scopes), input.KeySet, input.IsFirstParty);
            return await clients.RegisterAsync(caller.Tenant, caller.Actor, caller.Command(input.IdempotencyKey), client, cancellationToken);
        }, made => (made.Client, made.Secret));

    private static Scope Scopes(IReadOnlyList<string> names) =>
        ScopeNames.TryRead(string.Join(' ', names), out var scopes)
            ? scopes
            : throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Scopes are {string.Join(", ", ScopeNames.Known)}.", "scopes"));

    private static async Task<ClientPayload> RunAsync<TValue>(
        Func<Task<Reply<TValue>>> mutation, Func<TValue, (MachineClient Client, string? Secret)> parts)
        where TValue : class
    {
        var (value, errors) = await Attempt.RunAsync(mutation);
        var (client, secret) = value is null ? default : parts(value);
        return new ClientPayload(client, secret, errors);
    }
}
