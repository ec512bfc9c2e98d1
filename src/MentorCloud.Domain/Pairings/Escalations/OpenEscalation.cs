namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>Opens an escalation.</summary>
/// <param name="Subject">What it is about, 1..200 characters; the program's managers read it.</param>
public sealed record OpenEscalation(string Subject) : PairingCommand;
