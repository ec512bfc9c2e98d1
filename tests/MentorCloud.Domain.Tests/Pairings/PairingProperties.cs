using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Tests.Support;
using MentorCloud.Testing;

namespace MentorCloud.Domain.Tests.Pairings;

/// <summary>Whatever people do in whatever order, and however late the clock comes, the pairing keeps its invariants.</summary>
public sealed class PairingProperties
{
    private static readonly Actor[] Actors =
        [Sample.AsMentor, Sample.AsMentee, Sample.AsManager, Sample.AsSponsor, Sample.AsStranger, Sample.AsSystem];

    [Theory]
    [InlineData(ProgramType.OneToOne)]
    [InlineData(ProgramType.Group)]
    [InlineData(ProgramType.Reverse)]
    [InlineData(ProgramType.Flash)]
    [InlineData(ProgramType.Peer)]
    [InlineData(ProgramType.Rotational)]
    public void Any_sequence_of_commands_and_outages_keeps_the_invariants(ProgramType type)
    {
        var steps = Gen.Choose(0, 5).Zip(Gen.Choose(0, PairingCommandSamples.Count - 1)).Zip(Gen.Choose(0, 40)).ListOf(60);
        Check.One(
            Law.Cases(60),
            Prop.ForAll(
                Gen.Elements(true, true, false).Zip(steps).ToArbitrary(),
                run => { Play(type, run.Item1, run.Item2.Select(step => (step.Item1.Item1, step.Item1.Item2, step.Item2))); }));
    }

    [Fact]
    public void Every_command_of_a_pairing_is_among_those_that_are_played()
    {
        var commands = typeof(PairingCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PairingCommand)));

        Assert.Empty(commands.Except(PairingCommandSamples.Of(Life.Active()).Select(command => command.GetType())));
    }

    private static void Play(ProgramType type, bool signed, IEnumerable<(int Actor, int Command, int Days)> steps)
    {
        var life = new Life(signed ? Sample.Active(type: type) : Sample.Published(type), Sample.Start);
        foreach (var (actor, command, days) in steps)
        {
            var before = life.State;
            var told = life.Facts.Count;
            life.Wait(TimeSpan.FromDays(days > 30 ? days - 10 : days / 4));
            var decision = life.Try(Actors[actor], PairingCommandSamples.Of(life)[command]);
            PairingInvariants.Check(before, life.State, life.Now, [.. life.Facts.Skip(told)]);
            Assert.True(decision.Refusal is null || decision.Facts.IsEmpty);
        }

        PairingInvariants.CheckHistory(life.Facts);
        PairingInvariants.CheckCanary(life.State, life.Facts);
        PairingInvariants.CheckWords(life.State);
    }
}
