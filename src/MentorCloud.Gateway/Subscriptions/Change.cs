using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Gateway.Subscriptions;

/// <summary>A published fact on its way to whoever listens, with the row of the pairing that it is about: read when the first listener asks, once for all.</summary>
/// <param name="Record">The fact.</param>
/// <param name="Read">Reads the row; null where listeners have no use for one.</param>
/// <param name="Confided">Whether it is about nothing but what one side keeps from the other.</param>
internal sealed record Change(FactRecord Record, Func<Task<PairingRow?>>? Read = null, bool Confided = false)
{
    private readonly Lazy<Task<PairingRow?>> row = new(Read ?? (() => Task.FromResult<PairingRow?>(null)));

    /// <summary>The row as the views have it; null when they do not.</summary>
    public Task<PairingRow?> RowAsync() => row.Value;
}
