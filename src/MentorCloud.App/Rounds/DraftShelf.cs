using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Rounds;

/// <summary>Drafts on their pages.</summary>
internal sealed class DraftShelf(IGrainFactory grains)
{
    /// <summary>The pairs of a round's draft; none before there is one.</summary>
    public async Task<ImmutableArray<MatchPair>> PairsAsync(TenantId tenant, RoundId id, Actor actor)
    {
        var round = (await grains.GetGrain<IRoundGrain>(GrainKey.Of(tenant, id)).Get(actor)).OrThrow();
        var pages = await ReadAsync(tenant, id, round.Draft?.Pages ?? 0, actor);
        return [.. pages.SelectMany(page => page.Proposals).Select(proposal => new MatchPair(proposal.Mentor, proposal.Mentee))];
    }

    /// <summary>Whom a published round left without a mentor.</summary>
    public async Task<ImmutableArray<ParticipantId>> UnmatchedMenteesAsync(TenantId tenant, PublishedRound round, Actor actor) =>
        [.. (await ReadAsync(tenant, round.Round, round.Pages, actor)).SelectMany(page => page.Unmatched)
            .Where(each => each.Kind == ParticipantKind.Mentee).Select(each => each.Participant)];

    /// <summary>Stores a draft's pages, in place of an earlier attempt's, and tells what it comes to.</summary>
    public async Task<DraftSummary> StoreAsync(TenantId tenant, RoundId round, SolvedDraft draft, string inputs, Actor actor)
    {
        const int PerPage = DraftPageState.EntriesPerPage;
        var proposals = draft.Proposals.Chunk(PerPage).ToList();
        var unmatched = draft.Unmatched.Chunk(PerPage).ToList();
        var pages = Math.Max(1, Math.Max(proposals.Count, unmatched.Count));
        await Task.WhenAll(Enumerable.Range(0, pages).Select(async page =>
        {
            var content = new DraftPageState(
                page < proposals.Count ? [.. proposals[page]] : [], page < unmatched.Count ? [.. unmatched[page]] : []);
            (await grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(tenant, round, page)).Store(actor, content)).OrThrow();
        }));
        var worst = draft.Proposals.IsEmpty ? 0 : draft.Proposals.Min(proposal => proposal.Score);
        return new DraftSummary(
            pages, draft.Proposals.Length, draft.Unmatched.Length, draft.TotalScore, draft.UpperBound, draft.CertificateVerified, worst, inputs);
    }

    private async Task<DraftPageState[]> ReadAsync(TenantId tenant, RoundId round, int pages, Actor actor) =>
        await Task.WhenAll(Enumerable.Range(0, pages).Select(async page =>
            (await grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(tenant, round, page)).Get(actor)).OrThrow()));
}
