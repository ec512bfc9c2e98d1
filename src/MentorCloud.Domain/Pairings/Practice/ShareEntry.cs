using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Changes who may see an entry; its author alone may, and never back from those who may have read it.</summary>
/// <param name="Number">Which.</param>
/// <param name="Visibility">Who may see it now; wider than before, within what its kind allows.</param>
public sealed record ShareEntry(int Number, Visibility Visibility) : PairingCommand;
