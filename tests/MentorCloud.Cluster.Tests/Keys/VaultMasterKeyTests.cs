using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using MentorCloud.Cluster.Configuration;
using MentorCloud.Cluster.Keys;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Keys;

namespace MentorCloud.Cluster.Tests.Keys;

/// <summary>The Key Vault client itself, on answers as the vault's REST interface gives them.</summary>
public sealed class VaultMasterKeyTests
{
    private static readonly ClusterSettings Settings = new() { Vault = new Uri("https://name.vault.azure.net") };

    [Fact]
    public async Task Key_from_the_vault_wraps_and_unwraps()
    {
        using var key = Key(HttpStatusCode.OK, new { value = Convert.ToBase64String(new byte[32]), id = $"{Settings.Vault}secrets/{Settings.VaultSecret}/1" });

        var wrapped = await key.WrapAsync(new byte[] { 1, 2, 3 }, "tenant|a", default);

        Assert.Equal([1, 2, 3], await key.UnwrapAsync(wrapped, "tenant|a", default));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => key.UnwrapAsync(wrapped, "tenant|b", default).AsTask());
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64")]
    [InlineData("")]
    public async Task Secret_that_is_no_key_is_refused_by_name(string value)
    {
        using var key = Key(HttpStatusCode.OK, new { value, id = $"{Settings.Vault}secrets/{Settings.VaultSecret}/1" });

        var refused = await Assert.ThrowsAsync<MasterKeyException>(() => key.WrapAsync(new byte[32], "tenant|a", default).AsTask());

        Assert.Contains("mentorcloud-master-key", refused.Message, StringComparison.Ordinal);
        Assert.Contains("32 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "SecretNotFound")]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden")]
    public async Task Secret_that_cannot_be_read_is_refused_with_the_vaults_reason(HttpStatusCode status, string code)
    {
        using var key = Key(status, new { error = new { code, message = "no" } });

        var refused = await Assert.ThrowsAsync<MasterKeyException>(() => key.WrapAsync(new byte[32], "tenant|a", default).AsTask());

        Assert.Contains(code, refused.Message, StringComparison.Ordinal);
    }

    private static SecretMasterKey Key(HttpStatusCode status, object answer)
    {
        var options = new SecretClientOptions { Transport = new HttpClientTransport(new HttpClient(new Vault(status, answer))) };
        options.Retry.MaxRetries = 0;
        var client = new SecretClient(Settings.Vault!, new SomeIdentity(), options);
        return new SecretMasterKey(cancellationToken => VaultMasterKey.ReadAsync(client, Settings, cancellationToken));
    }

    /// <summary>Asks once for a token, as the vault does, and then answers.</summary>
    private sealed class Vault(HttpStatusCode status, object answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.Authorization is null)
            {
                var challenge = new HttpResponseMessage(HttpStatusCode.Unauthorized);
                challenge.Headers.Add("WWW-Authenticate", "Bearer authorization=\"https://login.microsoftonline.com/tenant\", resource=\"https://vault.azure.net\"");
                return Task.FromResult(challenge);
            }

            return Task.FromResult(new HttpResponseMessage(status)
            {
                Content = new StringContent(JsonSerializer.Serialize(answer), Encoding.UTF8, "application/json"),
            });
        }
    }

    private sealed class SomeIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
