using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>
/// Every field of the schema for everybody who can ask: what comes of it is what the policy table says, and what belongs to
/// others answers like what does not exist. A field that the table does not know, or whose ids nobody knows, fails here.
/// </summary>
[Collection(MatrixCollection.Name)]
public sealed class IsolationMatrixTests(MatrixFixture matrix)
{
    /// <summary>Fields about what the sampled things do not have: a search for another mentor, an open review, a row that fits every filter at once, a second round, a provider with an address.</summary>
    private static readonly HashSet<string> NothingToFind =
        ["Mutation.coverAccept", "Mutation.coverDecline", "Mutation.pairingRate360", "Mutation.loginProviderSet", "Query.matchRequests", "Query.programCases", "Query.pairings", "Query.roundComparison",
         "Query.auditEntries", "Mutation.emailDomainClaim", "Mutation.emailDomainVerify", "Mutation.emailDomainRelease", "Mutation.tenantEndBreakGlass",
         "Mutation.taxonomyRetire"];

    private readonly MatrixReport report = new();
    private int keys;

    [Fact]
    public void Every_field_has_an_operation_and_every_id_a_sample()
    {
        var things = matrix.Own.Things;
        var missing = matrix.Cases.Where(NeedsRow).Where(call => OperationOf(call) is null)
            .Select(call => $"{call.Name} has no operation: name it in FieldRights or give the policy table one of its name.")
            .Concat(matrix.Schema.Nodes.Where(node => !things.Has(node)).Select(node => $"{node} has no sample: make one in SampleTenant."))
            .Concat(matrix.Cases.SelectMany(call => call.Places(things).Where(place => place.Kind is null).Select(place => $"{call.Name}: what is {place.Place} the id of? Say it in Things.Names.")))
            .Concat(FieldRights.Exceptions.Where(named => named.Value is not (FieldRights.Open or FieldRights.LoggedIn) && Policy.Find(named.Value) is null).Select(named => $"{named.Key}: the policy table has no {named.Value}."))
            .Concat(FieldRights.Exceptions.Keys.Where(key => matrix.Cases.All(call => call.Field.Path != key)).Select(key => $"{key} is no field of the schema."))
            .ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    /// <summary>Clients, sessions, domains and the like are named by plain texts: a new one has rows too, or is said to be none.</summary>
    [Fact]
    public void Every_plain_text_and_number_is_known_to_name_a_thing_or_none()
    {
        var plain = matrix.Schema.PlainInputs().ToList();
        var known = PlainNames.OfThings.Keys.Concat(PlainNames.InsideThings).Concat(PlainNames.OfOperators).ToHashSet();

        Assert.Empty(plain.Where(input => !known.Contains(input.Path) && !PlainNames.Words.Contains(input.Name)).Select(input => $"{input.Path}: say in PlainNames what it is."));
        Assert.Empty(known.Except(plain.Select(input => input.Path)).Select(path => $"{path} is no input of the schema."));
        Assert.All(PlainNames.OfThings, named => Assert.True(matrix.Cases.Any(call => call.Places(matrix.Own.Things).Any(place => place.Kind == named.Value)), $"{named.Key} has no row."));
    }

    [Fact]
    public async Task Things_of_others_answer_like_things_that_do_not_exist_and_roles_get_what_the_table_says()
    {
        await matrix.Server.PublishedAsync();
        var (other, suspended) = (await AuditedAsync(matrix.Other.Id), await AuditedAsync(matrix.Suspended.Id));
        await ForeignAsync();
        Assert.Equal(other, await AuditedAsync(matrix.Other.Id));
        await SuspendedAsync(suspended);
        await RolesAsync(mutations: false);
        await RolesAsync(mutations: true);
        report.Check();
    }

    /// <summary>A node's own type says who may read it.</summary>
    private static string? OperationOf(MatrixCase call) => call.Node is { } node
        ? FieldRights.OperationOf("Query", char.ToLowerInvariant(node[0]) + node[1..])
        : FieldRights.OperationOf(call.Field.Parent, call.Field.Name);

    /// <summary>Root fields, and fields of nodes that take arguments; the others are part of what the node shows.</summary>
    private static bool NeedsRow(MatrixCase call) => call.IsOfRoot || call.Field.Arguments.Count > 0;

    private static bool IsMutation(MatrixCase call) => call.Field.Parent == "Mutation";

    /// <summary>What can be asked; what cannot, the first test names.</summary>
    private IEnumerable<MatrixCase> Asked => matrix.Cases.Where(call =>
        call.Field.Parent != "Subscription" && OperationOf(call) is not null && call.Places(matrix.Own.Things).All(place => place.Kind is not null));

    /// <summary>Each id in each field, once of another tenant and once nobody's; outsiders try the same with their own tenant's.</summary>
    private async Task ForeignAsync()
    {
        var (own, foreign, unknown) = (matrix.Own.Things, matrix.Other.Things, matrix.Other.Things.Unknown());
        foreach (var call in Asked.Where(call => !PlainNames.MakesOnesOwn.Contains(call.Field.Path)))
        {
            foreach (var place in call.Places(own).Select(place => place.Place))
            {
                foreach (var actor in matrix.Actors)
                {
                    await CompareAsync("other tenant", call, actor, own, place, foreign, unknown);
                    if (actor.IsOutsider)
                    {
                        await CompareAsync("other cohort", call, actor, own, place, own, unknown);
                    }
                }
            }
        }
    }

    private async Task CompareAsync(string flow, MatrixCase call, MatrixActor actor, Things own, string place, Things foreign, Things unknown)
    {
        // Whatever else is named exists and is the caller's, except for outsiders, who have nothing.
        var rest = actor.IsOutsider ? unknown : own;
        var theirs = await call.SendAsync(actor, $"m{++keys}", own, (at, kind) => at == place ? foreign[kind] : rest[kind]);
        var nobodys = await call.SendAsync(actor, $"m{++keys}", own, (at, kind) => at == place ? unknown[kind] : rest[kind]);
        var same = theirs.Status == nobodys.Status && theirs.Body == nobodys.Body && !Outcome.IsFault(Outcome.Of(theirs, call));
        report.Add(flow, $"{call.Name} at {place}", actor.Name, same || IsShared(flow, call, place), $"{theirs.Status} {theirs.Body} but {nobodys.Status} {nobodys.Body}");
    }

    /// <summary>The tenant is everybody's own.</summary>
    private static bool IsShared(string flow, MatrixCase call, string place) =>
        flow == "other cohort" && (call.Node == "Tenant" || (call.Field.Parent == "Tenant" && place == "parentNode"));

    private async Task SuspendedAsync(long audited)
    {
        var things = matrix.Suspended.Things;
        foreach (var call in Asked)
        {
            foreach (var actor in matrix.SuspendedActors.Where(actor => FieldRights.Allows(OperationOf(call)!, actor.Actor)))
            {
                var answer = await call.SendAsync(actor, $"m{++keys}", things, (_, kind) => things[kind]);
                var outcome = Outcome.Of(answer, call);
                report.Add("suspended tenant", call.Name, actor.Name, IsMutation(call) == (outcome == "TENANT_SUSPENDED") && !Outcome.IsFault(outcome), answer.Body);
            }
        }

        Assert.True(await AuditedAsync(matrix.Suspended.Id) >= audited);
    }

    /// <summary>Every field with the caller's own things: let through or refused as the table says.</summary>
    private async Task RolesAsync(bool mutations)
    {
        var own = matrix.Own.Things;
        foreach (var call in Asked.Where(call => IsMutation(call) == mutations))
        {
            if (call.IsOfRoot && call.Places(own).Count > 0)
            {
                await FindsOwnAsync(call, own);
            }

            foreach (var actor in matrix.Actors)
            {
                var answer = await call.SendAsync(actor, $"m{++keys}", own, (_, kind) => own[kind]);
                report.Add("roles", call.Name, actor.Name, IsExpected(call, actor, Outcome.Of(answer, call)), answer.Body);
            }
        }
    }

    private static bool IsExpected(MatrixCase call, MatrixActor actor, string outcome)
    {
        var allowed = FieldRights.Allows(OperationOf(call)!, actor.Actor);
        return (allowed, call.IsOfRoot, actor.Actor.Kind) switch
        {
            (false, _, ActorKind.Anonymous) => outcome == "UNAUTHENTICATED",
            (false, true, _) => outcome == "FORBIDDEN",

            // Part of what the node shows: a list or a figure that is not there.
            (false, false, _) => outcome is "FORBIDDEN" or Outcome.Nothing,
            _ => outcome is not ("FORBIDDEN" or "UNAUTHENTICATED") && !Outcome.IsFault(outcome),
        };
    }

    /// <summary>Shows that the rows above would have found something: what is one's own answers otherwise than what does not exist.</summary>
    private async Task FindsOwnAsync(MatrixCase call, Things own)
    {
        var actor = matrix.Actors.First(actor => actor.Name != "mentor" && FieldRights.Allows(OperationOf(call)!, actor.Actor));
        var found = await call.SendAsync(actor, $"m{++keys}", own, (_, kind) => own[kind]);
        var nothing = await call.SendAsync(actor, $"m{++keys}", own, (_, kind) => own.Unknown()[kind]);
        report.Add("own things", call.Name, actor.Name, found.Body != nothing.Body || NothingToFind.Contains(call.Field.Path), found.Body);
    }

    private async Task<long> AuditedAsync(TenantId tenant)
    {
        var log = matrix.Server.Services.GetRequiredService<IAuditLog>();
        long last = 0;
        while (await log.ReadAsync(tenant, last, 1000, TestContext.Current.CancellationToken) is { Count: > 0 } page)
        {
            last = page[^1].Number;
        }

        return last;
    }
}
