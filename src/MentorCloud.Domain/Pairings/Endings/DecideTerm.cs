namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>
/// Says what shall become of the pairing. A partner's choice is a proposal until the other side chooses the same; a
/// program manager's choice is final. Partners choose anything but an extension only once the end of the term is near.
/// </summary>
/// <param name="Choice">What.</param>
/// <param name="Months">Months to extend by, 1..12; 0 for the others.</param>
public sealed record DecideTerm(TermChoice Choice, int Months = 0) : PairingCommand;
