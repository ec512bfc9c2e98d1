using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record CohortCreateInput(string IdempotencyKey, CohortDesignInput Design);

/// <summary>The input of the same name.</summary>
internal sealed record CohortReviseInput(string IdempotencyKey, string Cohort, CohortDesignInput Design);

/// <summary>The input of the same name.</summary>
internal sealed record CohortOpenInput(string IdempotencyKey, string Cohort);

/// <summary>The input of the same name.</summary>
internal sealed record CohortEnrolInput(string IdempotencyKey, string Cohort, IReadOnlyList<string> Participants);

/// <summary>The input of the same name.</summary>
internal sealed record RoundStartInput(string IdempotencyKey, string Cohort, MatchObjective Objective);

/// <summary>The input of the same name.</summary>
internal sealed record RoundInput(string IdempotencyKey, string Round);

/// <summary>The input of the same name.</summary>
internal sealed record CohortDesignInput(
    string Name,
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

/// <summary>The input of the same name.</summary>
internal sealed record FactorWeightInput(MatchFactor Factor, double Weight);
