using System.Collections.Immutable;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Certificates;

namespace MentorCloud.Matching.Tests.Assignment;

/// <summary>A true result with one thing that it states made false, for each thing; the pairs' optimality is another matter.</summary>
internal static class Falsified
{
    public static IEnumerable<(string Part, AssignmentResult Result)> Of(AssignmentProblem problem, AssignmentResult result) =>
        [.. Sums(result), .. Lists(problem, result), .. Pairs(problem, result), .. Proofs(result)];

    private static IEnumerable<(string, AssignmentResult)> Sums(AssignmentResult result)
    {
        yield return ("objective", result with { Objective = (AssignmentObjective)(((int)result.Objective + 1) % 4) });
        foreach (var by in new[] { -1, 1 })
        {
            yield return ("total", result with { Total = result.Total + by });
            yield return ("value", result with { Value = result.Value + by });
            yield return ("bound", result with { UpperBound = result.UpperBound is { } bound ? bound + by : by });
            yield return ("value and bound", result with { Value = result.Value + by, UpperBound = result.UpperBound + by });
            yield return ("all sums", result with { Total = result.Total + by, Value = result.Value + by, UpperBound = result.UpperBound + by });
        }

        yield return ("bound missing or not", result with { UpperBound = result.UpperBound is null ? result.Value : null });
    }

    private static IEnumerable<(string, AssignmentResult)> Lists(AssignmentProblem problem, AssignmentResult result)
    {
        foreach (var list in Others(result.UnmatchedMentees, problem.Scores.Mentees))
            yield return ("unmatched mentees", result with { UnmatchedMentees = list });
        foreach (var list in Others(result.MentorsWithRoom, problem.Scores.Mentors))
            yield return ("mentors with room", result with { MentorsWithRoom = list });
    }

    private static IEnumerable<ImmutableArray<int>> Others(ImmutableArray<int> list, int count)
    {
        yield return default;
        yield return list.Add(-1);
        yield return list.Add(count);
        yield return list.Add(0);
        for (var k = 0; k < list.Length; k++)
            yield return list.RemoveAt(k);
        if (list.Length > 1)
            yield return [.. list.Reverse()];
    }

    private static IEnumerable<(string, AssignmentResult)> Pairs(AssignmentProblem problem, AssignmentResult result)
    {
        var pairs = result.Pairs;
        yield return ("pairs missing", result with { Pairs = default });
        foreach (var number in new[] { -1, int.MinValue, int.MaxValue })
            yield return ("pair out of range", result with { Pairs = pairs.Add(new AssignedPair(number, 0, 0, false)) });
        yield return ("mentor out of range", result with { Pairs = pairs.Add(new AssignedPair(0, problem.Scores.Mentors, 0, false)) });
        if (pairs.Length > 1)
            yield return ("pairs out of order", result with { Pairs = [.. pairs.Reverse()] });
        for (var k = 0; k < pairs.Length; k++)
        {
            yield return ("pair left out", result with { Pairs = pairs.RemoveAt(k) });
            yield return ("pair twice", result with { Pairs = pairs.Insert(k, pairs[k]) });
            yield return ("pinned", result with { Pairs = pairs.SetItem(k, pairs[k] with { Pinned = !pairs[k].Pinned }) });
            yield return ("score", result with { Pairs = pairs.SetItem(k, pairs[k] with { Score = pairs[k].Score + 1 }), Total = result.Total + 1, Value = result.Value + 1, UpperBound = result.UpperBound + 1 });
            yield return ("mentee", result with { Pairs = pairs.SetItem(k, pairs[k] with { Mentee = problem.Scores.Mentees }) });
            yield return ("mentor", result with { Pairs = pairs.SetItem(k, pairs[k] with { Mentor = -1 }) });
        }
    }

    private static IEnumerable<(string, AssignmentResult)> Proofs(AssignmentResult result)
    {
        AssignmentCertificate[] all = result.Certificate switch
        {
            DualCertificate duals => [.. Duals(duals), new FairCertificate([]), new StableCertificate()],
            FairCertificate fair => [.. Levels(fair), new DualCertificate([], [], 0, 0), new StableCertificate()],
            _ => [new FairCertificate([]), new DualCertificate([], [], 0, 0)],
        };
        return all.Append(null).Select(certificate => ($"certificate {certificate}", result with { Certificate = certificate! }));
    }

    private static IEnumerable<DualCertificate> Duals(DualCertificate duals)
    {
        foreach (var wrong in Wrong(duals.MenteeDual))
            yield return duals with { MenteeDual = wrong };
        foreach (var wrong in Wrong(duals.MentorPrice))
            yield return duals with { MentorPrice = wrong };
        foreach (var wrong in new[] { long.MinValue, -1, long.MaxValue })
        {
            yield return duals with { PairTier = wrong };
            yield return duals with { PassedOverTier = wrong };
        }
    }

    private static IEnumerable<FairCertificate> Levels(FairCertificate fair)
    {
        yield return new FairCertificate(default);
        yield return new FairCertificate([]);
        for (var k = 0; k < fair.Levels.Length; k++)
        {
            var level = fair.Levels[k];
            FairLevel[] wrong =
            [
                null!,
                level with { Kind = (FairLevelKind)7 },
                level with { Tier = -1 },
                level with { Tier = long.MaxValue },
                .. Wrong(level.MenteeDual).Select(duals => level with { MenteeDual = duals }),
                .. Wrong(level.MentorPrice).Select(duals => level with { MentorPrice = duals }),
            ];
            foreach (var other in wrong)
                yield return new FairCertificate(fair.Levels.SetItem(k, other));
        }
    }

    /// <summary>Duals that can be none: of another number of people, below 0, or so great that sums would overflow.</summary>
    private static IEnumerable<ImmutableArray<long>> Wrong(ImmutableArray<long> duals)
    {
        yield return default;
        yield return duals.Add(0);
        yield return duals.RemoveAt(0);
        foreach (var wrong in new[] { long.MinValue, -1, long.MaxValue })
            yield return duals.SetItem(0, wrong);
    }
}
