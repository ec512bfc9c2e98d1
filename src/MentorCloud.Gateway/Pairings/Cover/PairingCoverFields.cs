using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Cover;

/// <summary>Fields of <c>Pairing</c> about the search for another mentor.</summary>
internal static class PairingCoverFields
{
    public static async Task<CoverState?> CoverAsync(PairingRow parent, Caller caller, GrainReader reader) =>
        PairingAccess.IsManager(caller.Actor) && !IsOwnOfLimited(parent, caller.Actor) ? await reader.CoverAsync(caller, parent.Id) : null;

    /// <summary>In their own pairing a limited manager is a partner (docs/adr/0047).</summary>
    private static bool IsOwnOfLimited(PairingRow row, Actor actor) =>
        actor.Cohorts is not null && actor.Participant is { } self && (self == row.Mentor || self == row.Mentee);
}
