using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// The best choice of pairs when stages are only counted: mentee, then perspective (the first meeting earns the bonus,
/// further ones do not), then mentor. A network, so the optimum is whole numbers and its duals bound every plan.
/// </summary>
internal sealed class RotationRelaxation
{
    private readonly RotationModel _model;
    private readonly ProfitFlow _flow;
    private readonly List<(int Arc, PairId Pair)> _pairs = [];
    private readonly int _mentees;
    private readonly int _mentors;

    public RotationRelaxation(RotationModel model)
    {
        _model = model;
        (_mentees, _mentors) = (model.Problem.Scores.Mentees, model.Problem.Scores.Mentors);
        _flow = new ProfitFlow(2 + _mentees + (_mentees * model.Perspectives) + _mentors);
        for (var i = 0; i < _mentees; i++)
            AddMentee(i);
        for (var j = 0; j < _mentors; j++)
            _flow.Arc(Mentor(j), Mentor(_mentors), model.TotalRoom(j), 0);
    }

    public List<PairId> Solve(CancellationToken cancellation)
    {
        _flow.Run(cancellation);
        return [.. _pairs.Where(p => _flow.Flow(p.Arc) > 0).Select(p => p.Pair)];
    }

    public RotationCertificate Certificate() => new(
        [.. _flow.Potential.AsSpan(1, _mentees)],
        [.. _flow.Potential.AsSpan(1 + _mentees, _mentees * _model.Perspectives)],
        [.. _flow.Potential.AsSpan(Mentor(0), _mentors)]);

    private int Mentor(int mentor) => 1 + _mentees + (_mentees * _model.Perspectives) + mentor;

    private void AddMentee(int mentee)
    {
        var stages = System.Numerics.BitOperations.PopCount(_model.MenteeFree[mentee]);
        if (stages == 0)
            return;
        _flow.Arc(0, 1 + mentee, stages, 0);
        for (var p = 0; p < _model.Perspectives; p++)
        {
            var node = 1 + _mentees + (mentee * _model.Perspectives) + p;
            var bonus = _model.Bonus(mentee, p);
            if (bonus > 0)
                _flow.Arc(1 + mentee, node, 1, bonus);
            _flow.Arc(1 + mentee, node, stages, 0);
        }

        var row = new long[_mentors];
        _model.Problem.Scores.Fill(mentee, row);
        for (var j = 0; j < _mentors; j++)
        {
            if (row[j] < 0 || _model.IsClosed(mentee, j))
                continue;
            var node = 1 + _mentees + (mentee * _model.Perspectives) + _model.PerspectiveOf(j);
            _pairs.Add((_flow.Arc(node, Mentor(j), 1, row[j]), new PairId(mentee, j)));
        }
    }
}
