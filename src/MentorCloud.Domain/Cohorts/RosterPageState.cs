using System.Collections.Immutable;

namespace MentorCloud.Domain.Cohorts;

/// <summary>One page of a cohort's roster, in order of enrolment.</summary>
/// <param name="Members">At most <see cref="CohortState.MembersPerPage"/>.</param>
public sealed record RosterPageState(ImmutableArray<RosterMember> Members)
{
    /// <summary>Adds those of the members who are not on the page and find room.</summary>
    /// <param name="members">Who shall be added.</param>
    /// <returns>The page with them, and who found no room.</returns>
    public (RosterPageState Page, ImmutableArray<RosterMember> Added, ImmutableArray<RosterMember> Left) Add(IReadOnlyList<RosterMember> members)
    {
        var present = Members.Select(member => member.Participant).ToHashSet();
        var missing = members.Where(member => !present.Contains(member.Participant)).ToImmutableArray();
        var room = Math.Min(missing.Length, CohortState.MembersPerPage - Members.Length);
        return (new RosterPageState(Members.AddRange(missing[..room])), missing[..room], missing[room..]);
    }
}
