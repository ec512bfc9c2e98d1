using MentorCloud.Domain.Cohorts.Taxonomy;

namespace MentorCloud.Domain.Tests.Cohorts;

public sealed class TaxonomyTermsTests
{
    private static readonly TaxonomyTerms Terms = new(ExperienceTaxonomy.BuiltIn);

    [Theory]
    [InlineData("Turnaround", "Turnaround")]
    [InlineData("  liquidity CRISIS ", "Liquidity crisis")]
    [InlineData("Turn-around", null)]
    [InlineData("", null)]
    public void Find_forgives_letter_case_alone(string text, string? term) => Assert.Equal(term, Terms.Find(text));

    [Theory]
    [InlineData("Turn-around", "Turnaround")]
    [InlineData("turnarund", "Turnaround")]
    [InlineData("post-merger integration", "Merger integration")]
    [InlineData("Cyber-Incident", "Cyber incident")]
    [InlineData("reorganization", "Reorganisation")]
    [InlineData("Asia", "Asia-Pacific")]
    [InlineData("crisis", "Liquidity crisis")]
    public void Nearest_proposes_what_was_meant_first(string text, string term) => Assert.Equal(term, Terms.Nearest(text).First());

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("Quantenmechanik")]
    [InlineData("日本")]
    public void Nearest_proposes_nothing_that_is_not_alike(string text) => Assert.Empty(Terms.Nearest(text));

    [Fact]
    public void Nearest_is_bounded_and_takes_any_length()
    {
        var many = new ExperienceTaxonomy([.. Enumerable.Range(0, 400).Select(number => new Experience(ExperienceCategory.Other, $"Market entry {number}"))]);

        Assert.Equal(TaxonomyTerms.Proposed, new TaxonomyTerms(many).Nearest("market entry").Length);
        Assert.Empty(new TaxonomyTerms(many).Nearest(new string('x', 100_000)));
    }

    [Fact]
    public void Terms_of_a_taxonomy_that_writes_one_twice_are_found() =>
        Assert.Equal("Fire", new TaxonomyTerms(new([new(ExperienceCategory.Crisis, "Fire"), new(ExperienceCategory.Other, "FIRE")])).Find("fire"));
}
