using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>Somebody is asked to rate a mentee and has not done so yet.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which of its reviews.</param>
/// <param name="Rater">Who is asked.</param>
/// <param name="Mentee">Who is rated.</param>
/// <param name="Competencies">What is rated.</param>
public sealed record ReviewRequestRow(
    TenantId Tenant, PairingId Pairing, int Number, ParticipantId Rater, ParticipantId Mentee, ImmutableArray<string> Competencies) : ViewRow
{
    /// <summary>Unique in the tenant.</summary>
    public string Id => $"{Pairing}.{Number}.{Rater}";
}
