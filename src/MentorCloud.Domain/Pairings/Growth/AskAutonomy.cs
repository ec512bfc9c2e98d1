namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentee asks for the next autonomy stage; its criteria must be met.</summary>
/// <param name="Stage">The stage after the present one.</param>
public sealed record AskAutonomy(AutonomyStage Stage) : PairingCommand;
