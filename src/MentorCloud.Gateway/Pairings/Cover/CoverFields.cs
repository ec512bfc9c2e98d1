using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Pairings.Cover;

/// <summary>Fields of <c>Cover</c>.</summary>
internal static class CoverFields
{
    public static CoverReason Reason(CoverState parent) => parent.Case.Reason;

    public static IReadOnlyList<Proposal> Alternatives(CoverState parent) => parent.Alternatives;

    public static async Task<ParticipantRow> MenteeAsync(CoverState parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Case.Mentee))!;

    public static async Task<ParticipantRow?> ChosenAsync(CoverState parent, ParticipantLoader loader) =>
        parent.Chosen is { } mentor ? await loader.LoadAsync(mentor) : null;

    public static async Task<PairingRow?> SuccessorAsync(CoverState parent, PairingLoader loader) =>
        parent is { Status: CoverStatus.Placed, Successor: { } pairing } ? (await loader.LoadAsync(pairing))?.Row : null;

    public static UserError? Failure(CoverState parent) => parent.Failure is { } failure ? UserError.Of(failure) : null;
}
