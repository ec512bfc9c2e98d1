using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Cover;

/// <summary>Fields of <c>Pairing</c> about the search for another mentor.</summary>
internal static class PairingCoverFields
{
    public static async Task<CoverState?> CoverAsync(PairingRow parent, Caller caller, GrainReader reader) =>
        PairingAccess.IsManager(caller.Actor) ? await reader.CoverAsync(caller, parent.Id) : null;
}
