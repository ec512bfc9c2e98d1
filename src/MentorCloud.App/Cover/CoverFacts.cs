using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Cover;

/// <summary>Opens a search for every fact that asks for one; it keeps its place in the feed, so that none is lost or opened twice.</summary>
internal sealed class CoverFacts(IFactFeed feed, IGrainFactory grains, TimeProvider clock, ILogger<CoverFacts> log) : BackgroundService
{
    private const string Consumer = "cover";
    private const int ReadAtOnce = 500;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Searches for cover could not be opened; trying again in {Seconds} s", RetryAfter.TotalSeconds);
                await Task.Delay(RetryAfter, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var position = await feed.CheckpointAsync(Consumer, stopping);
        while (!stopping.IsCancellationRequested)
        {
            var facts = await feed.ReadAsync(position, ReadAtOnce, stopping);
            if (facts.Count == 0)
            {
                await feed.WaitAsync(position, stopping);
                continue;
            }

            var asking = facts.Where(record => record.Fact is RebalancingProposed or CoverNeeded).ToList();
            foreach (var record in asking)
            {
                await TryOpenAsync(record);
            }

            position = facts[^1].Position;
            if (asking.Count > 0 || facts.Count == ReadAtOnce)
            {
                await feed.SaveCheckpointAsync(Consumer, position, stopping);
            }
        }
    }

    /// <summary>A search that is refused for good is left, so that those behind it go on; only what may succeed later is tried again.</summary>
    private async Task TryOpenAsync(FactRecord record)
    {
        try
        {
            await OpenAsync(record);
        }
        catch (RefusedException refused) when (ErrorCatalogue.KindOf(refused.Refusal.Code) != RefusalKind.Unavailable)
        {
            log.LogWarning(
                "No search for cover was opened for pairing {Pairing}: {Code}", PairingOf(record.Fact), refused.Refusal.Code);
        }
    }

    private async Task OpenAsync(FactRecord record)
    {
        var pairing = PairingOf(record.Fact);
        var actor = Actor.System(record.Tenant, "cover");
        var view = (await grains.GetGrain<IPairingGrain>(GrainKey.Of(record.Tenant, pairing)).Get(actor)).OrThrow();
        var reason = record.Fact is RebalancingProposed ? CoverReason.Stalled
            : view.Life!.Outcome == PairingOutcome.Reassigned ? CoverReason.Reassigned : CoverReason.MentorLeft;
        var command = new OpenCover(pairing, view.Row.Cohort, view.Row.Mentor, view.Row.Mentee, reason);
        (await grains.GetGrain<ICoverGrain>(GrainKey.Of(record.Tenant, pairing)).Open(actor, command, record.At)).OrThrow();
    }

    private static PairingId PairingOf(Fact fact) => fact switch
    {
        RebalancingProposed proposed => proposed.Pairing,
        CoverNeeded needed => needed.Pairing,
        _ => throw new ArgumentException($"{fact.GetType().Name} asks for no cover.", nameof(fact)),
    };
}
