using System.Text;
using MentorCloud.App.Imports;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Tests.Imports;

public sealed class RosterReaderTests
{
    [Fact]
    public async Task Row_with_every_column_becomes_a_person()
    {
        var source = await Files.Of(
            Files.RosterHeader + ",name,email,languages,experiences,wanted_experiences,learning_styles,goals,priorities,reports_to,exclusions,working_hours\n"
            + "m1,Mentor, Chief of Ports ,,,Ports,Łódź,Europe/Warsaw,4,2,Zoë Ünal,zoe@example.com,en;pl, turnaround ; plant closure,,shadowing,\"Say \"\"no\"\"; listen\",,b1,x1;x2,07:30-16:00\n");
        var people = await new RosterReader(null, ImportLimits.Default).ReadAsync(source).ToListAsync();

        var (line, person, email) = Assert.Single(people);
        Assert.Equal(2, line);
        Assert.Equal("zoe@example.com", email);
        Assert.Equal(("m1", ParticipantKind.Mentor, "Zoë Ünal", "Chief of Ports", "Łódź"), (person.ExternalId, person.Kind, person.Name, person.Title, person.Location));
        Assert.Equal(["en", "pl"], person.Intake.Languages);
        Assert.Equal(["turnaround", "plant closure"], person.Intake.Experiences);
        Assert.Equal(["Say \"no\"", "listen"], person.Intake.Goals);
        Assert.Equal(["x1", "x2"], person.Exclusions);
        Assert.Equal(new WorkingHours(new TimeOnly(7, 30), new TimeOnly(16, 0)), person.WorkingHours);
        Assert.Equal((4, 2, "b1"), (person.HoursPerMonth, person.MaxMentees, person.ReportsTo));
    }

