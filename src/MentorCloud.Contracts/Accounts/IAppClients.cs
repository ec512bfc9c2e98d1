using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Accounts;

/// <summary>Programs that log people in. Listing, revoking and renewing secrets go by <see cref="IMachineClients"/>, which knows them too.</summary>
public interface IAppClients
{
    /// <summary>Registers a program.</summary>
    /// <param name="tenant">The tenant, whose people alone can log in to it.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="command">Names the command: repeated, it answers with the same client without its secret. <c>default</c> for none.</param>
    /// <param name="client">What it is.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The client, with its secret when it has one, or <c>INPUT_INVALID</c>, <c>IDEMPOTENCY_KEY_REUSED</c>.</returns>
    Task<Reply<AppClientSecret>> RegisterAsync(
        TenantId tenant, Actor by, CommandId command, NewAppClient client, CancellationToken cancellationToken);
}
