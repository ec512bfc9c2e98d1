using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts.Kits;

/// <summary>The prompts of a cohort's kit as its pairings find them: <see cref="CohortKit.Prompts"/>, without the rest of the design.</summary>
/// <param name="Prompts">2..24 lines, none twice; empty for the built-in ones.</param>
public sealed record PromptCalendar(ImmutableArray<string> Prompts);
