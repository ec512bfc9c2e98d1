using Microsoft.Extensions.Options;

namespace MentorCloud.Identity;

/// <summary>Names every option that is out of range, at start and all at once.</summary>
internal sealed class IdentityOptionsValidator : IValidateOptions<IdentityOptions>
{
    private const int LeastIterations = 210_000;

    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(IdentityOptions options) =>
        Addresses(options).Concat(Durations(options)).Concat(Others(options));

    private static IEnumerable<string> Addresses(IdentityOptions options)
    {
        var issuer = options.Issuer ?? options.ListeningUrl;
        if (!issuer.IsAbsoluteUri || issuer.Scheme is not ("http" or "https"))
        {
            yield return "Identity.Issuer must be an absolute http or https address.";
            yield break;
        }

        if (issuer.Query.Length > 0 || issuer.Fragment.Length > 0 || issuer.UserInfo.Length > 0)
        {
            yield return "Identity.Issuer must have no query, fragment or user.";
        }

        if (issuer.AbsolutePath != "/")
        {
            yield return "Identity.Issuer must have no path: the endpoints stand at the root of the server.";
        }

        if (issuer.Scheme == "http" && !issuer.IsLoopback)
        {
            yield return $"Identity.Issuer {issuer} must be https: plain http is accepted for the loopback alone.";
        }
    }

    private static IEnumerable<string> Durations(IdentityOptions options)
    {
        (string Name, TimeSpan Value, TimeSpan Least, TimeSpan Most)[] ranges =
        [
            (nameof(options.AccessTokenLifetime), options.AccessTokenLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)),
            (nameof(options.RefreshTokenLifetime), options.RefreshTokenLifetime, TimeSpan.FromHours(1), TimeSpan.FromDays(90)),
            (nameof(options.SessionLifetime), options.SessionLifetime, TimeSpan.FromMinutes(5), TimeSpan.FromDays(30)),
            (nameof(options.SessionIdle), options.SessionIdle, TimeSpan.FromMinutes(5), options.SessionLifetime),
            (nameof(options.InvitationLifetime), options.InvitationLifetime, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
            (nameof(options.SigningKeyLifetime), options.SigningKeyLifetime, TimeSpan.FromDays(1), TimeSpan.FromDays(365)),
            (nameof(options.SigningKeyOverlap), options.SigningKeyOverlap, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
        ];
        return ranges
            .Where(range => range.Value < range.Least || range.Value > range.Most)
            .Select(range => $"Identity.{range.Name} is {range.Value}; it must be between {range.Least} and {range.Most}.");
    }

    private static IEnumerable<string> Others(IdentityOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataFolder))
        {
            yield return "Identity.DataFolder must name a folder.";
        }

        if (string.IsNullOrWhiteSpace(options.Audience))
        {
            yield return "Identity.Audience must not be empty.";
        }

        if (options.PasswordIterations < LeastIterations)
        {
            yield return $"Identity.PasswordIterations is {options.PasswordIterations}; it must be at least {LeastIterations} (OWASP, PBKDF2-HMAC-SHA512).";
        }

        if (options.BreachedPasswordFile is { } breached && !File.Exists(breached))
        {
            yield return $"Identity.BreachedPasswordFile {breached} is no file.";
        }

        if (options.OutsideAuthority is { } outside
            && (!outside.Authority.IsAbsoluteUri || (outside.Authority.Scheme != "https" && !outside.Authority.IsLoopback)))
        {
            yield return "Identity.OutsideAuthority.Authority must be an absolute https address.";
        }

        if (options.OutsideAuthority is { } limited && !Domain.Access.ScopeNames.TryRead(limited.ScopeLimit, out _))
        {
            yield return $"Identity.OutsideAuthority.ScopeLimit must name scopes among {string.Join(", ", Domain.Access.ScopeNames.Known)}.";
        }

        if (!Pages.LocalPath.IsLocal(options.HomePath))
        {
            yield return "Identity.HomePath must be a path on this server, such as /account.";
        }
    }
}
