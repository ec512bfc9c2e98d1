using System.Net;
using System.Net.Sockets;
using System.Text;
using MentorCloud.App.Hosting;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Start;

/// <summary>A stop lets requests in flight finish, and does not wait for one that is stuck.</summary>
public sealed class DrainTests
{
    /// <summary>Half of it is so many bytes that Kestrel (240 bytes a second, after five seconds) does not find the sender too slow for a minute.</summary>
    private static readonly string Body = new string(' ', 32_768) + """{"query":"{ __typename }"}""";

    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Stop_answers_the_request_in_flight_and_ends_in_time_although_another_is_stuck()
    {
        using var folder = new DataFolder();
        folder.Environment["MENTORCLOUD__DRAINTIMEOUT"] = Drain.ToString();
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        using var slow = await HalfRequestAsync(server.Address);
        using var stuck = await HalfRequestAsync(server.Address);

        var began = TimeProvider.System.GetTimestamp();
        await server.AskToStopAsync();
        await Poll.UntilAsync("the server to take no more", HostProgram.Bound, () => Task.FromResult(Refuses(server.Address) ? "refused" : null));
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[(Body.Length / 2)..]));
        using var reader = new StreamReader(slow.GetStream());
        Assert.StartsWith("HTTP/1.1 200", await reader.ReadLineAsync(), StringComparison.Ordinal);

        Assert.Equal(0, await server.EndAsync());
        var took = TimeProvider.System.GetElapsedTime(began);
        Assert.True(took > Drain - Second, $"It ended after {took} and left nobody the time that was promised.");
        Assert.True(took < Drain + TimeSpan.FromMinutes(1), $"It ended after {took}.");
    }

    [Fact]
    public async Task Stop_with_a_delay_answers_as_before_while_readyz_turns_load_balancers_away()
    {
        using var folder = new DataFolder();
        var clock = new ManualTimeProvider();
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        await using var app = ProgramHost.Server(Delayed(folder, address), new ManualEdition(clock, new LogKeeper(), new CallCounts()));
        await app.StartAsync();

        // What SIGTERM does; the delay passes on the clock of the test alone.
        app.Lifetime.StopApplication();
        var stop = app.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(address, "/readyz"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, "/livez"));
        using var late = await HalfRequestAsync(address);
        await late.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[(Body.Length / 2)..]));
        using var reader = new StreamReader(late.GetStream());
        Assert.StartsWith("HTTP/1.1 200", await reader.ReadLineAsync(), StringComparison.Ordinal);

        clock.Advance(Delay - Second);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, "/livez"));
        Assert.False(stop.IsCompleted, "It ended before its delay was over.");
        clock.Advance(Second);
        await stop.WaitAsync(HostProgram.Bound);
        Assert.True(Refuses(address));
    }

    [Fact]
    public async Task Probes_answer_without_login_and_livez_needs_no_store()
    {
        using var folder = new DataFolder();
        await using var server = await HostServer.StartAsync(folder, "--no-demo");
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal("alive", await http.GetStringAsync(new Uri("/livez", UriKind.Relative)));
        Assert.Equal("started", await http.GetStringAsync(new Uri("/startupz", UriKind.Relative)));
        Assert.Equal("ready", await http.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
        Assert.Equal(0, await server.StopAsync());
    }

    private static MentorCloudOptions Delayed(DataFolder folder, Uri address) => new()
    {
        Data = folder.Data,
        Url = address.GetLeftPart(UriPartial.Authority),
        MasterKeyFile = Path.Combine(folder.Root, "master.key"),
        DemoOnFirstStart = false,
        StopDelay = Delay,
    };

    /// <summary>Over a connection of its own, as a load balancer's probe.</summary>
    private static async Task<HttpStatusCode> StatusAsync(Uri address, string path)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>A connection whose request is in flight: the server asked for the body (RFC 9110, 10.1.1) and was sent half of it.</summary>
    private static async Task<TcpClient> HalfRequestAsync(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var head = $"POST /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n"
            + $"Expect: 100-continue\r\nContent-Length: {Body.Length}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        var asked = new byte[Continue.Length];
        await client.GetStream().ReadExactlyAsync(asked);
        Assert.Equal(Continue, Encoding.ASCII.GetString(asked));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[..(Body.Length / 2)]));
        return client;
    }

    private static bool Refuses(Uri address)
    {
        try
        {
            using var client = new TcpClient(address.Host, address.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
