using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.People;

public sealed class CapacityTests
{
    private const int Callers = 64;
    private const int Places = 5;

    [Fact]
    public async Task Sixty_four_reservations_at_once_across_cohorts_take_exactly_the_places_there_are()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var mentor = await company.RegisterAsync("M-1", Places);

        var replies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(number =>
            Task.Run(() => company.Participant(mentor).ReserveSlot(company.Operator, Slot(company, number)))));

        Assert.Equal(Places, replies.Count(reply => reply.Refusal is null));
        Assert.All(replies.Where(reply => reply.Refusal is not null), reply => Assert.Equal(ErrorCodes.MentorCapacityExhausted, reply.Refusal!.Code));
        await host.SleepAllAsync();
        Assert.Equal(Places, (await company.Participant(mentor).Get(company.Operator)).OrThrow().Slots.Select(slot => slot.Pairing).Distinct().Count());
        Assert.Equal(Places, host.Ports.Facts.All.OfType<SlotReserved>().Count());
    }

    [Fact]
    public async Task One_pairing_reserved_by_many_at_once_takes_one_place()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var mentor = await company.RegisterAsync("M-1", Places);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => company.Participant(mentor).ReserveSlot(company.Operator, Slot(company, 1))));

        Assert.Single((await company.Participant(mentor).Get(company.Operator)).OrThrow().Slots);
    }

    [Fact]
    public async Task Place_that_is_freed_can_be_taken_again()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var mentor = await company.RegisterAsync("M-1", places: 1);
        var grain = company.Participant(mentor);
        (await grain.ReserveSlot(company.Operator, Slot(company, 1))).OrThrow();

        Assert.Equal(ErrorCodes.MentorCapacityExhausted, (await grain.ReserveSlot(company.Operator, Slot(company, 2))).Refusal?.Code);
        (await grain.ReleaseSlot(company.Operator, Slot(company, 1).Pairing)).OrThrow();
        (await grain.ReleaseSlot(company.Operator, Slot(company, 1).Pairing)).OrThrow();

        Assert.Single((await grain.ReserveSlot(company.Operator, Slot(company, 2))).OrThrow().Slots);
    }

    private static PairingSlot Slot(Company company, int number) => new(
        EntityId.Derive<PairingId>(company.Tenant.Value, $"{number}"),
        EntityId.Derive<ParticipantId>(company.Tenant.Value, $"{number}"),
        EntityId.Derive<CohortId>(company.Tenant.Value, $"{number % 3}"),
        company.Host.Now);
}
