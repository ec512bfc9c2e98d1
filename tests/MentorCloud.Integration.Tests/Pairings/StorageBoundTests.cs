using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Gateway.Ids;
using MentorCloud.GrainRuntime;
using MentorCloud.Integration.Tests.Clocked;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>What a pairing takes in the store after a year of daily work. Every commit writes the whole record, so its size is the write's size (docs/adr/0062).</summary>
[Collection(ClockedCollection.Name)]
public sealed class StorageBoundTests(ClockedServer server)
{
    private const int Bound = 64 * 1024;

    [Fact]
    public async Task Pairing_of_a_year_stays_under_its_bound_and_loses_nothing()
    {
        using var company = await Company.OpenAsync(server, $"S{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        await company.Admin.DoAsync("pairingDecideTerm", string.Empty, pair.With(("choice", "EXTEND"), ("months", 12)));
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        GlobalId.TryRead<PairingId>(pair.Pairing, "Pairing", out var id);
        GlobalId.TryRead<ParticipantId>(pair.Mentee.Id, "Participant", out var mentee);
        var actor = Actor.User(tenant, EntityId.New<AccountId>(server.Now), Role.Mentee, mentee);
        var grain = server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPairingGrain>(GrainKey.Of(tenant, id));
        var (largest, all, newest) = (0, 0L, 0);

        for (var day = 1; day <= 365; day++)
        {
            await server.PassDaysAsync(1);
            await HandleAsync(new WriteEntry
            {
                Kind = EntryKind.Note,
                Visibility = Visibility.Pair,
                Topic = $"Day {day}: what was learnt",
                Texts = [new EntryText("text", new string('ü', 2_000))],
            });
            if (day % 14 == 0)
            {
                await HandleAsync(new LogCheckIn(server.Now, 45, PairingSide.Mentee, "Went well"));
            }

            var stored = await server.Services.GetRequiredService<IGrainStateStore>().ReadAsync(
                new GrainStateKey("pairing", GrainKey.Of(tenant, id), "pairing"), CancellationToken.None);
            newest = stored!.Value.Payload.Length;
            (largest, all) = (Math.Max(largest, newest), all + newest);
        }

        Assert.InRange(largest, 8 * 1024, Bound);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"A pairing's state after a year: {newest} bytes; a write in that year: {all / 365} bytes on average, {largest} at most.");
        var seen = await pair.SeeAsync(pair.Mentor, "entries(first: 1) { totalCount } duties(kind: CHECK_IN, first: 1) { totalCount }");
        Assert.Equal(365 + 26, seen.GetProperty("entries").GetProperty("totalCount").GetInt32());
        Assert.True(seen.GetProperty("duties").GetProperty("totalCount").GetInt32() >= 26);

        async Task HandleAsync(PairingCommand command)
        {
            var reply = await grain.Handle(actor, EntityId.New<CommandId>(server.Now), command);
            Assert.Null(reply.Refusal);
        }
    }
}
