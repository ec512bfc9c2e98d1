using MentorCloud.Contracts.Access;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Cohorts.Sessions;

/// <summary>Sessions that several pairings of a group program have in common.</summary>
internal static class CohortSessionMutations
{
    /// <summary>Logs one session in each pairing. Each accepts or refuses for itself; repeating with the same key finishes what was cut off.</summary>
    public static async Task<CohortSessionPayload> CohortLogSessionAsync(
        CohortLogSessionInput input, Caller caller, GrainReader grains, ICommandBook book, CancellationToken cancellationToken)
    {
        var (chosen, errors) = await Attempt.RunAsync(() => ChooseOnceAsync(input, caller, grains, book, cancellationToken));
        if (chosen is null)
        {
            return new CohortSessionPayload([], errors);
        }

        var session = caller.Command(input.IdempotencyKey);
        var rows = new List<PairingRow>();
        var refused = new List<UserError>();
        foreach (var (pairing, place) in chosen.Select((pairing, place) => (pairing, place)))
        {
            var command = new LogCheckIn(input.HeldAt, input.Minutes, PairingSide.Mentor) { SharedBy = chosen.Count };
            var (view, why) = await Attempt.RunAsync<PairingView>(async () =>
            {
                var reply = await grains.Pairing(caller, pairing).Handle(
                    caller.Actor, EntityId.Derive<CommandId>(session.Value, pairing.ToString()), command);
                return reply.Refusal is { } refusal ? refusal with { Field = refusal.Field ?? $"pairings.{place}" } : reply;
            });
            refused.AddRange(why);
            if (view is not null)
            {
                rows.Add(view.Row);
            }
        }

        return new CohortSessionPayload(rows, refused);
    }

    /// <summary>
    /// The key stands for the pairings that were chosen first, also when some have come or gone since; noted before any of them
    /// is asked, so that a repetition finishes the same session.
    /// </summary>
    private static async Task<Contracts.Grains.Reply<List<PairingId>>> ChooseOnceAsync(
        CohortLogSessionInput input, Caller caller, GrainReader grains, ICommandBook book, CancellationToken cancellationToken)
    {
        await grains.RequireChangeAsync(caller, "Pairing.LogCheckIn");
        var (command, words) = (caller.Command(input.IdempotencyKey), Repetitions.Words("cohortLogSession", input));
        var (noted, refusal) = await book.FindAsync(caller.Tenant, command, words, cancellationToken);
        if (refusal is not null || noted is not null)
        {
            return refusal ?? new Contracts.Grains.Reply<List<PairingId>>([.. noted!.Split(' ').Select(EntityId.Parse<PairingId>)], null);
        }

        var chosen = await ChooseAsync(input, caller, grains);
        if (chosen.Value is { } pairings)
        {
            await book.NoteAsync(caller.Tenant, command, words, string.Join(' ', pairings), cancellationToken);
        }

        return chosen;
    }

    /// <summary>The caller's own pairings as a mentor of the cohort: all of them, or those that are named.</summary>
    private static async Task<Contracts.Grains.Reply<List<PairingId>>> ChooseAsync(CohortLogSessionInput input, Caller caller, GrainReader grains)
    {
        var id = GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort");
        if (await grains.CohortAsync(caller, id) is not { } cohort
            || caller.Actor.Participant is not { } self || await grains.ParticipantAsync(caller, self) is not { } mentor
            || !mentor.Cohorts.Contains(id))
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such cohort of yours.", "cohort");
        }

        if (mentor.Profile.Kind != ParticipantKind.Mentor)
        {
            return new Refusal(ErrorCodes.PairingOtherSide, "Only the mentor can do this.", "cohort");
        }

        if (!ProgramRules.Of(cohort.Design.Type).CommonSessions)
        {
            return new Refusal(ErrorCodes.CohortNotGroup, "Only group programs have common sessions; log the check-in in its pairing.", "cohort");
        }

        var own = mentor.Slots.Where(slot => slot.Cohort == id).Select(slot => slot.Pairing).ToList();
        var wanted = input.Pairings?.Select((each, place) => GlobalId.Require<PairingId>(each, NodeType.Pairing, $"pairings.{place}")).Distinct().ToList() ?? own;
        var stranger = wanted.FindIndex(pairing => !own.Contains(pairing));
        return stranger >= 0
            ? new Refusal(ErrorCodes.NotFound, "There is no such pairing of yours in the cohort.", $"pairings.{stranger}")
            : wanted.Count > 0 ? wanted : new Refusal(ErrorCodes.NotFound, "You have no pairing in the cohort.", "cohort");
    }
}
