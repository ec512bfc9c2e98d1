using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using MentorCloud.Integration.Tests.Rounds;

namespace MentorCloud.Integration.Tests.BadInput.Keys;

/// <summary>Walks every mutation on cohorts, their events, rounds, rotations and requests.</summary>
internal sealed class ProgramKeys(KeyWalk walk, ClockedServer server, SampleTenant tenant)
{
    private const string Roster = """
        external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees
        PK-1,mentor,Any,M-LEAD,,Brewing,Any,Etc/UTC,8,4
        PK-2,mentor,Any,M-LEAD,,Bottling,Any,Etc/UTC,8,4
        PK-3,mentee,Any,M-NEXT,M-LEAD,Brewing,Any,Etc/UTC,4,0
        PK-4,mentee,Any,M-NEXT,M-LEAD,Bottling,Any,Etc/UTC,4,0

        """;

    private Things Things => tenant.Things;

    public Task WalkAsync() => walk.InTurnAsync(CohortsAsync, EventsAsync, RequestsAsync, RoundsAsync, RotationsAsync);

    private static object Design(string name, string? startsOn = null) => new
    {
        name, outcomes = new[] { "Ready" }, targetPopulation = "Leads", sponsor = "COO", startsOn, numbers = new { pulseWeeks = 5 },
    };

    private async Task CohortsAsync()
    {
        var made = await walk.DoAsync(tenant.Admin, "cohortCreate", new { design = Design("Keys") }, new { design = Design("Others") });
        var cohort = made.GetProperty("cohort").GetProperty("id").GetString();
        var startsOn = server.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await walk.DoAsync(tenant.Admin, "cohortRevise", new { cohort, design = Design("Keys again", startsOn) }, new { design = Design("Others") });
        await walk.DoAsync(tenant.Admin, "cohortClone", new { cohort, name = "Copy" }, new { name = "Other copy" });
        await walk.DoAsync(tenant.Admin, "cohortEnrol", new { cohort, participants = new[] { Things["Mentor"], Things["Mentee"] } }, new { participants = new[] { Things["Mentor"] } });
        await walk.DoAsync(tenant.Admin, "cohortOpen", new { cohort }, new { participants = new[] { Things["Mentor"] } }, instead: "cohortEnrol");
        await walk.DoAsync(tenant.Admin, "cohortClose", new { cohort }, instead: "cohortOpen");
    }

    private async Task EventsAsync()
    {
        var soon = server.Now.AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var planned = await walk.DoAsync(
            tenant.Admin, "cohortEventPlan", new { cohort = Things["Cohort"], kind = "ROUNDTABLE", title = "Keys", startsAt = soon, minutes = 60 }, new { title = "Others" });
        var @event = planned.GetProperty("event").GetProperty("id").GetString();
        await walk.DoAsync(tenant.Admin, "cohortEventInvite", new { @event, participants = new[] { Things["Mentor"], Things["Mentee"] } }, new { participants = new[] { Things["Mentor"] } });
        await walk.DoAsync(tenant.Mentee, "cohortEventAnswer", new { @event, accept = true }, new { accept = false });
        await walk.DoAsync(tenant.Admin, "cohortEventCancel", new { @event = Things["CohortEvent"] }, new { participants = new[] { Things["Mentor"] } }, instead: "cohortEventInvite");
        await server.PassAsync(TimeSpan.FromHours(3));
        await walk.DoAsync(tenant.Admin, "cohortEventRecord", new { @event, attended = new[] { Things["Mentee"] }, notes = "Well" }, new { notes = "Badly" });
    }

    /// <summary>The sample's request is withdrawn; the mentor declines the next, and the one after that is accepted.</summary>
    private async Task RequestsAsync()
    {
        var seen = await tenant.Mentee.QueryAsync("query($id: ID!) { matchRequest(id: $id) { cohort { id } mentor { id } } }", new { id = Things["MatchRequest"] });
        var cohort = seen.GetProperty("matchRequest").GetProperty("cohort").GetProperty("id").GetString();
        var other = seen.GetProperty("matchRequest").GetProperty("mentor").GetProperty("id").GetString();
        await walk.DoAsync(tenant.Mentee, "matchRequestWithdraw", new { matchRequest = Things["MatchRequest"] }, instead: "matchRequestAccept");
        foreach (var answer in new[] { "matchRequestDecline", "matchRequestAccept" })
        {
            var sent = await walk.DoAsync(tenant.Mentee, "matchRequestSend", new { cohort, to = Things["Mentor"] }, new { to = other });
            var matchRequest = sent.GetProperty("matchRequest").GetProperty("id").GetString();
            await walk.DoAsync(tenant.Mentor, answer, new { matchRequest }, instead: "matchRequestWithdraw");
        }
    }

