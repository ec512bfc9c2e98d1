using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.People;

/// <summary>Fields of <c>Participant</c>.</summary>
internal static class ParticipantFields
{
    public static string Id(ParticipantRow parent) => GlobalId.Of(NodeType.Participant, parent.Id);

    public static async Task<DateTimeOffset?> DepartedAtAsync(ParticipantRow parent, Caller caller, GrainReader reader) =>
        (await reader.ParticipantAsync(caller, parent.Id))?.DepartedAt;

    public static async Task<DateTimeOffset?> OverloadedUntilAsync(ParticipantRow parent, Caller caller, GrainReader reader, TimeProvider clock) =>
        (await reader.ParticipantAsync(caller, parent.Id))?.OverloadedUntil(clock.GetUtcNow());

    public static async Task<Intake?> IntakeAsync(
        ParticipantRow parent, Caller caller, GrainReader reader, GuardedViews views, CancellationToken cancellationToken)
    {
        if (await reader.ParticipantAsync(caller, parent.Id) is not { } state)
        {
            return null;
        }

        await views.AuditPersonAsync(caller, parent.Id, "Read Intake", cancellationToken);
        return state.Profile.Intake;
    }
}
