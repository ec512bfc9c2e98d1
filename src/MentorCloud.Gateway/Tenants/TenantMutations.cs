using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Tenants;

/// <summary>Mutations on the caller's own tenant.</summary>
internal static class TenantMutations
{
    public static async Task<TenantPayload> TenantSetRetentionAsync(TenantSetRetentionInput input, Caller caller, GrainReader grains)
    {
        var (tenant, errors) = await Attempt.RunAsync(() =>
            grains.Tenant(caller).SetRetention(caller.Actor, caller.Command(input.IdempotencyKey), input.Days));
        return new TenantPayload(tenant, errors);
    }
}
