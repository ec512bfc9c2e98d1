using MentorCloud.Domain.Pairings.Growth;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAskAutonomyInput(string IdempotencyKey, string Pairing, AutonomyStage Stage) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAnswerAutonomyInput(string IdempotencyKey, string Pairing, bool Agree) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingRateMentoringInput(string IdempotencyKey, string Pairing, int Score) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAssessSelfInput(string IdempotencyKey, string Pairing, IReadOnlyList<CompetencyLevel> Levels) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingOpenReview360Input(
    string IdempotencyKey, string Pairing, IReadOnlyList<string> Competencies, IReadOnlyList<string> Raters) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingCloseReview360Input(string IdempotencyKey, string Pairing, int Number) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingRate360Input(string IdempotencyKey, string Pairing, int Number, IReadOnlyList<int> Scores) : IPairingInput;
