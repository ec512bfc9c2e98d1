using MentorCloud.App.Hosting;
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
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Cover;

/// <summary>Opens a search for every fact that asks for one, and lets it lapse with what takes its reason away.</summary>
internal sealed class CoverFacts(IFactFeed feed, IGrainFactory grains, TimeProvider clock, ILogger<CoverFacts> log)
    : FactReactions("cover", feed, clock, log)
{
    /// <inheritdoc/>
    protected override bool Concerns(Fact fact) => fact is RebalancingProposed or CoverNeeded || CoverDecisions.TakesReason(fact);

    /// <summary>A search that is refused for good is left, so that those behind it go on; only what may succeed later is tried again.</summary>
    protected override async Task ReactAsync(FactRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await (CoverDecisions.TakesReason(record.Fact) ? LapseAsync(record) : OpenAsync(record));
        }
        catch (RefusedException refused) when (ErrorCatalogue.KindOf(refused.Refusal.Code) != RefusalKind.Unavailable)
        {
            log.LogWarning(
                "No search for cover was opened or closed for pairing {Pairing}: {Code}", PairingOf(record.Fact), refused.Refusal.Code);
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

    private async Task LapseAsync(FactRecord record)
    {
        var search = grains.GetGrain<ICoverGrain>(GrainKey.Of(record.Tenant, PairingOf(record.Fact)));
        var lapsed = await search.Lapse(Actor.System(record.Tenant, "cover"), (record.Fact as PairingEnded)?.Outcome, record.At);
        if (lapsed.Refusal is { Code: not ErrorCodes.NotFound } refused)
        {
            throw new RefusedException(refused);
        }
    }

    private static PairingId PairingOf(Fact fact) => fact switch
    {
        PairingHealthChanged changed => changed.Pairing,
        PairingEnded ended => ended.Pairing,
        RebalancingProposed proposed => proposed.Pairing,
        CoverNeeded needed => needed.Pairing,
        _ => throw new ArgumentException($"{fact.GetType().Name} asks for no cover.", nameof(fact)),
    };
}
