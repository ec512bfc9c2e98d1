namespace MentorCloud.Gateway.Logins;

/// <summary>The input of the same name.</summary>
internal sealed record EmailDomainInput(string IdempotencyKey, string Domain);
