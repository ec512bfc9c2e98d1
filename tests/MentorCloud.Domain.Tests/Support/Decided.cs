using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Tests.Support;

/// <summary>Reads decisions in tests: what was accepted, or with which code it was refused.</summary>
internal static class Decided
{
    public static TState Ok<TState>(this Decision<TState> decision)
        where TState : class
    {
        Assert.Null(decision.Refusal);
        return decision.State!;
    }

    public static Refusal Refused<TState>(this Decision<TState> decision, string code)
        where TState : class
    {
        Assert.Equal(code, decision.Refusal?.Code);
        return decision.Refusal!;
    }

    public static TFact Fact<TFact>(this Domain.Refusals.Decision<Domain.Pairings.PairingState> decision)
        where TFact : Facts.Fact => Assert.Single(decision.Facts.OfType<TFact>());
}
