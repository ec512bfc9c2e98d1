using MentorCloud.Domain.Pairings.Growth;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAssessSelfInput(string IdempotencyKey, string Pairing, IReadOnlyList<CompetencyLevel> Levels) : IPairingInput;
