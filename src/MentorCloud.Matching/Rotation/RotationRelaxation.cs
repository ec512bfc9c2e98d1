using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Assignment.Sparse;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// The best choice of pairs when a mentee's stages are only counted: mentee, then perspective (the first meeting earns
/// the bonus, further ones do not), then mentor, by the stages in which the mentee is there, then the mentor's places
/// in one of these stages. A network, so the optimum is whole numbers and its duals bound every plan.
/// </summary>
internal sealed class RotationRelaxation
{
    private readonly RotationModel _model;
    private readonly ProfitFlow _flow;
    private readonly int _mentees;
    private readonly int _mentors;

    public RotationRelaxation(RotationModel model, CancellationToken cancellation)
    {
        _model = model;
        (_mentees, _mentors) = (model.Problem.Scores.Mentees, model.Problem.Scores.Mentors);
        var arcs = RotationSize.Require(model, cancellation);
        _flow = new ProfitFlow(Place(_mentors, 0) + 1, arcs);
        var row = new long[_mentors];
        for (var i = 0; i < _mentees; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddMentee(i, row);
        }

        for (var j = 0; j < _mentors; j++)
            AddMentor(j);
    }

    public List<PairId> Solve(CancellationToken cancellation)
    {
        _flow.Run(cancellation);
        var pairs = new List<PairId>();
        for (var node = 1 + _mentees; node < Mentor(0, 0); node++)
        {
            foreach (var (next, _) in _flow.Carrying(node))
                pairs.Add(new PairId((node - 1 - _mentees) / _model.Perspectives, (next - Mentor(0, 0)) / _model.Presences.Length));
        }

        return [.. pairs.OrderBy(pair => pair.Mentee).ThenBy(pair => pair.Mentor)];
    }

    public RotationCertificate Certificate() => new(
        [.. _flow.Potential.AsSpan(1, _mentees)],
        [.. _flow.Potential.AsSpan(1 + _mentees, _mentees * _model.Perspectives)],
        [.. _flow.Potential.AsSpan(Mentor(0, 0), _mentors * _model.Presences.Length)],
        [.. _flow.Potential.AsSpan(Place(0, 0), _mentors * _model.Problem.Stages)]);

    private int Mentor(int mentor, int presence) => 1 + _mentees + (_mentees * _model.Perspectives) + (mentor * _model.Presences.Length) + presence;

    /// <summary>Node of a mentor's places in a stage; behind the last one comes the sink.</summary>
    private int Place(int mentor, int stage) => Mentor(_mentors, 0) + (mentor * _model.Problem.Stages) + stage;

    private void AddMentor(int mentor)
    {
        for (var r = 0; r < _model.Problem.Stages; r++)
        {
            for (var c = 0; c < _model.Presences.Length; c++)
            {
                if ((_model.Presences[c] >> r & 1) != 0)
                    _flow.Arc(Mentor(mentor, c), Place(mentor, r), _model.Room[mentor, r], 0);
            }

            _flow.Arc(Place(mentor, r), Place(_mentors, 0), _model.Room[mentor, r], 0);
        }
    }

    private void AddMentee(int mentee, long[] row)
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

        _model.Problem.Scores.Fill(mentee, row);
        for (var j = 0; j < _mentors; j++)
        {
            if (_model.MayMeet(mentee, j, row[j]))
                _flow.Arc(1 + _mentees + (mentee * _model.Perspectives) + _model.PerspectiveOf(j), Mentor(j, _model.PresenceOf(mentee)), 1, row[j]);
        }
    }
}
