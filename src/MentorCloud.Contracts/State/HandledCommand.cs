using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.State;

/// <summary>A command that was carried out, so that its repetition changes nothing.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fingerprint">SHA-256 over operation and input, first 16 bytes in hexadecimal; of confided input under its writer's key (docs/adr/0072). Another input under the same id is refused.</param>
/// <param name="Made">The number of what it made inside the grain, such as an entry, so that its repetition can answer with it; null for most.</param>
public sealed record HandledCommand(CommandId Id, string Fingerprint, int? Made = null);
