using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.State;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>What a grain knows a command by when its id comes again: every part of the input counts.</summary>
public sealed class FingerprintTests
{
    public static TheoryData<string, string> Commands =>
        [.. Methods().SelectMany(method => Inputs(method).Select(type => ($"{method.DeclaringType!.Name}.{method.Name}", type.FullName!)))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Input_of_another_value_in_any_argument_has_another_fingerprint(string name, string input)
    {
        var method = Methods().Single(each => $"{each.DeclaringType!.Name}.{each.Name}" == name);
        var types = Arguments(method).Length == 1 ? [Inputs(method).Single(each => each.FullName == input)] : Arguments(method);
        var first = types.Select(type => CommandSample.Of(type, 0)).ToArray();
        for (var argument = 0; argument < types.Length; argument++)
        {
            var other = first.ToArray();
            other[argument] = CommandSample.Of(types[argument], 1);

            Assert.NotEqual(Fingerprint.Of(name, Together(types, first)), Fingerprint.Of(name, Together(types, other)));
            Assert.Equal(Fingerprint.Of(name, Together(types, other)), Fingerprint.Of(name, Together(types, [.. other])));
        }
    }

    [Fact]
    public async Task Commands_of_several_arguments_are_refused_when_one_of_them_is_another()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var company = await Company.FoundAsync(host);
        var (mentor, mentee) = (await company.RegisterAsync("M-1", places: 2), await company.RegisterAsync("E-1"));
        var cohort = await company.OpenCohortAsync("Cohort", mentor, mentee);
        var (id, account) = (company.NextCommand(), EntityId.Derive<AccountId>(company.Tenant.Value, "manager"));
        IPairRulesGrain Rules() => host.Grains.GetGrain<IPairRulesGrain>(GrainKey.Of(company.Tenant, cohort));
        IRoundGrain Round() => company.Round(EntityId.Derive<RoundId>(company.Tenant.Value, "round"));

        Assert.Null((await Rules().Add(company.Admin, id, PairRuleKind.Pin, new MatchPair(mentor, mentee), "They know each other")).Refusal);
        Assert.Null((await company.TenantGrain.Delegate(company.Admin, id, account, [cohort])).Refusal);
        Assert.Null((await Round().Start(company.Admin, id, cohort, MatchObjective.Total)).Refusal);
        await host.SleepAllAsync();

        Assert.Null((await Round().Start(company.Admin, id, cohort, MatchObjective.Total)).Refusal);
        Refusal?[] refusals =
        [
            (await Rules().Add(company.Admin, id, PairRuleKind.Veto, new MatchPair(mentor, mentee), "They know each other")).Refusal,
            (await company.TenantGrain.Delegate(company.Admin, id, account, [])).Refusal,
            (await Round().Start(company.Admin, id, cohort, MatchObjective.Fair)).Refusal,
        ];
        Assert.All(refusals, refusal => Assert.Equal(ErrorCodes.IdempotencyKeyReused, refusal?.Code));
    }

    [Fact]
    public async Task Command_of_several_arguments_stored_by_an_earlier_release_is_still_known()
    {
        await using var host = await EmbeddedStoredHost.StartAsync();
        var company = await Company.FoundAsync(host);
        var (id, account) = (company.NextCommand(), EntityId.Derive<AccountId>(company.Tenant.Value, "manager"));
        (await company.TenantGrain.Delegate(company.Admin, id, account, [])).OrThrow();
        await host.SleepAllAsync();
        var key = new GrainStateKey("tenant", GrainKey.Of(company.Tenant, company.Tenant), "tenant");
        var stored = (await host.States.ReadAsync(key, TestContext.Current.CancellationToken))!.Value;
        var record = JsonNode.Parse(stored.Payload.Span)!;
        record["handled"] = new JsonArray(EarlierRelease.Command(id, Convert.ToHexStringLower(SHA256.HashData("Delegate{}"u8).AsSpan(0, 16))));
        await host.States.WriteAsync(key, stored.Version, Encoding.UTF8.GetBytes(record.ToJsonString()), TestContext.Current.CancellationToken);

        Assert.Null((await company.TenantGrain.Delegate(company.Admin, id, account, [])).Refusal);
        Assert.Equal(ErrorCodes.IdempotencyKeyReused, (await company.TenantGrain.SetRetention(company.Admin, id, 400)).Refusal?.Code);
    }

    /// <summary>Methods that take a command id and an input after it.</summary>
    private static IEnumerable<MethodInfo> Methods() => typeof(IPairingGrain).Assembly.GetTypes()
        .Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type)).SelectMany(type => type.GetMethods())
        .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CommandId)) && Arguments(method).Length > 0);

    private static Type[] Arguments(MethodInfo method) =>
        [.. method.GetParameters().SkipWhile(parameter => parameter.ParameterType != typeof(CommandId)).Skip(1).Select(parameter => parameter.ParameterType)];

    /// <summary>The types of a single input, which may be any of a family; those without any part have nothing to tell.</summary>
    private static IEnumerable<Type> Inputs(MethodInfo method) => Arguments(method) is [var only]
        ? CommandSample.Concrete(only).Where(type => type.Namespace!.StartsWith("System", StringComparison.Ordinal) || type.IsEnum || type.GetProperties().Any(each => each.SetMethod is not null))
        : [method.DeclaringType!];

    private static object Together(Type[] types, object[] values) => values is [var only]
        ? only
        : typeof(ValueTuple).GetMethods().Single(method => method.Name == nameof(ValueTuple.Create) && method.GetParameters().Length == types.Length)
            .MakeGenericMethod(types).Invoke(null, values)!;
}
