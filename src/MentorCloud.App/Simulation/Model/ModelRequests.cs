namespace MentorCloud.App.Simulation.Model;

/// <summary>Escalations and requests for another partner: they come again until somebody answers, whatever else becomes of the pairing.</summary>
internal sealed class ModelRequests(ICollection<Expected> expected)
{
    private readonly SortedDictionary<int, (DateTimeOffset Next, int Climbs)> escalations = [];
    private (DateTimeOffset At, int Reminders)? request;

    public DateTimeOffset? Next => Earliest(
        escalations.Count == 0 ? null : escalations.Values.Min(each => each.Next),
        request is { } open ? open.At.AddDays(7 * (open.Reminders + 1)) : null);

    public void Escalate(int number, DateTimeOffset at) => escalations[number] = (at.AddDays(3), 0);

    public void Acknowledge(int number, DateTimeOffset at) => escalations[number] = (at.AddDays(14), escalations[number].Climbs);

    public void Resolve(int number) => escalations.Remove(number);

    public void Request(DateTimeOffset at) => request ??= (at, 0);

    public void Answered() => request = null;

    /// <summary>Does everything that comes at a moment.</summary>
    public void Step(DateTimeOffset at)
    {
        foreach (var (number, (next, climbs)) in escalations.Where(each => each.Value.Next == at).ToList())
        {
            expected.Add(new Expected($"EscalationClimbed {number} {climbs + 1}", at));
            escalations[number] = (next.AddDays(3), climbs + 1);
        }

        if (request is { } open && open.At.AddDays(7 * (open.Reminders + 1)) == at)
        {
            expected.Add(new Expected($"ReassignmentReminded {open.Reminders + 1}", at));
            request = open with { Reminders = open.Reminders + 1 };
        }
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one <= other ? one : other;
}
