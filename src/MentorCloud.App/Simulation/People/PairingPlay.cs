using MentorCloud.App.Demo;
using MentorCloud.App.Simulation.Model;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.App.Simulation.People;

/// <summary>One pair through its life: looks at its pairing when there is something to do, does it, and says when it looks again.</summary>
internal sealed class PairingPlay
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly Character[] Characters =
    [
        .. Enumerable.Repeat(Character.Steady, 8), Character.Growing, Character.Growing, Character.Unsigned, .. Enumerable.Repeat(Character.Drifting, 4), Character.Silent, Character.Silent,
        Character.Escalating, Character.WantsAnother, Character.Leaving, Character.Promoted, Character.Pausing,
    ];

    private readonly PairActs acts;
    private readonly Habit habit;
    private readonly Turns turns;
    private readonly Agenda agenda;
    private readonly int cadence;
    private DateTimeOffset? signsAt;
    private DateTimeOffset writesAt;

    public PairingPlay(IGrainFactory grains, DemoIds ids, PairingPlace place, Bystanders others, int seed)
    {
        var name = place.Id.ToString();
        var dice = Dice.For(seed, name, "pair");
        (Id, Mentor, Mentee, PublishedAt) = (place.Id, place.Mentor, place.Mentee, place.PublishedAt);
        Key = GrainKey.Of(ids.Tenant, Id);
        Grain = grains.GetGrain<IPairingGrain>(Key);
        AsMentor = ids.Person(Mentor.Id, Role.Mentor);
        AsMentee = ids.Person(Mentee.Id, Role.Mentee);
        Character = dice.Of(Characters);
        Model = new PairingModel(Mentee.TimeZone, PublishedAt, place.EndsAt);
        Voice = new PairVoice(Grain, ids, Id, seed);
        acts = new PairActs(Voice, Model, AsMentor, AsMentee, Dice.For(seed, name, "acts"));
        habit = new Habit(seed, name, Character, PublishedAt);
        agenda = new Agenda(Voice);
        turns = new Turns(agenda, Voice, Model, ids, this, Dice.For(seed, name, "turns"));
        if (Character == Character.Growing)
        {
            new Growing(agenda, Voice, Model, this, Dice.For(seed, name, "growing")).Begin();
            Review = new Review(agenda, Voice, this, others, ids.Admin, Dice.For(seed, name, "review"));
            Review.Begin();
        }

        signsAt = PublishedAt.AddHours(dice.Between(5, Character == Character.Drifting ? 24 * 17 : 24 * 9));
        cadence = dice.Of([7, 14, 14, 21]);
        writesAt = PublishedAt.AddDays(dice.Between(20, 45));
        NextLook = signsAt;
    }

    public PairingId Id { get; }

    /// <summary>The pairing's grain key.</summary>
    public string Key { get; }

    public IPairingGrain Grain { get; }

    public SimulatedPerson Mentor { get; }

    public SimulatedPerson Mentee { get; }

    public Actor AsMentor { get; }

    public Actor AsMentee { get; }

    public DateTimeOffset PublishedAt { get; }

    public Character Character { get; }

    public PairingModel Model { get; }

    public PairVoice Voice { get; }

    /// <summary>Whether the midcourse was missed and held later.</summary>
    public bool HeldMidcourseLate { get; private set; }

    /// <summary>What others say of the mentee; null when nobody is asked.</summary>
    public Review? Review { get; }

    /// <summary>Which of the two leaves the company now or has left; null while nobody does.</summary>
    public SimulatedPerson? Leaver => turns.Leaver;

    /// <summary>When the pair looks next, UTC; null when never again.</summary>
    public DateTimeOffset? NextLook { get; private set; }

    public async Task PlayAsync(DateTimeOffset now)
    {
        await Voice.LookAsync(AsMentee);
        if (Voice.View.Row.Stage == PairingStage.Contracting && now >= signsAt)
        {
            signsAt = null;
            await (Character == Character.Unsigned ? acts.SignAloneAsync(cadence) : acts.AgreeAsync(now, cadence));
        }

        await agenda.TakeAsync(now, AsMentee);
        if (Voice.View.Row.Stage == PairingStage.Active)
        {
            await DoDutiesAsync(now);
        }

        NextLook = Next(now);
    }

    private async Task DoDutiesAsync(DateTimeOffset now)
    {
        foreach (var kind in Enum.GetValues<DutyKind>())
        {
            // Read anew: what was done before may have moved it or ended the pairing.
            if (Voice.View.Row.Stage == PairingStage.Active && OpenOf(kind) is { } duty && kind != DutyKind.ContractSignature
                && habit.ActsAt(duty) <= now && (duty.IsOwed || kind == DutyKind.CheckIn))
            {
                await acts.DoAsync(duty, now);
            }
        }

        if (MidcourseHeldLateAt <= now && Voice.View.Row.Stage == PairingStage.Active)
        {
            HeldMidcourseLate |= await acts.HoldLateAsync(now);
        }

        if (now >= writesAt && Voice.View.Row.Stage == PairingStage.Active)
        {
            writesAt = Character == Character.Silent ? DateTimeOffset.MaxValue : writesAt.AddDays(30);
            await acts.WriteAsync(now);
        }
    }

    /// <summary>There is one midcourse: who has missed it can hold it later.</summary>
    private DateTimeOffset? MidcourseHeldLateAt =>
        Voice.View.Life!.Tallies.FirstOrDefault(tally => tally.Kind == DutyKind.Midcourse) is { Missed: > 0, Done: 0 }
        && Voice.View.Life.Duties.FirstOrDefault(duty => duty is { Kind: DutyKind.Midcourse, Status: DutyStatus.Missed }) is { } missed
            ? habit.DoneLateAt(missed) : null;

    private Duty? OpenOf(DutyKind kind) => Voice.View.Life!.Duties.FirstOrDefault(duty => duty.Kind == kind && duty.IsOpen);

    private DateTimeOffset? Next(DateTimeOffset now)
    {
        var times = Voice.View.Row.Stage switch
        {
            PairingStage.Active => Voice.View.Life!.Duties.Where(duty => duty.IsOpen).Select(LookFor).Append(writesAt).Append(MidcourseHeldLateAt).Append(agenda.Next),
            PairingStage.Paused => [Voice.View.Life!.Pause!.ResumesAt, agenda.Next],
            PairingStage.Contracting => [signsAt, agenda.Next],
            _ => new[] { agenda.Next },
        };
        var next = times.Min();
        return next is null || next == DateTimeOffset.MaxValue ? null : next > now ? next : now + Hour;
    }

    /// <summary>For a duty that will not be done: when the next of its kind is there.</summary>
    private DateTimeOffset? LookFor(Duty duty) =>
        habit.ActsAt(duty) ?? (duty.GraceDays > 0 ? duty.DueAt.AddDays(duty.GraceDays) + Hour : null);
}
