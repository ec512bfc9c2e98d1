using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Paging;
using MentorCloud.GraphQL;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Fields of <c>Cohort</c>.</summary>
internal static class CohortFields
{
    public static string Id(CohortRow parent) => GlobalId.Of(NodeType.Cohort, parent.Id);

    public static int MentorCount(CohortRow parent) => parent.Mentors;

    public static int MenteeCount(CohortRow parent) => parent.Mentees;

    public static async Task<CohortDesignFields> DesignAsync(CohortRow parent, CohortLoader loader) =>
        new((await loader.LoadAsync(parent.Id))!);

    public static async Task<IReadOnlyList<PairRule>?> PinsAsync(CohortRow parent, Caller caller, GrainReader reader) =>
        MaySeeRules(caller) ? (await reader.PairRulesAsync(caller, parent.Id)).Pins : null;

    public static async Task<IReadOnlyList<PairRule>?> VetoesAsync(CohortRow parent, Caller caller, GrainReader reader) =>
        MaySeeRules(caller) ? (await reader.PairRulesAsync(caller, parent.Id)).Vetoes : null;

    public static async Task<Connection<RoundRow>> RoundsAsync(
        CohortRow parent, Caller caller, GuardedViews views, FieldContext field,
        int? first, string? after, int? last, string? before, CancellationToken cancellationToken) =>
        Connection<RoundRow>.Of(await views.RoundsAsync(
            caller, parent.Id, PageArguments.Read(field, first, after, last, before), cancellationToken));

    private static bool MaySeeRules(Caller caller) => Policy.Refuse("PairRules.Get", caller.Actor) is null;
}
