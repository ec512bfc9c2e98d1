using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Logins;

/// <summary>An e-mail domain that a tenant says is its own.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Domain">Lower case ASCII.</param>
/// <param name="RecordName">Where the proof is looked for in the DNS, such as <c>_mentorcloud.acme.example</c>.</param>
/// <param name="RecordText">The TXT record that proves it.</param>
/// <param name="VerifiedAt">When it was proved, UTC; null before: until then it counts for nothing.</param>
public sealed record EmailDomain(TenantId Tenant, string Domain, string RecordName, string RecordText, DateTimeOffset? VerifiedAt);
