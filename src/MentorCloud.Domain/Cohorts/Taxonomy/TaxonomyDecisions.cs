using System.Collections.Immutable;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Taxonomy;

/// <summary>What a tenant's experience taxonomy decides.</summary>
public static class TaxonomyDecisions
{
    private const int LongestName = 80;

    /// <summary>Adds experiences; those that are there already stay as they are.</summary>
    /// <param name="state">The taxonomy; null for the built-in one.</param>
    /// <param name="experiences">1..100 experiences.</param>
    /// <returns>The taxonomy; INPUT_INVALID, LIMIT_REACHED.</returns>
    public static Decision<ExperienceTaxonomy> Add(ExperienceTaxonomy? state, ImmutableArray<Experience> experiences)
    {
        state ??= ExperienceTaxonomy.BuiltIn;
        var refusal = Inputs.Count(experiences, "experiences", 1, 100)
            ?? Inputs.FirstOf(experiences, (experience, index) =>
                Inputs.Text(experience.Name, $"experiences.{index}.name", LongestName)
                ?? (Enum.IsDefined(experience.Category) ? null : Inputs.Invalid($"experiences.{index}.category", "is no category")));
        if (refusal is not null)
        {
            return refusal;
        }

        var all = state.Experiences.Concat(experiences.Select(each => each with { Name = each.Name.Trim() }))
            .DistinctBy(each => each.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(each => each.Category).ThenBy(each => each.Name, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return all.Length switch
        {
            > ExperienceTaxonomy.Most => new Refusal(
                ErrorCodes.LimitReached, $"A taxonomy has at most {ExperienceTaxonomy.Most} experiences; retire some first.", "experiences"),
            var count when count == state.Experiences.Length => Decision<ExperienceTaxonomy>.Accept(state),
            var count => Decision<ExperienceTaxonomy>.Accept(
                new ExperienceTaxonomy(all), new TaxonomyChanged(count - state.Experiences.Length, 0)),
        };
    }

    /// <summary>Takes experiences out; names that are not there are passed over.</summary>
    /// <param name="state">The taxonomy; null for the built-in one.</param>
    /// <param name="names">1..100 names.</param>
    /// <returns>The taxonomy; INPUT_INVALID.</returns>
    public static Decision<ExperienceTaxonomy> Retire(ExperienceTaxonomy? state, ImmutableArray<string> names)
    {
        state ??= ExperienceTaxonomy.BuiltIn;
        if (Inputs.Lines(names, "names", 1, 100) is { } refusal)
        {
            return refusal;
        }

        var kept = state.Experiences.RemoveAll(each => names.Contains(each.Name, StringComparer.OrdinalIgnoreCase));
        return kept.Length == state.Experiences.Length
            ? Decision<ExperienceTaxonomy>.Accept(state)
            : Decision<ExperienceTaxonomy>.Accept(
                new ExperienceTaxonomy(kept), new TaxonomyChanged(0, state.Experiences.Length - kept.Length));
    }
}
