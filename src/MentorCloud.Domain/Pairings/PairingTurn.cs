using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Domain.Pairings;

/// <summary>Who asks, and when: what every decision of a pairing is given beside its state and command.</summary>
/// <param name="Actor">In whose name.</param>
/// <param name="Now">The instant, UTC.</param>
/// <param name="Command">The command's id; default for the system's own steps.</param>
public sealed record PairingTurn(Actor Actor, DateTimeOffset Now, CommandId Command = default)
{
    /// <summary>Heads of those entries that the command names (<see cref="PairingCommands.EntriesOf"/>) and that have gone to pages.</summary>
    public ImmutableArray<Entry> Paged { get; init; } = [];

    /// <summary>The entry that a command names, at hand or on a page; null when there is none.</summary>
    internal Entry? Find(PairingState state, int number) =>
        state.Entries.FirstOrDefault(entry => entry.Number == number) ?? Paged.FirstOrDefault(entry => entry.Number == number);
}
