using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts.Rounds.Comparisons;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Cohorts.Comparisons;

/// <summary>The query <c>roundComparison</c>.</summary>
internal static class ComparisonQuery
{
    /// <exception cref="RefusedException">INPUT_INVALID, ROUND_NOT_DRAFTED.</exception>
    public static async Task<RoundComparison?> RoundComparisonAsync(
        IReadOnlyList<string> rounds, Caller caller, GrainReader reader, GuardedViews views, CancellationToken cancellationToken)
    {
        caller.Require("DraftPage.Get");
        if (rounds.Count is < 2 or > DraftComparison.MostDrafts || rounds.Distinct().Count() != rounds.Count)
        {
            throw new RefusedException(new Refusal(
                ErrorCodes.InputInvalid, $"Name 2 to {DraftComparison.MostDrafts} rounds, each once.", "rounds"));
        }

        var found = new List<RoundState>();
        foreach (var id in rounds)
        {
            if (!GlobalId.TryRead<RoundId>(id, NodeType.Round, out var round) || await reader.RoundAsync(caller, round) is not { } state)
            {
                return null;
            }

            found.Add(state);
        }

        if ((RefuseOthers(found) ?? found.Select(RoundVariants.RefuseBase).FirstOrDefault(refusal => refusal is not null)) is { } no)
        {
            throw new RefusedException(no with { Field = "rounds" });
        }

        var drafts = await Task.WhenAll(found.Select(round => ReadAsync(round, caller, reader)));
        foreach (var round in found)
        {
            await views.AuditDraftAsync(caller, round.Id, round.Draft!.Pairs + round.Draft.Unmatched, cancellationToken);
        }

        return new RoundComparison([.. found.Select(round => round.ToRow())], DraftComparison.Of(drafts));
    }

    private static Refusal? RefuseOthers(List<RoundState> rounds) => rounds.Select(round => round.Cohort).Distinct().Count() == 1
        ? null
        : new Refusal(ErrorCodes.InputInvalid, "Only rounds of one cohort can be compared.");

    private static async Task<ComparedDraft> ReadAsync(RoundState round, Caller caller, GrainReader reader)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, round.Draft!.Pages).Select(page => reader.DraftPageAsync(caller, round.Id, page)));
        return new ComparedDraft(
            round.Id,
            [.. pages.SelectMany(page => page?.Proposals ?? [])],
            [.. pages.SelectMany(page => page?.Unmatched ?? [])]);
    }
}
