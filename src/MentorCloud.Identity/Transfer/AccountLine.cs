using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorCloud.Identity.Transfer;

/// <summary>One record of a moved tenant's accounts.</summary>
/// <param name="Kind"><c>account</c>, <c>client</c>, <c>authenticator</c>, <c>recoveryCode</c>, <c>outsideLogin</c>, <c>loginRules</c>, <c>loginProvider</c>, <c>emailDomain</c> or <c>passkey</c>.</param>
/// <param name="Row">The record's columns.</param>
/// <param name="Host">Of a passkey, the name of the server for which it was made: browsers offer it to no other. Null for everything else.</param>
public sealed record AccountLine(
    string Kind, JsonElement Row, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Host = null);
