using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Takes a client's address from the proxies that the operator names, for throttling, sessions and logs. What anybody else writes
/// into <c>X-Forwarded-For</c> counts for nothing.
/// </summary>
internal static class ProxyAddresses
{
    /// <summary>Reads an address or a network; one that holds every address is none.</summary>
    public static bool TryRead(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var single))
        {
            network = new IPNetwork(single, single.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network) && network.PrefixLength > 0;
    }

    /// <summary>Puts the client's address in place of the proxy's; nothing when no proxy is named.</summary>
    public static void UseProxyAddresses(this IApplicationBuilder app, MentorCloudOptions options)
    {
        if (options.TrustedProxies.Count == 0)
        {
            return;
        }

        // From the right, as long as the sender is a proxy of ours: what a client wrote itself stands to the left of it.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            if (TryRead(proxy, out var network))
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        }

        app.UseForwardedHeaders(forwarded);
    }
}
