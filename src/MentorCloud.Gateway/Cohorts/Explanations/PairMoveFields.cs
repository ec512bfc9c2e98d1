using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Explanations;

/// <summary>Fields of <c>PairMove</c>.</summary>
internal static class PairMoveFields
{
    public static async Task<ParticipantRow> MenteeAsync(PairMove parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;

    public static async Task<ParticipantRow?> FromAsync(PairMove parent, ParticipantLoader loader) =>
        parent.From is { } mentor ? await loader.LoadAsync(mentor) : null;

    public static async Task<ParticipantRow?> ToAsync(PairMove parent, ParticipantLoader loader) =>
        parent.To is { } mentor ? await loader.LoadAsync(mentor) : null;
}
