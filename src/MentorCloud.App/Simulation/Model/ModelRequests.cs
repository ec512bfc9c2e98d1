namespace MentorCloud.App.Simulation.Model;

/// <summary>
/// Escalations and requests: they come again until somebody answers. Those for another partner do so whatever else becomes of
/// the pairing; those for more autonomy rest with it, which nobody does here who asks for it.
/// </summary>
internal sealed class ModelRequests(ICollection<Expected> expected)
{
    /// <summary>What is told when a request for another partner comes again.</summary>
    public const string Reassignment = "ReassignmentReminded";

    private readonly SortedDictionary<int, (DateTimeOffset Next, int Climbs)> escalations = [];
    private readonly SortedDictionary<string, (DateTimeOffset At, int Reminders)> open = new(StringComparer.Ordinal);

    public DateTimeOffset? Next { get; private set; }

    public void Escalate(int number, DateTimeOffset at) => SetEscalation(number, at.AddDays(3), 0);

    public void Acknowledge(int number, DateTimeOffset at) => SetEscalation(number, at.AddDays(14), escalations[number].Climbs);

    public void Resolve(int number)
    {
        escalations.Remove(number);
        FindNext();
    }

    /// <summary>Somebody asks for something, which is told again each week by a name.</summary>
    public void Ask(string reminded, DateTimeOffset at)
    {
        open.TryAdd(reminded, (at, 0));
        FindNext();
    }

    public void Answer(string reminded)
    {
        open.Remove(reminded);
        FindNext();
    }

    /// <summary>The pairing has ended: nothing but escalations is open any more.</summary>
    public void AnswerAll()
    {
        open.Clear();
        FindNext();
    }

    /// <summary>Does everything that comes at a moment.</summary>
    public void Step(DateTimeOffset at)
    {
        if (Next != at)
        {
            return;
        }

        foreach (var (number, (_, climbs)) in escalations.Where(each => each.Value.Next == at).ToList())
        {
            expected.Add(new Expected($"EscalationClimbed {number} {climbs + 1}", at));
            escalations[number] = (at.AddDays(3), climbs + 1);
        }

        foreach (var (reminded, request) in open.Where(each => Reminder(each.Value) == at).ToList())
        {
            expected.Add(new Expected($"{reminded} {request.Reminders + 1}", at));
            open[reminded] = request with { Reminders = request.Reminders + 1 };
        }

        FindNext();
    }

    private static DateTimeOffset Reminder((DateTimeOffset At, int Reminders) request) => request.At.AddDays(7 * (request.Reminders + 1));

    private void SetEscalation(int number, DateTimeOffset next, int climbs)
    {
        escalations[number] = (next, climbs);
        FindNext();
    }

    private void FindNext() => Next = escalations.Values.Select(each => (DateTimeOffset?)each.Next).Concat(open.Values.Select(each => (DateTimeOffset?)Reminder(each))).Min();
}
