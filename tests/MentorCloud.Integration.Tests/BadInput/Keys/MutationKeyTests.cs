using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using MentorCloud.Integration.Tests.Pairings;

namespace MentorCloud.Integration.Tests.BadInput.Keys;

/// <summary>
/// The idempotency key of every mutation of the schema: same key and input, same answer; another input, an error. The two
/// mutations on proposed weights are walked in <see cref="Rounds.WeightsTests"/>.
/// </summary>
[Collection(ClockedCollection.Name)]
public sealed class MutationKeyTests(ClockedServer server)
{
    /// <summary>Need seventy finished pairings: WeightsTests takes the same walk with them.</summary>
    private static readonly HashSet<string> Elsewhere = ["cohortProposeWeights", "cohortDecideWeights"];

    [Fact]
    public async Task Key_of_every_mutation_stands_for_one_request()
    {
        var walk = new KeyWalk();
        using (var company = await Company.OpenAsync(server, $"Z{Guid.NewGuid():N}"[..8], mentors: 4, mentees: 6))
        {
            await new PairingKeys(walk, server, company).WalkAsync();
        }

        await walk.InTurnAsync(() => SessionAsync(walk));
        using var tenant = await SampleTenant.BuildAsync(server, await server.DemoAsync(await NamedSource.WriteAsync(server.DataPath, $"keys-{Guid.NewGuid():N}"[..12])));
        await new ProgramKeys(walk, server, tenant).WalkAsync();
        await new TenantKeys(walk, server, tenant).WalkAsync();

        var mutations = (await SchemaModel.ReadAsync(tenant.Admin)).FieldsOf("Mutation").Select(field => field.Name);
        walk.Check();
        Assert.Empty(mutations.Except(walk.Walked).Except(Elsewhere));
    }

    private async Task SessionAsync(KeyWalk walk)
    {
        using var group = await Company.OpenAsync(server, $"Y{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2, new() { ["type"] = "GROUP" });
        var (first, second) = (await new PairSteps(server, group, "E-1").SignAsync(), await new PairSteps(server, group, "E-2").SignAsync());
        var session = new { cohort = group.Cohort, pairings = new[] { first.Pairing }, heldAt = server.NowText, minutes = 60 };
        await walk.DoAsync(first.Mentor, "cohortLogSession", session, new { pairings = new[] { first.Pairing, second.Pairing } });
    }
}
