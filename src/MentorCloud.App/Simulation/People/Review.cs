using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Growth;

namespace MentorCloud.App.Simulation.People;

/// <summary>
/// A mentee asks others for a 360-degree review; most answer, and the mentee closes it. At every step it is seen what each
/// side is shown: the mentee how many have answered, and in the end the means of four or more; everybody else nothing.
/// </summary>
internal sealed class Review(Agenda agenda, PairVoice voice, PairingPlay pair, Bystanders others, Actor program, Dice dice)
{
    private const int LeastRaters = 4;

    private readonly List<int> scores = [];
    private readonly List<string> wrong = [];
    private int number;

    /// <summary>What somebody was shown who must not be, or was shown wrong.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>How often it was seen what somebody is shown.</summary>
    public int Looks { get; private set; }

    /// <summary>Puts the first step on the agenda.</summary>
    public void Begin() => agenda.At(pair.PublishedAt.AddDays(dice.Between(20, 40)), OpenAsync);

    private async Task OpenAsync(DateTimeOffset now)
    {
        if (agenda.Postponed(now, OpenAsync))
        {
            return;
        }

        var raters = others.Choose(pair, dice.Between(LeastRaters, LeastRaters + 2), dice);
        if (raters.Count == 0 || !await voice.SayAsync(pair.AsMentee, new OpenReview360([Competencies.OfTheReview], [.. raters.Select(rater => rater.Id)])))
        {
            return;
        }

        number = voice.View.Life!.OpenReview!.Number;
        foreach (var rater in raters.Where(_ => dice.Chance(0.85)))
        {
            agenda.At(now.AddHours(dice.Between(20, 24 * 10)), _ => RateAsync(rater));
        }

        agenda.At(now.AddDays(dice.Between(11, 16)), CloseAsync);
    }

    private async Task RateAsync(SimulatedPerson rater)
    {
        var score = dice.Between(1, 5);
        if (voice.View.Row.Stage != PairingStage.Ended && others.IsThere(rater) && await voice.SayAsync(others.As(rater), new Rate360(number, [score])))
        {
            scores.Add(score);
            await LookAsync(isOpen: true);
        }
    }

    private async Task CloseAsync(DateTimeOffset now)
    {
        if (!agenda.Postponed(now, CloseAsync) && await voice.SayAsync(pair.AsMentee, new CloseReview360(number)))
        {
            await LookAsync(isOpen: false);
        }
    }

    private async Task LookAsync(bool isOpen)
    {
        foreach (var other in (Actor[])[pair.AsMentor, program])
        {
            await voice.LookAsync(other);
            See(voice.View.Life is { Reviews: [], OpenReview: null }, $"the review is shown to {other}");
        }

        await voice.LookAsync(pair.AsMentee);
        var life = voice.View.Life!;
        See(life.OpenReview?.Answered == (isOpen ? scores.Count : null), $"{life.OpenReview?.Answered} answers are shown instead of {scores.Count}");
        var means = isOpen || scores.Count < LeastRaters ? [] : new[] { Math.Round(scores.Average(), 1) };
        See(life.Reviews.SelectMany(review => review.Means).Select(mean => mean.Level).SequenceEqual(means), $"the mentee is shown other means than those of {scores.Count} answers");
    }

    private void See(bool right, string otherwise)
    {
        Looks++;
        if (!right)
        {
            wrong.Add($"{pair.Id}: {otherwise}");
        }
    }
}
