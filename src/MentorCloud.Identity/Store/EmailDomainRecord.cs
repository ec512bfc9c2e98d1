namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>email_domains</c>.</summary>
internal sealed class EmailDomainRecord
{
    public required string Tenant { get; init; }

    public required string Domain { get; init; }

    /// <summary>The secret part of the TXT record.</summary>
    public required string Proof { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    public DateTimeOffset? VerifiedAt { get; set; }
}
