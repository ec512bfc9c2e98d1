using System.Buffers.Text;
using System.Text.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Storage.Views.Lists;

/// <summary>
/// Cursors: base64url of a JSON array [order, tenant, key, id]. They grant nothing, because the query filters by tenant
/// and rights as without one; so they are not signed. What does not fit the list is refused.
/// </summary>
internal static class Cursors
{
    // A name of 200 letters of four bytes, escaped, fits.
    private const int Longest = 4096;
    private const int LongestId = 100;

    public static string Write(string order, TenantId tenant, ListPlace place) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new[] { order, tenant.ToString(), place.Key, place.Id }));

    public static ListPlace Read(string cursor, string order, TenantId tenant, bool textKey) =>
        TryRead(cursor, order, tenant, textKey) ?? throw new RefusedException(new Refusal(
            ErrorCodes.CursorInvalid, "This cursor belongs to another list or order; read the list again from its beginning.", "cursor"));

    private static ListPlace? TryRead(string cursor, string order, TenantId tenant, bool textKey)
    {
        if (cursor.Length is 0 or > Longest || !Base64Url.IsValid(cursor)) return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(cursor));
            if (json.RootElement is not { ValueKind: JsonValueKind.Array } parts || parts.GetArrayLength() != 4) return null;
            if (!parts[0].ValueEquals(order) || !parts[1].ValueEquals(tenant.ToString())) return null;
            return Key(parts[2], textKey) is { } key && parts[3].GetString() is { Length: > 0 and <= LongestId } id && id.All(IsOfAnId)
                ? new ListPlace(key, id)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static object? Key(JsonElement part, bool text) =>
        text ? KeyText(part.GetString()) : part.TryGetInt64(out var number) ? number : null;

    // Most rows have an id of their own; that of a case is made of its pairing's, its kind and its number.
    private static bool IsOfAnId(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-';

    // PostgreSQL takes no NUL in text; a cursor of ours never has one.
    private static string? KeyText(string? text) => text?.Contains('\0', StringComparison.Ordinal) == false ? text : null;
}
