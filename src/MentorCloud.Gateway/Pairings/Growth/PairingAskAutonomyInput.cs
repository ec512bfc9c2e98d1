using MentorCloud.Domain.Pairings.Growth;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAskAutonomyInput(string IdempotencyKey, string Pairing, AutonomyStage Stage) : IPairingInput;
