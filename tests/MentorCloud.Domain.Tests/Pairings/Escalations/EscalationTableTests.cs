using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Escalations;

/// <summary>Row 30 as tables: who opens, takes on and resolves, and when it climbs.</summary>
public sealed class EscalationTableTests
{
    private static readonly Dictionary<string, Actor> People = new()
    {
        ["mentor"] = Sample.AsMentor, ["mentee"] = Sample.AsMentee, ["manager"] = Sample.AsManager, ["sponsor"] = Sample.AsSponsor,
        ["stranger"] = Sample.AsStranger, ["system"] = Sample.AsSystem,
    };

    private static readonly Dictionary<string, PairingCommand> Commands = new()
    {
        ["open"] = new OpenEscalation("No answer"), ["acknowledge"] = new AcknowledgeEscalation(1), ["acknowledge another"] = new AcknowledgeEscalation(2),
        ["resolve"] = new ResolveEscalation(1, "Spoke to both"), ["resolve without words"] = new ResolveEscalation(1, " "),
    };

    [Theory]
    [InlineData("mentor", "open", null)]
    [InlineData("mentee", "open", null)]
    [InlineData("manager", "open", ErrorCodes.NotFound)]
    [InlineData("stranger", "open", ErrorCodes.NotFound)]
    [InlineData("manager", "acknowledge", null)]
    [InlineData("sponsor", "acknowledge", null)]
    [InlineData("mentor", "acknowledge", ErrorCodes.Forbidden)]
    [InlineData("mentee", "acknowledge", ErrorCodes.Forbidden)]
    [InlineData("stranger", "acknowledge", ErrorCodes.NotFound)]
    [InlineData("manager", "acknowledge another", ErrorCodes.EscalationNotOpen)]
    [InlineData("manager", "resolve", ErrorCodes.EscalationUnacknowledged)]
    [InlineData("manager", "resolve without words", ErrorCodes.InputInvalid)]
    [InlineData("mentee", "resolve", ErrorCodes.Forbidden)]
    public void Partners_open_and_the_program_handles(string who, string command, string? code) =>
        Assert.Equal(code, Life.Active().Do(Sample.AsMentee, Commands["open"]).Try(People[who], Commands[command]).Refusal?.Code);

    [Theory]
    [InlineData("", "subject")]
    [InlineData(" \t", "subject")]
    [InlineData("No answer 😶 לא ענה", null)]
    public void Subject_is_a_line_of_words(string subject, string? field) =>
        Assert.Equal(field, Life.Active().Try(Sample.AsMentee, new OpenEscalation(subject)).Refusal?.Field);

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "subject")]
    [InlineData(100_000, "subject")]
    public void Subject_is_bounded(int length, string? field) =>
        Assert.Equal(field, Life.Active().Try(Sample.AsMentee, new OpenEscalation(new string('x', length))).Refusal?.Field);

    [Theory]
    [InlineData(2.9, EscalationHandler.ProgramManager, 0)]
    [InlineData(3, EscalationHandler.TenantAdmin, 1)]
    [InlineData(5.9, EscalationHandler.TenantAdmin, 1)]
    [InlineData(6, EscalationHandler.Sponsor, 2)]
    [InlineData(9, EscalationHandler.Sponsor, 3)]
    [InlineData(30, EscalationHandler.Sponsor, 10)]
    public void Unacknowledged_it_climbs_every_three_days_and_stays_with_the_sponsor(double days, EscalationHandler handler, int climbs)
    {
        var life = Life.Active().Do(Sample.AsMentee, Commands["open"]).Until(Sample.Start.AddDays(days));

        var escalation = Assert.Single(life.State.Escalations);
        Assert.Equal((handler, climbs), (escalation.Handler, escalation.Climbs));
    }
}
