using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.People;

/// <summary>How many people somebody may ask at once (requirement 18): whoever asks everybody asks nobody in earnest.</summary>
public static class ParticipantRequests
{
    /// <summary>Requests of one person that may wait at a time, over all cohorts.</summary>
    public const int MostOpen = 10;

    /// <summary>Counts a request that is about to be sent; counting it again changes nothing but its end.</summary>
    /// <param name="state">Who asks.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">The instant; what has expired by then counts no longer.</param>
    /// <returns>The participant; MATCH_REQUESTS_TOO_MANY.</returns>
    public static Decision<ParticipantState> Open(ParticipantState state, OpenRequest request, DateTimeOffset now)
    {
        var others = state.Requests.RemoveAll(each => each.Until <= now || each.Request == request.Request);
        return others.Length >= MostOpen
            ? new Refusal(ErrorCodes.MatchRequestsTooMany, $"{MostOpen} of your requests wait for an answer; wait for one, or withdraw one.")
            : Decision<ParticipantState>.Accept(state with { Requests = others.Add(request) });
    }

    /// <summary>A request waits no longer.</summary>
    /// <param name="state">Who asked.</param>
    /// <param name="request">The request; one that does not count changes nothing.</param>
    /// <returns>The participant.</returns>
    public static Decision<ParticipantState> Close(ParticipantState state, MatchRequestId request)
    {
        var left = state.Requests.RemoveAll(each => each.Request == request);
        return Decision<ParticipantState>.Accept(left.Length == state.Requests.Length ? state : state with { Requests = left });
    }
}
