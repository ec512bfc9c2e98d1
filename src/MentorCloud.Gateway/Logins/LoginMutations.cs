using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>Mutations on how people log in.</summary>
internal static class LoginMutations
{
    public static Task<LoginSettingsPayload> LoginProviderSetAsync(
        LoginProviderSetInput input, Caller caller, GrainReader grains, Repetitions repetitions, ILoginProviders providers, CancellationToken cancellationToken) =>
        RunAsync(input.IdempotencyKey, input, caller, grains, repetitions, async () =>
            (await providers.SetAsync(caller.Tenant, caller.Actor, Settings(input), input.Secret, cancellationToken)).Refusal, cancellationToken);

    public static Task<LoginSettingsPayload> LoginProviderRemoveAsync(
        LoginProviderRemoveInput input, Caller caller, GrainReader grains, Repetitions repetitions, ILoginProviders providers, CancellationToken cancellationToken) =>
        RunAsync(input.IdempotencyKey, input, caller, grains, repetitions, async () =>
        {
            await providers.RemoveAsync(caller.Tenant, caller.Actor, cancellationToken);
            return null;
        }, cancellationToken);

    public static Task<LoginSettingsPayload> LoginRulesSetAsync(
        LoginRulesSetInput input, Caller caller, GrainReader grains, Repetitions repetitions, ILoginRules rules, CancellationToken cancellationToken) =>
        RunAsync(input.IdempotencyKey, input, caller, grains, repetitions, async () =>
            (await rules.SetSecondFactorRolesAsync(caller.Tenant, caller.Actor, ViewerRoles.Read(input.SecondFactorRoles), cancellationToken)).Refusal, cancellationToken);

    public static Task<LoginSettingsPayload> DirectorySetAsync(
        DirectorySetInput input, Caller caller, GrainReader grains, Repetitions repetitions, IDirectorySettings directory, CancellationToken cancellationToken) =>
        RunAsync(input.IdempotencyKey, input, caller, grains, repetitions, async () =>
        {
            var settings = new DirectorySettings(ViewerRoles.Read(input.DefaultRoles), Roles(input.Groups));
            return (await directory.SetAsync(caller.Tenant, caller.Actor, settings, cancellationToken)).Refusal;
        }, cancellationToken);

    public static Task<LoginSettingsPayload> EmailDomainClaimAsync(
        EmailDomainInput input, Caller caller, GrainReader grains, Repetitions repetitions, IEmailDomains domains, CancellationToken cancellationToken) =>
        RunAsync(input.IdempotencyKey, input, caller, grains, repetitions, async () =>
            (await domains.ClaimAsync(caller.Tenant, caller.Actor, input.Domain, cancellationToken)).Refusal, cancellationToken);

    public static Task<LoginSettingsPayload> EmailDomainVerifyAsync(
        EmailDomainInput input, Caller caller, GrainReader grains, Repetitions repetitions, IEmailDomains domains, CancellationToken cancellationToken) =>
        RunAsync(input.IdempotencyKey, input, caller, grains, repetitions, async () =>
            (await domains.VerifyAsync(caller.Tenant, caller.Actor, input.Domain, cancellationToken)).Refusal, cancellationToken);

    public static Task<LoginSettingsPayload> EmailDomainReleaseAsync(
        EmailDomainInput input, Caller caller, GrainReader grains, Repetitions repetitions, IEmailDomains domains, CancellationToken cancellationToken) =>
        RunAsync(input.IdempotencyKey, input, caller, grains, repetitions, async () =>
        {
            await domains.ReleaseAsync(caller.Tenant, caller.Actor, input.Domain, cancellationToken);
            return null;
        }, cancellationToken);

    private static IReadOnlyList<GroupRoles> Roles(IReadOnlyList<GroupRolesInput> groups) =>
        [.. groups.Select(group => new GroupRoles(group.Group, ViewerRoles.Read(group.Roles)))];

    private static LoginProviderSettings Settings(LoginProviderSetInput input) => new(input.Issuer, input.ClientId, input.Proof)
    {
        Scopes = input.Scopes,
        AnswersForEmails = input.AnswersForEmails,
        CreatesAccounts = input.CreatesAccounts,
        DefaultRoles = ViewerRoles.Read(input.DefaultRoles),
        GroupClaim = input.GroupClaim,
        Groups = Roles(input.Groups),
        IsEnforced = input.IsEnforced,
        EmergencyAccounts =
        [
            .. input.EmergencyAccounts.Select((account, index) => GlobalId.Require<AccountId>(account, NodeType.Account, $"emergencyAccounts.{index}")),
        ],
    };

    /// <summary>A late repetition does not bring back settings that were changed since.</summary>
    private static async Task<LoginSettingsPayload> RunAsync(
        string key, object input, Caller caller, GrainReader grains, Repetitions repetitions, Func<Task<Refusal?>> change,
        CancellationToken cancellationToken, [CallerMemberName] string mutation = "")
    {
        var (settings, errors) = await Attempt.RunAsync(async () =>
        {
            _ = caller.Command(key);
            await grains.RequireChangeAsync(caller, "Logins.Manage");
            return await repetitions.RunAsync(
                caller, key, input, async () => await change() is { } refusal ? Reply<LoginSettings>.FromRefusal(refusal) : Settings(), () => Task.FromResult(Settings()),
                cancellationToken, mutation);
        });
        return new LoginSettingsPayload(settings, errors);

        Reply<LoginSettings> Settings() => new LoginSettings(caller.Tenant);
    }
}
