namespace MentorCloud.App.RosterMatch;

/// <summary>Why somebody is without a partner.</summary>
/// <param name="Person">External id.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Reason">A sentence.</param>
internal sealed record RosterReason(string Person, string Name, string Reason);
