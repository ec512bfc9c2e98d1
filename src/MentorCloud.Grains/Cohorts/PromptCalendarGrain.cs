using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Kits;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="IPromptCalendarGrain"/>
public sealed class PromptCalendarGrain(
    [PersistentState("promptcalendar", "grains")] IPersistentState<Envelope<PromptCalendar>> store, GrainTools tools)
    : StatefulGrain<PromptCalendar>(store, tools), IPromptCalendarGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "PromptCalendar";

    string IOfCohorts.Noun => "cohort";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => [GrainKey.Split<CohortId>(this.GetPrimaryKeyString()).Id];

    /// <inheritdoc/>
    public async Task<Reply<PromptCalendar>> Set(Actor actor, ImmutableArray<string> prompts) =>
        Answer(await DecideAsync(actor, default, prompts, (state, _) => Decision<PromptCalendar>.Accept(
            state is not null && state.Prompts.SequenceEqual(prompts) ? state : new PromptCalendar(prompts))));

    /// <inheritdoc/>
    public Task<Reply<PromptCalendar>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("calendar of prompts")));
}
