using System.Globalization;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>
/// Every mutation on a pairing that is paused, and on one that has ended: refused, or allowed because it ends, mends or hands
/// over. When the tenant is suspended all are refused: IsolationMatrixTests.
/// </summary>
[Collection(ClockedCollection.Name)]
public sealed class RestingPairingTests(ClockedServer server) : IAsyncLifetime
{
    private const string Paused = "PAIRING_PAUSED";
    private const string Ended = "PAIRING_ENDED";
    private const string Allowed = "allowed";
    private Company company = null!;
    private PairSteps pair = null!;
    private Person rater = null!;

    private string Soon => server.Now.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string[] Raters => [.. new[] { "E-2", "E-3", "E-4", "E-5" }.Select(company.Of).Select(person => person.Id)];

    /// <summary>Who, what, and what comes of it on a paused and on an ended pairing.</summary>
    private IReadOnlyList<(Person Who, string Mutation, string OnPaused, string OnEnded, (string, object?)[] Input)> Table =>
    [
        (pair.Mentee, "pairingDraftContract", Paused, Ended, [("terms", PairSteps.Terms())]),
        (pair.Mentee, "pairingProposeContract", Paused, Ended, []),
        (pair.Mentee, "pairingWithdrawContract", Paused, Ended, []),
        (pair.Mentee, "pairingSignContract", Paused, Ended, [("version", 1)]),
        (pair.Mentee, "pairingLogCheckIn", Paused, Ended, [("heldAt", server.NowText), ("minutes", 30)]),
        (pair.Mentee, "pairingExcuseCheckIn", Paused, Ended, [("reason", "x")]),
        (pair.Mentee, "pairingExcuseDuty", Paused, Ended, [("kind", "PROMPT"), ("reason", "x")]),
        (pair.Mentee, "pairingHoldReview", Paused, Ended, [("kind", "PROMPT"), ("heldAt", server.NowText), ("minutes", 5)]),
        (pair.Mentee, "pairingAnswerCheck", Paused, Ended, [("kind", "SAFETY_PULSE"), ("score", 3)]),
        (pair.Mentee, "pairingLogHours", Paused, Ended, [("at", server.NowText), ("minutes", 30)]),
        (pair.Mentee, "pairingInviteToMeeting", Paused, Ended, [("startsAt", $"{Soon}T10:00:00Z")]),
        (pair.Mentee, "pairingCallOffMeeting", Allowed, Ended, [("number", 1)]),
        (pair.Mentee, "pairingMeetMilestone", Paused, Ended, [("title", "First visible step"), ("evidence", 1)]),
        (pair.Mentee, "pairingNoteSmallWin", Paused, Ended, [("title", "First visible step"), ("smallWin", 0)]),
        (pair.Mentee, "pairingWriteEntry", Paused, Ended, [("kind", "NOTE"), ("visibility", "PAIR"), ("texts", EntryLine.Texts(["text"], "A"))]),
        (pair.Mentee, "pairingMoveEntry", Paused, Ended, [("number", 1), ("status", "UNDERWAY")]),
        (pair.Mentee, "pairingShareEntry", Paused, Ended, [("number", 1), ("visibility", "PROGRAM")]),
        (pair.Mentee, "pairingRateSession", Paused, Ended, [("checkIn", 1), ("score", 3)]),
        (pair.Mentee, "pairingAskAutonomy", Paused, Ended, [("stage", "GUIDED")]),
        (pair.Mentor, "pairingAnswerAutonomy", Paused, Ended, [("agree", true)]),
        (pair.Mentee, "pairingRateMentoring", Paused, Ended, [("score", 3)]),
        (pair.Mentee, "pairingAssessSelf", Paused, Ended, [("levels", new[] { new { competency = "Strategic Thinking", level = 3.0 } })]),
        (pair.Mentee, "pairingOpenReview360", Paused, Ended, [("competencies", new[] { "Strategic Thinking" }), ("raters", Raters)]),
        (pair.Mentee, "pairingCloseReview360", Paused, Ended, [("number", 1)]),
        (rater, "pairingRate360", Allowed, Ended, [("number", 1), ("scores", new[] { 3 })]),
        (pair.Mentee, "pairingPause", Paused, Ended, [("until", Soon), ("reason", "Again")]),
        (pair.Mentee, "pairingDecideTerm", Paused, Ended, [("choice", "EXTEND"), ("months", 1)]),
        (pair.Mentee, "pairingOpenEscalation", Allowed, Ended, [("subject", "Late")]),
        (company.Admin, "pairingAcknowledgeEscalation", Allowed, Allowed, [("number", 1)]),
        (company.Admin, "pairingResolveEscalation", Allowed, Allowed, [("number", 1), ("resolution", "x")]),
        (pair.Mentee, "pairingRequestReassignment", Allowed, Ended, []),
        (company.Admin, "pairingAnswerReassignment", Allowed, Ended, [("grant", false)]),
        (pair.Mentee, "pairingChooseHandover", Allowed, Allowed, [("entries", Array.Empty<int>())]),
        (company.Admin, "coverAccept", Allowed, Allowed, [("mentor", pair.Mentor.Id)]),
        (company.Admin, "coverDecline", Allowed, Allowed, []),
        (company.Admin, "coverSearch", Allowed, Allowed, []),

        // These two move it on, so they come last.
        (pair.Mentee, "pairingResume", Allowed, Allowed, []),
        (company.Admin, "pairingReportDeparture", Allowed, Ended, [("side", "MENTOR")]),
    ];

