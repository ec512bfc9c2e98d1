using System.Text.Json;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Grains.Tests.Contracts;

/// <summary>What crosses a grain boundary must be readable again as JSON: on Orleans it travels so between silos.</summary>
public sealed class CrossingTests
{
    private static readonly TenantId Tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    public static TheoryData<string> Crossing => [.. Reachable().Select(type => type.ToString()).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Actors => [.. SampleActors.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, Actor> SampleActors => new()
    {
        ["anonymous"] = Actor.Anonymous,
        ["system"] = Actor.System(Tenant, "fact:RoundPublished"),
        ["client"] = Actor.Client(Tenant, "client", Enum.GetValues<Scope>().Aggregate((one, other) => one | other)),
        ["user"] = Actor.User(
            Tenant,
            EntityId.Derive<AccountId>(Tenant.Value, "a"),
            Enum.GetValues<Role>().Aggregate((one, other) => one | other),
            EntityId.Derive<ParticipantId>(Tenant.Value, "p")),
    };

    [Theory]
    [MemberData(nameof(Crossing))]
    public void Type_that_crosses_a_grain_boundary_can_be_read_from_json(string name)
    {
        var type = Reachable().Single(each => each.ToString() == name);

        // What is missing in an empty object is a fault of the object; a type that cannot be made at all is ours.
        var unreadable = Record.Exception(() => JsonSerializer.Deserialize("{}", type, ContractsJson.Options)) as NotSupportedException;

        Assert.Null(unreadable);
    }

    [Theory]
    [MemberData(nameof(Actors))]
    public void Actor_crosses_as_it_is(string which)
    {
        var actor = SampleActors[which];

        var read = JsonSerializer.Deserialize<Actor>(JsonSerializer.Serialize(actor, ContractsJson.Options), ContractsJson.Options);

        Assert.Equal(actor, read);
        Assert.NotSame(Actor.Anonymous, read);
    }

    /// <summary>Check-ins are duties, and requests stand by their sides: written too, they would only make each record longer.</summary>
    [Fact]
    public void List_that_is_reckoned_is_not_written()
    {
        var written = ContractsJson.Options.GetTypeInfo(typeof(PairingState)).Properties.Select(property => property.Name).ToHashSet();

        Assert.Subset(written, new HashSet<string> { "duties", "reassignment", "otherReassignment" });
        Assert.DoesNotContain("checkIns", written);
        Assert.DoesNotContain("reassignments", written);
    }

    [Fact]
    public void Id_that_is_none_crosses_as_none_and_nonsense_is_refused()
    {
        Assert.Equal(default, JsonSerializer.Deserialize<CommandId>(JsonSerializer.Serialize(default(CommandId), ContractsJson.Options), ContractsJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CommandId>("\"nonsense\"", ContractsJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CommandId>("null", ContractsJson.Options));
    }

    private static HashSet<Type> Reachable()
    {
        var found = new HashSet<Type>();
        var methods = typeof(IPairingGrain).Assembly.GetTypes()
            .Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type)).SelectMany(type => type.GetMethods());
        foreach (var method in methods)
        {
            Add(method.ReturnType, found);
            foreach (var parameter in method.GetParameters())
            {
                Add(parameter.ParameterType, found);
            }
        }

        return found;
    }

    private static void Add(Type type, HashSet<Type> found)
    {
        foreach (var part in type.GetGenericArguments())
        {
            Add(part, found);
        }

        var ours = type.Namespace?.StartsWith("MentorCloud.", StringComparison.Ordinal) is true;
        if (!ours || type.IsEnum || !found.Add(type))
        {
            return;
        }

        foreach (var subtype in type.Assembly.GetTypes().Where(each => each.IsSubclassOf(type) && !each.IsGenericTypeDefinition))
        {
            Add(subtype, found);
        }

        foreach (var property in ContractsJson.Options.GetTypeInfo(type).Properties)
        {
            Add(property.PropertyType, found);
        }

        if (type.IsAbstract)
        {
            found.Remove(type);
        }
    }
}
