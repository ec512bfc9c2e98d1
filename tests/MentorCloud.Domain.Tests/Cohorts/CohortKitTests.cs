using MentorCloud.Domain.Cohorts.Kits;
using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Tests.Cohorts;

public sealed class CohortKitTests
{
    [Theory]
    [InlineData("http://example.com/guide", false)]
    [InlineData("guide.pdf", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://example.com/guide", true)]
    public void Resources_have_absolute_https_addresses(string address, bool accepted) =>
        Assert.Equal(accepted, new CohortKit { Resources = [new KitResource("Guide", address)] }.Check() is null);

    [Fact]
    public void Prompts_that_would_come_twice_running_are_refused()
    {
        Assert.Equal("kit.prompts", new CohortKit { Prompts = ["Only one?"] }.Check()!.Field);
        Assert.Equal("kit.prompts", new CohortKit { Prompts = ["Same?", "same?"] }.Check()!.Field);
    }

    [Fact]
    public void A_kit_that_would_not_fit_its_cohort_is_refused() =>
        Assert.Equal("kit", new CohortKit { ConfidentialityProtocol = new string('ż', 3_000) }.Check()!.Field);
}
