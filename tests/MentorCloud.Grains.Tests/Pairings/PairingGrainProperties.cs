using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;
using MentorCloud.Testing;

namespace MentorCloud.Grains.Tests.Pairings;

/// <summary>
/// Any sequence of commands, by anybody, repeated, late, with everything put to sleep in between: the grain comes to the very
/// pairing that the domain alone comes to, and has told the very same facts, each once.
/// </summary>
public sealed class PairingGrainProperties
{
    private const int Cases = 25;
    private const int StepsEach = 20;
    private const int Commands = 26;

    [Fact]
    public void Any_sequence_through_the_grain_comes_to_what_the_domain_decides_and_tells_it_once()
    {
        var step = Gen.Choose(0, 4).Zip(Gen.Choose(0, Commands - 1)).Zip(Gen.Choose(0, 30)).Zip(Gen.Choose(0, 9));
        Check.One(
            Law.Cases(Cases),
            Prop.ForAll(step.ListOf(StepsEach).ToArbitrary(), steps => PlayAsync(
                [.. steps.Select(each => new Step(each.Item1.Item1.Item1, each.Item1.Item1.Item2, each.Item1.Item2, each.Item2))]).GetAwaiter().GetResult()));
    }

    private static async Task PlayAsync(IReadOnlyList<Step> steps)
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var pair = await company.PairAsync();
        var shadow = await ShadowAsync(pair);
        await SignAsync(pair, shadow);
        foreach (var step in steps)
        {
            await WaitAsync(host, shadow, step.Days);
            var actor = Actors(pair)[step.Actor];
            var command = CommandsOf(shadow.State, host.Now)[step.Command];
            var id = company.NextCommand();
            Assert.Equal(shadow.Handle(actor, host.Now, id, command)?.Code, await HandleAsync(pair, actor, id, command));
            if (step.Extra < 3)
            {
                await HandleAsync(pair, actor, id, command);
            }

            if (step.Extra == 9)
            {
                await host.SleepAllAsync();
            }
        }

        await host.PassAsync(TimeSpan.FromMinutes(3));
        await CheckAsync(host, pair, shadow);
    }

    /// <summary>The code of the refusal, by the policy or by the grain; null when it was taken.</summary>
    private static async Task<string?> HandleAsync(Pair pair, Actor actor, CommandId id, PairingCommand command)
    {
        try
        {
            return (await pair.Grain.Handle(actor, id, command)).Refusal?.Code;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }

    private static async Task CheckAsync(IGrainTestHost host, Pair pair, Shadow shadow)
    {
        var view = (await pair.Grain.Get(pair.Mentee)).OrThrow();
        Assert.Equivalent(shadow.State.Summarise(), view.Row, strict: true);
        Assert.Equal(shadow.State.EndsAt, view.EndsAt);
        Assert.Equivalent(shadow.State.Contracts, view.Contracts, strict: true);
        Assert.Equal(PairingLife.For(shadow.State, pair.Mentee).Escalations, view.Life!.Escalations);
        Assert.Equal(shadow.State.Pause, view.Life.Pause);
        Assert.Equal(shadow.State.Duties.Select(duty => duty.Excuse), view.Life.Duties.Select(duty => duty.Excuse));
        Assert.Equal(
            shadow.State.Duties.Select(duty => (duty.Kind, duty.Number, duty.DueAt, duty.Status, duty.Reminders)),
            view.Life.Duties.Select(duty => (duty.Kind, duty.Number, duty.DueAt, duty.Status, duty.Reminders)));
        Assert.Equal(shadow.Told, host.Ports.Facts.Of(pair.GrainName).SelectMany(entry => entry.Facts).Where(fact => fact is not PairingPublished).Select(Shadow.AsText));
        Assert.Equal(shadow.State.Stage == PairingStage.Ended ? 0 : 1, await pair.SlotsOfMentorAsync());
    }

    private static async Task WaitAsync(IGrainTestHost host, Shadow shadow, int days)
    {
        var span = days > 26 ? TimeSpan.FromDays(days - 10) : TimeSpan.FromHours(days * 6);
        await host.PassAsync(span);
        shadow.RingUntil(host.Now);
    }

    private static async Task<Shadow> ShadowAsync(Pair pair)
    {
        var row = (await pair.ViewAsync()).Row;
        var origin = new PreparePairing(
            row.Cohort, row.Round, row.Mentor, row.Mentee, Company.Zone, 14, (await pair.ViewAsync()).EndsAt, row.WeightsVersion, row.Score, []);
        var prepared = PairingDecisions.Prepare(null, row.Tenant, row.Id, origin).State!;
        return new Shadow(PairingDecisions.Publish(prepared, row.CreatedAt).State!);
    }

    private static async Task SignAsync(Pair pair, Shadow shadow)
    {
        foreach (var (actor, command) in new (Actor, PairingCommand)[]
        {
            (pair.Mentee, new DraftContract(Pair.Terms)), (pair.Mentee, new ProposeContract()),
            (pair.Mentee, new SignContract(1)), (pair.Mentor, new SignContract(1)),
        })
        {
            var id = pair.Company.NextCommand();
            Assert.Null(shadow.Handle(actor, pair.Company.Host.Now, id, command));
            Assert.Null(await HandleAsync(pair, actor, id, command));
        }
    }

    private static Actor[] Actors(Pair pair) =>
        [pair.Mentor, pair.Mentee, pair.Mentor, pair.Mentee, pair.Company.As(EntityId.Derive<ParticipantId>(pair.Id.Value, "stranger"), Role.Mentor | Role.Mentee)];

    private static PairingCommand[] CommandsOf(PairingState state, DateTimeOffset now) =>
    [
        new LogCheckIn(now, 60), new LogCheckIn(now, 45, PairingSide.Mentee, "a note", Visibility.Author), new LogCheckIn(now.AddDays(1), 60),
        new LogCheckIn(now, 481), new ExcuseDuty(DutyKind.CheckIn, "x"), new ExcuseDuty(DutyKind.EndOfTerm, "x"), new LogHours(now, 300),
        new HoldReview(DutyKind.Midcourse, now, 60), new HoldReview(DutyKind.PlanReview, now, 60), new HoldReview(DutyKind.Prompt, now, 5),
        new AnswerCheck(DutyKind.AlignmentCheck, 2), new AnswerCheck(DutyKind.AlignmentCheck, 4), new AnswerCheck(DutyKind.SafetyPulse, 3),
        new PausePairing(DateOnly.FromDateTime(now.UtcDateTime).AddDays(12), "x"), new ResumePairing(), new OpenEscalation("x"),
        new DraftContract(Pair.Terms with { CadenceDays = 7 }), new ProposeContract(), new SignContract(state.NewestContract!.Number),
        new SignContract(state.NewestContract!.Number), new WithdrawContract(), new DecideTerm(TermChoice.Extend, 1), new DecideTerm(TermChoice.Close),
        new RequestReassignment(), new RateSession(1, 4),
        new WriteEntry { Kind = EntryKind.Journal, Visibility = Visibility.Author, Texts = [new EntryText("text", "a thought")] },
    ];

    private readonly record struct Step(int Actor, int Command, int Days, int Extra);
}
