using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Tenants.BreakGlass;

/// <summary>Mutations on access in emergencies.</summary>
internal static class BreakGlassMutations
{
    public static async Task<BreakGlassOpenPayload> BreakGlassOpenAsync(
        BreakGlassOpenInput input, Caller caller, IViews views, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var (tenant, errors) = await Attempt.RunAsync<TenantState>(async () =>
        {
            caller.Require("BreakGlass.Open");
            var command = caller.Command(input.IdempotencyKey);
            if (await views.TenantBySlugAsync(input.Slug, cancellationToken) is not { } row)
            {
                return new Refusal(ErrorCodes.NotFound, "There is no tenant of this short name.", "slug");
            }

            var operating = Actor.System(row.Id, $"operator:{caller.Actor.Account}");
            return await grains.GetGrain<ITenantGrain>(GrainKey.Of(row.Id, row.Id)).OpenBreakGlass(
                operating, command, caller.Actor.Account!.Value, input.Reason, input.Minutes);
        });
        return new BreakGlassOpenPayload(tenant?.Accesses.LastOrDefault(each => each.Operator == caller.Actor.Account), errors);
    }

    public static async Task<TenantPayload> TenantEndBreakGlassAsync(TenantEndBreakGlassInput input, Caller caller, GrainReader grains)
    {
        var (tenant, errors) = await Attempt.RunAsync(() =>
            grains.Tenant(caller).EndBreakGlass(caller.Actor, caller.Command(input.IdempotencyKey), input.Number));
        return new TenantPayload(tenant, errors);
    }
}
