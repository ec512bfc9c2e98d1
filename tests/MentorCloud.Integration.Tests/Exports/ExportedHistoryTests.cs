using MentorCloud.App.Exports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Gateway.Ids;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Pairings;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Exports;

/// <summary>What a pairing has put away in pages goes with the tenant's export too.</summary>
[Collection(ClockedCollection.Name)]
public sealed class ExportedHistoryTests(ClockedServer server)
{
    [Fact]
    public async Task Every_check_in_of_a_long_pairing_is_exported_once()
    {
        const int Held = 45;
        using var company = await Company.OpenAsync(server, $"H{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync(cadenceDays: 2);
        await server.PassDaysAsync(2);
        for (var number = 0; number < Held; number++) await pair.CheckInAsync(hoursAgo: number);
        GlobalId.TryRead<TenantId>(server.Demo.Id, "Tenant", out var tenant);
        GlobalId.TryRead<PairingId>(pair.Pairing, "Pairing", out var pairing);

        var duties = await DutiesAsync(tenant, pairing);

        var checkIns = duties.Where(duty => duty is { Kind: DutyKind.CheckIn, Status: DutyStatus.Done }).ToList();
        Assert.Equal(Enumerable.Range(1, Held), checkIns.Select(duty => duty.Number).Order());
        Assert.Contains(duties, duty => duty.Kind != DutyKind.CheckIn);
    }

    private async Task<List<Duty>> DutiesAsync(TenantId tenant, PairingId pairing)
    {
        var duties = new List<Duty>();
        var admin = Actor.User(tenant, EntityId.Derive<AccountId>(tenant.Value, "admin"), Role.TenantAdmin);
        await foreach (var line in server.Services.GetRequiredService<TenantReading>().ReadAsync(tenant, admin, TestContext.Current.CancellationToken))
        {
            if (line is { Kind: "pairingDuty", Value: Duty duty } && line.Key == GrainKey.Of(tenant, pairing))
            {
                duties.Add(duty);
            }
        }

        return duties;
    }
}
