using System.Buffers.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary>A browser's proof that an account logged in with it before: <c>nonce.hmac(nonce, account)</c>. It opens nothing; it only keeps others' failures from slowing this browser down.</summary>
internal sealed class DeviceCookie(ServerSecrets secrets, SessionCookie cookie)
{
    private const string Purpose = "devices";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private string Name => cookie.Name("mc_device");

    public async Task<string?> ReadAsync(HttpContext http, string account)
    {
        var parts = http.Request.Cookies[Name]?.Split('.', 3) ?? [];
        return parts.Length == 2 && Secrets.SameText(parts[1], await ProofAsync(parts[0], account, http.RequestAborted))
            ? parts[0]
            : null;
    }

    public async Task WriteAsync(HttpContext http, string account)
    {
        var nonce = Secrets.New();
        var value = $"{nonce}.{await ProofAsync(nonce, account, http.RequestAborted)}";
        http.Response.Cookies.Append(Name, value, cookie.Options(SameSiteMode.Lax, Kept));
    }

    public static string Key(Account account) => $"{account.Tenant}/{account.Email.ToLowerInvariant()}";

    private async Task<string> ProofAsync(string nonce, string account, CancellationToken cancellationToken) =>
        Base64Url.EncodeToString(await secrets.SignAsync(Purpose, $"{nonce}|{account}", cancellationToken));
}
