using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.People;

/// <summary>The payload of the same name.</summary>
internal sealed record ParticipantErasePayload(ErasureProgress? Progress, IReadOnlyList<UserError> UserErrors)
{
    /// <summary>Whether nothing is left to be done.</summary>
    public bool Erased => Progress == ErasureProgress.Complete;
}
