namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>One criterion for moving up, with how far the pairing is.</summary>
/// <param name="Name">Its stable name: <c>planItemsDone</c>.</param>
/// <param name="Needed">At least so much.</param>
/// <param name="Reached">So much by now.</param>
public sealed record AutonomyCriterion(string Name, int Needed, int Reached)
{
    /// <summary>Whether it is met.</summary>
    public bool IsMet => Reached >= Needed;
}
