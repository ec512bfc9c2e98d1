using System.Collections.Immutable;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cadence;

/// <summary>Row 36: prompts are varied, none comes twice running, and what was asked stays.</summary>
public sealed class PromptsTests
{
    private static readonly ImmutableArray<string> Pool =
        ["What surprised you?", "What did you put off?", "Whom did you ask?", "What would you drop?", Prompts.All[0], Prompts.All[5]];

    [Fact]
    public void Built_in_prompts_all_come_before_one_comes_again()
    {
        var places = Enumerable.Range(1, 24).Select(number => Prompts.PlaceOf(Sample.Pairing, number)).ToList();
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(Prompts.All.Length, places.Take(12).Distinct().Count());
    }

    /// <summary>The calendar by itself would ask the last prompt again: the revised one holds it at the next place.</summary>
    [Theory]
    [InlineData("What surprised you?", "What surprised you?")]
    [InlineData("What surprised you?", "WHAT SURPRISED YOU?")]
    public void Prompt_that_a_revised_kit_would_ask_again_gives_way_to_the_next(string asked, string again)
    {
        var life = Asked([asked, "What did you put off?"]);
        var first = life.Open(DutyKind.Prompt)!.PromptText!;
        var second = Next(life, first == asked ? Turned([again, "Whom did you ask?"], first) : Turned(["What did you put off?", again], first));
        Assert.NotEqual(first, second.Open(DutyKind.Prompt)!.PromptText, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_was_asked_stays_when_the_kit_is_revised()
    {
        var state = Asked(Pool[..2]);
        var revised = Prompts.Ask(state, Pool[2..4]);
        Assert.Equal(state.Open(DutyKind.Prompt)!.PromptText, revised.Open(DutyKind.Prompt)!.PromptText);

        var next = Next(state, Pool[2..4]);
        Assert.Equal(state.Open(DutyKind.Prompt)!.PromptText, next.Duties.First(duty => duty.Kind == DutyKind.Prompt).PromptText);
        Assert.Contains(next.Open(DutyKind.Prompt)!.PromptText, Pool[2..4]);
    }

    /// <summary>A year of revisions at random, between kits that share prompts, kits of two and the built-in calendar; answered, missed and called off.</summary>
    [Fact]
    public void Whatever_is_revised_no_prompt_comes_twice_running_and_none_changes()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var (life, asked) = (Life.Active(), new SortedDictionary<int, string>());
            var kit = ImmutableArray<string>.Empty;
            while (life.State.Open(DutyKind.Prompt) is not null)
            {
                kit = random.Next(3) > 0 ? kit : random.Next(4) == 0 ? [] : [.. Pool.OrderBy(_ => random.Next()).Take(random.Next(2, 5))];
                foreach (var prompt in Prompts.Ask(life.State, kit).Duties.Where(duty => duty.Kind == DutyKind.Prompt))
                {
                    Assert.Equal(prompt.PromptText, asked.TryAdd(prompt.Number, prompt.PromptText!) ? prompt.PromptText : asked[prompt.Number]);
                }

                life = Step(new Life(Prompts.Ask(life.State, kit), life.Now), random);
                life.Cut();
            }

            Assert.Equal(Enumerable.Range(1, asked.Count), asked.Keys);
            Assert.True(asked.Count >= 10, $"only {asked.Count} prompts");
            Assert.All(asked.Values.Zip(asked.Values.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second, StringComparer.OrdinalIgnoreCase));
        }
    }

    private static Life Step(Life life, Random random)
    {
        life.Until(life.State.Open(DutyKind.Prompt)!.DueAt);
        return random.Next(3) switch
        {
            0 => life.Do(Sample.AsMentee, new HoldReview(DutyKind.Prompt, life.Now, 5)),
            1 => life.Do(Sample.AsMentor, new ExcuseDuty(DutyKind.Prompt, "On leave")),
            _ => life.Days(random.Next(8, 40)),
        };
    }

    private static PairingState Asked(ImmutableArray<string> kit) => Prompts.Ask(Sample.Active(), kit);

    private static PairingState Next(PairingState state, ImmutableArray<string> kit)
    {
        var life = new Life(state, Sample.Start).Days(8);
        return Prompts.Ask(life.Do(Sample.AsMentee, new HoldReview(DutyKind.Prompt, life.Now, 5)).State, kit);
    }

    /// <summary>The two prompts in the order in which the calendar alone would ask the same again.</summary>
    private static ImmutableArray<string> Turned(ImmutableArray<string> kit, string last)
    {
        var plain = Prompts.TextOf(Sample.Pairing, 2, kit);
        return string.Equals(plain, last, StringComparison.OrdinalIgnoreCase) ? kit : [kit[1], kit[0]];
    }
}
