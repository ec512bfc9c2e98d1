using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;

namespace MentorCloud.App.Rounds;

/// <summary>Solves a round: reads whom to match, solves, stores the draft's pages.</summary>
internal sealed class RoundSolving(IGrainFactory grains, RoundInputs inputs, ISolver solver)
{
    /// <summary>Solves and stores; what it comes to is for the round to commit.</summary>
    /// <exception cref="Domain.Refusals.RefusedException">There is nothing to solve.</exception>
    public async Task<DraftSummary> SolveAsync(RoundState round, Actor actor, CancellationToken cancellationToken)
    {
        var task = await inputs.ReadAsync(round, actor, cancellationToken);
        var draft = await solver.SolveAsync(task, null, cancellationToken);
        var pages = await StoreAsync(round, draft, actor);
        return new DraftSummary(
            pages, draft.Proposals.Length, draft.Unmatched.Length, draft.TotalScore, draft.UpperBound, draft.CertificateVerified);
    }

    private async Task<int> StoreAsync(RoundState round, SolvedDraft draft, Actor actor)
    {
        const int PerPage = DraftPageState.EntriesPerPage;
        var proposals = draft.Proposals.Chunk(PerPage).ToList();
        var unmatched = draft.Unmatched.Chunk(PerPage).ToList();
        var pages = Math.Max(1, Math.Max(proposals.Count, unmatched.Count));
        await Task.WhenAll(Enumerable.Range(0, pages).Select(async page =>
        {
            var content = new DraftPageState(
                page < proposals.Count ? [.. proposals[page]] : [], page < unmatched.Count ? [.. unmatched[page]] : []);
            (await grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(round.Tenant, round.Id, page)).Store(actor, content)).OrThrow();
        }));
        return pages;
    }
}
