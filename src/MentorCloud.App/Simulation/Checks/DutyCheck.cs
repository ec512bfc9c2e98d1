using MentorCloud.App.Simulation.People;
using MentorCloud.App.Simulation.Watching;

namespace MentorCloud.App.Simulation.Checks;

/// <summary>No duty lost or doubled: what pairings told is, one by one and in time, what the model says that had to be told.</summary>
internal static class DutyCheck
{
    /// <summary>The clock moves by hours, so that much may a reminder come late.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(1);

    public static CheckResult Run(IEnumerable<PairingPlay> plays, FactTally facts, DateTimeOffset end)
    {
        var failures = new List<string>();
        var examined = 0L;
        foreach (var play in plays)
        {
            play.Model.Advance(end);
            examined += play.Model.Told.Count;
            failures.AddRange(Compare(play, facts.ByPairing.GetValueOrDefault(play.Id) ?? []).Select(failure => $"{play.Id} ({play.Character}): {failure}"));
        }

        return CheckResult.Of("no duty lost or doubled", examined, failures);
    }

    private static IEnumerable<string> Compare(PairingPlay play, List<ToldFact> told)
    {
        var left = told.GroupBy(fact => fact.What).ToDictionary(group => group.Key, group => new Queue<ToldFact>(group));
        foreach (var wanted in play.Model.Told)
        {
            if (!left.TryGetValue(wanted.What, out var found) || !found.TryDequeue(out var fact))
            {
                yield return $"{wanted.What} of {wanted.At:u} was lost";
            }
            else if (fact.At < wanted.At || fact.At > wanted.At + Latest)
            {
                yield return $"{wanted.What} of {wanted.At:u} was told at {fact.At:u}";
            }
            else if (fact.DueAt != wanted.DueAt)
            {
                yield return $"{wanted.What} was due at {fact.DueAt:u} instead of {wanted.DueAt:u}";
            }
        }

        foreach (var fact in left.Values.SelectMany(facts => facts))
        {
            yield return $"{fact.What} was told at {fact.At:u} once too often";
        }
    }
}
