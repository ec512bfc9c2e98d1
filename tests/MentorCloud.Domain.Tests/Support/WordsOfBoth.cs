using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Escalations;

namespace MentorCloud.Domain.Tests.Support;

/// <summary>Pairings in which both sides have written: every word says whose own it is.</summary>
internal static class WordsOfBoth
{
    /// <summary>A contract of both sides' words, signed, and an escalation of each.</summary>
    public static Life Contract()
    {
        var life = new Life(Sample.Published(), Sample.Start);
        var terms = Sample.Terms with { MentorRole = "mentor-own role", Milestones = [new Milestone("mentor-own milestone", "mentor-own sign", ["mentor-own win"], null)] };
        life.Do(Sample.AsMentor, new DraftContract(terms));
        life.Do(Sample.AsMentee, new DraftContract(terms with
        {
            ConfidentialityNorms = "mentee-own norms",
            Milestones = terms.Milestones.Add(new Milestone("mentee-own milestone", "mentee-own criteria", ["mentee-own win"], null)),
        }));
        life.Do(Sample.AsMentee, new ProposeContract()).Do(Sample.AsMentee, new SignContract(2)).Do(Sample.AsMentor, new SignContract(2));
        return life.Do(Sample.AsMentee, new OpenEscalation("mentee-own subject")).Do(Sample.AsMentor, new OpenEscalation("mentor-own subject"));
    }
}
