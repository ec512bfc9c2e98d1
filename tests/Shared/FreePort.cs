using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MentorCloud.Testing;

/// <summary>
/// Ports of the loopback address for the servers of tests. They lie below those that systems give to outgoing connections,
/// and each belongs to the test process that found it until that ends, so that nobody takes one between finding and listening.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"mentorcloud-ports-{Environment.UserName}");
    private static readonly ConcurrentBag<FileStream> Reserved = [];

    /// <summary>A port that nobody listens on and no other test gets.</summary>
    public static int Find()
    {
        Directory.CreateDirectory(Folder);
        while (true)
        {
            var port = First + Random.Shared.Next(Count);
            if (TryReserve(port))
                return port;
        }
    }

    /// <summary>Listens on a free port until disposed.</summary>
    public static TcpListener Hold() => Listen(0);

    private static bool TryReserve(int port)
    {
        FileStream reservation;
        try
        {
            reservation = new FileStream(
                Path.Combine(Folder, port.ToString(CultureInfo.InvariantCulture)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return false;
        }

        try
        {
            Listen(port).Dispose();
        }
        catch (SocketException)
        {
            reservation.Dispose();
            return false;
        }

        Reserved.Add(reservation);
        return true;
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }
}
