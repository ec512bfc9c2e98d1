using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts;

public sealed class TaxonomyTests
{
    [Fact]
    public void The_taxonomy_begins_with_every_category_and_is_free_to_extend()
    {
        var extended = TaxonomyDecisions.Add(null, [new Experience(ExperienceCategory.Crisis, " Data loss ")]).Ok();
        Assert.Contains(extended.Experiences, each => each.Name == "Data loss");
        Assert.Equal(4, ExperienceTaxonomy.BuiltIn.Experiences.Select(each => each.Category).Distinct().Count());
    }

    [Fact]
    public void Adding_what_is_there_changes_nothing_whatever_the_case() =>
        Assert.Empty(TaxonomyDecisions.Add(null, [new Experience(ExperienceCategory.Change, "TURNAROUND")]).Facts);

    [Fact]
    public void Retiring_takes_out_and_passes_over_what_is_not_there()
    {
        var decision = TaxonomyDecisions.Retire(null, ["turnaround", "Unknown"]);
        Assert.DoesNotContain(decision.Ok().Experiences, each => each.Name == "Turnaround");
        Assert.Equal(new TaxonomyChanged(0, 1), Assert.Single(decision.Facts));
    }

    [Fact]
    public void Adding_beyond_the_bound_is_refused()
    {
        var state = ExperienceTaxonomy.BuiltIn;
        for (var block = 0; block < 3; block++)
        {
            state = TaxonomyDecisions.Add(state, Many(block)).Ok();
        }

        TaxonomyDecisions.Add(state, Many(3)).Refused(ErrorCodes.LimitReached);
    }

    private static ImmutableArray<Experience> Many(int block) =>
        [.. Enumerable.Range(block * 100, 100).Select(number => new Experience(ExperienceCategory.Other, $"Experience {number}"))];
}
