using MentorCloud.Contracts.Json;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace MentorCloud.Cluster.Serialization;

/// <summary>
/// How our types cross between silos: as the JSON of grain states (<see cref="ContractsJson"/>), without attributes on
/// them. Inside one silo they are handed over as they are, since what crosses a grain boundary is immutable.
/// </summary>
internal static class MentorCloudSerializer
{
    /// <summary>Adds codec and copier for our namespaces.</summary>
    public static IServiceCollection AddMentorCloudSerializer(this IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(
            IsOurs, isCopyable: null, options => options.Configure(json => json.SerializerOptions = ContractsJson.Options)));
        services.AddSingleton<IGeneralizedCopier, ImmutableCopier>();
        return services;
    }

    /// <summary>Whether a type is one of ours. Enums and exceptions are left to Orleans' own codecs.</summary>
    internal static bool IsOurs(Type type) =>
        type.Namespace is { } space
        && (space == "MentorCloud" || space.StartsWith("MentorCloud.", StringComparison.Ordinal))
        && !type.IsEnum && !typeof(Exception).IsAssignableFrom(type) && !typeof(IAddressable).IsAssignableFrom(type);
}
