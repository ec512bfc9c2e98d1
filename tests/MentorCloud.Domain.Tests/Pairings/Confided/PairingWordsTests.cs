using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Confided;

/// <summary>What is taken out of a pairing before it is stored, by whose words they are.</summary>
public sealed class PairingWordsTests
{
    [Fact]
    public void Words_are_taken_from_every_place_and_each_is_its_writers()
    {
        var state = Written().State;

        var (bare, words) = PairingWords.Take(state, SideWords.None);

        Assert.DoesNotMatch("mentee-own|mentor-own", JsonSerializer.Serialize(bare));
        Assert.DoesNotContain(words.Mentor, word => word.Contains("mentee-own", StringComparison.Ordinal));
        Assert.DoesNotContain(words.Mentee, word => word.Contains("mentor-own", StringComparison.Ordinal));
        Assert.Distinct(words.Mentor);
        Assert.Distinct(words.Mentee);
        foreach (var word in new[] { "norms", "milestone", "criteria", "win", "subject", "excuse", "pause", "topic", "plan", "secret topic" })
        {
            Assert.Contains($"mentee-own {word}", words.Mentee);
        }
    }

    [Fact]
    public void Words_put_back_give_the_same_pairing()
    {
        var state = Written().State;
        var (bare, words) = PairingWords.Take(state, SideWords.None);

        Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(PairingWords.Put(bare, words)));
    }

    [Fact]
    public void Page_loses_and_regains_its_words()
    {
        var state = Written().State;
        var page = new PairingPage(state.Contracts, state.Duties, state.Entries);

        var (bare, words) = PairingWords.Take(page, SideWords.None);

        Assert.DoesNotMatch("mentee-own|mentor-own", JsonSerializer.Serialize(bare));
        Assert.Equal(JsonSerializer.Serialize(page), JsonSerializer.Serialize(PairingWords.Put(bare, words)));
    }

    [Theory]
    [InlineData(PairingSide.Mentor)]
    [InlineData(PairingSide.Mentee)]
    public void Destroyed_key_takes_what_an_erasure_takes_and_nothing_else(PairingSide side)
    {
        var life = Written();
        var (bare, words) = PairingWords.Take(life.State, SideWords.None);

        var opened = PairingWords.Put(bare, side == PairingSide.Mentor ? words with { Mentor = default } : words with { Mentee = default });

        life.Do(Sample.AsSystem, new ForgetTexts(side));
        Assert.Equal(WordsOf(life.State), WordsOf(opened));
    }

    [Fact]
    public void Erased_words_are_nobodys_and_are_not_taken()
    {
        var life = Written().Do(Sample.AsSystem, new ForgetTexts(PairingSide.Mentee));

        var (bare, words) = PairingWords.Take(life.State, SideWords.None);

        Assert.Empty(words.Mentee);
        Assert.Contains(TextForgetting.Gone, JsonSerializer.Serialize(bare), StringComparison.Ordinal);
    }

    [Fact]
    public void Title_stays_its_first_writers_when_its_contract_has_gone_to_a_page()
    {
        var state = Written().State;
        var (_, before) = PairingWords.Take(state, SideWords.None);
        var later = state with { Contracts = [], Entries = [], Milestones = [new MilestoneProgress("mentor-own milestone", [], null, null)] };

        var (_, words) = PairingWords.Take(later, before);

        Assert.Contains("mentor-own milestone", words.Mentor);
        Assert.DoesNotContain("mentor-own milestone", words.Mentee);
    }

    [Fact]
    public void Every_command_with_a_text_or_a_confided_answer_is_known_again_by_its_writers_key_alone()
    {
        // Names of competencies are the program's words; what is forgotten has no command id by which it could be known again.
        var exempt = new[] { typeof(AssessSelf), typeof(OpenReview360), typeof(ForgetTexts) };
        var commands = typeof(PairingCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PairingCommand)) && HoldsText(type));

        var brought = PairingCommandSamples.Of(Life.Active()).Where(PairingCommands.BringsWords).Select(command => command.GetType()).Distinct();

        Assert.Equal(
            commands.Except(exempt).Concat([typeof(AnswerCheck), typeof(Rate360)]).Select(type => type.Name).Order(StringComparer.Ordinal),
            brought.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static bool HoldsText(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Any(property =>
        property.PropertyType == typeof(string) || Parts(property.PropertyType).Any(part => part == typeof(string) || HoldsText(part)));

    private static Type[] Parts(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        ? type.GetGenericArguments()
        : type.IsClass && type.Assembly == typeof(PairingCommand).Assembly ? [type] : [];

    private static string WordsOf(PairingState state) => JsonSerializer.Serialize(
        new object?[] { state.Contracts.Select(each => each.Terms), state.Milestones, state.Duties, state.Escalations, state.Entries, state.Pause });

    /// <summary>Words of both sides at every place that has any.</summary>
    private static Life Written()
    {
        var life = WordsOfBoth.Contract();
        life.Do(Sample.AsManager, new AcknowledgeEscalation(2)).Do(Sample.AsManager, new ResolveEscalation(2, "mentor-own answer"));
        life.Do(Sample.AsMentee, new NoteSmallWin("mentor-own milestone", 0)).Do(Sample.AsMentee, new NoteSmallWin("mentee-own milestone", 0));
        life.Do(Sample.AsMentee, new ExcuseDuty(DutyKind.CheckIn, "mentee-own excuse"));
        life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "mentor-own milestone" });
        life.Write(Sample.AsMentor, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "mentee-own milestone" });
        life.Write(Sample.AsMentee, EntryKind.PlanItem, Visibility.Pair, entry => entry with
        {
            Topic = "mentee-own plan", Owner = PairingSide.Mentee, DueOn = DateOnly.FromDateTime(life.Now.Date).AddDays(30),
        });
        life.Write(Sample.AsMentee, EntryKind.Note, Visibility.Author, entry => entry with { Topic = "mentee-own secret topic" });
        life.Write(Sample.AsMentee, EntryKind.Experiment, Visibility.Author, entry => entry with { Topic = "mentee-own topic" });
        return life.Do(Sample.AsMentee, new PausePairing(DateOnly.FromDateTime(life.Now.Date).AddDays(20), "mentee-own pause"));
    }
}
