namespace MentorCloud.Grains.State;

/// <summary>
/// The input of a command that carries confided texts. It is known again by a code under its writer's key: a fingerprint that
/// anybody can compute would let whoever reads the data folder try short texts until one fits (docs/adr/0072).
/// </summary>
/// <param name="Command">The command as it came; never stored.</param>
/// <param name="Code">What the key ring knows it by.</param>
internal sealed record ConfidedInput(object Command, byte[] Code);
