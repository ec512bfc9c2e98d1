namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record RoundEditInput(string IdempotencyKey, string Round, IReadOnlyList<DraftEditInput> Edits);
