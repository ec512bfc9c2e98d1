namespace MentorCloud.Contracts.Accounts;

/// <summary>A machine client with its secret, at the one moment when the secret can be seen.</summary>
/// <param name="Client">The client.</param>
/// <param name="Secret">Its secret, 256 random bits; kept only as a hash; null when the command was repeated, for a secret is shown once.</param>
public sealed record MachineClientSecret(MachineClient Client, string? Secret)
{
    /// <summary>Writes the client without its secret.</summary>
    /// <returns>The client.</returns>
    public override string ToString() => Client.ToString();
}
