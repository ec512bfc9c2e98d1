namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record AccountEndSessionsInput(string IdempotencyKey, string Account, string? Session);
