using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record MatchPairInput(string Mentor, string Mentee)
{
    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND naming the field.</exception>
    public MatchPair ToPair(string field) => new(
        GlobalId.Require<ParticipantId>(Mentor, NodeType.Participant, $"{field}.mentor"),
        GlobalId.Require<ParticipantId>(Mentee, NodeType.Participant, $"{field}.mentee"));

    /// <exception cref="Domain.Refusals.RefusedException">NOT_FOUND naming the field.</exception>
    public static ImmutableArray<MatchPair> ToPairs(IReadOnlyList<MatchPairInput> pairs, string field) =>
        [.. pairs.Select((pair, index) => pair.ToPair($"{field}.{index}"))];
}
