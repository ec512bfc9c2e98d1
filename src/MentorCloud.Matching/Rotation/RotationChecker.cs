using System.Numerics;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Rotation;

/// <summary>Verifies rotation plans: every rule by looking, the bound by weak duality over all pairs.</summary>
public static class RotationChecker
{
    /// <summary>True if the plan keeps all rules, its value is right and its certificate proves its bound. Time: one pass over all pairs.</summary>
    public static CertificateVerdict Check(RotationProblem problem, RotationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var model = new RotationModel(problem);
        if (RuleFault(problem, plan) is { } fault)
            return CertificateVerdict.Fails(fault);
        var open = plan.Pairs.Where(p => p.Stage >= problem.FirstOpenStage).ToArray();
        var total = open.Sum(p => problem.Scores.At(p.Mentee, p.Mentor));
        if (total != plan.Total || total + Bonus(problem, model, plan) != plan.Value)
            return CertificateVerdict.Fails("The stated total or value is not that of the pairs.");
        var bound = Bound(model, plan.Certificate);
        return bound == plan.UpperBound ? CertificateVerdict.Holds : CertificateVerdict.Fails($"The duals prove {bound}, not {plan.UpperBound}.");
    }

    private static string? RuleFault(RotationProblem problem, RotationPlan plan)
    {
        if (plan.Pairs.DistinctBy(p => (p.Mentee, p.Mentor)).Count() != plan.Pairs.Length)
            return "A mentee has the same mentor twice.";
        if (plan.Pairs.DistinctBy(p => (p.Mentee, p.Stage)).Count() != plan.Pairs.Length)
            return "A mentee has two mentors in one stage.";
        if (!problem.Settled.Order(ByStage).SequenceEqual(plan.Pairs.Where(p => p.Stage < problem.FirstOpenStage).Order(ByStage)))
            return "A settled stage was changed.";
        var open = plan.Pairs.Where(p => p.Stage >= problem.FirstOpenStage).ToArray();
        if (open.GroupBy(p => (p.Mentor, p.Stage)).Any(g => g.Count() > problem.MentorCapacity[g.Key.Mentor]))
            return "A mentor has more mentees in a stage than capacity.";
        if (open.Any(p => Outside(problem.MenteeWindow, p.Mentee, p.Stage) || Outside(problem.MentorWindow, p.Mentor, p.Stage)))
            return "Somebody is paired in a stage without them.";
        if (problem.Pins.Any(p => !open.Contains(p)))
            return "A pin is missing.";
        var forbidden = open.Any(p => problem.Scores.At(p.Mentee, p.Mentor) == FixedPoint.Forbidden || problem.Vetoes.Any(v => v.Mentee == p.Mentee && v.Mentor == p.Mentor));
        return forbidden ? "A forbidden or vetoed pair is taken." : null;
    }

    private static readonly Comparer<StagePair> ByStage = Comparer<StagePair>.Create((a, b) => (a.Stage, a.Mentee, a.Mentor).CompareTo((b.Stage, b.Mentee, b.Mentor)));

    private static bool Outside(System.Collections.Immutable.ImmutableArray<StageWindow> windows, int index, int stage) =>
        !windows.IsDefault && (stage < windows[index].First || stage > windows[index].Last);

    private static long Bonus(RotationProblem problem, RotationModel model, RotationPlan plan)
    {
        var met = problem.Settled.Select(p => (p.Mentee, model.PerspectiveOf(p.Mentor))).ToHashSet();
        return plan.Pairs.Where(p => p.Stage >= problem.FirstOpenStage && model.PerspectiveOf(p.Mentor) > 0).Count(p => met.Add((p.Mentee, model.PerspectiveOf(p.Mentor)))) * problem.PerspectiveBonus;
    }

    /// <summary>Capacity times reduced profit of every arc of the relaxation (<see cref="RotationRelaxation"/>), plus what the pins bring anyway.</summary>
    internal static long Bound(RotationModel model, RotationCertificate duals)
    {
        var problem = model.Problem;
        Int128 bound = model.PinnedBonus + problem.Pins.Sum(p => problem.Scores.At(p.Mentee, p.Mentor));
        var row = new long[problem.Scores.Mentors];
        for (var i = 0; i < duals.Mentee.Length; i++)
        {
            var stages = BitOperations.PopCount(model.MenteeFree[i]);
            if (stages == 0)
                continue;
            bound += (Int128)stages * Math.Max(0, duals.Mentee[i]);
            for (var p = 0; p < model.Perspectives; p++)
            {
                var rise = duals.MenteePerspective[(i * model.Perspectives) + p] - duals.Mentee[i];
                var bonus = model.Bonus(i, p);
                bound += (bonus > 0 ? Math.Max(0, bonus + rise) : 0) + ((Int128)stages * Math.Max(0, rise));
            }

            problem.Scores.Fill(i, row);
            var presence = model.PresenceOf(i);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] >= 0 && !model.IsClosed(i, j))
                    bound += Math.Max(0, row[j] - duals.MenteePerspective[(i * model.Perspectives) + model.PerspectiveOf(j)] + duals.MentorPresence[(j * model.Presences.Length) + presence]);
            }
        }

        return checked((long)(bound + MentorBound(model, duals)));
    }

    /// <summary>The part of mentors: from the mentees of a presence to its stages, and from a stage to its places.</summary>
    private static Int128 MentorBound(RotationModel model, RotationCertificate duals)
    {
        Int128 bound = 0;
        for (var j = 0; j < model.Problem.Scores.Mentors; j++)
        {
            for (var r = 0; r < model.Problem.Stages; r++)
            {
                var stage = duals.MentorStage[(j * model.Problem.Stages) + r];
                bound += (Int128)model.Room[j, r] * Math.Max(0, -stage);
                for (var c = 0; c < model.Presences.Length; c++)
                {
                    if ((model.Presences[c] >> r & 1) != 0)
                        bound += (Int128)model.Room[j, r] * Math.Max(0, stage - duals.MentorPresence[(j * model.Presences.Length) + c]);
                }
            }
        }

        return bound;
    }
}
