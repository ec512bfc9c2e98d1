using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;
using static MentorCloud.Domain.Tests.Pairings.Practice.EntryTests;

namespace MentorCloud.Domain.Tests.Pairings.Practice;

/// <summary>Who may see what the two write (requirement 72).</summary>
public sealed class EntryVisibilityTests
{
    [Fact]
    public void A_journal_is_its_authors_until_shared_and_stays_shared()
    {
        var life = Ready().Do(Sample.AsMentee, Complete(EntryKind.Journal) with { Visibility = Visibility.Author });
        Assert.Empty(PairingLife.For(life.State, Sample.AsMentor).Entries);
        Assert.Empty(PairingLife.For(life.State, Sample.AsManager).Entries);
        Assert.Equal(0, life.Count<EntryWritten>());
        life.Try(Sample.AsMentor, new ShareEntry(1, Visibility.Pair)).Refused(ErrorCodes.NotFound);
        life.Do(Sample.AsMentee, new ShareEntry(1, Visibility.Pair));
        Assert.Single(PairingLife.For(life.State, Sample.AsMentor).Entries);
        life.Try(Sample.AsMentee, new ShareEntry(1, Visibility.Author)).Refused(ErrorCodes.EntryAlreadyShared);
        Assert.Equal("visibility", life.Try(Sample.AsMentee, new ShareEntry(1, Visibility.Program)).Refused(ErrorCodes.InputInvalid).Field);
    }

    [Theory]
    [InlineData(Visibility.Author, true, false, false, false)]
    [InlineData(Visibility.Pair, true, true, false, false)]
    [InlineData(Visibility.Program, true, true, true, false)]
    [InlineData(Visibility.Tenant, true, true, true, true)]
    public void Visibilities_are_enforced_for_every_viewer(Visibility visibility, bool author, bool partner, bool program, bool tenant)
    {
        var head = new Entry { Number = 1, Kind = EntryKind.Note, Author = PairingSide.Mentee, Visibility = visibility, WrittenAt = Sample.Start };
        var state = Life.Active().State with { Entries = [head], EntriesWritten = 1 };
        Assert.Equal(author, Sees(Sample.AsMentee));
        Assert.Equal(partner, Sees(Sample.AsMentor));
        Assert.Equal(program, Sees(Sample.AsManager));
        Assert.Equal(program, Sees(Sample.AsSponsor));
        Assert.Equal(program, Sees(Actor.Client(Sample.Tenant, "c", Scope.ProgramsRead)));
        Assert.Equal(tenant, Sees(Sample.AsStranger));
        Assert.Equal(tenant, SharedEntry.Listed(state).Length == 1);
        Assert.False(Sees(Sample.AsStranger with { Tenant = Sample.Id<TenantId>(99) }));
        Assert.False(Sees(Actor.Operator(Sample.Tenant, Sample.Id<AccountId>(90))));
        Assert.False(Sees(Actor.Client(Sample.Tenant, "c", Scope.AccountsWrite)));

        bool Sees(Actor actor) => PairingLife.For(state, actor).Entries.Length == 1;
    }

    [Fact]
    public void What_is_shared_with_the_tenant_stays_listed_when_it_goes_to_a_page_and_the_newest_twenty_are()
    {
        var life = Ready();
        for (var count = 1; count <= 60; count++)
        {
            life.Do(Sample.AsMentor, Complete(EntryKind.ReadingList) with { Visibility = count % 2 == 0 ? Visibility.Tenant : Visibility.Pair }).Cut();
        }

        Assert.True(life.State.Pages > 0);
        Assert.Equal(Enumerable.Range(0, 20).Select(step => 60 - (2 * step)), SharedEntry.Listed(life.State).Select(entry => entry.Number));
        Assert.Empty(SharedEntry.Listed(life.State with { Forgotten = [PairingSide.Mentor] }));
    }

    [Fact]
    public void People_of_the_tenant_alone_read_what_is_shared_with_it()
    {
        var state = Ready().State;
        Assert.Null(PairingAccess.RefuseOutsider(state, Sample.AsStranger));
        Assert.NotNull(PairingAccess.RefuseOutsider(state, Actor.Operator(Sample.Tenant, Sample.Id<AccountId>(90))));
        Assert.NotNull(PairingAccess.RefuseOutsider(state, Actor.Client(Sample.Tenant, "c", Scope.ProgramsRead)));
        Assert.NotNull(PairingAccess.RefuseOutsider(Sample.Prepared(), Sample.AsStranger));
    }
}
