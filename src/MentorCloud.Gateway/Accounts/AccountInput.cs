namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record AccountInput(string IdempotencyKey, string Account);
