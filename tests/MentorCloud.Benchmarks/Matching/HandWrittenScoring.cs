using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>
/// The baseline of scoring: the twelve factors and the rules of exactly this data (nothing missing but wishes), written as
/// one loop over eight mentors at a time with everything in registers. It explains nothing and can do nothing else.
/// </summary>
internal sealed class HandWrittenScoring
{
    private const int Lanes = 8;
    private readonly ScoringInput _input;
    private readonly int _mentors;
    private readonly int _padded;
    private readonly int _skills;
    private readonly int _traits;
    private readonly float[] _levels;
    private readonly float[] _gaps;
    private readonly float[] _priorities;
    private readonly float[] _whole;
    private readonly float[] _styles;
    private readonly uint[][] _experience;
    private readonly uint[] _languages;
    private readonly int[][] _attributes;
    private readonly float[] _start;
    private readonly float[] _end;
    private readonly float[] _wishes;
    private readonly float[] _wishWeights;
    private readonly ILookup<int, (int Mentor, float Value, float Weight)> _wished;

    public HandWrittenScoring(ScoringInput input)
    {
        (_input, _mentors, _skills, _traits) = (input, input.Mentors.Count, input.Mentors.Competencies, input.Mentors.StyleTraits);
        _padded = (_mentors + Lanes - 1) / Lanes * Lanes;
        _levels = Columns([.. input.Mentors.Levels], _skills);
        _gaps = Columns([.. input.Mentors.Gaps], _skills);
        _priorities = Columns([.. input.Mentors.Priorities], _skills);
        _styles = Columns([.. input.Mentors.Styles], _traits);
        _whole = new float[_padded];
        for (var k = 0; k < _gaps.Length; k++)
            _whole[k % _padded] += _gaps[k] * _priorities[k];
        _experience = [Pad(input.Mentors.Experiences, w => (uint)w), Pad(input.Mentors.Experiences, w => (uint)(w >> 32))];
        _languages = Pad(input.Mentors.Languages, w => (uint)w);
        var mentors = input.Mentors;
        _attributes = [Pad(mentors.Division, x => x), Pad(mentors.Location, x => x), Pad(mentors.Generation, x => x), Pad(mentors.Industry, x => x), Pad(mentors.Function, x => x)];
        _start = Pad(mentors.WorkStart, x => (float)x);
        _end = Pad(mentors.WorkStart.Zip(mentors.WorkLength, (s, l) => s + l), x => (float)x);
        (_wishes, _wishWeights) = (new float[_padded], new float[_padded]);
        var (mentee, mentor) = ((float)input.Weights[Factor.MenteePreference], (float)input.Weights[Factor.MentorPreference]);
        _wished = input.MenteePreferences.Select(p => (p, mentee)).Concat(input.MentorPreferences.Select(p => (p, mentor)))
            .ToLookup(each => each.p.Mentee, each => (each.p.Mentor, each.p.Value, each.Item2));
    }

    public void Fill(int mentee, Span<long> row)
    {
        foreach (var (mentor, value, weight) in _wished[mentee])
        {
            _wishes[mentor] += value * weight;
            _wishWeights[mentor] += weight;
        }

        for (var at = 0; at + Lanes <= _mentors; at += Lanes)
            Eight(mentee, at, row);
        foreach (var (mentor, _, _) in _wished[mentee])
            (_wishes[mentor], _wishWeights[mentor]) = (0, 0);
    }

    private void Eight(int mentee, int at, Span<long> row)
    {
        var w = _input.Weights;
        var sum = Load(_wishes, at) + (Skills(mentee, at, out var reciprocal) * (float)w[Factor.Complementarity]) + (reciprocal * (float)w[Factor.ReciprocalValue]);
        sum += Experience(mentee, at) * (float)w[Factor.ExperienceBreadth];
        sum += Styles(mentee, at) * (float)w[Factor.CognitiveDistance];
        var people = _input.Mentees;
        sum += Differs(people.Division[mentee], 0, at, w[Factor.DivisionDiversity]) + Differs(people.Location[mentee], 1, at, w[Factor.GeographyDiversity])
            + Differs(people.Generation[mentee], 2, at, w[Factor.GenerationDiversity]) + Differs(people.Industry[mentee], 3, at, w[Factor.IndustryDiversity])
            + Differs(people.Function[mentee], 4, at, w[Factor.FunctionDiversity]);
        var hours = Hours(mentee, at);
        sum += hours / people.WorkLength[mentee] * (float)w[Factor.SharedHours];
        var counted = Load(_wishWeights, at) + Vector256.Create((float)(w.Values.Sum() - w[Factor.MenteePreference] - w[Factor.MentorPreference]));
        var units = Vector256.ConvertToInt32(Vector256.Min(sum / counted, Vector256<float>.One) * FixedPoint.One);
        var forbidden = Vector256.LessThan(hours, Vector256.Create((float)_input.Rules.SharedMinutes)).AsInt32()
            | Vector256.Equals(Vector256.LoadUnsafe(ref _languages[at]) & Vector256.Create((uint)people.Languages[mentee]), Vector256<uint>.Zero).AsInt32();
        Store(units | forbidden, row[at..]);
    }

