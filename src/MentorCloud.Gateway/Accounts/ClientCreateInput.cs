namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record ClientCreateInput(string IdempotencyKey, string Name, IReadOnlyList<string> Scopes);
