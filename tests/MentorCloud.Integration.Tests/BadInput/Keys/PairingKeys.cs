using System.Globalization;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Pairings;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.BadInput.Keys;

/// <summary>Walks every mutation on pairings.</summary>
internal sealed class PairingKeys(KeyWalk walk, ClockedServer server, Company company)
{
    private readonly PairSteps pair = new(server, company, "E-1");

    public Task WalkAsync() => walk.InTurnAsync(ContractAsync, PracticeAsync, CadenceAsync, GrowthAsync, TroubleAsync, CoverAsync);

    private async Task ContractAsync()
    {
        var amended = new Dictionary<string, object?>(PairSteps.Terms()) { ["cadenceDays"] = 21 };
        await walk.DoAsync(pair.Mentee, "pairingDraftContract", With(("terms", PairSteps.Terms())), new { terms = amended });
        await walk.DoAsync(pair.Mentee, "pairingProposeContract", With(), instead: "pairingWithdrawContract");
        await walk.DoAsync(pair.Mentee, "pairingWithdrawContract", With(), instead: "pairingProposeContract");
        await pair.Mentee.DoAsync("pairingProposeContract", string.Empty, pair.With());

        // What was withdrawn was version 1.
        await walk.DoAsync(pair.Mentor, "pairingSignContract", With(("version", 2)), new { version = 3 });

        // Signing what is signed changes nothing, and takes the key all the same.
        await walk.DoAsync(pair.Mentor, "pairingSignContract", With(("version", 2)), new { version = 3 });
        await walk.DoAsync(pair.Mentee, "pairingSignContract", With(("version", 2)), new { version = 3 });
    }

    private async Task PracticeAsync()
    {
        await walk.DoAsync(pair.Mentee, "pairingWriteEntry", Entry("ASSUMPTION", "statement", "It will hold"), new { visibility = "AUTHOR" });
        await walk.DoAsync(pair.Mentee, "pairingMoveEntry", With(("number", 1), ("status", "UNDERWAY")), new { status = "DROPPED" });
        await walk.DoAsync(pair.Mentee, "pairingShareEntry", With(("number", 1), ("visibility", "PROGRAM")), new { visibility = "PAIR" });
        await walk.DoAsync(pair.Mentee, "pairingNoteSmallWin", With(("title", "First visible step"), ("smallWin", 0)), new { smallWin = 1 });
        var item = await pair.WriteAsync(
            pair.Mentee, "PLAN_ITEM", "PAIR", [("activity", "Chair"), ("indicator", "Decisions")], ("topic", "Strategic Thinking"), ("owner", "MENTEE"), ("dueOn", Day(30)));
        await pair.Mentee.DoAsync("pairingMoveEntry", string.Empty, With(("number", item), ("status", "DONE"), ("texts", EntryLine.Texts(["evidence"], "Some"))));
        var evidence = await pair.WriteAsync(pair.Mentee, "EVIDENCE", "PAIR", [("text", "Debriefed")], ("topic", "First visible step"));
        await walk.DoAsync(pair.Mentor, "pairingMeetMilestone", With(("title", "First visible step"), ("evidence", evidence)), new { evidence = 1 });
        await walk.DoAsync(pair.Mentee, "pairingChooseHandover", With(("entries", new[] { evidence })), new { entries = Array.Empty<int>() });
    }

    private async Task CadenceAsync()
    {
        await walk.DoAsync(pair.Mentor, "pairingLogHours", With(("at", server.NowText), ("minutes", 20)), new { minutes = 21 });
        await walk.DoAsync(pair.Mentee, "pairingExcuseDuty", With(("kind", "PROMPT"), ("reason", "Away")), new { reason = "Ill" });
        await walk.DoAsync(pair.Mentee, "pairingExcuseCheckIn", With(("reason", "Away")), new { reason = "Ill" });
        await walk.DoAsync(pair.Mentor, "pairingLogCheckIn", With(("heldAt", server.NowText), ("minutes", 30), ("note", "Went well")), new { note = "Went badly" });
        await walk.DoAsync(pair.Mentee, "pairingRateSession", With(("checkIn", 2), ("score", 4)), new { score = 5 });
        var meeting = await walk.DoAsync(pair.Mentor, "pairingInviteToMeeting", With(("startsAt", At(server.Now.AddDays(2))), ("minutes", 30)), new { minutes = 45 });
        var number = meeting.GetProperty("pairing").GetProperty("meetings")[0].GetProperty("number").GetInt32();
        await walk.DoAsync(pair.Mentor, "pairingCallOffMeeting", With(("number", number)), new { number = number + 1 });
        await server.PassDaysAsync(43);
        await walk.DoAsync(pair.Mentee, "pairingHoldReview", With(("kind", "PROMPT"), ("heldAt", server.NowText), ("minutes", 5)), new { minutes = 6 });
        await walk.DoAsync(pair.Mentee, "pairingAnswerCheck", With(("kind", "SAFETY_PULSE"), ("score", 4)), new { score = 5 });
    }

