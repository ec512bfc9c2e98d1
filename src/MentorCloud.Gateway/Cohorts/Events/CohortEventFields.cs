using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>Fields of <c>CohortEvent</c>.</summary>
internal static class CohortEventFields
{
    public static string Id(CohortEventRow parent) => GlobalId.Of(NodeType.CohortEvent, parent.Id);

    public static async Task<CohortRow> CohortAsync(CohortEventRow parent, CohortLoader loader) => (await loader.LoadAsync(parent.Cohort))!.ToRow();

    public static async Task<string> NotesAsync(CohortEventRow parent, CohortEventLoader loader) => (await loader.LoadAsync(parent.Id))!.Notes;

    public static async Task<InvitationStatus?> OwnStatusAsync(CohortEventRow parent, CohortEventLoader loader, Caller caller) =>
        (await loader.LoadAsync(parent.Id))!.Invitations.FirstOrDefault(each => each.Participant == caller.Actor.Participant)?.Status;

    /// <summary>People are only ever added behind the others, so places are cursors.</summary>
    public static async Task<Connection<Invitation>> InvitationsAsync(CohortEventRow parent, int first, string? after, CohortEventLoader loader) =>
        PlaceCursors.Page($"invitations:{parent.Id}", (await loader.LoadAsync(parent.Id))!.Invitations, first, after);
}
