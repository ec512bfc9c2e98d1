namespace MentorCloud.Contracts.Accounts;

/// <summary>A registered program, with its secret at the one moment when it can be seen.</summary>
/// <param name="Client">The client.</param>
/// <param name="Secret">Its secret; null when it proves itself by other means.</param>
public sealed record AppClientSecret(MachineClient Client, string? Secret)
{
    /// <summary>Writes the client without its secret.</summary>
    /// <returns>The client.</returns>
    public override string ToString() => Client.ToString();
}
