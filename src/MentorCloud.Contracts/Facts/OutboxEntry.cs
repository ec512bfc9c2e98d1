using System.Collections.Immutable;
using MentorCloud.Domain.Facts;

namespace MentorCloud.Contracts.Facts;

/// <summary>What one commit of one grain has to tell the world; kept in the grain's envelope until it is published.</summary>
/// <param name="Sequence">1, 2, 3 ... for each grain; (grain, sequence) is the entry's id for dedupe.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="Actor">In whose name, as <see cref="Domain.Access.Actor.ToString"/> writes it.</param>
/// <param name="Facts">What happened, in order.</param>
/// <param name="Rows">All view rows of the grain as they are now; they replace its earlier ones. Empty when it has none.</param>
public sealed record OutboxEntry(
    long Sequence, DateTimeOffset At, string Actor, ImmutableArray<Fact> Facts, ImmutableArray<ViewRow> Rows);
