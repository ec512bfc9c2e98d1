using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>An entry that everybody in the tenant may read, in the views. Its words are read from the pairing.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which entry of it.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="WrittenAt">When, UTC.</param>
public sealed record SharedEntryRow(
    TenantId Tenant, PairingId Pairing, int Number, CohortId Cohort, EntryKind Kind, ParticipantId Author, DateTimeOffset WrittenAt) : ViewRow
{
    /// <summary>Unique in the tenant.</summary>
    public string Id => $"{Pairing}.{Number}";
}
