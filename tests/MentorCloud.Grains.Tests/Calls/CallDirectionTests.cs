namespace MentorCloud.Grains.Tests.Calls;

/// <summary>Grains call downward only (design, section 3.3), so that no cycle of calls is possible.</summary>
public sealed class CallDirectionTests
{
    /// <summary>Each may call those that stand below it.</summary>
    private static readonly string[] Order =
    [
        "Rotation", "Round", "DraftPage", "CohortEvent", "MatchRequest", "Cover", "PairRules", "Cohort", "RosterPage", "Pairing", "PairingPage", "PairingEntry", "PromptCalendar", "Participant", "Tenant",
        "Framework", "FrameworkPage", "Taxonomy",
    ];

    /// <summary>A round that varies an earlier one reads that one's weights; a new rotation reads the cohort's. The earlier never reads the later.</summary>
    private static readonly (string Caller, string Called)[] Earlier = [("Round", "Round"), ("Rotation", "Rotation")];

    [Fact]
    public void Every_grain_has_its_place_in_the_order() =>
        Assert.Empty(GrainCalls.Grains().Select(GrainCalls.NameOf).Except(Order));

    [Fact]
    public void Grains_call_only_those_below_them() =>
        Assert.DoesNotContain(GrainCalls.All().Except(Earlier), call => Array.IndexOf(Order, call.Called) <= Array.IndexOf(Order, call.Caller));

    [Fact]
    public void Call_filter_asks_only_the_tenant() => Assert.Equal(["Tenant"], GrainCalls.OfTheFilter());

    [Fact]
    public void Walk_sees_calls_that_are_known() =>
        Assert.Superset(
            new HashSet<(string, string)> { ("Round", "Pairing"), ("Cohort", "Participant"), ("Pairing", "PairingPage") },
            GrainCalls.All().ToHashSet());
}
