using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Pairings;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Subscriptions;

/// <summary>Fields of <c>Subscription</c>.</summary>
internal static class SubscriptionFields
{
    public static IAsyncEnumerable<PairingRow> PairingChanged(
        string pairing, Caller caller, LiveChanges changes, CancellationToken cancellationToken) =>
        changes.PairingAsync(caller, pairing, cancellationToken);

    public static IAsyncEnumerable<RoundRow> RoundProgress(
        string round, Caller caller, LiveChanges changes, CancellationToken cancellationToken) =>
        changes.RoundAsync(caller, round, cancellationToken);

    public static IAsyncEnumerable<EscalationChange> EscalationChanged(
        string? cohort, Caller caller, LiveChanges changes, CancellationToken cancellationToken) =>
        changes.EscalationsAsync(caller, cohort, cancellationToken);

    public static IAsyncEnumerable<HealthChange> HealthChanged(
        string? cohort, Caller caller, LiveChanges changes, CancellationToken cancellationToken) =>
        changes.HealthAsync(caller, cohort, cancellationToken);
}
