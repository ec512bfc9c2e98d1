namespace MentorCloud.App.Stats;

/// <summary>What the accounts' database holds.</summary>
/// <param name="Accounts">Accounts that are not closed.</param>
/// <param name="Clients">Clients that are not revoked.</param>
/// <param name="Sessions">Browser sessions that are good now.</param>
internal sealed record AccountFigures(long Accounts, long Clients, long Sessions);
