using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Fields of <c>Round</c>, <c>Proposal</c> and <c>Unmatched</c>.</summary>
internal static class RoundFields
{
    public static string Id(RoundRow parent) => GlobalId.Of(NodeType.Round, parent.Id);

    public static int PairCount(RoundRow parent) => parent.Pairs;

    public static int UnmatchedCount(RoundRow parent) => parent.Unmatched;

    public static decimal TotalScore(RoundRow parent) => Score.ToDecimal(parent.TotalScore);

    public static decimal UpperBound(RoundRow parent) => Score.ToDecimal(parent.UpperBound);

    public static async Task<RoundSource> SourceAsync(RoundRow parent, RoundLoader rounds) =>
        (await rounds.LoadAsync(parent.Id))?.Source ?? default;

    public static async Task<RoundRow?> BaseAsync(RoundRow parent, RoundLoader rounds) =>
        (await rounds.LoadAsync(parent.Id))?.Base is { } standing ? (await rounds.LoadAsync(standing))?.ToRow() : null;

    public static async Task<SolveStep?> SolvingAsync(RoundRow parent, RoundLoader rounds) =>
        (await rounds.LoadAsync(parent.Id))?.Step;

    public static async Task<decimal?> WorstScoreAsync(RoundRow parent, RoundLoader rounds) =>
        (await rounds.LoadAsync(parent.Id))?.Draft is { Pairs: > 0 } draft ? Score.ToDecimal(draft.WorstScore) : null;

    public static async Task<bool?> CertificateVerifiedAsync(RoundRow parent, RoundLoader rounds) =>
        (await rounds.LoadAsync(parent.Id))?.Draft?.CertificateVerified;

    public static async Task<double?> ProgressAsync(RoundRow parent, RoundLoader rounds) =>
        await rounds.LoadAsync(parent.Id) is
            { Draft.Pages: > 0 and var pages, Status: RoundStatus.Publishing or RoundStatus.Published or RoundStatus.Releasing } state
            ? (state.PagesDone + state.PagesTold) / (2.0 * pages)
            : null;

    public static async Task<UserError?> FailureAsync(RoundRow parent, RoundLoader rounds) =>
        (await rounds.LoadAsync(parent.Id))?.Failure is { } failure ? UserError.Of(failure) : null;

    public static Task<Connection<Proposal>?> ProposalsAsync(
        RoundRow parent, Caller caller, GrainReader reader, GuardedViews views, int first, string? after, CancellationToken cancellationToken) =>
        new DraftPages(reader, views, caller, parent).ReadAsync("proposals", first, after, parent.Pairs, page => page.Proposals, cancellationToken);

    public static Task<Connection<Unmatched>?> UnmatchedAsync(
        RoundRow parent, Caller caller, GrainReader reader, GuardedViews views, int first, string? after, CancellationToken cancellationToken) =>
        new DraftPages(reader, views, caller, parent).ReadAsync("unmatched", first, after, parent.Unmatched, page => page.Unmatched, cancellationToken);
}
