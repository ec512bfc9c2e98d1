using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Kits;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Requests;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Fields of <c>CohortDesign</c>.</summary>
internal sealed record CohortDesignFields(CohortState State)
{
    public ProgramType Type => State.Design.Type;

    public bool Evergreen => State.Design.Evergreen;

    public CohortKit Kit => State.Design.Kit;

    public IReadOnlyList<string> Outcomes => State.Design.Outcomes;

    public string TargetPopulation => State.Design.TargetPopulation;

    public string Sponsor => State.Design.Sponsor;

    public int Months => State.Design.Months;

    public string TimeZone => State.Design.TimeZone;

    public int CadenceDays => State.Design.CadenceDays;

    public CohortNumbers Numbers => State.Design.Numbers;

    public Choosing Choosing => State.Design.Choosing;

    public int WeightsVersion => State.WeightsVersion;

    public IReadOnlyList<FactorWeightInput> Weights =>
        [.. Enum.GetValues<MatchFactor>().Select(factor => new FactorWeightInput(factor, State.Design.Weights.Of(factor)))];

    public double BestCognitiveDistance => State.Design.Weights.BestCognitiveDistance;
}
