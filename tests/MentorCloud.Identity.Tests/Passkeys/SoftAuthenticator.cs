using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Passkeys;

/// <summary>An authenticator of an attacker's own making: it answers by WebAuthn, with whichever credential id and user handle it wants.</summary>
internal sealed partial class SoftAuthenticator(byte[] credentialId) : IDisposable
{
    private const byte PresentAndVerified = 0x05, WithCredential = 0x40;
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private uint _uses;

    /// <summary>Registers at the account page of whoever is logged in.</summary>
    public async Task<HttpResponseMessage> RegisterAsync(Browser browser, string password)
    {
        var (page, options) = await AskAsync(browser, "/account/passkeys");
        var client = ClientData("webauthn.create", options, browser.Address);
        byte[] credential = [.. new byte[16], .. Short(credentialId.Length), .. credentialId, .. CoseKey()];
        byte[] facts = [.. AuthenticatorData(options.GetProperty("rp").GetProperty("id").GetString()!, PresentAndVerified | WithCredential), .. credential];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, .. Short(facts.Length), .. facts];
        var answer = Answer(new { clientDataJSON = Base64UrlEncoder.Encode(client), attestationObject = Base64UrlEncoder.Encode(attestation) });
        return await browser.PostAsync("/account/passkeys", ("csrf", Csrf(page)), ("name", "Key"), ("password", password), ("credential", answer));
    }

    /// <summary>Logs in as the user of the handle.</summary>
    public async Task<HttpResponseMessage> LogInAsync(Browser browser, string userId)
    {
        var (page, options) = await AskAsync(browser, "/login/passkey");
        var client = ClientData("webauthn.get", options, browser.Address);
        var facts = AuthenticatorData(options.GetProperty("rpId").GetString()!, PresentAndVerified);
        var signature = _pair.SignData([.. facts, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var answer = Answer(new
        {
            clientDataJSON = Base64UrlEncoder.Encode(client), authenticatorData = Base64UrlEncoder.Encode(facts),
            signature = Base64UrlEncoder.Encode(signature), userHandle = Base64UrlEncoder.Encode(userId),
        });
        return await browser.PostAsync("/login/passkey", ("csrf", Csrf(page)), ("return", "/account"), ("credential", answer));
    }

    public void Dispose() => _pair.Dispose();

    private static async Task<(string Page, JsonElement Options)> AskAsync(Browser browser, string path)
    {
        var page = await browser.TextAsync(path);
        return (page, JsonDocument.Parse(WebUtility.HtmlDecode(Asked().Match(page).Groups[1].Value)).RootElement);
    }

    private string Answer(object response)
    {
        var id = Base64UrlEncoder.Encode(credentialId);
        return JsonSerializer.Serialize(new { id, rawId = id, type = "public-key", response, clientExtensionResults = new { } });
    }

    private static byte[] ClientData(string type, JsonElement options, Uri address) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = options.GetProperty("challenge").GetString(), origin = address.GetLeftPart(UriPartial.Authority), crossOrigin = false,
    });

    private byte[] AuthenticatorData(string server, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_uses);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(server)), flags, .. count];
    }

    /// <summary>RFC 9053, section 7.1.1: an EC2 key for ES256 on P-256.</summary>
    private byte[] CoseKey()
    {
        var point = _pair.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Short(int number) => [(byte)(number >> 8), (byte)number];

    private static string Csrf(string page) => page.Split("name=\"csrf\" value=\"")[1].Split('"')[0];

    [GeneratedRegex("data-options=\"([^\"]+)\"")]
    private static partial Regex Asked();
}
