using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.People;

/// <summary>
/// The steps from an emptied profile to a forgotten person: their words in pairings, their keys, their account, what files still
/// hold, and last the participant's own note that it is done. A crash repeats them from the first; each may be repeated.
/// </summary>
internal sealed class PersonErasure(
    IGrainFactory grains, IViews views, IKeyRing keys, IAccounts accounts, IEnumerable<IGrainScrub> scrubs) : IDisposable
{
    private const int ReadAtOnce = 100;

    /// <summary>Several people are erased at a time, and files are cleaned for one: two would find each other's work in the way.</summary>
    private readonly SemaphoreSlim files = new(1);

    /// <summary>Told the number of each step that is done, from 1; for tests of durability. Default null: nobody.</summary>
    public Action<int>? Reached { get; set; }

    /// <summary>Does all of them.</summary>
    public async Task RunAsync(ParticipantState person, CancellationToken cancellationToken)
    {
        var actor = Actor.System(person.Tenant, "erasure");
        Func<Task>[] steps =
        [
            () => ForgetInPairingsAsync(person, actor, cancellationToken),
            () => keys.ErasePersonAsync(person.Tenant, person.Id, cancellationToken),
            () => InFilesAsync(() => accounts.EraseAsync(person.Tenant, actor, person.Id, cancellationToken), cancellationToken),
            () => InFilesAsync(() => ScrubAsync(person, actor, cancellationToken), cancellationToken),
            async () => (await Participant(person).FinishErasure(actor)).OrThrow(),
        ];
        for (var step = 0; step < steps.Length; step++)
        {
            await steps[step]();
            Reached?.Invoke(step + 1);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => files.Dispose();

    private async Task InFilesAsync(Func<Task> clean, CancellationToken cancellationToken)
    {
        await files.WaitAsync(cancellationToken);
        try
        {
            await clean();
        }
        finally
        {
            files.Release();
        }
    }

    /// <summary>After the person's own outbox, which may hold rows of before the erasure that were not published yet.</summary>
    private async Task ScrubAsync(ParticipantState person, Actor actor, CancellationToken cancellationToken)
    {
        (await Participant(person).ClearOutbox(actor)).OrThrow();
        await Task.WhenAll(scrubs.Select(scrub => scrub.ScrubAsync(cancellationToken)));
    }

    private async Task ForgetInPairingsAsync(ParticipantState person, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var pairing in person.Past.Union(await ListedAsync(person, cancellationToken)))
        {
            var grain = grains.GetGrain<IPairingGrain>(GrainKey.Of(person.Tenant, pairing));
            var seen = await grain.Get(actor);
            if (seen.Value is { } view)
            {
                var side = view.Row.Mentor == person.Id ? PairingSide.Mentor : PairingSide.Mentee;
                (await grain.Handle(actor, default, new ForgetTexts(side))).OrThrow();
            }
            else if (seen.Refusal!.Code != ErrorCodes.NotFound)
            {
                // One that was prepared and never published holds no words; anything else is not passed over.
                seen.OrThrow();
            }
        }
    }

    /// <summary>The pairings that the views know of: those of earlier releases are not in the participant's own list.</summary>
    private async Task<List<PairingId>> ListedAsync(ParticipantState person, CancellationToken cancellationToken)
    {
        var found = new List<PairingId>();
        var after = default(string);
        do
        {
            var page = await views.PairingsAsync(
                person.Tenant, new PairingFilter(Partner: person.Id), PairingOrder.CreatedAt, new PageRequest(ReadAtOnce, after), cancellationToken);
            found.AddRange(page.Rows.Select(row => row.Row.Id));
            after = page.HasNext ? page.Rows[^1].Cursor : null;
        }
        while (after is not null);
        return found;
    }

    private IParticipantGrain Participant(ParticipantState person) =>
        grains.GetGrain<IParticipantGrain>(GrainKey.Of(person.Tenant, person.Id));
}
