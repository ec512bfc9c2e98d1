using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>Fields of <c>FeedbackBalance</c>.</summary>
internal static class FeedbackFields
{
    public static double? MeanLatencyHours(FeedbackTally parent) => parent.MeanLatency?.TotalHours;
}