    private Vector256<float> Skills(int mentee, int at, out Vector256<float> reciprocal)
    {
        var (covered, back, whole) = (Vector256<float>.Zero, Vector256<float>.Zero, 0f);
        var levels = _input.Mentees.Levels.AsSpan();
        var gaps = _input.Mentees.Gaps.AsSpan();
        var priorities = _input.Mentees.Priorities.AsSpan();
        for (var k = 0; k < _skills; k++)
        {
            var own = Vector256.Create(levels[(mentee * _skills) + k]);
            var (gap, priority) = (gaps[(mentee * _skills) + k], priorities[(mentee * _skills) + k]);
            var column = (k * _padded) + at;
            var difference = Load(_levels, column) - own;
            if (gap > 0)
            {
                covered += Vector256.Create(priority) * Vector256.Min(Vector256.Create(gap), Vector256.Max(difference, Vector256<float>.Zero));
                whole += priority * gap;
            }

            back += Load(_priorities, column) * Vector256.Min(Load(_gaps, column), Vector256.Max(-difference, Vector256<float>.Zero));
        }

        reciprocal = back / Load(_whole, at);
        return covered / whole;
    }

    private Vector256<float> Styles(int mentee, int at)
    {
        var sum = Vector256<float>.Zero;
        var own = _input.Mentees.Styles.AsSpan().Slice(mentee * _traits, _traits);
        for (var t = 0; t < own.Length; t++)
            sum += Vector256.Abs(Load(_styles, (t * _padded) + at) - Vector256.Create(own[t]));
        var (distance, peak) = (sum / _traits, (float)_input.Weights.CognitivePeak);
        return Vector256.Min(distance / peak, (Vector256<float>.One - distance) / (1 - peak));
    }

    private Vector256<float> Experience(int mentee, int at)
    {
        var wanted = _input.Mentees.Experiences[mentee];
        var count = PopCount(Vector256.LoadUnsafe(ref _experience[0][at]) & Vector256.Create((uint)wanted)) + PopCount(Vector256.LoadUnsafe(ref _experience[1][at]) & Vector256.Create((uint)(wanted >> 32)));
        return Vector256.ConvertToSingle(count.AsInt32()) / BitOperations.PopCount(wanted);
    }

    private static Vector256<uint> PopCount(Vector256<uint> x)
    {
        x -= Vector256.ShiftRightLogical(x, 1) & Vector256.Create(0x55555555u);
        x = (x & Vector256.Create(0x33333333u)) + (Vector256.ShiftRightLogical(x, 2) & Vector256.Create(0x33333333u));
        return Vector256.ShiftRightLogical(((x + Vector256.ShiftRightLogical(x, 4)) & Vector256.Create(0x0F0F0F0Fu)) * Vector256.Create(0x01010101u), 24);
    }

    private Vector256<float> Differs(int own, int attribute, int at, double weight) =>
        Vector256.AndNot(Vector256.Create((float)weight), Vector256.Equals(Vector256.LoadUnsafe(ref _attributes[attribute][at]), Vector256.Create(own)).AsSingle());

    private Vector256<float> Hours(int mentee, int at)
    {
        var start = Vector256.Create((float)_input.Mentees.WorkStart[mentee]);
        var end = start + Vector256.Create((float)_input.Mentees.WorkLength[mentee]);
        var (from, to, day) = (Load(_start, at), Load(_end, at), Vector256.Create(1440f));
        return Arc(start, end, from - day, to - day) + Arc(start, end, from, to) + Arc(start, end, from + day, to + day);
    }

    private static Vector256<float> Arc(Vector256<float> start, Vector256<float> end, Vector256<float> from, Vector256<float> to) =>
        Vector256.Max(Vector256.Min(end, to) - Vector256.Max(start, from), Vector256<float>.Zero);

    private static void Store(Vector256<int> units, Span<long> row)
    {
        var (low, high) = Vector256.Widen(units);
        var forbidden = Vector256.Create(FixedPoint.Forbidden);
        Vector256.ConditionalSelect(Vector256.LessThan(low, Vector256<long>.Zero), forbidden, low).StoreUnsafe(ref row[0]);
        Vector256.ConditionalSelect(Vector256.LessThan(high, Vector256<long>.Zero), forbidden, high).StoreUnsafe(ref row[4]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(float[] column, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)at);

    private float[] Columns(float[] rows, int width)
    {
        var columns = new float[width * _padded];
        for (var k = 0; k < rows.Length; k++)
            columns[(k % width * _padded) + (k / width)] = rows[k];
        return columns;
    }

    private TTo[] Pad<TFrom, TTo>(IEnumerable<TFrom> values, Func<TFrom, TTo> convert)
    {
        var padded = new TTo[_padded];
        foreach (var (index, value) in values.Index())
            padded[index] = convert(value);
        return padded;
    }
}
