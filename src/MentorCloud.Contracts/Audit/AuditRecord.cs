namespace MentorCloud.Contracts.Audit;

/// <summary>An entry as it stands in the log: numbered, and chained by hash to the entry before it.</summary>
/// <param name="Number">1, 2, 3 ... for each tenant, without gaps.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">SHA-256 over the previous hash and this entry, lower-case hexadecimal.</param>
public sealed record AuditRecord(long Number, AuditEntry Entry, string Hash);
