using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortDesignInput(
    string Name,
    ProgramType Type,
    bool Evergreen,
    CohortKitInput Kit,
    IReadOnlyList<string> Outcomes,
    string TargetPopulation,
    string Sponsor,
    DateOnly? StartsOn,
    int Months,
    string TimeZone,
    int CadenceDays,
    IReadOnlyList<FactorWeightInput> Weights,
    double BestCognitiveDistance)
{
    public CohortDesign ToDesign() => new()
    {
        Name = Name,
        Type = Type,
        Evergreen = Evergreen,
        Kit = Kit.ToKit(),
        Outcomes = [.. Outcomes],
        TargetPopulation = TargetPopulation,
        Sponsor = Sponsor,
        StartsOn = StartsOn,
        Months = Months,
        TimeZone = TimeZone,
        CadenceDays = CadenceDays,
        Weights = MatchWeights.Default
            .With(Weights.Select(each => KeyValuePair.Create(each.Factor, each.Weight))) with { BestCognitiveDistance = BestCognitiveDistance },
    };
}
