using System.Globalization;
using MentorCloud.App.Simulation.Model;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.App.Simulation.People;

/// <summary>What the two in a pairing do about their duties; the model is told what they did, not what came of it.</summary>
internal sealed class PairActs(PairVoice voice, PairingModel model, Actor mentor, Actor mentee, Dice dice)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly TermChoice[] Choices = [TermChoice.Extend, TermChoice.Graduate, TermChoice.Graduate, TermChoice.Close, TermChoice.Rotate];

    /// <summary>Draws up a version, and signs it by both.</summary>
    public async Task AgreeAsync(DateTimeOffset now, int cadence)
    {
        await SignAloneAsync(cadence);
        if (await voice.SayAsync(mentee, new SignContract(voice.View.Contracts[^1].Number)))
        {
            model.Activate(now, cadence);
        }
    }

    /// <summary>Draws up a version that only the mentor signs.</summary>
    public async Task SignAloneAsync(int cadence)
    {
        await voice.SayAsync(mentee, new DraftContract(Terms(cadence)));
        await voice.SayAsync(mentor, new ProposeContract());
        await voice.SayAsync(mentor, new SignContract(voice.View.Contracts[^1].Number));
    }

    /// <summary>Holds the midcourse that was missed.</summary>
    /// <returns>Whether it was accepted.</returns>
    public async Task<bool> HoldLateAsync(DateTimeOffset now)
    {
        var held = await voice.SayAsync(mentor, new HoldReview(DutyKind.Midcourse, now - Hour, 60));
        if (held)
        {
            model.HeldLate(now);
        }

        return held;
    }

    public Task DoAsync(Duty duty, DateTimeOffset now) => duty.Kind switch
    {
        DutyKind.CheckIn => CheckInAsync(duty, now),
        DutyKind.AlignmentCheck or DutyKind.SafetyPulse => AnswerAsync(duty.Kind, now),
        DutyKind.EndOfTerm => DecideTermAsync(now),
        _ => HoldAsync(duty.Kind, now),
    };

    /// <summary>A page of the mentee's journal, and a word of feedback by the mentor.</summary>
    public async Task WriteAsync(DateTimeOffset now)
    {
        await voice.SayAsync(mentee, new WriteEntry
        {
            Kind = EntryKind.Journal,
            Visibility = Visibility.Author,
            Texts = [new EntryText("text", PrivateWords.ForOne("what I did not dare to say"))],
        });
        await voice.SayAsync(mentor, new WriteEntry
        {
            Kind = EntryKind.Feedback,
            Visibility = Visibility.Pair,
            Tone = dice.Chance(0.6) ? FeedbackTone.Praise : FeedbackTone.Critique,
            HappenedAt = now - Hour,
            Texts = [.. EntryRules.AskedOf(EntryKind.Feedback).Select(field => new EntryText(field, PrivateWords.ForTwo(field)))],
        });
    }

    private async Task CheckInAsync(Duty duty, DateTimeOffset now)
    {
        if (dice.Chance(0.05))
        {
            await CloseAsync(duty.Kind, now, mentor, new ExcuseDuty(DutyKind.CheckIn, PrivateWords.ForTwo("both travel")), done: false);
            return;
        }

        var by = dice.Chance(0.5) ? mentor : mentee;
        var visibility = dice.Chance(0.5) ? Visibility.Author : Visibility.Pair;
        var note = visibility == Visibility.Author ? PrivateWords.ForOne("my own note") : PrivateWords.ForTwo("what we agreed");
        var initiator = dice.Chance(0.5) ? PairingSide.Mentee : PairingSide.Mentor;
        await CloseAsync(duty.Kind, now, by, new LogCheckIn(now - Hour, 45, initiator, dice.Chance(0.4) ? note : null, visibility), done: true);
        if (dice.Chance(0.3))
        {
            await voice.SayAsync(mentee, new RateSession(duty.Number, dice.Between(2, 5)));
        }
    }

    private async Task AnswerAsync(DutyKind kind, DateTimeOffset now)
    {
        await voice.SayAsync(mentor, new AnswerCheck(kind, dice.Between(2, 5)));
        await CloseAsync(kind, now, mentee, new AnswerCheck(kind, dice.Between(2, 5)), done: true);
    }

    private async Task HoldAsync(DutyKind kind, DateTimeOffset now)
    {
        var amend = kind == DutyKind.Midcourse && dice.Chance(0.25);
        await CloseAsync(kind, now, mentor, new HoldReview(kind, now - Hour, 60, amend), done: true);
        if (amend)
        {
            await AgreeAsync(now, dice.Of([7, 10, 21]));
        }
    }

    private async Task DecideTermAsync(DateTimeOffset now)
    {
        var choice = dice.Of(Choices);
        var decision = new DecideTerm(choice, choice == TermChoice.Extend ? dice.Between(1, 3) : 0);
        await voice.SayAsync(mentee, decision);
        if (!await voice.SayAsync(mentor, decision))
        {
            return;
        }

        if (choice == TermChoice.Extend)
        {
            model.Extend(now, decision.Months);
        }
        else
        {
            model.End(now, choice == TermChoice.Rotate ? PairingOutcome.Rotated
                : choice == TermChoice.Graduate ? PairingOutcome.Graduated : PairingOutcome.Closed);
        }
    }

    private async Task CloseAsync(DutyKind kind, DateTimeOffset now, Actor actor, PairingCommand command, bool done)
    {
        if (!await voice.SayAsync(actor, command))
        {
            return;
        }

        if (done)
        {
            model.Done(kind, now);
        }
        else
        {
            model.Excused(kind, now);
        }
    }

    private static ContractTerms Terms(int cadence) => new()
    {
        MentorRole = PrivateWords.ForTwo("asks, listens and opens doors"),
        Objectives = [new MeasurableObjective("Lead a division", "Two pieces of observed evidence", "Both partners agree")],
        CadenceDays = cadence,
        Milestones = [new Milestone(PrivateWords.ForTwo("first visible step"), string.Create(CultureInfo.InvariantCulture, $"Debriefed within {cadence} days"), ["Situation chosen"], null)],
        ConfidentialityNorms = PrivateWords.ForTwo("what is said here stays here"),
        FeedbackChannels = ["In the session"],
        EscalationPath = "The program manager, then the sponsor.",
        Boundaries = new Boundaries { MentorHoursPerMonth = 20, FeedbackKinds = ["Observed behaviour"] },
    };
}
