namespace MentorCloud.App.Exports;

/// <summary>One thing of a tenant, a line of its export.</summary>
/// <param name="Kind">What it is: <c>participant</c>, <c>pairing</c>, <c>pairingEntry</c>, <c>account</c>, <c>audit</c>, ...</param>
/// <param name="Key">The grain's key or the record's id.</param>
/// <param name="Value">What the tenant's admin may see of it; null when it was refused.</param>
/// <param name="Refused">The code of a refusal, so that nothing is left out without a word.</param>
internal sealed record ExportLine(string Kind, string Key, object? Value, string? Refused = null);
