using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Provider;

/// <summary>Programs that log people in, one of each kind.</summary>
internal static class Programs
{
    public const string Redirect = "https://app.acme.example/callback";
    public const string AfterLogout = "https://app.acme.example/bye";

    public static async Task<AppClientSecret> AddAppAsync(
        this IdentityHost host, ClientProof proof, Scope scopes = Scope.None, string? keySet = null, TenantId? tenant = null, bool isFirstParty = true,
        string redirect = Redirect)
    {
        var made = await host.Get<IAppClients>().RegisterAsync(
            tenant ?? TestTenants.Acme, People.Platform, default, new NewAppClient("Acme portal", proof, [redirect], [AfterLogout], scopes, keySet, isFirstParty), default);
        return made.Value ?? throw new InvalidOperationException(made.Refusal!.Message);
    }

    /// <summary>What the judges need to know: the person, and a program of each kind.</summary>
    public static async Task<object> SetupAsync(this IdentityHost host)
    {
        var account = await host.AddAsync("ada@acme.example");
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(pair));
        var open = new { kty = "EC", crv = "P-256", x = jwk.X, y = jwk.Y };
        var confidential = await host.AddAppAsync(ClientProof.Secret, Scope.ProgramsRead);
        var keyed = await host.AddAppAsync(ClientProof.PrivateKey, Scope.ProgramsRead, JsonSerializer.Serialize(new { keys = new[] { open } }));
        var asking = await host.AddAppAsync(ClientProof.Secret, isFirstParty: false);
        return new
        {
            issuer = host.Address.ToString().TrimEnd('/'),
            redirect = Redirect,
            afterLogout = AfterLogout,
            account = account.Id.ToString(),
            tenant = TestTenants.Acme.ToString(),
            person = new { tenant = "acme", email = "ada@acme.example", password = People.Password },
            confidential = new { id = confidential.Client.ClientId, secret = confidential.Secret },
            open = new { id = (await host.AddAppAsync(ClientProof.None)).Client.ClientId },
            asking = new { id = asking.Client.ClientId, secret = asking.Secret },
            keyed = new { id = keyed.Client.ClientId, key = new { open.kty, open.crv, open.x, open.y, d = jwk.D } },
        };
    }
}
