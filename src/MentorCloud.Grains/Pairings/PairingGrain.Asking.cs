using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.Pairings;

/// <summary>What a pairing asks of grains below it before it commits.</summary>
public sealed partial class PairingGrain
{
    /// <summary>A prompt that was scheduled asks what the cohort's calendar says now; where a cohort of an earlier release has none yet, nothing is fixed.</summary>
    private async Task<PairingState> AskPromptsAsync(PairingState decided)
    {
        if (!Prompts.AreUnasked(decided))
        {
            return decided;
        }

        var calendar = GrainFactory.GetGrain<IPromptCalendarGrain>(GrainKey.Of(Tenant, decided.Origin.Cohort));
        var known = await calendar.Get(Actor.System(Tenant, "pairing"));
        return known.Value is { } own ? Prompts.Ask(decided, own.Prompts) : decided;
    }

    /// <summary>Competencies are the tenant's framework's, whose newest version counts.</summary>
    private async Task<Refusal?> RefuseCompetenciesAsync(Actor actor, PairingCommand command)
    {
        if (!CompetencyCheck.Concerns(command)
            || (await GrainFactory.GetGrain<ITenantGrain>(GrainKey.Of(Tenant, Tenant)).Get(actor)).OrThrow().Framework is not { } framework)
        {
            return null;
        }

        var known = (await GrainFactory.GetGrain<IFrameworkGrain>(GrainKey.Of(Tenant, framework)).Get(actor)).OrThrow();
        return CompetencyCheck.Refuse(command, known.Competencies);
    }

    /// <summary>Whoever is asked to rate is somebody of the tenant who is still there.</summary>
    private async Task<Refusal?> RefuseRatersAsync(PairingCommand command)
    {
        if (command is not OpenReview360 open)
        {
            return null;
        }

        var system = Actor.System(Tenant, "pairing");
        var people = await Task.WhenAll(open.Raters.Select(rater => Participant(rater).Get(system)));
        return people.Select((reply, index) => Review360Decisions.RefuseRater(reply.Value, index)).FirstOrDefault(refusal => refusal is not null);
    }
}
