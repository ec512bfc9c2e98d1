using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts.Taxonomy;

/// <summary>A tenant's experience taxonomy. It begins with a built-in list and is free to extend; names in use by intakes stay valid when retired.</summary>
/// <param name="Experiences">At most 400, in order of category and name.</param>
public sealed record ExperienceTaxonomy(ImmutableArray<Experience> Experiences)
{
    /// <summary>How many experiences a taxonomy holds at most: it stays under 64 KB.</summary>
    public const int Most = 400;

    /// <summary>What every tenant begins with.</summary>
    public static ExperienceTaxonomy BuiltIn { get; } = new(
    [
        new(ExperienceCategory.Market, "Asia-Pacific"), new(ExperienceCategory.Market, "Emerging markets"),
        new(ExperienceCategory.Market, "Europe"), new(ExperienceCategory.Market, "Latin America"),
        new(ExperienceCategory.Market, "North America"),
        new(ExperienceCategory.Function, "Finance"), new(ExperienceCategory.Function, "Operations"),
        new(ExperienceCategory.Function, "People"), new(ExperienceCategory.Function, "Product"),
        new(ExperienceCategory.Function, "Sales"), new(ExperienceCategory.Function, "Technology"),
        new(ExperienceCategory.Crisis, "Cyber incident"), new(ExperienceCategory.Crisis, "Liquidity crisis"),
        new(ExperienceCategory.Crisis, "Product recall"), new(ExperienceCategory.Crisis, "Public criticism"),
        new(ExperienceCategory.Change, "Merger integration"), new(ExperienceCategory.Change, "Reorganisation"),
        new(ExperienceCategory.Change, "Start-up of a business"), new(ExperienceCategory.Change, "Turnaround"),
    ]);
}
