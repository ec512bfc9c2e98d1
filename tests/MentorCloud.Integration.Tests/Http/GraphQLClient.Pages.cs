using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace MentorCloud.Integration.Tests.Http;

/// <summary>What a client does besides GraphQL: uploads and pages.</summary>
internal sealed partial class GraphQLClient
{
    private const string RosterPath = "/imports/roster";

    /// <summary>Sends a roster, and gives the report or the refusal.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Report)> UploadRosterAsync(HttpContent body, string? key, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(RosterPath + query, UriKind.Relative)) { Content = body };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, new GraphQLAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync()).Json);
    }

    /// <summary>Names the tenant that a platform operator's break-glass access is used for, from now on.</summary>
    public void LookInto(string slug) => http.DefaultRequestHeaders.Add("MentorCloud-Break-Glass", slug);

    /// <summary>Gets what is no GraphQL, with its media type.</summary>
    public async Task<(HttpStatusCode Status, string? Type, string Body)> FetchAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a browser gets that opens a page, whatever it is.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Accept", "text/html,*/*;q=0.8" } } };
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Promises one byte more of a roster than it sends, and hangs up; completes when the server has hung up too.</summary>
    public async Task BreakOffUploadAsync(Uri server, string roster, string key)
    {
        var body = Encoding.UTF8.GetBytes(roster);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {RosterPath} HTTP/1.1
            Host: {server.Authority}
            Authorization: {http.DefaultRequestHeaders.Authorization}
            Content-Type: text/csv
            Idempotency-Key: {key}
            Content-Length: {body.Length + 1}


            """).ReplaceLineEndings("\r\n");
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body);
        socket.Client.Shutdown(SocketShutdown.Send);
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // The server may hang up by a reset as well as by an end of its answer.
        }
    }

    /// <summary>Chooses a password with an invitation's link; false when the link is refused.</summary>
    public async Task<bool> AcceptInvitationAsync(Uri link, string password)
    {
        using var page = await http.GetAsync(new Uri(link.PathAndQuery, UriKind.Relative));
        if (CsrfField().Match(await page.Content.ReadAsStringAsync()) is not { Success: true } csrf)
        {
            return false;
        }

        var token = link.Query["?token=".Length..];
        using var answer = await PostFormAsync("/invitation", [("csrf", csrf.Groups[1].Value), ("token", token), ("password", password)]);
        return answer.IsSuccessStatusCode;
    }
}
