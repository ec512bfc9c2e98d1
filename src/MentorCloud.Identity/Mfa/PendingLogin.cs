using System.Buffers.Text;
using System.Globalization;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Mfa;

/// <summary>Remembers in the browser, for five minutes, that the password was right and only the code is missing: a signed cookie that opens nothing by itself.</summary>
internal sealed class PendingLogin(ServerSecrets secrets, SessionCookie cookie, IAccounts accounts, TimeProvider time)
{
    private const string Purpose = "second-factor";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private string Name => cookie.Name("mc_pending");

    public async Task WriteAsync(HttpContext http, Account account)
    {
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var text = $"{account.Tenant}.{account.Id}.{until}";
        http.Response.Cookies.Append(Name, $"{text}.{await SignAsync(text, http)}", cookie.Options(SameSiteMode.Lax, Lifetime));
    }

    /// <summary>The account whose password was right; null when nobody's was, or too long ago.</summary>
    public async Task<Account?> ReadAsync(HttpContext http)
    {
        var parts = http.Request.Cookies[Name]?.Split('.', 5) ?? [];
        if (parts.Length != 4 || !Secrets.SameText(parts[3], await SignAsync(string.Join('.', parts[..3]), http))
            || long.Parse(parts[2], CultureInfo.InvariantCulture) <= time.GetUtcNow().ToUnixTimeSeconds())
        {
            return null;
        }

        var account = await accounts.FindAsync(EntityId.Parse<TenantId>(parts[0]), EntityId.Parse<AccountId>(parts[1]), http.RequestAborted);
        return account is { Status: AccountStatus.Active } ? account : null;
    }

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, cookie.Options(SameSiteMode.Lax));

    private async Task<string> SignAsync(string text, HttpContext http) =>
        Base64Url.EncodeToString(await secrets.SignAsync(Purpose, text, http.RequestAborted));
}
