namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Takes the proposal back.</summary>
public sealed record WithdrawContract : PairingCommand;
