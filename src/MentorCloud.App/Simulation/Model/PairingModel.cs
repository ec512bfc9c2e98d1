using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.App.Simulation.Model;

/// <summary>
/// What must fall due in a pairing, be reminded and be missed, worked out from what its people did and from
/// docs/pairings.md alone. It shares no code with the domain, so that a mistake there does not repeat itself here.
/// </summary>
internal sealed class PairingModel
{
    private readonly ModelCalendar calendar;
    private readonly List<Expected> expected = [];
    private readonly Dictionary<DutyKind, ModelRhythm> rhythms = [];
    private readonly Dictionary<DutyKind, ModelDuty> open = [];
    private readonly Dictionary<DutyKind, int> numbers = [];
    private readonly Dictionary<DutyKind, DateTimeOffset> closed = [];
    private readonly ModelRequests requests;
    private readonly ModelCadence cadence = new();
    private DateTimeOffset endsAt;
    private (DateTimeOffset Since, DateTimeOffset Until)? pause;
    private DateTimeOffset restedUntil = DateTimeOffset.MinValue;

    public PairingModel(string zone, DateTimeOffset published, DateTimeOffset endsAt)
    {
        calendar = new ModelCalendar(zone);
        requests = new ModelRequests(expected);
        this.endsAt = endsAt;
        Begin(new ModelRhythm(DutyKind.ContractSignature, calendar.DayOf(published).AddDays(7), 0, 0, 0), published);
    }

    public IReadOnlyList<Expected> Told => expected;

    /// <summary>How it ended; null while it lives.</summary>
    public PairingOutcome? Outcome { get; private set; }

    public bool HasEnded => Outcome is not null;

    public ModelRequests RequestsAt(DateTimeOffset at)
    {
        Advance(at);
        return requests;
    }

    /// <summary>A contract came into force.</summary>
    public void Activate(DateTimeOffset at, int days)
    {
        Advance(at);
        cadence.Agreed = days;
        if (open.ContainsKey(DutyKind.ContractSignature))
        {
            Close(DutyKind.ContractSignature, "DutyDone", at);
        }

        if (rhythms.ContainsKey(DutyKind.CheckIn))
        {
            FollowCadence(at);
            return;
        }

        var today = calendar.DayOf(at);
        var half = today.AddDays((calendar.DayOf(endsAt).DayNumber - today.DayNumber) / 2);
        Begin(cadence.CheckIns(today), at);
        foreach (var rhythm in ModelRhythm.BesideCheckIns(today, half))
        {
            Begin(rhythm, at);
        }

        BeginEndOfTerm(at);
    }

    public void Done(DutyKind kind, DateTimeOffset at) => Close(kind, "DutyDone", at);

    /// <summary>The midcourse was held after it had been missed: one more of its kind is done.</summary>
    public void HeldLate(DateTimeOffset at)
    {
        Advance(at);
        var number = ++numbers[DutyKind.Midcourse];
        expected.Add(new Expected($"DutyDone {DutyKind.Midcourse} {number}", at));
    }

    /// <summary>The mentor agreed to the next stage of autonomy, or not yet.</summary>
    public void Autonomy(string stage, bool agreed, DateTimeOffset at)
    {
        RequestsAt(at).Answer($"AutonomyReminded {stage}");
        cadence.Stage += agreed ? 1 : 0;
        expected.Add(new Expected(agreed ? $"AutonomyMoved {stage} {cadence.Days}" : $"AutonomyDeclined {stage}", at));
        FollowCadence(at);
    }

    public void Excused(DutyKind kind, DateTimeOffset at) => Close(kind, "DutyExcused", at);

    public void Pause(DateTimeOffset at, DateOnly until)
    {
        Advance(at);
        pause = (at, calendar.Midnight(until));
    }

    public void Resume(DateTimeOffset at)
    {
        Advance(at);
        EndPause(at);
    }

    public void Extend(DateTimeOffset at, int months)
    {
        Done(DutyKind.EndOfTerm, at);
        endsAt = calendar.LaterMonths(endsAt > at ? endsAt : at, months);
        foreach (var rhythm in rhythms.Values.Where(each => !each.IsOnce && !open.ContainsKey(each.Kind)).ToList())
        {
            ScheduleFrom(rhythm, at);
        }

        BeginEndOfTerm(at);
    }

