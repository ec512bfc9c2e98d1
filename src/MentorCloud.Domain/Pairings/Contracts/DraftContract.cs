namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Writes a contract draft: a new version, or the draft anew.</summary>
/// <param name="Terms">The terms; may be incomplete.</param>
public sealed record DraftContract(ContractTerms Terms) : PairingCommand;
