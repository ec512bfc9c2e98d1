using MentorCloud.App.Simulation.Model;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.App.Simulation.People;

/// <summary>A mentee works on a plan and asks to lead more; the mentor agrees, or not yet, sometimes only after having been reminded.</summary>
internal sealed class Growing(Agenda agenda, PairVoice voice, PairingModel model, PairingPlay pair, Dice dice)
{
    /// <summary>Puts the first step on the agenda.</summary>
    public void Begin() => Then(pair.PublishedAt, 15, 30, PlanAsync);

    private void Then(DateTimeOffset now, int leastDays, int mostDays, Func<DateTimeOffset, Task> step) =>
        agenda.At(now.AddDays(dice.Between(leastDays, mostDays)), step);

    private async Task PlanAsync(DateTimeOffset now)
    {
        if (!agenda.Postponed(now, PlanAsync) && await voice.SayAsync(pair.AsMentee, new WriteEntry
        {
            Kind = EntryKind.PlanItem,
            Visibility = Visibility.Pair,
            Topic = Competencies.OfThePlan,
            Owner = PairingSide.Mentee,
            DueOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(30),
            Texts = [.. EntryRules.AskedOf(EntryKind.PlanItem).Select(field => new EntryText(field, PrivateWords.ForTwo(field)))],
        }))
        {
            var item = voice.View.Written!.Value;
            Then(now, 5, 20, then => FinishAsync(then, item));
        }
    }

    private async Task FinishAsync(DateTimeOffset now, int item)
    {
        if (!agenda.Postponed(now, then => FinishAsync(then, item))
            && await voice.SayAsync(pair.AsMentee, new MoveEntry(item, EntryStatus.Done, [new EntryText("evidence", PrivateWords.ForTwo("it went well"))])))
        {
            await MeetMilestoneAsync();
            await AskAsync(now);
        }
    }

    /// <summary>The second stage asks for a milestone.</summary>
    private async Task MeetMilestoneAsync()
    {
        if (voice.View.Life is { Autonomy: AutonomyStage.Guided } life && life.Milestones.FirstOrDefault(each => each.MetAt is null) is { } milestone
            && await voice.SayAsync(pair.AsMentee, new WriteEntry
            {
                Kind = EntryKind.Evidence,
                Visibility = Visibility.Pair,
                Topic = milestone.Title,
                Texts = [new EntryText("text", PrivateWords.ForTwo("the board took the proposal"))],
            }))
        {
            await voice.SayAsync(pair.AsMentor, new MeetMilestone(milestone.Title, voice.View.Written!.Value));
        }
    }

    private async Task AskAsync(DateTimeOffset now)
    {
        if (agenda.Postponed(now, AskAsync))
        {
            return;
        }

        if (voice.View.Life!.NextStage.Any(criterion => !criterion.IsMet))
        {
            Then(now, 7, 14, AskAsync);
            return;
        }

        var stage = voice.View.Life.Autonomy + 1;
        if (await voice.SayAsync(pair.AsMentee, new AskAutonomy(stage)))
        {
            model.RequestsAt(now).Ask($"AutonomyReminded {stage}", now);
            Then(now, 1, 20, then => AnswerAsync(then, stage));
        }
    }

    private async Task AnswerAsync(DateTimeOffset now, AutonomyStage stage)
    {
        var agreed = dice.Chance(0.75);
        if (voice.View.Row.Stage == PairingStage.Ended || !await voice.SayAsync(pair.AsMentor, new AnswerAutonomy(agreed)))
        {
            return;
        }

        model.Autonomy(stage.ToString(), agreed, now);
        if (!agreed)
        {
            Then(now, 14, 30, AskAsync);
        }
        else if (stage < AutonomyStage.Supported)
        {
            Then(now, 3, 10, PlanAsync);
        }
    }
}
