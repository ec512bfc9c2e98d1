using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Pairings.Endings;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Pairings.Cover;

/// <summary>Fields of <c>Cover</c>. Whoever is named in it is noted in the audit log first, wherever the search is read.</summary>
internal static class CoverFields
{
    private const string Read = "Read Cover";

    public static CoverReason Reason(CoverState parent) => parent.Case.Reason;

    public static async Task<IReadOnlyList<Proposal>> AlternativesAsync(CoverState parent, Caller caller, GuardedViews views, CancellationToken cancellationToken)
    {
        await views.AuditPeopleAsync(caller, parent.Alternatives.SelectMany(each => new[] { each.Mentor, each.Mentee }).Distinct(), Read, cancellationToken);
        return parent.Alternatives;
    }

    public static async Task<ParticipantRow> MenteeAsync(
        CoverState parent, ParticipantLoader loader, Caller caller, GuardedViews views, CancellationToken cancellationToken)
    {
        var mentee = (await loader.LoadAsync(parent.Case.Mentee))!;
        await views.AuditPersonAsync(caller, mentee.Id, Read, cancellationToken);
        return mentee;
    }

    public static async Task<ParticipantRow?> ChosenAsync(
        CoverState parent, ParticipantLoader loader, Caller caller, GuardedViews views, CancellationToken cancellationToken)
    {
        if (parent.Chosen is not { } chosen || await loader.LoadAsync(chosen) is not { } mentor)
        {
            return null;
        }

        await views.AuditPersonAsync(caller, mentor.Id, Read, cancellationToken);
        return mentor;
    }

    public static async Task<PairingRow?> SuccessorAsync(CoverState parent, PairingLoader loader) =>
        parent is { Status: CoverStatus.Placed, Successor: { } pairing } ? (await loader.LoadAsync(pairing))?.Row : null;

    public static VisibleOutcome? Ending(CoverState parent) => EndingFields.OutcomeOf(parent.Ending);

    public static UserError? Failure(CoverState parent) => parent.Failure is { } failure ? UserError.Of(failure) : null;
}
