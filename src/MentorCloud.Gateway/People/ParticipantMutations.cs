using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.People;

/// <summary>Mutations on participants.</summary>
internal static class ParticipantMutations
{
    public static async Task<ParticipantPayload> ParticipantPreferAsync(
        ParticipantPreferInput input, Caller caller, GrainReader grains, IViews views, CancellationToken cancellationToken)
    {
        var (participant, errors) = await Attempt.RunAsync<ParticipantState>(async () =>
        {
            await grains.RequireChangeAsync(caller, "Participant.Prefer");
            var person = GlobalId.Require<ParticipantId>(input.Participant, NodeType.Participant, "participant");
            var ranked = input.Ranked.Select((id, index) => GlobalId.Require<ParticipantId>(id, NodeType.Participant, $"ranked.{index}")).ToImmutableArray();
            var refusal = await RefuseOthersAsync(person, ranked, caller, grains, views, cancellationToken);
            return refusal is not null
                ? Reply<ParticipantState>.FromRefusal(refusal)
                : await grains.Participant(caller, person).Prefer(caller.Actor, caller.Command(input.IdempotencyKey), ranked);
        });
        return new ParticipantPayload(participant?.ToRow(), errors);
    }

    /// <summary>Wishes go to the other side: a mentee wishes for mentors, a mentor for mentees.</summary>
    private static async Task<Refusal?> RefuseOthersAsync(
        ParticipantId person, ImmutableArray<ParticipantId> ranked, Caller caller, GrainReader grains, IViews views, CancellationToken cancellationToken)
    {
        if (await grains.ParticipantAsync(caller, person) is not { } state)
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such participant.", "participant");
        }

        var most = ranked.Take(ParticipantDecisions.MostPreferences + 1).ToList();
        var known = await views.ParticipantsByIdAsync(caller.Tenant, most, cancellationToken);
        var stranger = most.FindIndex(id => !known.TryGetValue(id, out var row) || row.Kind == state.Profile.Kind || !caller.Actor.Reaches(row.Cohorts));
        return stranger < 0
            ? null
            : new Refusal(ErrorCodes.NotFound, "There is no such participant on the other side.", $"ranked.{stranger}");
    }
}
