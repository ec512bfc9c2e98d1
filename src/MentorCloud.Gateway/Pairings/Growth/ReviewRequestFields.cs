using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>Fields of <c>ReviewRequest</c>, and of <c>Viewer</c> about them.</summary>
internal static class ReviewRequestFields
{
    public static Task<IReadOnlyList<ReviewRequestRow>> ReviewRequestsAsync(Caller parent, GuardedProgram views, CancellationToken cancellationToken) =>
        views.ReviewRequestsAsync(parent, cancellationToken);

    public static string Pairing(ReviewRequestRow parent) => GlobalId.Of(NodeType.Pairing, parent.Pairing);

    public static async Task<ParticipantRow> MenteeAsync(ReviewRequestRow parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;
}
