using System.Text.Json;

namespace MentorCloud.Storage.Transfer;

/// <summary>One line of a moved tenant.</summary>
/// <param name="Kind"><c>audit</c>, <c>auditHead</c>, <c>tenantKey</c>, <c>personKey</c> or <c>position</c>.</param>
/// <param name="Values">The record's columns but the tenant, in the order of its table; bytes in base64.</param>
public sealed record TransferLine(string Kind, IReadOnlyList<JsonElement> Values);
