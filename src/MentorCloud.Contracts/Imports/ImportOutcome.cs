using System.Collections.Immutable;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.Imports;

/// <summary>What an import came to.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Imported">Rows that made or changed something.</param>
/// <param name="Unchanged">Rows that were there already, exactly so.</param>
/// <param name="Skipped">Rows left out because of their errors.</param>
/// <param name="Problems">The first 100 errors.</param>
/// <param name="Warnings">The first 100 things worth a look.</param>
/// <param name="Refusal">Why nothing was imported; null when it was.</param>
public sealed record ImportOutcome(
    int Read,
    int Imported,
    int Unchanged,
    int Skipped,
    ImmutableArray<ImportProblem> Problems,
    ImmutableArray<string> Warnings,
    Refusal? Refusal);
