namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record ClientInput(string IdempotencyKey, string Client);
