using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace MentorCloud.Identity.Federation;

/// <summary>
/// Talks to customers' providers. Their addresses come from tenants, so this must not become a way into our own network:
/// no redirect is followed, no private address is connected to unless the operator allows it, answers are short and prompt.
/// </summary>
internal sealed class ProviderHttp : IDocumentRetriever, IDisposable
{
    private const int MostBytes = 256 * 1024;
    private readonly bool _inside;
    private readonly HttpClient _http;

    public ProviderHttp(IOptions<IdentityOptions> options)
    {
        _inside = options.Value.InsideProviders;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = MostBytes };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Whether an address may be a provider's: https; plain http only inside, on the loopback.</summary>
    public bool MayBeUsed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && _inside && uri.IsLoopback));

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!MayBeUsed(address))
        {
            throw new HttpRequestException("The provider names an address that is not https.");
        }

        using var response = await _http.GetAsync(new Uri(address), cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }

    /// <summary>Sends a form; the answer's status and body.</summary>
    public async Task<(bool Good, string Body)> PostAsync(
        string address, IReadOnlyDictionary<string, string> form, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        if (!MayBeUsed(address))
        {
            throw new HttpRequestException("The provider names an address that is not https.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = authorization;
        using var response = await _http.SendAsync(request, cancellationToken);
        return (response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Connects to the address that was checked: a name that resolves anew in between changes nothing.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var open = found.Where(address => _inside || PublicAddress.Is(address)).ToArray();
        if (open.Length == 0)
        {
            throw new HttpRequestException("The provider's host has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
