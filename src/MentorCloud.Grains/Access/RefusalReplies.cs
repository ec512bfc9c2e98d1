using System.Collections.Concurrent;
using System.Reflection;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Access;

/// <summary>Refusals as what a method would have answered, so that a caller sees no difference to a grain that refuses by itself.</summary>
internal static class RefusalReplies
{
    private static readonly ConcurrentDictionary<Type, Func<Refusal, object>?> Makers = new();

    /// <summary>The reply; null where the method answers with none.</summary>
    public static object? Of(MethodInfo method, Refusal refusal) => Makers.GetOrAdd(method.ReturnType, Maker)?.Invoke(refusal);

    private static Func<Refusal, object>? Maker(Type task)
    {
        var reply = task.IsGenericType ? task.GetGenericArguments()[0] : null;
        return reply is { IsGenericType: true } && reply.GetGenericTypeDefinition() == typeof(Reply<>)
            ? reply.GetMethod(nameof(Reply<Refusal>.FromRefusal))!.CreateDelegate<Func<Refusal, object>>()
            : null;
    }
}
