namespace MentorCloud.Gateway.Logins;

/// <summary>The input of the same name.</summary>
internal sealed record LoginProviderRemoveInput(string IdempotencyKey);
