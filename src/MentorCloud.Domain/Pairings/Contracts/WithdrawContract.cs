namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Takes the proposal back; a draft with its terms begins.</summary>
public sealed record WithdrawContract : PairingCommand;
