using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>
/// What people get wrong in a pairing, each by name. Oversized texts, emoji and right-to-left, zones that do not exist and
/// duplicate submissions are in <see cref="RefusalTests"/>; the suspended tenant is in <see cref="StandstillTests"/>.
/// </summary>
[Collection(ClockedCollection.Name)]
public sealed class BadInputListTests(ClockedServer server) : IAsyncLifetime
{
    private Company company = null!;
    private PairSteps pair = null!;

    public async ValueTask InitializeAsync()
    {
        company = await Company.OpenAsync(server, $"B{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2);
        pair = new PairSteps(server, company, "E-1");
    }

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Signing_twice_changes_nothing_and_never_signs_for_the_other_side()
    {
        await ProposeAsync();
        for (var time = 0; time < 2; time++)
        {
            var signed = await pair.Mentor.DoAsync("pairingSignContract", "pairing { stage contract { mentorSignedAt menteeSignedAt } }", pair.With(("version", 1)));
            Assert.Equal("CONTRACTING", signed.GetProperty("pairing").GetProperty("stage").GetString());
            Assert.Equal(System.Text.Json.JsonValueKind.Null, signed.GetProperty("pairing").GetProperty("contract").GetProperty("menteeSignedAt").ValueKind);
        }
    }

    [Fact]
    public async Task Signing_by_somebody_who_is_no_side_is_refused()
    {
        await ProposeAsync();
        var input = new { idempotencyKey = "wrong", pairing = pair.Pairing, version = 1 };

        Assert.Equal("NOT_FOUND", (await company.Of("E-2").RefusedAsync("pairingSignContract", pair.With(("version", 1)))).Code);
        foreach (var manager in new[] { company.Admin, company.Sponsor })
        {
            Assert.Equal("FORBIDDEN", (await manager.SendAsync(Http.GraphQLClient.MutationOf("pairingSignContract", string.Empty), new { input })).ErrorCode);
        }
    }

    [Fact]
    public async Task Version_that_was_superseded_or_never_proposed_cannot_be_signed()
    {
        await pair.SignAsync();
        await ProposeAsync();

        Assert.Equal(("CONTRACT_VERSION_STALE", "version"), await pair.Mentor.RefusedAsync("pairingSignContract", pair.With(("version", 1))));
        Assert.Equal(("CONTRACT_VERSION_STALE", "version"), await pair.Mentor.RefusedAsync("pairingSignContract", pair.With(("version", 3))));
    }

    [Fact]
    public async Task Backdated_and_future_sessions_are_refused()
    {
        await pair.SignAsync();
        foreach (var at in new[] { server.Now.AddMinutes(1), server.Now.AddYears(-1) })
        {
            Assert.Equal(("INPUT_INVALID", "heldAt"), await pair.Mentor.RefusedAsync("pairingLogCheckIn", pair.With(("heldAt", at.ToString("O")), ("minutes", 30))));
            Assert.Equal(("INPUT_INVALID", "at"), await pair.Mentor.RefusedAsync("pairingLogHours", pair.With(("at", at.ToString("O")), ("minutes", 30))));
        }
    }

    [Fact]
    public async Task A_session_that_the_mentor_has_logged_is_not_logged_again_by_the_mentee()
    {
        await pair.SignAsync();
        await pair.CheckInAsync();
        var again = pair.With(("heldAt", server.NowText), ("minutes", 45));
        Assert.Equal(("ALREADY_EXISTS", "heldAt"), await pair.Mentee.RefusedAsync("pairingLogCheckIn", again));
        var seen = await pair.SeeAsync(pair.Mentee, "checkInsDone hours { minutes }");
        Assert.Equal(1, seen.GetProperty("checkInsDone").GetInt32());
        Assert.Equal(30, Assert.Single(seen.GetProperty("hours").EnumerateArray()).GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task What_is_asked_at_times_cannot_be_answered_on_the_first_day()
    {
        await pair.SignAsync();
        var check = ("kind", (object?)"ALIGNMENT_CHECK");
        Assert.Equal(("DUTY_TOO_EARLY", "kind"), await pair.Mentee.RefusedAsync("pairingAnswerCheck", pair.With(check, ("score", 1))));
        var midcourse = pair.With(("kind", "MIDCOURSE"), ("heldAt", server.NowText), ("minutes", 30));
        Assert.Equal(("DUTY_TOO_EARLY", "kind"), await pair.Mentor.RefusedAsync("pairingHoldReview", midcourse));
    }

    [Fact]
    public async Task A_whole_term_cannot_be_called_off_on_its_first_day()
    {
        await pair.SignAsync();
        await pair.Mentor.DoAsync("pairingExcuseCheckIn", string.Empty, pair.With(("reason", "Travelling")));
        Assert.Equal(("DUTY_TOO_EARLY", "kind"), await pair.Mentor.RefusedAsync("pairingExcuseCheckIn", pair.With(("reason", "Travelling still"))));
        foreach (var kind in new[] { "ALIGNMENT_CHECK", "MIDCOURSE", "SAFETY_PULSE" })
        {
            Assert.Equal(("DUTY_TOO_EARLY", "kind"), await pair.Mentor.RefusedAsync("pairingExcuseDuty", pair.With(("kind", kind), ("reason", "No time"))));
        }
    }

    [Fact]
    public async Task A_milestone_is_not_due_in_a_year_that_cannot_be()
    {
        var terms = System.Text.Json.JsonSerializer.SerializeToNode(PairSteps.Terms())!;
        terms["milestones"]![0]!["dueOn"] = "9999-12-31";
        Assert.Equal(("INPUT_INVALID", "terms.milestones.0.dueOn"), await pair.Mentee.RefusedAsync("pairingDraftContract", pair.With(("terms", terms))));
    }

    [Fact]
    public async Task A_pairing_that_nobody_signs_is_closed_by_the_program_alone()
    {
        Assert.Equal("PAIRING_CONTRACT_UNSIGNED", (await pair.Mentor.RefusedAsync("pairingDecideTerm", pair.With(("choice", "CLOSE")))).Code);
        Assert.Equal("PAIRING_CONTRACT_UNSIGNED", (await company.Admin.RefusedAsync("pairingDecideTerm", pair.With(("choice", "GRADUATE")))).Code);
        var closed = await company.Admin.DoAsync("pairingDecideTerm", "pairing { stage outcome }", pair.With(("choice", "CLOSE")));
        Assert.Equal(("ENDED", "NOT_BEGUN"), (closed.GetProperty("pairing").GetProperty("stage").GetString(), closed.GetProperty("pairing").GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("2026-03-29T02:30:00")]
    [InlineData("2026-10-25T02:30:00")]
    public async Task Local_time_without_offset_is_refused_for_it_may_not_exist_or_exist_twice(string heldAt)
    {
        var answer = await pair.Mentor.SendAsync(
            Http.GraphQLClient.MutationOf("pairingLogCheckIn", string.Empty), new { input = new { idempotencyKey = "gap", pairing = pair.Pairing, heldAt, minutes = 30 } });

        Assert.Equal("BAD_USER_INPUT", answer.ErrorCode);
    }

    [Fact]
    public async Task Commands_on_a_paused_pairing_are_refused()
    {
        await pair.SignAsync();
        await pair.Mentee.DoAsync("pairingPause", string.Empty, pair.With(("until", Day(20)), ("reason", "Leave")));
        await CheckAsync("PAIRING_PAUSED");
        Assert.Equal("PAIRING_PAUSED", (await pair.Mentee.RefusedAsync("pairingPause", pair.With(("until", Day(30)), ("reason", "Again")))).Code);
    }

    [Fact]
    public async Task Commands_on_an_ended_pairing_are_refused()
    {
        await pair.SignAsync();
        await company.Admin.DoAsync("pairingDecideTerm", string.Empty, pair.With(("choice", "CLOSE")));
        await CheckAsync("PAIRING_ENDED");
        Assert.Equal("PAIRING_ENDED", (await pair.Mentee.RefusedAsync("pairingRequestReassignment", pair.With())).Code);
        Assert.Equal("PAIRING_ENDED", (await pair.Mentee.RefusedAsync("pairingOpenEscalation", pair.With(("subject", "Late")))).Code);
    }

    private async Task ProposeAsync()
    {
        await pair.Mentee.DoAsync("pairingDraftContract", string.Empty, pair.With(("terms", PairSteps.Terms())));
        await pair.Mentee.DoAsync("pairingProposeContract", string.Empty, pair.With());
    }

    /// <summary>Whatever works on an active pairing alone.</summary>
    private async Task CheckAsync(string code)
    {
        (string Mutation, (string, object?)[] Input)[] lines =
        [
            ("pairingDraftContract", [("terms", PairSteps.Terms())]),
            ("pairingLogCheckIn", [("heldAt", server.NowText), ("minutes", 30)]),
            ("pairingLogHours", [("at", server.NowText), ("minutes", 30)]),
            ("pairingExcuseDuty", [("kind", "CHECK_IN"), ("reason", "x")]),
            ("pairingHoldReview", [("kind", "PROMPT"), ("heldAt", server.NowText), ("minutes", 5)]),
            ("pairingAnswerCheck", [("kind", "SAFETY_PULSE"), ("score", 3)]),
            ("pairingMeetMilestone", [("title", "First visible step"), ("evidence", 1)]),
            ("pairingRateMentoring", [("score", 3)]),
            ("pairingDecideTerm", [("choice", "EXTEND"), ("months", 1)]),
            ("pairingAskAutonomy", [("stage", "GUIDED")]),
        ];
        foreach (var (mutation, input) in lines)
        {
            Assert.Equal((mutation, code), (mutation, (await pair.Mentee.RefusedAsync(mutation, pair.With(input))).Code));
        }
    }

    private string Day(int ahead) => server.Now.AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
