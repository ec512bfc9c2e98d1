using System.Globalization;
using Orleans.Configuration;
using Microsoft.Extensions.Options;

namespace MentorCloud.Cluster.Transfer;

/// <summary>Sees to it that no silo of the cluster runs while a command works on its stores.</summary>
internal sealed class StoppedCluster(IMembershipTable members, IOptions<ClusterMembershipOptions> options, TimeProvider clock)
{
    /// <summary>Looks at the membership table once.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SilosRunningException">A silo runs, or was killed so lately that it cannot be told from one.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        await members.InitializeMembershipTableAsync(tryInitTableVersion: true, cancellationToken);
        var until = clock.GetUtcNow().UtcDateTime - (options.Value.IAmAliveTablePublishTimeout * options.Value.NumMissedTableIAmAliveLimit);
        foreach (var (member, _) in (await members.ReadAllAsync(cancellationToken)).Members)
        {
            if (member.Status is not (SiloStatus.Dead or SiloStatus.None) && (member.IAmAliveTime > until || member.StartTime > until))
            {
                throw new SilosRunningException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The silo {member.SiloAddress.Endpoint} on {member.HostName} was alive at {member.IAmAliveTime:HH:mm:ss}Z; stop all silos. One that was killed counts as alive until {member.IAmAliveTime + (clock.GetUtcNow().UtcDateTime - until):HH:mm:ss}Z."));
            }
        }
    }
}
