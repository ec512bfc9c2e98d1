using MentorCloud.Contracts.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Tests.Provider;

/// <summary>What a program asks of the person's browser, by the challenge of RFC 7636, appendix B.</summary>
internal static class Wishes
{
    /// <summary>The parameters of a wish for <c>openid</c>, and others beside or in place of them.</summary>
    public static Dictionary<string, string> Fields(AppClientSecret app, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string>
        {
            ["client_id"] = app.Client.ClientId, ["redirect_uri"] = Programs.Redirect, ["response_type"] = "code", ["scope"] = "openid",
            ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>The same as an address of ours.</summary>
    public static string Of(AppClientSecret app, params (string Name, string Value)[] more) =>
        QueryHelpers.AddQueryString("/connect/authorize", Fields(app, more).ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
}
