using MentorCloud.Matching.Assignment.Sparse;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>
/// First prices and pairs for stored scores in which many people are copies of each other: twins become one node with
/// their number as capacity, and the small transportation problem between such nodes is solved whole. Who is a twin
/// is judged by a sample, so this is a start only: the exact search goes on from it, and its proof does not depend on it.
/// </summary>
internal sealed class TwinSeed(ValueModel model)
{
    private const int SampleRows = 32;
    private const int LeastCopies = 4;
    private readonly int _mentees = model.Scores.Mentees;
    private readonly int _mentors = model.Scores.Mentors;

    /// <summary>Sets <paramref name="prices"/> and returns pairs; none if there are few twins. Time without twins: 32 rows.</summary>
    public List<PairId> Solve(long[] prices, CancellationToken cancellation)
    {
        if (model.Demand.Any(d => d > 1))
            return [];
        var mentors = Group(MentorPrints(), Enumerable.Range(0, _mentors));
        if (mentors.Count * LeastCopies > _mentors)
            return [];
        var mentees = Group(MenteePrints(mentors), Enumerable.Range(0, _mentees).Where(i => model.Demand[i] > 0));
        if (mentees.Count * LeastCopies > _mentees || (long)mentees.Count * mentors.Count > 16L * _mentees)
            return [];
        return Transport(mentees, mentors, prices, cancellation);
    }

    private ulong[] MentorPrints()
    {
        var prints = new ulong[_mentors];
        var rows = Math.Min(SampleRows, _mentees);
        for (var sample = 0; sample < rows; sample++)
        {
            var row = model.Scores.Row((int)((long)sample * _mentees / rows));
            for (var j = 0; j < row.Length; j++)
                prints[j] = Mix(prints[j], row[j]);
        }

        return prints;
    }

    private ulong[] MenteePrints(List<List<int>> mentors)
    {
        var columns = mentors.Select(group => group[0]).ToArray();
        var prints = new ulong[_mentees];
        for (var i = 0; i < _mentees; i++)
        {
            var row = model.Scores.Row(i);
            var print = Mix(0, model.MenteeTier[i]);
            foreach (var j in columns)
                print = Mix(print, row[j]);
            prints[i] = print;
        }

        return prints;
    }

    private static ulong Mix(ulong print, long value)
    {
        var mixed = (print ^ (ulong)value) * 0x9E3779B97F4A7C15;
        return mixed ^ (mixed >> 29);
    }

    private static List<List<int>> Group(ulong[] prints, IEnumerable<int> people)
    {
        var groups = new List<List<int>>();
        var known = new Dictionary<ulong, List<int>>();
        foreach (var person in people)
        {
            if (!known.TryGetValue(prints[person], out var group))
            {
                known.Add(prints[person], group = []);
                groups.Add(group);
            }

            group.Add(person);
        }

        return groups;
    }

    private List<PairId> Transport(List<List<int>> mentees, List<List<int>> mentors, long[] prices, CancellationToken cancellation)
    {
        var sink = 1 + mentees.Count + mentors.Count;
        var flow = new ProfitFlow(sink + 1);
        for (var g = 0; g < mentees.Count; g++)
        {
            flow.Arc(0, 1 + g, mentees[g].Count, 0);
            for (var h = 0; h < mentors.Count; h++)
            {
                var score = model.Scores.At(mentees[g][0], mentors[h][0]);
                if (score != FixedPoint.Forbidden && score >= model.LeastScore)
                    flow.Arc(1 + g, 1 + mentees.Count + h, mentees[g].Count, score + model.MenteeTier[mentees[g][0]]);
            }
        }

        for (var h = 0; h < mentors.Count; h++)
            flow.Arc(1 + mentees.Count + h, sink, (int)Math.Min(_mentees, mentors[h].Sum(j => (long)model.Capacity[j])), 0);
        flow.Run(cancellation);
        for (var h = 0; h < mentors.Count; h++)
        {
            foreach (var j in mentors[h])
                prices[j] = Math.Max(0, -flow.Potential[1 + mentees.Count + h]);
        }

        var flows = Enumerable.Range(0, mentees.Count).SelectMany(g => flow.Carrying(1 + g).Select(each => (each.Units, g, each.Node - 1 - mentees.Count)));
        return Spread(flows, mentees, mentors);
    }

    /// <summary>Gives what flows between two groups to their members, one after the other.</summary>
    private List<PairId> Spread(IEnumerable<(int Units, int Mentee, int Mentor)> flows, List<List<int>> mentees, List<List<int>> mentors)
    {
        var pairs = new List<PairId>();
        var next = new int[mentees.Count];
        var places = mentors.Select(group => group.SelectMany(j => Enumerable.Repeat(j, Math.Min(_mentees, model.Capacity[j]))).GetEnumerator()).ToArray();
        foreach (var (units, mentee, mentor) in flows)
        {
            for (var unit = 0; unit < units && places[mentor].MoveNext(); unit++)
                pairs.Add(new PairId(mentees[mentee][next[mentee]++], places[mentor].Current));
        }

        return pairs;
    }
}
