namespace MentorCloud.Domain.Pairings;

/// <summary>
/// Something that a person asks of a pairing. The set is closed: every command is decided in <see cref="PairingCommands"/>,
/// and its operation in the policy table is <c>Pairing.{CommandName}</c> (docs/adr/0060).
/// </summary>
public abstract record PairingCommand;
