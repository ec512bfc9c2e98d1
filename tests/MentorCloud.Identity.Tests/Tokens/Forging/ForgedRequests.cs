using System.Net;
using System.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using MentorCloud.Identity.Tokens;

namespace MentorCloud.Identity.Tests.Tokens.Forging;

/// <summary>Sends forged tokens to each endpoint that reads any, and says what is wrong with an answer.</summary>
internal sealed class ForgedRequests : IAsyncDisposable
{
    /// <summary>What an answer must never hold: names of the other tenant, and what only the inside knows.</summary>
    private readonly List<string> _secret = ["   at ", "Exception", "IDX1", "Microsoft.", "sqlite", "SELECT "];

    private static readonly Encoding Wire = Encoding.UTF8;
    private readonly IdentityHost _host;
    private readonly HttpClient _http;
    private TokenForge _access = null!;
    private TokenForge _assertion = null!;
    private AppClientSecret _app = null!;
    private string _refresh = string.Empty;
    private string _foreign = string.Empty;

    private ForgedRequests(IdentityHost host) => (_host, _http) = (host, new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Wire,
    })
    {
        BaseAddress = host.Address,
    });

    public static async Task<ForgedRequests> StartAsync()
    {
        var host = await IdentityHost.StartAsync();
        var made = new ForgedRequests(host);
        var foreign = await host.AddClientAsync(Scope.ProgramsRead, TestTenants.Borealis);
        made._access = await Forges.OfAccessTokensAsync(host, await host.AddClientAsync(), foreign.Client.ClientId);
        made._assertion = await Forges.OfAssertionsAsync(host);
        made._foreign = await host.Get<AccessTokens>().ForClientAsync(foreign.Client, Scope.ProgramsRead, default);
        made._app = await host.AddAppAsync(ClientProof.Secret);
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        (_, made._refresh, _) = await browser.ProgramAsync(made._app);
        made._secret.AddRange([foreign.Client.ClientId, TestTenants.Borealis.ToString(), host.Folder, "orealis"]);
        return made;
    }

    /// <summary>Forges a token by the number and sends it; null when the answer refuses it and says nothing else.</summary>
    public async Task<string?> SendAsync(int number)
    {
        var random = new Random(number);
        var (way, make) = TokenAttacks.All[number / 5 % TokenAttacks.All.Count];
        var fault = (number % 5) switch
        {
            0 => await AsBearerAsync(make(_access, random)),
            1 => await AboutAsync("/connect/introspection", number % 50 == 1 ? _foreign : make(_access, random), body => body == "{\"active\":false}"),
            2 => await AboutAsync("/connect/revocation", number % 50 == 2 ? _foreign : make(_access, random), body => body.Length == 0),
            3 => await RefreshAsync(number % 2 == 0 ? make(_access, random) : Altered(random)),
            _ => await AssertAsync(make(_assertion, random)),
        };
        return fault is null ? null : $"{number} {way}: {fault}";
    }

    /// <summary>What was good before and is not after all of it: nothing of it was used up or revoked by forgeries.</summary>
    public async Task<IReadOnlyList<string>> LostAsync()
    {
        var lost = new List<string>();
        if (await TokenRequests.WhoAmIAsync(_http, _access.Good) == "anonymous")
        {
            lost.Add("our access token");
        }

        if (await _host.Get<AccessTokenCheck>().CheckAsync(_foreign, default) is null)
        {
            lost.Add("the other tenant's access token");
        }

        if (await _http.RefreshAsync(_app, _refresh) != HttpStatusCode.OK)
        {
            lost.Add("the refresh token");
        }

        using var asserted = await PostAsync("/connect/token", ("grant_type", "client_credentials"), ("client_assertion_type", KeyProof.AssertionType), ("client_assertion", _assertion.Good));
        if (asserted.StatusCode != HttpStatusCode.OK)
        {
            lost.Add("the program's assertion");
        }

        return lost;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<string?> AsBearerAsync(string token)
    {
        var line = new string([.. token.Where(sign => sign is not ('\r' or '\n'))]);
        if (TokenForge.IsSame(line.Trim(), _access.Good))
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/whoami");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + line);
        using var answer = await _http.SendAsync(request);
        var nobody = answer.StatusCode == HttpStatusCode.BadRequest || await answer.Content.ReadAsStringAsync() == "anonymous";
        return await FaultAsync(answer, nobody);
    }

    private async Task<string?> AboutAsync(string path, string token, Func<string, bool> saysNothing)
    {
        if (TokenForge.IsSame(token, _access.Good))
        {
            return null;
        }

        using var answer = await _http.AskAsync(path, _app, ("token", token));
        var body = await answer.Content.ReadAsStringAsync();
        return await FaultAsync(answer, answer.StatusCode == HttpStatusCode.OK ? saysNothing(body) : answer.StatusCode == HttpStatusCode.BadRequest);
    }

    private async Task<string?> RefreshAsync(string token)
    {
        if (token == _refresh)
        {
            return null;
        }

        using var answer = await _http.AskAsync("/connect/token", _app, ("grant_type", "refresh_token"), ("refresh_token", token));
        return await FaultAsync(answer, answer.StatusCode == HttpStatusCode.BadRequest);
    }

    private async Task<string?> AssertAsync(string token)
    {
        if (TokenForge.IsSame(token, _assertion.Good))
        {
            return null;
        }

        using var answer = await PostAsync(
            "/connect/token", ("grant_type", "client_credentials"), ("client_assertion_type", KeyProof.AssertionType), ("client_assertion", token));

        // How often somebody may fail is another test's matter: here each assertion is to be read.
        _host.Get<LoginThrottle>().Succeeded(new LoginAttempt("client|" + _host.Get<KeyProof>().ClaimedClient(token), "127.0.0.1", Device: null));
        return await FaultAsync(answer, answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized);
    }

    /// <summary>The refresh token with damage, or said to be of the other tenant.</summary>
    private string Altered(Random random) => random.Next(4) == 0
        ? TestTenants.Borealis + _refresh[_refresh.IndexOf('.', StringComparison.Ordinal)..]
        : DamagedText.Of(_refresh, random);

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(path, form);
    }

    private async Task<string?> FaultAsync(HttpResponseMessage answer, bool isRefused)
    {
        var body = await answer.Content.ReadAsStringAsync();
        var headers = answer.Headers.ToString();
        var said = _secret.Find(word => body.Contains(word, StringComparison.OrdinalIgnoreCase) || headers.Contains(word, StringComparison.OrdinalIgnoreCase));
        return said is not null ? $"says '{said}'"
            : isRefused && (int)answer.StatusCode < 500 ? null
            : $"{(int)answer.StatusCode} {body[..Math.Min(body.Length, 200)]}";
    }
}
