namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>The rotation plan moves on: the pairing ends as rotated, wherever it is in its life. For the system alone.</summary>
public sealed record RotateOn : PairingCommand;
