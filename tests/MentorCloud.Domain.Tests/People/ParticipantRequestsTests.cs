using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.People;

public sealed class ParticipantRequestsTests
{
    private static readonly DateTimeOffset Until = Sample.Start.AddDays(7);

    [Fact]
    public void Open_beyond_the_most_is_refused_until_one_is_closed_or_expired()
    {
        var full = Full();

        ParticipantRequests.Open(full, Request(99), Sample.Start).Refused(ErrorCodes.MatchRequestsTooMany);

        var closed = ParticipantRequests.Close(full, Request(3).Request).Ok();
        Assert.Equal(ParticipantRequests.MostOpen, ParticipantRequests.Open(closed, Request(99), Sample.Start).Ok().Requests.Length);
        Assert.Equal([Request(99)], ParticipantRequests.Open(full, Request(99), Until).Ok().Requests);
    }

    [Fact]
    public void Open_of_a_request_that_counts_already_moves_its_end_alone()
    {
        var later = Request(3) with { Until = Until.AddDays(1) };

        var moved = ParticipantRequests.Open(Full(), later, Sample.Start).Ok();

        Assert.Equal(ParticipantRequests.MostOpen, moved.Requests.Length);
        Assert.Contains(later, moved.Requests);
    }

    [Fact]
    public void Close_of_a_request_that_does_not_count_changes_nothing()
    {
        var full = Full();

        Assert.Same(full, ParticipantRequests.Close(full, Request(99).Request).Ok());
    }

    private static ParticipantState Full() => Enumerable.Range(0, ParticipantRequests.MostOpen).Aggregate(
        ParticipantDecisionsTests.Registered(ParticipantKind.Mentee, 0), (state, number) => ParticipantRequests.Open(state, Request(number), Sample.Start).Ok());

    private static OpenRequest Request(int number) => new(EntityId.Derive<MatchRequestId>(Sample.Tenant.Value, $"{number}"), Until);
}
