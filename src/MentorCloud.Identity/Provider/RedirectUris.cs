namespace MentorCloud.Identity.Provider;

/// <summary>Where a program may be led back to (OAuth 2.1, section 2.3.1; RFC 8252 for programs on people's machines).</summary>
internal static class RedirectUris
{
    private const int MostLength = 2000;

    /// <summary>Whether an address may be registered: https, http on the loopback, or a scheme of the program's own that names a domain.</summary>
    public static bool MayBeRegistered(string text)
    {
        if (text.Length > MostLength || text.Any(sign => sign is <= ' ' or >= '\u007f' or '\\' or '*' or '"' or '<' or '>')
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || text.Contains('#', StringComparison.Ordinal) || uri.UserInfo.Length > 0)
        {
            return false;
        }

        return uri.Scheme switch
        {
            "https" => uri.Host.Length > 0,
            "http" => uri.IsLoopback,
            _ => uri.Scheme.Contains('.', StringComparison.Ordinal),
        };
    }

    /// <summary>Whether an address is on the web and so a program's own; at the person's own machine anybody's program may listen, by https too.</summary>
    public static bool IsOwnWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == "https" && !uri.IsLoopback && !IsLocalName(uri.Host.TrimEnd('.'));

    /// <summary>Whether the asked address is one of the registered, text for text; a loopback address may have another port.</summary>
    public static bool Matches(string registered, string asked) =>
        registered.Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(one => one == asked || IsSameLoopback(one, asked));

    /// <summary>The origin or scheme of an address, as a content security policy names it.</summary>
    public static string PolicySource(string text)
    {
        var uri = new Uri(text);
        return uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Authority) : uri.Scheme + ":";
    }

    /// <summary>Whether a name is kept for the loopback (RFC 6761, section 6.3).</summary>
    private static bool IsLocalName(string host) => host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal);

    private static bool IsSameLoopback(string registered, string asked)
    {
        if (!MayBeRegistered(asked) || !Uri.TryCreate(registered, UriKind.Absolute, out var one) || !Uri.TryCreate(asked, UriKind.Absolute, out var other)
            || one.Scheme != "http" || other.Scheme != "http" || one.Host is not ("127.0.0.1" or "[::1]"))
        {
            return false;
        }

        return one.Host == other.Host && one.PathAndQuery == other.PathAndQuery;
    }
}
