using MentorCloud.App.Simulation.People;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.App.Simulation.Checks;

/// <summary>No pairing ended by silence: each end was decided by a person of this simulation, and whom nobody ended still lives.</summary>
internal static class SilenceCheck
{
    /// <summary>Whom a departure ends pairings for, which a person has reported.</summary>
    private const string Departure = "system:departure";

    private const string LeftByPartner = $"PairingEnded {nameof(PairingOutcome.PartnerLeft)}";

    public static async Task<CheckResult> RunAsync(IReadOnlyList<PairingPlay> plays, FactTally facts)
    {
        var failures = new List<string>();
        foreach (var play in plays)
        {
            var told = (facts.ByPairing.GetValueOrDefault(play.Id) ?? []).Where(fact => fact.What.StartsWith("PairingEnded", StringComparison.Ordinal)).ToList();
            var stage = (await play.Grain.Get(play.AsMentee)).OrThrow().Row.Stage;
            if (told.Any(fact => !fact.Actor.StartsWith("user:", StringComparison.Ordinal) && fact is not { Actor: Departure, What: LeftByPartner }))
            {
                failures.Add($"{play.Id}: ended in the name of {told[0].Actor}");
            }
            else if (play.Model.HasEnded != (stage == PairingStage.Ended) || play.Model.HasEnded != (told.Count == 1))
            {
                failures.Add($"{play.Id}: people {(play.Model.HasEnded ? "ended" : "did not end")} it; it is {stage}, and {told.Count} ends were told");
            }
        }

        return CheckResult.Of("no pairing ended by silence", plays.Count, failures);
    }
}
