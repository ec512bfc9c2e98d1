using System.Reflection;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.GrainRuntime;
using MentorCloud.Grains.Access;

namespace MentorCloud.Grains.Tests;

/// <summary>Every operation against the one policy table.</summary>
public sealed class PolicyCoverageTests
{
    public static TheoryData<string, string> Methods =>
        [.. GrainInterfaces().SelectMany(type => type.GetMethods().Select(method => (type.FullName!, method.Name)))];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Grain_method_is_in_the_policy_table(string type, string method) =>
        Assert.NotNull(Policy.Find(PolicyFilter.OperationOf(type, method)));

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
        var orphans = Policy.All.Where(rule => subjects.Contains(rule.Operation.Split('.')[0]) && !operations.Contains(rule.Operation));

        Assert.Empty(orphans.Select(rule => rule.Operation).Where(operation => !IsCommand(operation)));
    }

    [Fact]
    public void Anonymous_may_do_nothing() =>
        Assert.All(Policy.All, rule => Assert.False(rule.Allows(Actor.Anonymous), rule.Operation));

    [Fact]
    public void Operation_that_is_not_in_the_table_is_refused() =>
        Assert.NotNull(Policy.Refuse("Pairing.DropEverything", Actor.System(EntityId.New<TenantId>(DateTimeOffset.UnixEpoch), "test")));

    /// <summary>Commands of a pairing are operations of their own when they go through one method.</summary>
    private static bool IsCommand(string operation) =>
        operation.StartsWith("Pairing.", StringComparison.Ordinal) || operation.StartsWith("Cohort.", StringComparison.Ordinal)
        || operation.StartsWith("Participant.", StringComparison.Ordinal);

    private static IEnumerable<Type> GrainInterfaces() => typeof(IPairingGrain).Assembly.GetTypes()
        .Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type)).OrderBy(type => type.FullName, StringComparer.Ordinal);
}
