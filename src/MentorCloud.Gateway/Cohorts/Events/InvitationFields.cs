using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>Fields of <c>EventInvitation</c>.</summary>
internal static class InvitationFields
{
    public static async Task<ParticipantRow> ParticipantAsync(Invitation parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Participant))!;
}
