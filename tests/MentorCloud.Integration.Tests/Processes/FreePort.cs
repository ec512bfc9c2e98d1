using System.Net;
using System.Net.Sockets;

namespace MentorCloud.Integration.Tests.Processes;

/// <summary>Ports of the loopback address.</summary>
internal static class FreePort
{
    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int Find()
    {
        using var listener = Hold();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Listens on a free port until disposed.</summary>
    public static TcpListener Hold()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }
}
