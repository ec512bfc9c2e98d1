using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MentorCloud.Matching.Factors.Kernels;
using MentorCloud.Matching.Factors.Rules;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Factors;

/// <summary>
/// Scores computed on the fly from the factors: the weighted mean of those factors that have data for the pair, in
/// units of 2^-30, forbidden where a hard rule says so. Holds the participants only, never a matrix; memory grows with
/// people times attributes, time with pairs times attributes.
/// </summary>
public sealed class FactorScores : PairScores
{
    private const int BlockColumns = 512;
    private readonly FactorKernel[] _kernels;
    private readonly PairRule[] _rules;
    private readonly float[] _weights;

    /// <summary>Lays the participants out for the kernels. Time: people times attributes.</summary>
    /// <exception cref="MatchingException">A column has the wrong length, or a weight or value is out of range.</exception>
    public FactorScores(ScoringInput input)
        : base(InputCheck.Validate(input).Mentees.Count, input.Mentors.Count)
    {
        Input = input;
        var (mentees, mentors) = (input.Mentees, input.Mentors);
        var levels = new LevelColumns(mentors.Levels, mentors.Count, mentors.Competencies);
        var hours = new WorkingHours(mentees, mentors);
        FactorKernel[] all =
        [
            new ComplementarityKernel(mentees, mentors, levels),
            new ExperienceKernel(mentees, mentors),
            new DifferenceKernel(Factor.DivisionDiversity, mentees.Division, mentors.Division, mentors.Count),
            new DifferenceKernel(Factor.GeographyDiversity, mentees.Location, mentors.Location, mentors.Count),
            new DifferenceKernel(Factor.GenerationDiversity, mentees.Generation, mentors.Generation, mentors.Count),
            new DifferenceKernel(Factor.IndustryDiversity, mentees.Industry, mentors.Industry, mentors.Count),
            new DifferenceKernel(Factor.FunctionDiversity, mentees.Function, mentors.Function, mentors.Count),
            new CognitiveKernel(mentees, mentors, input.Weights.CognitivePeak),
            new ReciprocalKernel(mentees, mentors, levels),
            new PreferenceKernel(Factor.MenteePreference, input.MenteePreferences, mentees.Count),
            new PreferenceKernel(Factor.MentorPreference, input.MentorPreferences, mentees.Count),
            new SharedHoursKernel(hours),
        ];
        _kernels = all;
        _weights = [.. input.Weights.Values.Select(w => (float)w)];
        _rules = [new ListedRule(input), new WorkingHoursRule(hours, input.Rules.SharedMinutes), new CapacityRule(input.Rules.MentorCapacity)];
        if (input.Rules.CommonLanguage)
            _rules = [.. _rules, new LanguageRule(mentees, mentors)];
    }

    /// <summary>What the scores are computed from.</summary>
    public ScoringInput Input { get; }

    internal override long? KnownMagnitude => FixedPoint.One;

    internal ReadOnlySpan<FactorKernel> Kernels => _kernels;

    /// <inheritdoc/>
    public override void Fill(int mentee, Span<long> row)
    {
        for (var start = 0; start < Mentors; start += BlockColumns)
        {
            var count = Math.Min(BlockColumns, Mentors - start);
            Score(mentee, start, row.Slice(start, count));
        }
    }

    /// <summary>Block by block, so that a block of mentors stays in the cache for all rows of the tile.</summary>
    internal override void FillTile(ReadOnlySpan<int> mentees, long[] rows)
    {
        for (var start = 0; start < Mentors; start += BlockColumns)
        {
            var count = Math.Min(BlockColumns, Mentors - start);
            for (var k = 0; k < mentees.Length; k++)
                Score(mentees[k], start, rows.AsSpan((k * Mentors) + start, count));
        }
    }

    /// <inheritdoc/>
    public override long At(int mentee, int mentor)
    {
        Span<long> block = stackalloc long[FactorKernel.Lanes];
        var start = mentor & ~(FactorKernel.Lanes - 1);
        var part = block[..Math.Min(FactorKernel.Lanes, Mentors - start)];
        Score(mentee, start, part);
        return part[mentor - start];
    }

    internal override void Gather(int mentee, ReadOnlySpan<int> mentors, Span<long> scores)
    {
        for (var k = 0; k < mentors.Length; k++)
            scores[k] = At(mentee, mentors[k]);
    }