    /// <summary>People decided that it is over; a decision about the term does the duty of making it.</summary>
    public void End(DateTimeOffset at, PairingOutcome outcome)
    {
        Advance(at);
        if (outcome is PairingOutcome.Rotated or PairingOutcome.Graduated or PairingOutcome.Closed && open.ContainsKey(DutyKind.EndOfTerm))
        {
            Close(DutyKind.EndOfTerm, "DutyDone", at);
        }

        expected.Add(new Expected($"PairingEnded {outcome}", at));
        Outcome = outcome;
        open.Clear();
        pause = null;
        requests.AnswerAll();
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(DateTimeOffset to)
    {
        while (NextStep() is { } at && at <= to)
        {
            if (pause is { } resting && resting.Until == at)
            {
                EndPause(at);
                continue;
            }

            requests.Step(at);
            if (pause is null)
            {
                open.Values.Where(duty => duty.Next == at).ToList().ForEach(Step);
            }
        }
    }

    private DateTimeOffset? NextStep()
    {
        DateTimeOffset? own = pause is { } resting ? resting.Until : open.Count == 0 ? null : open.Values.Min(duty => duty.Next);
        return own is null || requests.Next < own ? requests.Next : own;
    }

    private void Step(ModelDuty duty)
    {
        // What comes while the pairing rests is told when it goes on.
        var isLast = duty.IsLastStep;
        expected.Add(duty.Step(duty.Next > restedUntil ? duty.Next : restedUntil));
        if (isLast)
        {
            Remove(duty, duty.Due);
        }
    }

    private void Close(DutyKind kind, string how, DateTimeOffset at)
    {
        Advance(at);
        var duty = open[kind];
        expected.Add(new Expected($"{how} {kind} {duty.Number}", at));
        Remove(duty, at > duty.Due ? at : duty.Due);
    }

    private void Remove(ModelDuty duty, DateTimeOffset nextAfter)
    {
        open.Remove(duty.Kind);
        closed[duty.Kind] = duty.Due;
        Schedule(rhythms[duty.Kind], nextAfter);
    }

    private void Begin(ModelRhythm rhythm, DateTimeOffset at)
    {
        rhythms[rhythm.Kind] = rhythm;
        Schedule(rhythm, at);
    }

    private void BeginEndOfTerm(DateTimeOffset at) => Begin(ModelRhythm.EndOfTerm(calendar.DayOf(endsAt), calendar.DayOf(at)), at);

    private void Schedule(ModelRhythm rhythm, DateTimeOffset after)
    {
        if (rhythm.After(after, calendar) is { } due && (due < endsAt || rhythm.Grace == 0))
        {
            numbers[rhythm.Kind] = numbers.GetValueOrDefault(rhythm.Kind) + 1;
            open[rhythm.Kind] = new ModelDuty(rhythm.Kind, numbers[rhythm.Kind], due, rhythm.Grace);
        }
    }

    private void FollowCadence(DateTimeOffset at)
    {
        if (rhythms[DutyKind.CheckIn].Days == cadence.Days)
        {
            return;
        }

        var today = calendar.DayOf(at);
        var first = closed.TryGetValue(DutyKind.CheckIn, out var last) && calendar.DayOf(last) > today ? calendar.DayOf(last) : today;
        var checkIns = rhythms[DutyKind.CheckIn] = cadence.CheckIns(first);
        if (!open.TryGetValue(DutyKind.CheckIn, out var duty))
        {
            ScheduleFrom(checkIns, at);
        }
        else if (!duty.Owed)
        {
            open.Remove(DutyKind.CheckIn);
            numbers[DutyKind.CheckIn]--;
            ScheduleFrom(checkIns, at);
        }
    }

    /// <summary>What was done before its day is done: a whole step lies between that day and the next, where the rhythm begins or goes on before.</summary>
    private void ScheduleFrom(ModelRhythm rhythm, DateTimeOffset at)
    {
        var settled = closed.TryGetValue(rhythm.Kind, out var last)
            ? calendar.Midnight(calendar.DayOf(last).AddDays(rhythm.Months == 0 ? rhythm.Days : 28 * rhythm.Months)) : at;
        Schedule(rhythm, settled > at ? settled : at);
    }

    private void EndPause(DateTimeOffset at)
    {
        var days = calendar.DayOf(at).DayNumber - calendar.DayOf(pause!.Value.Since).DayNumber;
        expected.Add(new Expected($"PairingResumed {days}", at));
        pause = null;
        restedUntil = at;
        endsAt = calendar.Later(endsAt, days);
        foreach (var rhythm in rhythms.Values.ToList())
        {
            rhythms[rhythm.Kind] = rhythm with { Rested = rhythm.Rested + days };
        }

        foreach (var duty in open.Values)
        {
            duty.Due = calendar.Later(duty.Due, days);
        }
    }
}