    private async Task RulesAsync(RoundsCohort cohort)
    {
        var (pair, other) = (cohort.Pair("PK-1", "PK-3"), cohort.Pair("PK-2", "PK-4"));
        await walk.DoAsync(tenant.Admin, "cohortPinPair", new { cohort = cohort.Id, pair, reason = "Known" }, new { reason = "Unknown" });
        await walk.DoAsync(tenant.Admin, "cohortFreePair", new { cohort = cohort.Id, pair }, new { pair = other });
        await walk.DoAsync(tenant.Admin, "cohortVetoPair", new { cohort = cohort.Id, pair, reason = "Rivals" }, new { reason = "Friends" });
    }

    private async Task RoundsAsync()
    {
        var cohort = new RoundsCohort(tenant.Admin, "key-rounds", server.Now);
        await cohort.OpenAsync(Roster);
        await RulesAsync(cohort);
        var round = await StartAsync(cohort);
        var resolved = await walk.DoAsync(tenant.Admin, "roundResolve", new { round, keepBonus = 0.1 }, new { keepBonus = 0.2 });
        await cohort.UntilAsync(Id(resolved), "DRAFTED");
        var picked = await walk.DoAsync(tenant.Admin, "roundPick", new { cohort = cohort.Id, pairs = new[] { cohort.Pair("PK-2", "PK-3") } }, new { pairs = new[] { cohort.Pair("PK-1", "PK-4") } });
        var edited = await walk.DoAsync(
            tenant.Admin, "roundEdit", new { round = Id(picked), edits = new[] { new { assign = cohort.Pair("PK-1", "PK-4") } } }, new { edits = new[] { new { assign = cohort.Pair("PK-2", "PK-4") } } });
        await walk.DoAsync(tenant.Admin, "roundDiscard", new { round = Id(resolved) }, instead: "roundPublish");
        await walk.DoAsync(tenant.Admin, "roundPublish", new { round = Id(edited) }, instead: "roundDiscard");
        await cohort.UntilAsync(Id(edited), "PUBLISHED");
        await CancelAsync(cohort);
    }

    /// <summary>A round is cancelled while it is being solved: it is held there.</summary>
    private async Task CancelAsync(RoundsCohort cohort)
    {
        using var held = server.Solver.Hold();
        var started = await tenant.Admin.MutateAsync("roundStart", "round { id status }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id });
        Assert.Equal("SOLVING", Text(started.GetProperty("round"), "status"));
        await walk.DoAsync(tenant.Admin, "roundCancel", new { round = Id(started) }, instead: "roundDiscard");
    }

    private async Task<string> StartAsync(RoundsCohort cohort)
    {
        var started = await walk.DoAsync(tenant.Admin, "roundStart", new { cohort = cohort.Id, objective = "TOTAL" }, new { objective = "FAIR" });
        await cohort.UntilAsync(Id(started), "DRAFTED");
        return Id(started);
    }

    private async Task RotationsAsync()
    {
        var cohort = new RoundsCohort(tenant.Admin, "key-stages", server.Now);
        await cohort.OpenAsync(Roster.Replace("PK-", "PS-", StringComparison.Ordinal), new { months = 9 });
        var rotation = Text((await walk.DoAsync(tenant.Admin, "rotationPlan", new { cohort = cohort.Id, stages = 2 }, new { stages = 3 })).GetProperty("rotation"), "id");
        await PlannedAsync(rotation);
        await walk.DoAsync(tenant.Admin, "rotationReplan", new { rotation }, new { leaves = new[] { new { participant = cohort.People["PS-1"], lastStage = 1 } } });
        await PlannedAsync(rotation);
        await walk.DoAsync(tenant.Admin, "rotationBeginStage", new { rotation, stage = 1 }, new { stage = 2 });
    }

    private Task<object> PlannedAsync(string rotation) => Processes.Poll.UntilAsync("the rotation's plan", Processes.HostProgram.Bound, async () =>
        Text((await tenant.Admin.QueryAsync("query($id: ID!) { rotation(id: $id) { status } }", new { id = rotation })).GetProperty("rotation"), "status") == "PLANNED" ? new object() : null);

    private static string Id(JsonElement payload) => Text(payload.GetProperty("round"), "id");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
