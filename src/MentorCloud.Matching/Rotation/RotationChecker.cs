using System.Collections.Immutable;
using System.Numerics;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Rotation;

/// <summary>Verifies rotation plans: every rule by looking, the bound by weak duality over all pairs.</summary>
public static class RotationChecker
{
    /// <summary>
    /// True if the plan keeps all rules, its sums and its list of the unmatched are right and its certificate proves its
    /// bound. Takes any plan, of any lengths and indices. Time: one pass over all pairs.
    /// </summary>
    /// <exception cref="MatchingException">The problem has no meaning; see <see cref="MatchingErrors"/>.</exception>
    public static CertificateVerdict Check(RotationProblem problem, RotationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var model = new RotationModel(problem);
        if (OrderFault(problem, plan) is { } order)
            return CertificateVerdict.Fails(order);
        var open = plan.Pairs.Where(p => p.Stage >= problem.FirstOpenStage).ToArray();
        if ((RuleFault(problem, plan, open) ?? SumFault(model, plan, open)) is { } fault)
            return CertificateVerdict.Fails(fault);
        if (!HasShape(model, plan.Certificate))
            return CertificateVerdict.Fails("A dual is missing or too large.");
        var bound = Bound(model, plan.Certificate);
        return bound == plan.UpperBound ? CertificateVerdict.Holds : CertificateVerdict.Fails($"The duals prove {bound}, not {plan.UpperBound}.");
    }

    private static string? OrderFault(RotationProblem problem, RotationPlan plan)
    {
        if (plan.Pairs.IsDefault || plan.Unmatched.IsDefault)
            return "A list of the plan is missing.";
        if (plan.Pairs.Any(p => (uint)p.Stage >= (uint)problem.Stages || (uint)p.Mentee >= (uint)problem.Scores.Mentees || (uint)p.Mentor >= (uint)problem.Scores.Mentors))
            return "There is no such stage, mentee or mentor.";
        if (plan.Pairs.DistinctBy(p => (p.Mentee, p.Mentor)).Count() != plan.Pairs.Length)
            return "A mentee has the same mentor twice.";
        var ascending = plan.Pairs.Zip(plan.Pairs.Skip(1)).All(p => (p.First.Stage, p.First.Mentee).CompareTo((p.Second.Stage, p.Second.Mentee)) < 0);
        return ascending ? null : "A mentee has two mentors in one stage, or the pairs are out of order.";
    }

    private static string? RuleFault(RotationProblem problem, RotationPlan plan, StagePair[] open)
    {
        if (!problem.Settled.Order(ByStage).SequenceEqual(plan.Pairs.Where(p => p.Stage < problem.FirstOpenStage).Order(ByStage)))
            return "A settled stage was changed.";
        if (open.GroupBy(p => (p.Mentor, p.Stage)).Any(g => g.Count() > problem.MentorCapacity[g.Key.Mentor]))
            return "A mentor has more mentees in a stage than capacity.";
        if (open.Any(p => Outside(problem.MenteeWindow, p.Mentee, p.Stage) || Outside(problem.MentorWindow, p.Mentor, p.Stage)))
            return "Somebody is paired in a stage without them.";
        var pins = problem.Pins.ToHashSet();
        if (!pins.IsSubsetOf(open))
            return "A pin is missing.";
        var vetoes = problem.Vetoes.ToHashSet();
        return open.Any(p => vetoes.Contains(new PairId(p.Mentee, p.Mentor)) || (problem.Scores.At(p.Mentee, p.Mentor) < 0 && !pins.Contains(p)))
            ? "A pair is taken that is forbidden, vetoed or lowers the sum."
            : null;
    }

    /// <summary>The sums of the open stages, and who has no mentor in them.</summary>
    private static string? SumFault(RotationModel model, RotationPlan plan, StagePair[] open)
    {
        var problem = model.Problem;
        Int128 total = 0;
        foreach (var pair in open)
            total += problem.Scores.At(pair.Mentee, pair.Mentor);
        if (total != plan.Total || total + ((Int128)Fresh(problem, model, open) * problem.PerspectiveBonus) != plan.Value)
            return "The stated total or value is not that of the pairs.";
        var served = open.Select(p => (p.Mentee, p.Stage)).ToHashSet();
        var unserved = from i in Enumerable.Range(0, problem.Scores.Mentees)
                       from r in Enumerable.Range(problem.FirstOpenStage, problem.Stages - problem.FirstOpenStage)
                       where !Outside(problem.MenteeWindow, i, r) && !served.Contains((i, r))
                       select (i, r);
        return unserved.SequenceEqual(plan.Unmatched) ? null : "The unmatched mentees are others than stated.";
    }

    private static bool HasShape(RotationModel model, RotationCertificate? duals)
    {
        var (mentees, mentors) = (model.Problem.Scores.Mentees, model.Problem.Scores.Mentors);
        return duals is not null && InRange(duals.Mentee, mentees) && InRange(duals.MenteePerspective, mentees * model.Perspectives)
            && InRange(duals.MentorPresence, mentors * model.Presences.Length) && InRange(duals.MentorStage, mentors * model.Problem.Stages);
    }

    /// <summary>Potentials so small that no difference of two and a score leaves 64 bits.</summary>
    private static bool InRange(ImmutableArray<long> duals, int count) =>
        !duals.IsDefault && duals.Length == count && duals.All(dual => dual is >= -2 * FixedPoint.MaxMagnitude and <= 2 * FixedPoint.MaxMagnitude);

    private static readonly Comparer<StagePair> ByStage = Comparer<StagePair>.Create((a, b) => (a.Stage, a.Mentee, a.Mentor).CompareTo((b.Stage, b.Mentee, b.Mentor)));

    private static bool Outside(ImmutableArray<StageWindow> windows, int index, int stage) =>
        !windows.IsDefault && (stage < windows[index].First || stage > windows[index].Last);

    /// <summary>How many perspectives are met for the first time in open stages.</summary>
    private static int Fresh(RotationProblem problem, RotationModel model, StagePair[] open)
    {
        var met = problem.Settled.Select(p => (p.Mentee, model.PerspectiveOf(p.Mentor))).ToHashSet();
        return open.Count(p => model.PerspectiveOf(p.Mentor) > 0 && met.Add((p.Mentee, model.PerspectiveOf(p.Mentor))));
    }

    /// <summary>Capacity times reduced profit of every arc of the relaxation (<see cref="RotationRelaxation"/>), plus what the pins bring anyway.</summary>
    internal static Int128 Bound(RotationModel model, RotationCertificate duals)
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

        return bound + MentorBound(model, duals);
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
