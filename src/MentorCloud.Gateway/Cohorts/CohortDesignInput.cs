using MentorCloud.Domain.Cohorts;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortDesignInput(
    string Name,
    ProgramType? Type,
    bool? Evergreen,
    CohortKitInput? Kit,
    IReadOnlyList<string> Outcomes,
    string TargetPopulation,
    string Sponsor,
    DateOnly? StartsOn,
    int Months,
    string TimeZone,
    int CadenceDays,
    IReadOnlyList<FactorWeightInput> Weights,
    double BestCognitiveDistance,
    CohortNumbersInput? Numbers,
    ChoosingInput? Choosing)
{
    /// <summary>The design; what is null keeps what stands, or the default in a new cohort.</summary>
    public CohortDesign ToDesign(CohortDesign? standing = null)
    {
        var before = standing ?? new CohortDesign { Name = Name };
        return new CohortDesign
        {
            Name = Name,
            Type = Type ?? before.Type,
            Evergreen = Evergreen ?? before.Evergreen,
            Kit = Kit?.ToKit() ?? before.Kit,
            Outcomes = [.. Outcomes],
            TargetPopulation = TargetPopulation,
            Sponsor = Sponsor,
            StartsOn = StartsOn,
            Months = Months,
            TimeZone = TimeZone,
            CadenceDays = CadenceDays,
            Numbers = Numbers?.ToNumbers(before.Numbers) ?? before.Numbers,
            Choosing = Choosing?.ToChoosing() ?? before.Choosing,
            Weights = ProgramRules.Of(Type ?? before.Type).Weights
                .With(Weights.Select(each => KeyValuePair.Create(each.Factor, each.Weight))) with { BestCognitiveDistance = BestCognitiveDistance },
        };
    }
}
