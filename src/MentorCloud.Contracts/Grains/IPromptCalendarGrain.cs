using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Kits;

namespace MentorCloud.Contracts.Grains;

/// <summary>
/// A cohort's calendar of prompts; key <c>{tenant}/{cohort}</c>. The cohort writes it and its pairings, which may not call the
/// cohort, read it (docs/adr/0100). For the system alone.
/// </summary>
public interface IPromptCalendarGrain : IGrainWithStringKey
{
    /// <summary>Takes the prompts of the kit, which the cohort has checked; the same ones change nothing.</summary>
    Task<Reply<PromptCalendar>> Set(Actor actor, ImmutableArray<string> prompts);

    /// <summary>Reads it. NOT_FOUND for a cohort whose design no release has written since there are calendars.</summary>
    Task<Reply<PromptCalendar>> Get(Actor actor);
}
