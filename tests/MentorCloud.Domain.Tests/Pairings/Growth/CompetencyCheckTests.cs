using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;
using MentorCloud.Domain.Tests.Pairings.Practice;

namespace MentorCloud.Domain.Tests.Pairings.Growth;

public sealed class CompetencyCheckTests
{
    private static readonly ImmutableArray<Competency> Framework = [new("Persuasion", CompetencyKind.Skill, 0, 5, [])];

    public static TheoryData<PairingCommand, string, string> Wrong => new()
    {
        { new AssessSelf([new CompetencyLevel("Persuasion", 3), new CompetencyLevel("persuasion", 3)]), ErrorCodes.CompetencyUnknown, "levels.1.competency" },
        { new AssessSelf([new CompetencyLevel("Persuasion", 6)]), ErrorCodes.InputInvalid, "levels.0.level" },
        { new OpenReview360(["Persuasion", "Magic"], ImmutableArray<ParticipantId>.Empty), ErrorCodes.CompetencyUnknown, "competencies.1" },
        { EntryTests.Complete(EntryKind.PlanItem) with { Topic = "Magic" }, ErrorCodes.CompetencyUnknown, "topic" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Name_or_level_that_the_framework_lacks_is_refused(PairingCommand command, string code, string field)
    {
        var refusal = CompetencyCheck.Refuse(command, Framework)!;

        Assert.True(CompetencyCheck.Concerns(command));
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Names_of_the_framework_are_right_and_without_a_framework_every_name_is()
    {
        Assert.Null(CompetencyCheck.Refuse(new AssessSelf([new CompetencyLevel("Persuasion", 5)]), Framework));
        Assert.Null(CompetencyCheck.Refuse(new AssessSelf([new CompetencyLevel("Magic", 9)]), []));
    }

    [Fact]
    public void Other_commands_name_no_competency() =>
        Assert.False(CompetencyCheck.Concerns(EntryTests.Complete(EntryKind.Journal)));
}
