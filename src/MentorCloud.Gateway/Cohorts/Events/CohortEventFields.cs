using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>Fields of <c>CohortEvent</c>.</summary>
internal static class CohortEventFields
{
    private const char List = 'i';
    private const int LargestPage = 100;

    public static string Id(CohortEventRow parent) => GlobalId.Of(NodeType.CohortEvent, parent.Id);

    public static async Task<CohortRow> CohortAsync(CohortEventRow parent, CohortLoader loader) => (await loader.LoadAsync(parent.Cohort))!.ToRow();

    public static async Task<string> NotesAsync(CohortEventRow parent, CohortEventLoader loader) => (await loader.LoadAsync(parent.Id))!.Notes;

    public static async Task<InvitationStatus?> OwnStatusAsync(CohortEventRow parent, CohortEventLoader loader, Caller caller) =>
        (await loader.LoadAsync(parent.Id))!.Invitations.FirstOrDefault(each => each.Participant == caller.Actor.Participant)?.Status;

    public static async Task<Connection<Invitation>> InvitationsAsync(CohortEventRow parent, int first, string? after, CohortEventLoader loader)
    {
        if (first is < 1 or > LargestPage)
        {
            throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {LargestPage} invitations at a time, not {first}.", "first"));
        }

        // People are only ever added behind the others, so places are cursors.
        var all = (await loader.LoadAsync(parent.Id))!.Invitations;
        var begin = NumberCursor.Read(List, after) is { } place ? place + 1 : 0;
        var page = all.Select((invitation, index) => (invitation, index)).Skip(begin).Take(first).ToList();
        var edges = page.Select(each => new Edge<Invitation>(NumberCursor.Write(List, each.index), each.invitation)).ToList();
        var info = new PageInfo(
            begin + edges.Count < all.Length, begin > 0, edges.Count == 0 ? null : edges[0].Cursor, edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<Invitation>(edges, info, all.Length);
    }
}
