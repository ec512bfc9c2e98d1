using System.Collections.Immutable;
using MentorCloud.Domain.Facts;

namespace MentorCloud.Contracts.State;

/// <summary>A grain's view rows as its state has them, for rebuilding views.</summary>
/// <param name="Sequence">Sequence of the newest outbox entry that they contain.</param>
/// <param name="Rows">The rows.</param>
public sealed record Projection(long Sequence, ImmutableArray<ViewRow> Rows);
