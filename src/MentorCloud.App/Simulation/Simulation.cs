using MentorCloud.App.Demo;
using MentorCloud.App.Simulation.Checks;
using MentorCloud.App.Simulation.Faults;
using MentorCloud.App.Simulation.People;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Storage.Hosting;

namespace MentorCloud.App.Simulation;

/// <summary>
/// Plays a cohort through its whole life. The clock moves by hours, once more two minutes after people have acted, and only when everything has come to
/// rest; the people who have something to do in an hour do it at the same time, as in life.
/// </summary>
internal sealed class Simulation(
    SimulationSettings settings,
    SimulationClock clock,
    IGrainFactory grains,
    IGrainHostProbe host,
    IRelationalStore views,
    Stillness stillness,
    CanaryLog log,
    FactTally facts,
    ViewCheck viewCheck,
    FaultPlanter planter,
    DemoIds ids,
    SimulatedCompany company,
    ProgramOffice office,
    Leavings leavings,
    Bystanders others)
{
    private const int AtOnce = 256;

    /// <summary>Beyond the program's months, so that late decisions about the end of the term are seen.</summary>
    private const int DaysAfter = 45;

    /// <summary>People look at their pairings once a day, at this hour, UTC; in New York it is the morning.</summary>
    private const int ActingHour = 15;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The grains that people have just used look after their outboxes a minute later, while they are awake.</summary>
    private static readonly TimeSpan AfterActing = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan CoverEvery = TimeSpan.FromDays(14);

    private readonly List<PairingPlay> plays = [];
    private readonly PriorityQueue<PairingPlay, DateTimeOffset> looks = new();
    private readonly List<SimulatedMonth> timeline = [];
    private Dictionary<string, long> factsBefore = [];

    /// <summary>Plays it and checks what came of it.</summary>
    /// <param name="folder">The data folder, searched for confided texts.</param>
    /// <param name="progress">Told what goes on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SimulationResult> RunAsync(string folder, TextWriter progress, CancellationToken cancellationToken)
    {
        var watch = TimeProvider.System.GetTimestamp();
        await progress.WriteLineAsync($"importing {settings.Participants} people ...");
        await office.OpenAsync(cancellationToken);
        await MatchAsync(progress, cancellationToken);
        var setUp = TimeProvider.System.GetElapsedTime(watch);
        var end = SimulationHost.Start.AddMonths(settings.Months).AddDays(DaysAfter);
        await PlayAsync(end, progress, cancellationToken);
        await progress.WriteLineAsync("checking ...");
        var checking = TimeProvider.System.GetTimestamp();
        var (checks, files) = await CheckAsync(folder, end, cancellationToken);
        return Result(end, checks, new SimulationMeasures(
            Math.Round(TimeProvider.System.GetElapsedTime(watch).TotalSeconds, 3),
            Math.Round(setUp.TotalSeconds, 3),
            Math.Round(TimeProvider.System.GetElapsedTime(checking).TotalSeconds, 3),
            await host.WritesAsync(cancellationToken),
            await ViewWritesAsync(cancellationToken),
            log.Lines,
            files));
    }

    private async Task PlayAsync(DateTimeOffset end, TextWriter progress, CancellationToken cancellationToken)
    {
        var cover = SimulationHost.Start + CoverEvery;
        for (var now = SimulationHost.Start + Hour; now <= end; now += Hour)
        {
            cancellationToken.ThrowIfCancellationRequested();
            clock.MoveTo(now);
            await stillness.ComeAsync(cancellationToken);
            if (now.Hour == ActingHour)
            {
                var acted = await ActAsync(now, cancellationToken);
                await LeaveAsync(acted, now, cancellationToken);
                await planter.PlantAsync(grains, ids.Tenant, now);
                await stillness.ComeAsync(cancellationToken);
                clock.MoveTo(now + AfterActing);
                await stillness.ComeAsync(cancellationToken);
            }

            if (now >= cover && now < SimulationHost.Start.AddMonths(settings.Months - 1))
            {
                cover += CoverEvery;
                await CoverAsync(progress, cancellationToken);
            }

            await stillness.ComeAsync(cancellationToken);
            if (now == SimulationHost.Start.AddMonths(timeline.Count + 1) || now == end)
            {
                await CloseMonthAsync(now, progress, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<PairingPlay>> ActAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var acting = new List<PairingPlay>();
        while (looks.TryPeek(out var play, out var at) && at <= now)
        {
            looks.Dequeue();
            acting.Add(play);
        }

        await Parallel.ForEachAsync(
            acting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (play, _) => await play.PlayAsync(now));
        acting.ForEach(Enqueue);
        return acting;
    }

    /// <summary>One departure after the other, and with each the searches for those left behind, all of them before the first is accepted: the order decides who is free.</summary>
    private async Task LeaveAsync(IReadOnlyList<PairingPlay> acted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var leaver in acted.Select(play => play.Leaver).OfType<SimulatedPerson>().Where(person => !leavings.HasLeft(person.Id)))
        {
            await stillness.ComeAsync(cancellationToken);
            var leftBehind = await leavings.ReportAsync(leaver, plays, now, cancellationToken);
            await stillness.ComeAsync(cancellationToken);
            foreach (var ended in leftBehind)
            {
                if (await leavings.CoverAsync(ended, cancellationToken) is { } place)
                {
                    Begin([place]);
                }
            }
        }
    }

    private void Enqueue(PairingPlay play)
    {
        if (play.NextLook is { } next)
        {
            looks.Enqueue(play, next);
        }
    }

    /// <summary>Mentees whose pairing ended early, and mentors with a free place, are matched again; without such mentees there is no round.</summary>
    private async Task CoverAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var cared = plays.Where(play => !play.Model.HasEnded).Select(play => play.Mentee.Id).ToHashSet();
        if (company.People.Any(person => person.Kind == ParticipantKind.Mentee && !cared.Contains(person.Id) && !leavings.HasLeft(person.Id)))
        {
            await stillness.ComeAsync(cancellationToken);
            await MatchAsync(progress, cancellationToken);
        }
    }

    private async Task MatchAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var places = await office.MatchAsync(cancellationToken);
        await progress.WriteLineAsync($"{clock.GetUtcNow():yyyy-MM-dd}: round {office.Rounds} made {places.Count} pairings");
        Begin(places);
    }

    private void Begin(IEnumerable<PairingPlace> places)
    {
        var begun = places.Select(place => new PairingPlay(grains, ids, place, others, settings.Seed)).ToList();
        planter.Choose(begun);
        plays.AddRange(begun);
        begun.ForEach(Enqueue);
    }

    private async Task CloseMonthAsync(DateTimeOffset now, TextWriter progress, CancellationToken cancellationToken)
    {
        await facts.ReadAsync(cancellationToken);
        var happened = new SortedDictionary<string, long>(
            facts.Counts.ToDictionary(each => each.Key, each => each.Value - factsBefore.GetValueOrDefault(each.Key)), StringComparer.Ordinal);
        factsBefore = facts.Counts.ToDictionary(each => each.Key, each => each.Value);
        timeline.Add(new SimulatedMonth(timeline.Count + 1, now, plays.Count(play => !play.Model.HasEnded), happened));
        await progress.WriteLineAsync($"{now:yyyy-MM-dd}: {timeline[^1].Living} pairings live, {happened.Values.Sum()} facts in the month");
    }

    private async Task<(IReadOnlyList<CheckResult> Checks, int Files)> CheckAsync(string folder, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var surprises = plays.SelectMany(play => play.Voice.Surprises).ToList();
        var (privacy, files) = await PrivacyCheck.RunAsync(folder, plays, Actor.User(ids.Tenant, ids.AdminAccount, Role.ProgramManager), facts, log, cancellationToken);
        IReadOnlyList<CheckResult> checks =
        [
            DutyCheck.Run(plays, facts, end),
            await CapacityCheck.RunAsync(grains, ids.Tenant, company, plays, facts),
            await SilenceCheck.RunAsync(plays, facts),
            privacy,
            CheckResult.Of(
                "raters stay unknown", plays.Sum(play => play.Review?.Looks ?? 0), [.. plays.SelectMany(play => play.Review?.Wrong ?? [])]),
            CheckResult.Of("commands answered as expected", plays.Sum(play => (long)play.Voice.Said), surprises),
            await viewCheck.RunAsync(cancellationToken),
        ];
        return (checks, files);
    }

    private async Task<StoreWrites> ViewWritesAsync(CancellationToken cancellationToken)
    {
        var stats = await views.StatsAsync(cancellationToken);
        return new StoreWrites(stats.Commits, stats.Writes);
    }

    private static SortedDictionary<string, int> Counted(IEnumerable<string> names) =>
        new(names.CountBy(name => name).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private SimulationResult Result(DateTimeOffset end, IReadOnlyList<CheckResult> checks, SimulationMeasures measured) => new()
    {
        Seed = settings.Seed,
        Participants = settings.Participants,
        Mentors = company.People.Count(person => person.Kind == ParticipantKind.Mentor),
        Months = settings.Months,
        Until = end,
        Rounds = office.Rounds,
        Pairings = plays.Count,
        Characters = Counted(plays.Select(play => play.Character.ToString())),
        Outcomes = Counted(plays.Select(play => play.Model.Outcome).OfType<PairingOutcome>().Select(outcome => outcome.ToString())),
        LateMidcourses = plays.Count(play => play.HeldMidcourseLate),
        Timeline = timeline,
        Commands = plays.Sum(play => (long)play.Voice.Said),
        Facts = facts.Counts,
        Checks = checks,
        Measured = measured,
    };
}
