namespace MentorCloud.App.Transfer;

/// <summary>What was moved.</summary>
/// <param name="Tenant">The tenant's slug.</param>
/// <param name="Grains">Grain states and reminders.</param>
/// <param name="Records">Records of the audit log, keys and positions.</param>
/// <param name="Accounts">Accounts, clients, second factors and login settings.</param>
/// <param name="AlreadyThere">True when an import found everything in place and wrote nothing new.</param>
/// <param name="PasskeysLeftOut">Passkeys of another address, which were not imported; 0 for an export.</param>
internal sealed record TenantArchiveResult(string Tenant, long Grains, long Records, long Accounts, bool AlreadyThere, int PasskeysLeftOut = 0);
