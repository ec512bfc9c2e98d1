using MentorCloud.App.Imports;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Tests.Imports;

public sealed class FrameworkReaderTests
{
    private const string Skills = "code,title,Writing,Speaking\na,Aide,3.5,7\nb,Boss,0,4.25\n";
    private const string Styles = "code,title,Drive\nb,Boss,5\na,Aide,1\n";

    [Fact]
    public async Task Skills_and_styles_are_joined_by_code_skills_first()
    {
        var (draft, report) = await Read(await Files.Framework(Skills, Styles, "competency,level,anchor\nSpeaking,5,Holds a room\nspeaking,1,Answers\n"));

        Assert.Equal((2, 0), (report.Read, report.ErrorCount));
        Assert.Equal(["Writing", "Speaking", "Drive"], draft!.Competencies.Select(each => each.Name));
        Assert.Equal((CompetencyKind.WorkStyle, 1d, 5d), (draft.Competencies[2].Kind, draft.Competencies[2].Least, draft.Competencies[2].Most));
        Assert.Equal([new LevelAnchor(1, "Answers"), new LevelAnchor(5, "Holds a room")], draft.Competencies[1].Anchors);
        Assert.Equal([3.5, 7, 1], draft.Profiles[0].Levels);
        Assert.Equal([0, 4.25, 5], draft.Profiles[1].Levels);
    }

    [Fact]
    public async Task Column_has_the_scale_that_its_header_says()
    {
        var (draft, report) = await Read(await Files.Framework("code,title,Writing [0..5],Speaking\na,Aide,5.5,6\nb,Boss,5,6\n"), skipInvalid: true);

        Assert.Equal(("Writing", 0d, 5d), (draft!.Competencies[0].Name, draft.Competencies[0].Least, draft.Competencies[0].Most));
        Assert.Equal(7d, draft.Competencies[1].Most);
        Assert.Equal("'5.5'", Assert.Single(report.Errors).Found);
        Assert.Equal("b", Assert.Single(draft.Profiles).Code);
    }

    [Theory]
    [InlineData("code,title,Writing\na,A,7.01\n", null, 2, "Writing", "a number from 0 to 7 such as 3.5")]
    [InlineData("code,title,Writing\na,A,\n", null, 2, "Writing", "a number from 0 to 7 such as 3.5")]
    [InlineData("code,title,Writing\na,A,NaN\n", null, 2, "Writing", "a number from 0 to 7 such as 3.5")]
    [InlineData("code,title,Writing\na,A,\"3,5\"\n", null, 2, "Writing", "a number from 0 to 7 such as 3.5")]
    [InlineData("code,title,Writing\na,=A,3\n", null, 2, "title", "text that does not begin with =, +, -, @ or a tab, which spreadsheets run as a formula")]
    [InlineData("code,title,Writing\na,A,3\na,A,3\n", null, 3, "code", "a code that stands in no other row")]
    [InlineData("code,title,Writing\na,A,3\n", "code,title,Drive\na,A,0.5\n", 2, "Drive", "a number from 1 to 5 such as 3.0")]
    [InlineData("code,title,Writing\na,A,3\n", "code,title,Drive\nb,B,2\na,A,2\n", 2, "code", "a code that skills.csv has too")]
    [InlineData("code,title,Writing\na,A,3\nb,B,3\n", "code,title,Drive\na,A,2\n", 3, "code", "a code that work-styles.csv has too")]
    [InlineData("code,title,Writing\na,A,3\n", "code,title,writing\na,A,2\n", 1, "writing", "a competency that stands once in the framework")]
    [InlineData("id,title,Writing\na,A,3\n", null, 1, "", "a header of code, title and at least one competency")]
    public async Task Wrong_cell_refuses_the_framework(string skills, string? styles, long line, string column, string expected)
    {
        var (draft, report) = await Read(await Files.Framework(skills, styles));

        var error = Assert.Single(report.Errors);
        Assert.Equal((line, column, expected), (error.Line, error.Column, error.Expected));
        Assert.Null(draft);
        Assert.Equal(ErrorCodes.FrameworkInvalid, report.Refusal?.Code);
    }

    [Theory]
    [InlineData("Reading,1,Reads", "competency")]
    [InlineData("Writing,8,Writes", "level")]
    [InlineData("Writing,1,", "anchor")]
    public async Task Wrong_anchor_is_told(string row, string column)
    {
        var (draft, report) = await Read(await Files.Framework(Skills, Styles, $"competency,level,anchor\n{row}\n"));

        Assert.Equal((2L, column), (Assert.Single(report.Errors).Line, report.Errors[0].Column));
        Assert.Null(draft);
    }

    [Fact]
    public async Task Same_content_has_the_same_id_whatever_the_line_ends()
    {
        var tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch);
        var one = (await Read(await Files.Framework(Skills, Styles))).Draft!;
        var other = (await Read(await Files.Framework(Skills.ReplaceLineEndings("\r\n"), Styles))).Draft!;
        var changed = (await Read(await Files.Framework(Skills.Replace("4.25", "4.26", StringComparison.Ordinal), Styles))).Draft!;

        Assert.Equal(one.IdIn(tenant), other.IdIn(tenant));
        Assert.NotEqual(one.IdIn(tenant), changed.IdIn(tenant));
    }

    private static Task<FrameworkReading> Read(FrameworkFiles files, bool skipInvalid = false) =>
        new FrameworkReader(new FrameworkOptions(), ImportLimits.Default).ReadAsync("Test", files, skipInvalid);
}