    [Theory]
    [InlineData("m1,boss,T,,,D,L,Europe/Warsaw,4,2", "kind", "mentor or mentee", "'boss'")]
    [InlineData(",mentor,T,,,D,L,Europe/Warsaw,4,2", "external_id", "text of 1 to 100 characters", "nothing")]
    [InlineData("m1,mentor,,,,D,L,Europe/Warsaw,4,2", "title", "text of 1 to 200 characters", "nothing")]
    [InlineData("m1,mentor,T,,,D,L,Mars/Base,4,2", "time_zone", "an IANA time zone such as Europe/Warsaw", "'Mars/Base'")]
    [InlineData("m1,mentor,T,,,D,L,Europe/Warsaw,four,2", "hours_per_month", "a whole number from 0 to 80", "'four'")]
    [InlineData("m1,mentor,T,,,D,L,Europe/Warsaw,4.5,2", "hours_per_month", "a whole number from 0 to 80", "'4.5'")]
    [InlineData("m1,mentor,T,,,D,L,Europe/Warsaw,-1,2", "hours_per_month", "a whole number from 0 to 80", "'-1'")]
    [InlineData("m1,mentor,T,,,D,L,Europe/Warsaw,4,", "max_mentees", "a whole number from 1 to 20", "nothing")]
    [InlineData("m1,mentee,T,,,D,L,Europe/Warsaw,4,2", "max_mentees", "nothing for a mentee", "'2'")]
    [InlineData("m1,mentor,T,11-1011.00,,D,L,Europe/Warsaw,4,2", "profile_code", "no code, since the tenant has no competency framework yet; import one first", "'11-1011.00'")]
    [InlineData("m1,mentor,T\0x,,,D,L,Europe/Warsaw,4,2", "title", "text without control characters", @"'T\0x'")]
    [InlineData("m1,mentor,T\u001b[31m,,,D,L,Europe/Warsaw,4,2", "title", "text without control characters", @"'T\u001B[31m'")]
    public async Task Wrong_cell_is_told_with_line_and_column(string row, string column, string expected, string found)
    {
        var report = await Files.Check(await Files.Roster(Files.Mentor("m0"), row));

        Assert.Equal(new ImportError("roster.csv", 3, column, expected, found), Assert.Single(report.Errors));
        Assert.Equal(ErrorCodes.RosterInvalid, report.Refusal?.Code);
        Assert.Equal((2, 1), (report.Read, report.Skipped));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData(" =1")]
    public async Task Formula_leading_text_is_refused(string title)
    {
        var report = await Files.Check(await Files.Roster($"m1,mentor,\"{title}\",,,D,L,Europe/Warsaw,4,2"));

        var error = Assert.Single(report.Errors);
        Assert.Equal("title", error.Column);
        Assert.Contains("spreadsheets run as a formula", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Formula_inside_a_list_is_refused_by_its_entry()
    {
        var source = await Files.Of($"{Files.RosterHeader},goals\n{Files.Mentor("m1")},Listen;=HYPERLINK(1)\n");

        var error = Assert.Single((await Files.Check(source)).Errors);

        Assert.Equal(("goals", "'=HYPERLINK(1)'"), (error.Column, error.Found));
    }

    [Fact]
    public async Task Every_wrong_cell_of_a_row_is_told()
    {
        var report = await Files.Check(await Files.Roster("m1,x,T,,,D,L,Nowhere,200,2"));

        Assert.Equal(["kind", "time_zone", "hours_per_month"], report.Errors.Select(error => error.Column));
    }

    [Fact]
    public async Task Duplicate_id_names_both_lines()
    {
        var report = await Files.Check(await Files.Roster(Files.Mentor("m1"), Files.Mentee("e1"), Files.Mentor("m1")));

        var error = Assert.Single(report.Errors);
        Assert.Equal((4L, "external_id", "'m1', which line 2 has too"), (error.Line, error.Column, error.Found));
    }

    [Fact]
    public async Task Duplicate_address_is_refused_whatever_its_case()
    {
        var source = await Files.Of($"{Files.RosterHeader},email\n{Files.Mentor("m1")},a@example.com\n{Files.Mentor("m2")},A@Example.com\n");

        Assert.Equal("'A@Example.com', which line 2 has too", Assert.Single((await Files.Check(source)).Errors).Found);
    }

    [Fact]
    public async Task Unknown_column_is_named_with_the_known_ones()
    {
        var report = await Files.Check(await Files.Of(Files.RosterHeader + ",salary\n" + Files.Mentor("m1") + ",9\n"));

        var error = Assert.Single(report.Errors);
        Assert.Equal(("salary", "'salary'"), (error.Column, error.Found));
        Assert.Contains("external_id, kind, title", error.Expected, StringComparison.Ordinal);
        Assert.Contains("working_hours", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_columns_are_named()
    {
        var error = Assert.Single((await Files.Check(await Files.Of("external_id,kind\nm1,mentor\n"))).Errors);

        Assert.StartsWith("the columns title, profile_code", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_beyond_the_limit_are_counted()
    {
        var report = await Files.Check(await Files.Roster([.. Enumerable.Range(0, 1_500).Select(number => $"m{number},x,T,,,D,L,Europe/Warsaw,4,")]));

        Assert.Equal((1_500, 1_000), (report.ErrorCount, report.Errors.Length));
    }

    [Fact]
    public async Task Too_many_people_are_refused()
    {
        var source = await Files.Roster(Files.Mentor("m1"), Files.Mentor("m2"), Files.Mentor("m3"));

        var report = await Files.Check(source, limits: new ImportLimits { MaxPeople = 2 });

        Assert.Equal((4L, "at most 2 people; split the file"), (report.Errors[0].Line, report.Errors[0].Expected));
    }

    [Fact]
    public async Task Hours_below_the_rule_of_thumb_warn_and_do_not_refuse()
    {
        var report = await Files.Check(await Files.Roster(Files.Mentor("m1", mentees: 3, hours: 2), Files.Mentor("m2", mentees: 2, hours: 2)));

        var warning = Assert.Single(report.Warnings);
        Assert.Equal((2L, "hours_per_month"), (warning.Line, warning.Column));
        Assert.Null(report.Refusal);
    }

    [Fact]
    public async Task Data_that_nobody_gave_is_reported_as_missing()
    {
        var report = await Files.Check(await Files.Roster(Files.Mentor("m1"), Files.Mentee("e1"), Files.Mentee("e2")));

        Assert.Contains(new MissingData("languages", 3), report.Missing);
        Assert.Contains(new MissingData("experiences", 1), report.Missing);
        Assert.Contains(new MissingData("priorities", 2), report.Missing);
    }

    [Fact]
    public async Task Right_rows_of_a_wrong_file_can_be_read()
    {
        var source = await Files.Roster(Files.Mentor("m1"), "broken", Files.Mentor("m2"), Files.Mentor("m1"));

        var people = await new RosterReader(null, ImportLimits.Default).ReadAsync(source).ToListAsync();

        Assert.Equal(["m1", "m2"], people.Select(person => person.Registration.ExternalId));
    }

    [Fact]
    public async Task Stream_that_cannot_seek_is_read_twice_all_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes(Files.RosterHeader + "\n" + Files.Mentor("m1") + "\n");
        await using var source = await ImportSource.FromAsync("upload.csv", new GeneratedStream(bytes, [], 0), ImportLimits.Default);

        Assert.Null((await Files.Check(source)).Refusal);
        Assert.Single(await new RosterReader(null, ImportLimits.Default).ReadAsync(source).ToListAsync());
    }
}
