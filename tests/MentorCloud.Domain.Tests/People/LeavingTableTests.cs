using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.People;

/// <summary>Rows 60 and 74 as a table: what is possible for somebody who is there, paired, gone or erased.</summary>
public sealed class LeavingTableTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly PairingSlot Slot = new(Sample.Pairing, Sample.Mentee, Sample.Cohort, Now);
    private static readonly PairingSlot Other = new(Sample.Id<Domain.Identifiers.PairingId>(90), Sample.Mentee, Sample.Cohort, Now);

    [Theory]
    [InlineData("there", "join", null)]
    [InlineData("there", "reserve", null)]
    [InlineData("there", "depart", null)]
    [InlineData("there", "return", null)]
    [InlineData("there", "erase", null)]
    [InlineData("paired", "reserve", null)]
    [InlineData("paired", "depart", null)]
    [InlineData("paired", "return", null)]
    [InlineData("paired", "erase", ErrorCodes.ParticipantStillPaired)]
    [InlineData("gone", "join", ErrorCodes.ParticipantDeparted)]
    [InlineData("gone", "reserve", ErrorCodes.ParticipantDeparted)]
    [InlineData("gone", "depart", null)]
    [InlineData("gone", "return", null)]
    [InlineData("gone", "erase", null)]
    [InlineData("going", "return", ErrorCodes.ParticipantStillPaired)]
    [InlineData("going", "erase", ErrorCodes.ParticipantStillPaired)]
    [InlineData("erased", "join", ErrorCodes.ParticipantErased)]
    [InlineData("erased", "reserve", ErrorCodes.ParticipantErased)]
    [InlineData("erased", "depart", ErrorCodes.ParticipantErased)]
    [InlineData("erased", "return", ErrorCodes.ParticipantErased)]
    [InlineData("erased", "erase", null)]
    public void Person_can_do_what_their_standing_allows(string standing, string act, string? code)
    {
        var person = Standing(standing);

        var decision = act switch
        {
            "join" => ParticipantDecisions.Join(person, Sample.Cohort),
            "reserve" => ParticipantDecisions.ReserveSlot(person, Other),
            "depart" => ParticipantDeparture.Depart(person, Now),
            "return" => ParticipantDeparture.Return(person),
            _ => ParticipantErasure.Erase(person, Now),
        };

        Assert.Equal(code, decision.Refusal?.Code);
    }

    private static ParticipantState Standing(string standing)
    {
        var there = new ParticipantState
        {
            Id = Sample.Mentor, Tenant = Sample.Tenant, RegisteredAt = Now, Profile = Sample.Profile(ParticipantKind.Mentor),
        };
        return standing switch
        {
            "paired" => there with { Slots = [Slot] },
            "gone" => ParticipantDeparture.Depart(there, Now).Ok(),
            "going" => ParticipantDeparture.Depart(there with { Slots = [Slot] }, Now).Ok(),
            "erased" => ParticipantErasure.Erase(there, Now).Ok(),
            _ => there,
        };
    }
}
