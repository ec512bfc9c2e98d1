using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Kits;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts;

/// <summary>Row 9: a cohort as the template of another.</summary>
public sealed class CohortTemplateTests
{
    private static readonly CohortDesign Template = Sample.Design with
    {
        Type = ProgramType.Peer, Evergreen = true, Kit = CohortKit.Empty with { ConfidentialityProtocol = "Stays here" }, Months = 9, CadenceDays = 21,
        Numbers = CohortNumbers.Default with { PulseWeeks = 5 }, Choosing = Choosing.Default with { Candidates = 3 },
    };

    public static TheoryData<string> Parts { get; } = [.. typeof(CohortDesign).GetProperties().Where(part => part.CanWrite).Select(part => part.Name)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_part_is_copied_but_the_name_and_the_first_day(string part)
    {
        var copy = CohortTemplates.Copy(Template, "Next year");
        var expected = part switch { nameof(CohortDesign.Name) => "Next year", nameof(CohortDesign.StartsOn) => null, _ => Of(Template, part) };
        Assert.Equal(expected, Of(copy, part));
    }

    /// <summary>So that the table above compares nothing with a default.</summary>
    [Fact]
    public void Template_of_the_table_differs_from_a_new_design_in_every_part_but_the_weights() => Assert.Equal(
        [nameof(CohortDesign.Weights)], typeof(CohortDesign).GetProperties().Select(part => part.Name).Where(part => Equals(Of(Template, part), Of(new CohortDesign { Name = string.Empty }, part))));

    private static object? Of(CohortDesign design, string part) => typeof(CohortDesign).GetProperty(part)!.GetValue(design);
}