    /// <summary>A pair's score as if no rule forbade it.</summary>
    internal long Unruled(int mentee, int mentor)
    {
        var start = mentor & ~(FactorKernel.Lanes - 1);
        Span<float> sums = stackalloc float[FactorKernel.Lanes];
        Span<float> counts = stackalloc float[FactorKernel.Lanes];
        Span<int> units = stackalloc int[FactorKernel.Lanes];
        units.Clear();
        Weigh(mentee, start, sums, counts);
        ToFixed(sums, counts, units);
        return units[mentor - start];
    }

    /// <summary>Flags of every rule for the mentors from <paramref name="start"/> on; the length must be a multiple of the lanes.</summary>
    internal void Rules(int mentee, int start, Span<int> flags)
    {
        flags.Clear();
        foreach (var rule in _rules)
        {
            if (rule.AppliesTo(mentee))
                rule.Apply(mentee, start, flags);
        }
    }

    /// <summary>Weighted means for a block, without rules: sum of weight * value and sum of the weights that count.</summary>
    internal void Weigh(int mentee, int start, Span<float> sums, Span<float> counts)
    {
        Span<float> values = stackalloc float[sums.Length];
        Span<float> present = stackalloc float[sums.Length];
        sums.Clear();
        counts.Clear();
        var everywhere = 0f;
        for (var f = 0; f < _kernels.Length; f++)
        {
            var presence = _weights[f] > 0 ? _kernels[f].PresenceOf(mentee) : Presence.None;
            if (presence == Presence.None)
                continue;
            _kernels[f].Evaluate(mentee, start, values, present);
            if (presence == Presence.All)
                everywhere += _weights[f];
            AddWeighted(sums, values, _weights[f]);
            if (presence == Presence.Some)
                AddWeighted(counts, present, _weights[f]);
        }

        var whole = Vector256.Create(everywhere);
        foreach (ref var count in MemoryMarshal.Cast<float, Vector256<float>>(counts))
            count += whole;
    }

    private static void AddWeighted(Span<float> sums, ReadOnlySpan<float> values, float weight)
    {
        var scale = Vector256.Create(weight);
        var into = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        var from = MemoryMarshal.Cast<float, Vector256<float>>(values);
        for (var v = 0; v < into.Length; v++)
            into[v] += from[v] * scale;
    }

    private void Score(int mentee, int start, Span<long> row)
    {
        var padded = (row.Length + FactorKernel.Lanes - 1) / FactorKernel.Lanes * FactorKernel.Lanes;
        Span<float> sums = stackalloc float[padded];
        Span<float> counts = stackalloc float[padded];
        Span<int> flags = stackalloc int[padded];
        Weigh(mentee, start, sums, counts);
        Rules(mentee, start, flags);
        ToFixed(sums, counts, flags);
        Widen(flags, row);
    }

    private static void Widen(ReadOnlySpan<int> units, Span<long> row)
    {
        var forbidden = Vector256.Create(FixedPoint.Forbidden);
        var wide = MemoryMarshal.Cast<long, Vector256<long>>(row);
        var narrow = MemoryMarshal.Cast<int, Vector128<int>>(units);
        for (var v = 0; v < wide.Length; v++)
        {
            var lanes = Vector256.WidenLower(Vector256.Create(narrow[v], Vector128<int>.Zero));
            wide[v] = Vector256.ConditionalSelect(Vector256.LessThan(lanes, Vector256<long>.Zero), forbidden, lanes);
        }

        for (var c = wide.Length * 4; c < row.Length; c++)
            row[c] = units[c] < 0 ? FixedPoint.Forbidden : units[c];
    }

    /// <summary>Fixed-point scores into <paramref name="flags"/>, -1 where a rule forbade.</summary>
    private static void ToFixed(Span<float> sums, Span<float> counts, Span<int> flags)
    {
        var sum = MemoryMarshal.Cast<float, Vector256<float>>(sums);
        var count = MemoryMarshal.Cast<float, Vector256<float>>(counts);
        var result = MemoryMarshal.Cast<int, Vector256<int>>(flags);
        var one = Vector256.Create((float)FixedPoint.One);
        for (var v = 0; v < sum.Length; v++)
        {
            var any = Vector256.GreaterThan(count[v], Vector256<float>.Zero);
            var mean = Vector256.Min(Vector256.ConditionalSelect(any, sum[v] / count[v], Vector256<float>.Zero), Vector256<float>.One);
            var units = Vector256.ConvertToInt32(mean * one);
            result[v] = Vector256.ConditionalSelect(Vector256.Equals(result[v], Vector256<int>.Zero), units, Vector256<int>.AllBitsSet);
        }
    }
}
