using System.Reflection;
using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.GrainRuntime;
using MentorCloud.Grains.Access;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Every method of every grain, called past the gateway: in whose name the table refuses, and with whose keys nothing is found.</summary>
[Collection(MatrixCollection.Name)]
public sealed class GrainMatrixTests(MatrixFixture matrix)
{
    private static readonly MethodInfo Get = typeof(IGrainFactory).GetMethods().Single(method =>
        method.Name == nameof(IGrainFactory.GetGrain) && method.GetGenericArguments().Length == 1 && method.GetParameters()[0].ParameterType == typeof(string));

    private readonly MatrixReport report = new();

    [Fact]
    public async Task Methods_refuse_by_the_table_and_find_nothing_of_another_tenant()
    {
        foreach (var type in typeof(IPairingGrain).Assembly.GetTypes().Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type)))
        {
            foreach (var (method, command) in type.GetMethods().SelectMany(Calls))
            {
                var operation = command is null ? PolicyFilter.OperationOf(type.FullName!, method.Name) : PairingCommands.OperationOf(command);
                foreach (var actor in matrix.Actors.Select(actor => (actor.Name, actor.Actor)).Append(("system", Actor.System(matrix.Own.Id, "matrix"))))
                {
                    await CheckAsync(type, method, command, operation, actor);
                }
            }
        }

        report.Check();
    }

    /// <summary>A method that takes any command of a pairing is as many operations as there are commands.</summary>
    private static IEnumerable<(MethodInfo Method, PairingCommand? Command)> Calls(MethodInfo method) => method.Name != nameof(IPairingGrain.Handle)
        ? [(method, null)]
        : typeof(PairingCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PairingCommand)))
            .Select(type => (method, (PairingCommand?)RuntimeHelpers.GetUninitializedObject(type)));

    private async Task CheckAsync(Type type, MethodInfo method, PairingCommand? command, string operation, (string Name, Actor Actor) actor)
    {
        var refused = Policy.Refuse(operation, actor.Actor)?.Code;
        var own = GrainKey.Of(matrix.Own.Id, EntityId.New<PairingId>(DateTimeOffset.UnixEpoch));
        if (refused is not null)
        {
            report.Add("grain calls", operation, actor.Name, await CodeAsync(type, method, command, own, actor.Actor) == refused, "not refused");
        }

        var foreign = GrainKey.Of(matrix.Other.Id, EntityId.New<PairingId>(DateTimeOffset.UnixEpoch));
        report.Add("foreign keys", operation, actor.Name, await CodeAsync(type, method, command, foreign, actor.Actor) == (refused ?? ErrorCodes.NotFound), "not refused");
    }

    private async Task<string?> CodeAsync(Type type, MethodInfo method, PairingCommand? command, string key, Actor actor)
    {
        var grain = Get.MakeGenericMethod(type).Invoke(matrix.Grains, [.. Get.GetParameters().Select((parameter, index) => index == 0 ? key : parameter.DefaultValue)])!;
        var arguments = method.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            var asked when asked == typeof(Actor) => actor,
            var asked when asked == typeof(PairingCommand) => command,
            { IsValueType: true } value => Activator.CreateInstance(value),
            _ => (object?)null,
        });
        try
        {
            await (Task)method.Invoke(grain, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null)!;
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }
}