    private async Task GrowthAsync()
    {
        var levels = new[] { new { competency = "Strategic Thinking", level = 4.0 } };
        await walk.DoAsync(pair.Mentee, "pairingAssessSelf", With(("levels", levels)), new { levels = new[] { new { competency = "Strategic Thinking", level = 5.0 } } });
        await walk.DoAsync(pair.Mentee, "pairingRateMentoring", With(("score", 4)), new { score = 5 });
        var raters = new[] { "E-2", "E-3", "E-4", "E-5" }.Select(company.Of).ToList();
        await walk.DoAsync(
            pair.Mentee, "pairingOpenReview360", With(("competencies", new[] { "Strategic Thinking" }), ("raters", raters.Select(rater => rater.Id).ToArray())),
            new { competencies = new[] { "Business Acumen" } });
        await walk.DoAsync(raters[0], "pairingRate360", With(("number", 1), ("scores", new[] { 4 })), new { scores = new[] { 5 } });
        await walk.DoAsync(pair.Mentee, "pairingCloseReview360", With(("number", 1)), new { number = 2 });
        foreach (var other in new[] { 1, 2, 3 })
        {
            await pair.CheckInAsync();
            await server.PassDaysAsync(14 * other);
        }

        await walk.DoAsync(pair.Mentee, "pairingAskAutonomy", With(("stage", "GUIDED")), new { stage = "SUPPORTED" });
        await walk.DoAsync(pair.Mentor, "pairingAnswerAutonomy", With(("agree", true)), new { agree = false });
    }

    private async Task TroubleAsync()
    {
        await walk.DoAsync(pair.Mentee, "pairingPause", With(("until", Day(20)), ("reason", "Leave")), new { reason = "Other" });
        await walk.DoAsync(pair.Mentee, "pairingResume", With(), instead: "pairingProposeContract");
        await walk.DoAsync(pair.Mentee, "pairingOpenEscalation", With(("subject", "Time")), new { subject = "Place" });
        await walk.DoAsync(company.Admin, "pairingAcknowledgeEscalation", With(("number", 1)), new { number = 2 });
        await walk.DoAsync(company.Admin, "pairingResolveEscalation", With(("number", 1), ("resolution", "Fridays")), new { resolution = "Mondays" });
        await walk.DoAsync(pair.Mentee, "pairingDecideTerm", With(("choice", "EXTEND"), ("months", 1)), new { months = 2 });
        await walk.DoAsync(pair.Mentee, "pairingRequestReassignment", With(), instead: "pairingResume");
        await walk.DoAsync(company.Admin, "pairingAnswerReassignment", With(("grant", false)), new { grant = true });
        await walk.DoAsync(company.Admin, "pairingReportDeparture", With(("side", "MENTOR")), new { side = "MENTEE" });
    }

    private async Task CoverAsync()
    {
        await ProposedAsync(pair);
        await walk.DoAsync(company.Admin, "coverSearch", With(), instead: "coverDecline");
        await walk.DoAsync(company.Admin, "coverAccept", With(("mentor", await ProposedAsync(pair))), new { mentor = pair.Mentor.Id });
        var other = new PairSteps(server, company, "E-2");
        await company.Admin.DoAsync("pairingReportDeparture", string.Empty, other.With(("side", "MENTOR")));
        await ProposedAsync(other);
        await walk.DoAsync(company.Admin, "coverDecline", other.With(), instead: "coverSearch");
    }

    private Task<string> ProposedAsync(PairSteps left) => Poll.UntilAsync("alternatives", HostProgram.Bound, async () =>
    {
        var cover = (await left.SeeAsync(company.Admin, "cover { status alternatives { mentor { id } } }")).GetProperty("cover");
        return cover.ValueKind == System.Text.Json.JsonValueKind.Object && cover.GetProperty("status").GetString() == "PROPOSED"
            ? cover.GetProperty("alternatives")[0].GetProperty("mentor").GetProperty("id").GetString() : null;
    });

    private Dictionary<string, object?> Entry(string kind, string field, string text) =>
        With(("kind", kind), ("visibility", "PAIR"), ("texts", new[] { new { field, text } }));

    private Dictionary<string, object?> With(params (string Name, object? Value)[] fields) => pair.With(fields);

    private string Day(int ahead) => server.Now.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string At(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
