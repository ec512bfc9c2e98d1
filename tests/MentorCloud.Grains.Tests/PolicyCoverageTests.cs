using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Grains.Access;

namespace MentorCloud.Grains.Tests;

/// <summary>Every operation against the one policy table.</summary>
public sealed class PolicyCoverageTests
{
    public static TheoryData<string, string> Methods =>
        [.. GrainInterfaces().SelectMany(type => type.GetMethods().Select(method => (type.FullName!, method.Name)))];

    public static TheoryData<string> PairingCommandNames =>
        [.. typeof(PairingCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PairingCommand))).Select(type => type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Grain_method_is_in_the_policy_table(string type, string method)
    {
        // Handle takes any command; each command is an operation of its own (docs/adr/0060).
        Assert.Equal(method != "Handle", Policy.Find(PolicyFilter.OperationOf(type, method)) is not null);
    }

    [Theory]
    [MemberData(nameof(PairingCommandNames))]
    public void Pairing_command_is_in_the_policy_table(string command) => Assert.NotNull(Policy.Find($"Pairing.{command}"));

    /// <summary>One door (docs/adr/0060): a second way to give a command would pass by texts, pages and effects.</summary>
    [Fact]
    public void Pairing_takes_its_commands_by_one_method() => Assert.Equal(
        ["Handle"], typeof(IPairingGrain).GetMethods().Where(method => method.GetParameters().Any(each => each.ParameterType == typeof(CommandId))).Select(method => method.Name));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Grain_method_takes_the_actor_first(string type, string method)
    {
        var found = GrainInterfaces().Single(each => each.FullName == type).GetMethod(method)!;

        Assert.Equal(typeof(Actor), found.GetParameters()[0].ParameterType);
    }

    [Fact]
    public void Every_rule_of_a_grain_belongs_to_a_method()
    {
        var operations = GrainInterfaces().SelectMany(type => type.GetMethods().Select(method => PolicyFilter.OperationOf(type.FullName!, method.Name))).ToHashSet();
        var subjects = operations.Select(operation => operation.Split('.')[0]).ToHashSet();
        var commands = PairingCommandNames.Select(row => $"Pairing.{row.Data}").ToHashSet();

        Assert.DoesNotContain(Policy.All, rule =>
            subjects.Contains(rule.Operation.Split('.')[0]) && !operations.Contains(rule.Operation) && !commands.Contains(rule.Operation));
    }

    [Fact]
    public void Every_grain_belongs_to_cohorts_or_is_known_not_to()
    {
        // The tenant's own things, and pages that are read in the system's name or after the thing that they are pages of.
        string[] others = ["Tenant", "Framework", "FrameworkPage", "Taxonomy", "DraftPage", "PairingPage", "PairingEntry"];
        var grains = typeof(PolicyFilter).Assembly.GetTypes()
            .Where(type => type.IsClass && !type.IsAbstract && GrainInterfaces().Any(grain => grain.IsAssignableFrom(type)));

        Assert.All(grains, type => Assert.NotEqual(
            others.Contains(type.Name[..^"Grain".Length]), type.GetInterfaces().Any(each => each.Name == "IOfCohorts")));
    }

    [Fact]
    public void Anonymous_may_do_nothing() =>
        Assert.All(Policy.All, rule => Assert.False(rule.Allows(Actor.Anonymous), rule.Operation));

    [Fact]
    public void Operation_that_is_not_in_the_table_is_refused() =>
        Assert.NotNull(Policy.Refuse("Pairing.DropEverything", Actor.System(EntityId.New<TenantId>(DateTimeOffset.UnixEpoch), "test")));

    private static IEnumerable<Type> GrainInterfaces() => typeof(IPairingGrain).Assembly.GetTypes()
        .Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type)).OrderBy(type => type.FullName, StringComparer.Ordinal);
}
