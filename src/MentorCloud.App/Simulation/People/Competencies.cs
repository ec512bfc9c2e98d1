namespace MentorCloud.App.Simulation.People;

/// <summary>Competencies of the sample's framework, as pairs name them.</summary>
internal static class Competencies
{
    public const string OfThePlan = "Strategic Thinking";

    public const string OfTheReview = "Negotiation";
}
