using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.People;

/// <summary>Tells a person what they are and did in their programs, outside their pairings.</summary>
internal sealed class ProgramStory(Caller caller, GrainReader grains, GuardedViews views, GuardedProgram program)
{
    private const int AtOnce = 100;

    public async Task<string> TellAsync(ParticipantState person, CancellationToken cancellationToken) => new ArchiveText()
        .Line("What you are and did in your programs, outside your pairings.")
        .Under("You", new { person.RegisteredAt, person.DepartedAt, Cohorts = await CohortsAsync(person) })
        .Under("Whom you wish for, first choice first", [.. person.Preferences.Select(each => GlobalId.Of(NodeType.Participant, each))])
        .Under("Match requests that you sent or got", await RequestsAsync(person.Id, cancellationToken))
        .Under("Events that you are invited to", await EventsAsync(person, cancellationToken))
        .Under("360-degree reviews that you are asked to answer", await program.ReviewRequestsAsync(caller, cancellationToken))
        .ToString();

    private async Task<List<string>> CohortsAsync(ParticipantState person)
    {
        var cohorts = await Task.WhenAll(person.Cohorts.Select(id => grains.CohortAsync(caller, id)));
        return [.. cohorts.OfType<Domain.Cohorts.CohortState>().Select(cohort => cohort.Design.Name)];
    }

    private async Task<List<object>> RequestsAsync(ParticipantId self, CancellationToken cancellationToken)
    {
        var rows = await AllAsync(page => views.MatchRequestsAsync(caller, new MatchRequestFilter(Partner: self), page, cancellationToken));
        return [.. rows.Select(row => new { row.Mentor, row.Mentee, row.AskedBy, row.Status, row.SentAt, row.EndedAt })];
    }

    private async Task<List<object>> EventsAsync(ParticipantState person, CancellationToken cancellationToken)
    {
        var told = new List<object>();
        foreach (var cohort in person.Cohorts)
        {
            foreach (var row in await AllAsync(page => program.EventsAsync(caller, cohort, page, cancellationToken)))
            {
                var full = await grains.CohortEventAsync(caller, row.Id);
                told.Add(new { row.Title, row.Kind, row.StartsAt, row.Minutes, row.IsCancelled, You = StatusOf(full, person.Id), full?.Notes });
            }
        }

        return told;
    }

    private static InvitationStatus? StatusOf(CohortEventState? state, ParticipantId person) =>
        state?.Invitations.FirstOrDefault(each => each.Participant == person)?.Status;

    private static async Task<List<TRow>> AllAsync<TRow>(Func<PageRequest, Task<Page<TRow>>> read)
    {
        var all = new List<TRow>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await read(new PageRequest(AtOnce, cursor));
            all.AddRange(page.Rows.Select(each => each.Row));
            (more, cursor) = (page.HasNext, page.Rows.Count == 0 ? null : page.Rows[^1].Cursor);
        }

        return all;
    }
}
