using System.Collections.Concurrent;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.Grains.Access;

/// <summary>
/// Stands before every call of our grains: the first argument must be the actor, the policy table must allow the
/// operation, the key must be of the actor's own tenant, a suspended tenant only reads, and a manager who is limited to some
/// cohorts finds nothing of the others.
/// </summary>
/// <param name="services">For the grain factory, which is made after its filters.</param>
public sealed class PolicyFilter(IServiceProvider services) : IIncomingGrainCallFilter
{
    private static readonly ConcurrentDictionary<(string, string), string> Operations = new();

    /// <summary>The tenant knows by itself whether it is suspended; asking it from its own turn would never end.</summary>
    private const string TenantOperations = "Tenant.";

    private readonly Lazy<IGrainFactory> grains = new(() => (IGrainFactory)services.GetService(typeof(IGrainFactory))!);

    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (IsOurs(context.InterfaceName))
        {
            var refusal = Refuse(context, out var actor, out var rule) ?? await RefuseSuspendedAsync(actor, rule);
            if (refusal is not null)
            {
                throw new RefusedException(refusal);
            }

            if (actor.Cohorts is not null && context.Grain is IOfCohorts thing && RefuseUndelegated(context, thing, actor, rule!) is { } unknown)
            {
                context.Result = RefusalReplies.Of(context.InterfaceMethod, unknown) ?? throw new RefusedException(unknown);
                return;
            }
        }

        await context.Invoke();
    }

    /// <summary>The operation that a grain method is in the policy table: <c>ICohortGrain.Open</c> is <c>Cohort.Open</c>.</summary>
    /// <param name="interfaceName">The interface's name, with or without its namespace.</param>
    /// <param name="methodName">The method's name.</param>
    /// <returns>The operation.</returns>
    public static string OperationOf(string interfaceName, string methodName) =>
        Operations.GetOrAdd((interfaceName, methodName), static pair =>
        {
            var name = pair.Item1[(pair.Item1.LastIndexOf('.') + 1)..];
            return $"{name[1..^"Grain".Length]}.{pair.Item2}";
        });

    private static bool IsOurs(string interfaceName) => interfaceName.StartsWith("MentorCloud.", StringComparison.Ordinal);

    private static Refusal? Refuse(IIncomingGrainCallContext context, out Actor actor, out PolicyRule? rule)
    {
        rule = null;
        if (context.Request.GetArgumentCount() == 0 || context.Request.GetArgument(0) is not Actor caller)
        {
            actor = Actor.Anonymous;
            return context.MethodName == nameof(IRemindable.ReceiveReminder) ? null : Policy.Refuse(context.MethodName, actor);
        }

        actor = caller;
        var operation = CommandOf(context) ?? OperationOf(context.InterfaceName, context.MethodName);
        rule = Policy.Find(operation);
        return Policy.Refuse(operation, actor) ?? RefuseForeign(context.TargetId.Key.ToString()!, actor);
    }

    /// <summary>A method that takes any command of a pairing is the command's operation (docs/adr/0060).</summary>
    private static string? CommandOf(IIncomingGrainCallContext context)
    {
        // Reading an argument boxes it: only this one method is worth it.
        if (context.MethodName != nameof(IPairingGrain.Handle))
        {
            return null;
        }

        var last = context.Request.GetArgumentCount() - 1;
        return context.Request.GetArgument(last) is PairingCommand command ? PairingCommands.OperationOf(command) : null;
    }

    private static Refusal? RefuseForeign(string key, Actor actor) =>
        GrainKey.TryGetTenant(key, out var tenant) && tenant == actor.Tenant
            ? null
            : new Refusal(ErrorCodes.NotFound, "There is no such thing in your tenant.");

    /// <summary>
    /// What is of other cohorts than a manager's own answers like what does not exist. What is their own answers as it does to
    /// any mentor or mentee: the table is asked again about them, and the grain is called in their name (docs/adr/0047).
    /// </summary>
    private static Refusal? RefuseUndelegated(IIncomingGrainCallContext context, IOfCohorts thing, Actor actor, PolicyRule rule)
    {
        var partner = actor.AsPartner();
        var ofPair = partner.Roles != Role.None && thing.IsOfPair(actor);
        if (!ofPair && actor.Reaches(thing.Cohorts))
        {
            return null;
        }

        if (!ofPair && !thing.IsOwnOf(actor))
        {
            return new Refusal(ErrorCodes.NotFound, $"There is no such {thing.Noun}.");
        }

        Policy.Require(rule.Operation, partner);
        context.Request.SetArgument(0, partner);
        return null;
    }

    private async Task<Refusal?> RefuseSuspendedAsync(Actor actor, PolicyRule? rule)
    {
        if (rule?.Mode != AccessMode.Write || actor.Kind == ActorKind.System || actor.Tenant is not { } tenant
            || rule.Operation.StartsWith(TenantOperations, StringComparison.Ordinal))
        {
            return null;
        }

        var reply = await grains.Value.GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant)).Get(Actor.System(tenant, "policy"));
        return TenantDecisions.RefuseChange(reply.Value);
    }
}
