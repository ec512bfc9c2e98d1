using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MentorCloud.Matching.Factors.Kernels;

namespace MentorCloud.Matching.Factors.Rules;

/// <summary>Both languages known and none in common.</summary>
internal sealed class LanguageRule : PairRule
{
    private readonly BitColumns _mentors;
    private readonly uint[] _mentees;
    private readonly bool[] _known;

    public LanguageRule(ParticipantTable mentees, ParticipantTable mentors)
    {
        _mentors = new BitColumns(mentors.Languages, mentors.Count, mentors.LanguageWords);
        _mentees = BitColumns.Rows(mentees.Languages, mentees.Count, mentees.LanguageWords, _mentors.Words);
        _known = new bool[mentees.Count];
        for (var k = 0; k < mentees.Count * mentees.LanguageWords && !mentees.Languages.IsEmpty; k++)
            _known[k / mentees.LanguageWords] |= mentees.Languages[k] != 0;
    }

    public override HardRule Reports => HardRule.Language;

    public override bool AppliesTo(int mentee) => _known[mentee] && _mentors.Words > 0;

    public override void Apply(int mentee, int start, Span<int> flags)
    {
        var result = MemoryMarshal.Cast<int, Vector256<int>>(flags);
        var flag = Vector256.Create((int)HardRule.Language);
        for (var v = 0; v < result.Length; v++)
        {
            var (common, any) = (Vector256<uint>.Zero, Vector256<uint>.Zero);
            for (var w = 0; w < _mentors.Words; w++)
            {
                var theirs = Vector256.LoadUnsafe(ref _mentors.Word(w)[start + (v * FactorKernel.Lanes)]);
                common |= theirs & Vector256.Create(_mentees[(mentee * _mentors.Words) + w]);
                any |= theirs;
            }

            var stranger = Vector256.Equals(common, Vector256<uint>.Zero) & ~Vector256.Equals(any, Vector256<uint>.Zero);
            result[v] |= stranger.AsInt32() & flag;
        }
    }
}
