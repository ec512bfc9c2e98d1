using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Endings;

namespace MentorCloud.Gateway.Pairings.Endings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingDecideTermInput(string IdempotencyKey, string Pairing, TermChoice Choice, int Months) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingAnswerReassignmentInput(string IdempotencyKey, string Pairing, bool Grant) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingReportDepartureInput(string IdempotencyKey, string Pairing, PairingSide Side) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingChooseHandoverInput(string IdempotencyKey, string Pairing, IReadOnlyList<int> Entries) : IPairingInput;
