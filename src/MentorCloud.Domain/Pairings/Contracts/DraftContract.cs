namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Writes a contract draft: a new version, which takes the place of the draft that stands.</summary>
/// <param name="Terms">The terms; may be incomplete.</param>
/// <param name="Seen">The newest version that the author has seen, 0 when there was none; null writes over whatever stands.</param>
public sealed record DraftContract(ContractTerms Terms, int? Seen = null) : PairingCommand;
