using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MentorCloud.Identity.Tokens;

/// <summary>The parameters of a request as OAuth has them: form-encoded, each at most once; an empty one counts as missing (RFC 6749, section 3.1).</summary>
internal sealed class OAuthForm
{
    private const int MostLength = 64 * 1024;
    private readonly Dictionary<string, string> _values;

    private OAuthForm(Dictionary<string, string> values) => _values = values;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>Reads the body; a refusal when it is no such form.</summary>
    public static async Task<(OAuthForm? Form, OAuthRefusal? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!FormBody.IsForm(request))
        {
            return (null, OAuthRefusal.InvalidRequest("The body must be application/x-www-form-urlencoded."));
        }

        if (request.ContentLength > MostLength)
        {
            return (null, OAuthRefusal.InvalidRequest("The body is too large.") with { Status = StatusCodes.Status413PayloadTooLarge });
        }

        return await FormBody.ReadAsync(request, MostLength) is { } fields
            ? From(fields)
            : (null, OAuthRefusal.InvalidRequest("The body cannot be read as a form."));
    }

    /// <summary>The same from a query string or any other list of values.</summary>
    public static (OAuthForm? Form, OAuthRefusal? Refusal) From(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, given) in pairs)
        {
            if (given.Count > 1)
            {
                return (null, OAuthRefusal.InvalidRequest("A parameter is given more than once."));
            }

            if (!string.IsNullOrEmpty(given[0]))
            {
                values[name] = given[0]!;
            }
        }

        return (new OAuthForm(values), null);
    }

    /// <summary>Parameters that were not sent but taken from elsewhere (a pushed request).</summary>
    public static OAuthForm Of(IReadOnlyDictionary<string, string> values) => new(new(values, StringComparer.Ordinal));
}
