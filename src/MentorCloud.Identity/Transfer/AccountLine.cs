using System.Text.Json;

namespace MentorCloud.Identity.Transfer;

/// <summary>One record of a moved tenant's accounts.</summary>
/// <param name="Kind"><c>account</c>, <c>client</c>, <c>authenticator</c>, <c>recoveryCode</c>, <c>outsideLogin</c> or <c>loginRules</c>.</param>
/// <param name="Row">The record's columns.</param>
public sealed record AccountLine(string Kind, JsonElement Row);
