using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Finds the participant that an account is to stand for.</summary>
internal sealed class ParticipantCheck(IViews views)
{
    /// <summary>The participant; null when none is named.</summary>
    /// <exception cref="RefusedException">NOT_FOUND.</exception>
    public async Task<ParticipantId?> RequireAsync(Caller caller, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return null;
        }

        var id = GlobalId.Require<ParticipantId>(text, NodeType.Participant, "participant");
        return (await views.ParticipantsByIdAsync(caller.Tenant, [id], cancellationToken)).ContainsKey(id)
            ? id
            : throw new RefusedException(new Refusal(ErrorCodes.NotFound, "There is no such participant.", "participant"));
    }
}
