using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Weights;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Matching;
using MentorCloud.Matching.Calibration;
using MentorCloud.Matching.Factors;
using WeightProposal = MentorCloud.Domain.Cohorts.Weights.WeightProposal;

namespace MentorCloud.App.Calibration;

/// <inheritdoc cref="IWeightCalibration"/>
internal sealed class CalibrationFromPairings(IGrainFactory grains, IViews views) : IWeightCalibration
{
    private const int MostPairings = 5_000;
    private const int PageSize = 100;

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> ProposeAsync(Actor actor, CommandId id, CohortId cohort, CancellationToken cancellationToken)
    {
        Policy.Require("Cohort.ProposeWeights", actor);
        var grain = grains.GetGrain<ICohortGrain>(GrainKey.Of(actor.Tenant!.Value, cohort));
        var reply = await grain.Get(actor);
        if (reply.Value is not { } state)
        {
            return reply.Refusal! with { Field = "cohort" };
        }

        var outcomes = await ReadAsync(state.Tenant, cancellationToken);
        var fitted = await Task.Run(() => Fit(outcomes, state.Design.Weights), cancellationToken);
        return fitted.Value is { } proposal ? await grain.ProposeWeights(actor, id, proposal) : fitted.Refusal!;
    }

    /// <summary>Fits and puts into the program's terms; CALIBRATION_TOO_FEW.</summary>
    internal static Reply<WeightProposal> Fit(IReadOnlyList<PairOutcome> outcomes, MatchWeights current)
    {
        try
        {
            var fitted = WeightCalibration.Propose(
                outcomes, new FactorWeights { Values = current.Values, CognitivePeak = current.BestCognitiveDistance });

            // Shares of all weights become weights of 0 to 100, to two digits: nobody can tell finer ones apart.
            var weights = current with { Values = [.. fitted.Weights.Values.Select(share => Math.Round(100 * share, 2))] };
            return new WeightProposal(
                0, 0, weights, [.. fitted.Evidence.Select(EvidenceOf)], fitted.Observations, fitted.CurrentCorrelation, fitted.ProposedCorrelation, default);
        }
        catch (MatchingException exception) when (exception.Code == MatchingErrors.TooFew)
        {
            return new Refusal(ErrorCodes.CalibrationTooFew, exception.Message);
        }
    }

    private static WeightEvidence EvidenceOf(FactorEvidence evidence) => new(
        (MatchFactor)evidence.Factor, evidence.Current, evidence.Proposed, evidence.Effect, Finite(evidence.Low), Finite(evidence.High), evidence.Observations);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private async Task<IReadOnlyList<PairOutcome>> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var system = Actor.System(tenant, "calibration");
        var outcomes = new List<PairOutcome>();
        string? after = null;
        for (var read = 0; read < MostPairings; read += PageSize)
        {
            var page = await views.PairingsAsync(
                tenant, new PairingFilter(Stage: PairingStage.Ended), PairingOrder.CreatedAt, new PageRequest(PageSize, after, Descending: true), cancellationToken);
            var evidence = await Task.WhenAll(page.Rows.Select(row =>
                grains.GetGrain<IPairingGrain>(GrainKey.Of(tenant, row.Row.Id)).Evidence(system)));
            outcomes.AddRange(evidence.Select(reply => reply.Value).OfType<PairingEvidence>().Where(each => each.Outcome is not null).Select(OutcomeOf));
            if (!page.HasNext)
            {
                break;
            }

            after = page.Rows[^1].Cursor;
        }

        return outcomes;
    }

    /// <summary>Pairings made before a factor existed lack it.</summary>
    private static PairOutcome OutcomeOf(PairingEvidence evidence)
    {
        var known = evidence.Factors.Where(factor => !factor.Missing).ToDictionary(factor => factor.Factor, factor => factor.Value / (double)Score.Unit);
        var factors = Enum.GetValues<MatchFactor>().Select(factor => known.TryGetValue(factor, out var value) ? Math.Clamp(value, 0, 1) : (double?)null);
        return new PairOutcome([.. factors], Math.Clamp(evidence.Outcome!.Value, 0, 1));
    }
}
