namespace MentorCloud.Gateway.Pairings;

/// <summary>The stages of a pairing that people get to see; those before and instead of publication are nobody's.</summary>
internal enum VisibleStage
{
    Contracting,
    Active,
    Ended,
    Paused,
}
