using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Demo;

/// <summary>Everybody in the demo's cohort, and what the pairs among them do.</summary>
internal sealed class DemoPeople(
    IGrainFactory grains, DemoIds ids, RoundState round, IReadOnlyList<DraftPageState> draft, IReadOnlyList<string> skills)
{
    private const int AtOnce = 16;

    private readonly Dictionary<ParticipantId, ParticipantState> all = [];

    public IReadOnlyDictionary<ParticipantId, ParticipantState> All => all;

    public ParticipantState? FirstMentor => Proposals.FirstOrDefault() is { } first ? all[first.Mentor] : null;

    public ParticipantState? FirstMentee => Proposals.FirstOrDefault() is { } first ? all[first.Mentee] : null;

    public IReadOnlyList<DemoUnmatched> Unmatched =>
        [.. draft.SelectMany(page => page.Unmatched).Select(each => new DemoUnmatched(
            all[each.Participant].Profile.ExternalId, all[each.Participant].DisplayName, each.Kind.ToString(), each.Reason.ToString(), each.Detail))];

    private IEnumerable<Proposal> Proposals => draft.SelectMany(page => page.Proposals);

    public async Task<int> ReadAsync()
    {
        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(ids.Tenant, ids.Cohort)).Get(ids.Admin)).OrThrow();
        for (var page = 0; page < cohort.RosterPages; page++)
        {
            var members = (await grains.GetGrain<IRosterPageGrain>(GrainKey.OfPage(ids.Tenant, ids.Cohort, page)).Get(ids.Admin)).OrThrow().Members;
            var replies = await Task.WhenAll(members.Select(ReadAsync));
            foreach (var person in replies)
            {
                all.Add(person.Id, person);
            }
        }

        return all.Count;
    }

    public Task<bool> SignAsync() => EachAsync(pairing => pairing.SignAsync());

    public Task<bool> CheckInAsync(DateTimeOffset now) => EachAsync(pairing => pairing.CheckInAsync(now));

    private async Task<ParticipantState> ReadAsync(RosterMember member) =>
        (await grains.GetGrain<IParticipantGrain>(GrainKey.Of(ids.Tenant, member.Participant)).Get(ids.Admin)).OrThrow();

    private async Task<bool> EachAsync(Func<DemoPairing, Task<bool>> step)
    {
        var changed = false;
        await Parallel.ForEachAsync(Proposals, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (proposal, _) =>
        {
            var grain = grains.GetGrain<IPairingGrain>(GrainKey.Of(ids.Tenant, round.PairingOf(proposal)));
            if (await step(new DemoPairing(grain, ids, all[proposal.Mentor], all[proposal.Mentee], skills)))
            {
                Volatile.Write(ref changed, true);
            }
        });
        return changed;
    }
}