    public async ValueTask InitializeAsync()
    {
        company = await Company.OpenAsync(server, $"R{Guid.NewGuid():N}"[..8], mentors: 3, mentees: 5);
        pair = await new PairSteps(server, company, "E-1").SignAsync();
        rater = company.Of("E-2");
    }

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Paused_pairing_takes_what_ends_or_mends_and_refuses_the_rest()
    {
        await CheckTableAsync();
        await PrepareAsync();
        await pair.Mentee.DoAsync("pairingPause", string.Empty, pair.With(("until", Soon), ("reason", "Leave")));
        foreach (var (who, mutation, expected, _, input) in Table)
        {
            Assert.Equal((mutation, expected), (mutation, await OutcomeAsync(who, mutation, input)));
        }
    }

    [Fact]
    public async Task Ended_pairing_takes_what_hands_over_or_settles_and_refuses_the_rest()
    {
        await PrepareAsync();
        await company.Admin.DoAsync("pairingDecideTerm", string.Empty, pair.With(("choice", "CLOSE")));
        foreach (var (who, mutation, _, expected, input) in Table)
        {
            Assert.Equal((mutation, expected), (mutation, await OutcomeAsync(who, mutation, input)));
        }
    }

    /// <summary>Every mutation on a pairing is in the table.</summary>
    private async Task CheckTableAsync()
    {
        using var admin = await server.Demo.AdminAsync(server.Address);
        var mutations = (await SchemaModel.ReadAsync(admin)).FieldsOf("Mutation").Select(field => field.Name)
            .Where(name => name.StartsWith("pairing", StringComparison.Ordinal) || name.StartsWith("cover", StringComparison.Ordinal));

        Assert.Equal(mutations.Order(StringComparer.Ordinal), Table.Select(line => line.Mutation).Order(StringComparer.Ordinal));
    }

    /// <summary>Something of everything that the mutations name, so that nothing but the rest refuses them.</summary>
    private async Task PrepareAsync()
    {
        await pair.CheckInAsync();
        await pair.WriteAsync(pair.Mentee, "EXPERIMENT", "PAIR", [("hypothesis", "Asking helps")]);
        await pair.Mentee.DoAsync("pairingInviteToMeeting", string.Empty, pair.With(("startsAt", $"{Soon}T12:00:00Z")));
        await pair.Mentee.DoAsync("pairingOpenEscalation", string.Empty, pair.With(("subject", "Time")));
        await pair.Mentee.DoAsync("pairingOpenReview360", string.Empty, pair.With(("competencies", new[] { "Strategic Thinking" }), ("raters", Raters)));
        await server.PublishedAsync();
    }

    private async Task<string> OutcomeAsync(Person who, string mutation, (string, object?)[] input)
    {
        var payload = await who.TryAsync(mutation, string.Empty, pair.With(input));
        var errors = payload.GetProperty("userErrors");
        return errors.GetArrayLength() > 0 && errors[0].GetProperty("code").GetString() is Paused or Ended ? errors[0].GetProperty("code").GetString()! : Allowed;
    }
}
