using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Login;

/// <summary>Where a request comes from, for counting. Behind a proxy the host must set the forwarded address before.</summary>
internal static class RequestSource
{
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "unknown";
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        // One customer's line has a whole /64: counting single addresses would count nothing.
        return Convert.ToHexString(address.GetAddressBytes()[..8]);
    }
}
