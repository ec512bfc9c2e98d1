using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds.Edits;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts.Rounds;

/// <summary>Three mentors with one or two places, four mentees; one pair is forbidden and one pinned.</summary>
internal sealed class FakeDraftRules : IDraftRules
{
    public static readonly MatchPair Pinned = Pair(0, 0);

    public static readonly MatchPair Forbidden = Pair(2, 3);

    public static MatchPair Pair(int mentor, int mentee) => new(Mentor(mentor), Mentee(mentee));

    public static ParticipantId Mentor(int number) => Sample.Id<ParticipantId>(100 + number);

    public static ParticipantId Mentee(int number) => Sample.Id<ParticipantId>(200 + number);

    public bool IsMentor(ParticipantId person) => Enumerable.Range(0, 3).Any(number => Mentor(number) == person);

    public bool IsMentee(ParticipantId person) => Enumerable.Range(0, 4).Any(number => Mentee(number) == person);

    public int Places(ParticipantId mentor) => mentor == Mentor(1) ? 2 : 1;

    public ParticipantId? PinnedTo(ParticipantId mentee) => mentee == Pinned.Mentee ? Pinned.Mentor : null;

    public ImmutableArray<MatchRule> Forbids(MatchPair pair) => pair == Forbidden ? [MatchRule.Language, MatchRule.Veto] : [];
}
