namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Signs the proposed version for the actor's side.</summary>
/// <param name="Version">The version that the signer has read.</param>
public sealed record SignContract(int Version) : PairingCommand;
