using System.Buffers.Text;
using System.Text;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>Global ids of one tenant's things, by the type of node; <c>Mentor</c> and <c>Mentee</c> are the pairing's two.</summary>
internal sealed class Things(IReadOnlyDictionary<string, string> ids)
{
    /// <summary>Names of id arguments that do not name their type.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["to"] = "Mentor",
        ["for"] = "Mentee",
        ["attended"] = "Mentee",
        ["emergencyAccounts"] = "Account",
        ["raters"] = "Participant",
        ["ranked"] = "Mentor",
        ["base"] = "Round",
        ["event"] = "CohortEvent",
    };

    public string this[string type] => ids[type];

    public bool Has(string type) => ids.ContainsKey(type);

    /// <summary>Ids of the same kinds and form that nobody has.</summary>
    public Things Unknown() => new(ids.ToDictionary(pair => pair.Key, pair => PlainNames.OfThings.Values.Contains(pair.Key) ? Replaced(pair.Value) : Changed(pair.Value)));

    /// <summary>Which thing an id argument means; null when nobody has said so.</summary>
    public string? KindOf(string argument)
    {
        if (Names.TryGetValue(argument, out var named) || PlainNames.OfThings.TryGetValue(argument, out named))
        {
            return named;
        }

        var pascal = char.ToUpperInvariant(argument[0]) + argument[1..];
        return Has(pascal) ? pascal : pascal.EndsWith('s') && Has(pascal[..^1]) ? pascal[..^1] : null;
    }

    /// <summary>Letters and digits of the same number and kind, so that length and form say nothing.</summary>
    private static string Replaced(string name) => string.Concat(name.Select(sign => char.IsAsciiDigit(sign) ? '7' : char.IsAsciiHexDigitLower(sign) ? 'e' : sign));

    private static string Changed(string globalId)
    {
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(globalId));
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text[..^8] + "00000000"));
    }
}
