using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Rotation;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Queries;

/// <summary>Finds any object by its global id; null for malformed, unknown and foreign ids and for what the caller may not see, all alike.</summary>
internal sealed class NodeReader(GrainReader reader, GuardedViews views)
{
    public async Task<object?> FindAsync(Caller caller, string globalId, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryRead(globalId, out var type, out _))
        {
            return null;
        }

        return type switch
        {
            NodeType.Tenant => await TenantAsync(caller, globalId),
            NodeType.Participant => await ParticipantAsync(caller, globalId, cancellationToken),
            NodeType.Cohort => await CohortAsync(caller, globalId, cancellationToken),
            NodeType.CohortEvent => await EventAsync(caller, globalId),
            NodeType.Round => await RoundAsync(caller, globalId),
            NodeType.MatchRequest => await MatchRequestAsync(caller, globalId, cancellationToken),
            NodeType.Rotation => await RotationAsync(caller, globalId),
            NodeType.Pairing => await PairingAsync(caller, globalId, cancellationToken),
            _ => null,
        };
    }

    public async Task<ParticipantRow?> ParticipantAsync(Caller caller, string globalId, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryRead<ParticipantId>(globalId, NodeType.Participant, out var id)
            || await reader.ParticipantAsync(caller, id) is not { } state)
        {
            return null;
        }

        await views.AuditPersonAsync(caller, id, "Read Participant", cancellationToken);
        return state.ToRow();
    }

    public async Task<CohortRow?> CohortAsync(Caller caller, string globalId, CancellationToken cancellationToken) =>
        GlobalId.TryRead<CohortId>(globalId, NodeType.Cohort, out var id) && await views.MaySeeCohortAsync(caller, id, cancellationToken)
            ? (await reader.CohortAsync(caller.In(id), id))?.ToRow()
            : null;

    public async Task<RoundRow?> RoundAsync(Caller caller, string globalId) =>
        GlobalId.TryRead<RoundId>(globalId, NodeType.Round, out var id) ? (await reader.RoundAsync(caller, id))?.ToRow() : null;

    public async Task<MatchRequestRow?> MatchRequestAsync(Caller caller, string globalId, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryRead<MatchRequestId>(globalId, NodeType.MatchRequest, out var id) || await reader.MatchRequestAsync(caller, id) is not { } state)
        {
            return null;
        }

        var row = state.ToRow();
        if (caller.Actor.Participant is not { } self || (self != row.Mentor && self != row.Mentee))
        {
            await views.AuditPeopleAsync(caller, [row.Mentor, row.Mentee], "Read MatchRequest", cancellationToken);
        }

        return row;
    }

    public async Task<RotationState?> RotationAsync(Caller caller, string globalId) =>
        GlobalId.TryRead<RotationId>(globalId, NodeType.Rotation, out var id) ? await reader.RotationAsync(caller, id) : null;

    public async Task<PairingRow?> PairingAsync(Caller caller, string globalId, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryRead<PairingId>(globalId, NodeType.Pairing, out var id) || await reader.PairingAsync(caller, id) is not { } view)
        {
            return null;
        }

        await views.AuditPairingAsync(caller, view.Row, "Read Pairing", cancellationToken);
        return view.Row;
    }

    private async Task<CohortEventRow?> EventAsync(Caller caller, string globalId) =>
        GlobalId.TryRead<CohortEventId>(globalId, NodeType.CohortEvent, out var id)
            ? (await reader.CohortEventAsync(caller, id))?.ToRow(caller.Tenant)
            : null;

    private async Task<object?> TenantAsync(Caller caller, string globalId) =>
        GlobalId.TryRead<TenantId>(globalId, NodeType.Tenant, out var id) && id == caller.Tenant ? await reader.TenantAsync(caller) : null;
}
