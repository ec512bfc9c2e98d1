using MentorCloud.App.Simulation.Watching;
using MentorCloud.Contracts.Background;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Simulation;

/// <summary>
/// Waits until nothing is under way in the host any more: no call, no reminder, no publication, and no work of any background
/// service. The clock is moved only then, so that it overtakes nothing.
/// </summary>
internal sealed class Stillness(IGrainHostProbe grains, WatchedPublisher publisher, IEnumerable<IHostedService> services)
{
    private readonly IReadOnlyList<IBackgroundWork> background =
    [
        publisher,
        .. services.OfType<BackgroundService>().Select(service => service as IBackgroundWork
            ?? throw new InvalidOperationException($"{service.GetType().Name} cannot say when it is at rest, so a simulated clock would overtake it; give it {nameof(IBackgroundWork)}.")),
    ];

    /// <summary>Completes at a moment at which all are at rest at once.</summary>
    public async Task ComeAsync(CancellationToken cancellationToken)
    {
        long asked;
        do
        {
            // Each was at rest once since the count was taken; if nobody was asked for anything since, each still is.
            asked = Asked();
            foreach (var work in background)
            {
                await work.RestAsync(cancellationToken);
            }

            await grains.RestAsync(cancellationToken);
        }
        while (Asked() != asked);
    }

    private long Asked()
    {
        var sum = 0L;
        foreach (var work in background)
        {
            sum += work.Asked;
        }

        return sum;
    }
}
