using System.Text.Json;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Forgetting;

public sealed class TextForgettingTests
{
    [Fact]
    public void Words_of_the_erased_side_go_and_what_the_other_wrote_stays()
    {
        var life = Written();
        life.Do(Sample.AsSystem, new ForgetTexts(PairingSide.Mentee));

        var text = JsonSerializer.Serialize(life.State);
        Assert.DoesNotContain("mentee-own", text, StringComparison.Ordinal);
        Assert.Contains("mentor-own role", text, StringComparison.Ordinal);
        Assert.Contains("mentor-own subject", text, StringComparison.Ordinal);
        Assert.Single(life.Facts.OfType<TextsForgotten>());
    }

    [Fact]
    public void Retention_takes_the_words_of_both()
    {
        var life = Written();
        life.Do(Sample.AsSystem, new ForgetTexts(null));

        Assert.DoesNotMatch("mentee-own|mentor-own", JsonSerializer.Serialize(life.State));
    }

    [Fact]
    public void Forgetting_again_changes_nothing()
    {
        var life = Written();
        life.Do(Sample.AsSystem, new ForgetTexts(PairingSide.Mentee)).Do(Sample.AsSystem, new ForgetTexts(PairingSide.Mentee));
        life.Do(Sample.AsSystem, new ForgetTexts(null)).Do(Sample.AsSystem, new ForgetTexts(null)).Do(Sample.AsSystem, new ForgetTexts(PairingSide.Mentor));

        Assert.Equal(2, life.Count<TextsForgotten>());
    }

    [Fact]
    public void Pages_lose_the_same_words()
    {
        var life = Written();
        var page = new PairingPage(life.State.Contracts, life.State.Duties, life.State.Entries);

        var kept = TextForgetting.Forget(page, PairingSide.Mentee, TextForgetting.TitlesOf(life.State, [page], PairingSide.Mentee, []));

        Assert.DoesNotContain("mentee-own", JsonSerializer.Serialize(kept), StringComparison.Ordinal);
        Assert.Contains("mentor-own role", JsonSerializer.Serialize(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_go_although_their_contract_is_on_a_page_that_was_emptied_before_a_crash()
    {
        var life = Written();
        var paged = new Life(life.State with { Contracts = [.. life.State.Contracts.Select(version => version with { Terms = Sample.Terms })] }, life.Now);
        Assert.Contains("mentee-own milestone", JsonSerializer.Serialize(paged.State), StringComparison.Ordinal);
        string[] words = ["mentee-own milestone", "mentor-own subject"];

        var titles = TextForgetting.TitlesOf(paged.State, [], PairingSide.Mentee, words);
        paged.Do(Sample.AsSystem, new ForgetTexts(PairingSide.Mentee) { Titles = [.. titles] });

        Assert.Equal(["mentee-own milestone"], titles.Intersect(words));
        Assert.DoesNotContain("mentee-own milestone", JsonSerializer.Serialize(paged.State), StringComparison.Ordinal);
        Assert.Contains("mentor-own subject", JsonSerializer.Serialize(paged.State), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolution_that_comes_after_the_openers_erasure_is_not_kept()
    {
        var life = Life.Active().Do(Sample.AsMentee, new OpenEscalation("subject")).Do(Sample.AsManager, new AcknowledgeEscalation(1));
        life.Do(Sample.AsManager, new DecideTerm(TermChoice.Close)).Do(Sample.AsSystem, new ForgetTexts(PairingSide.Mentee));

        life.Do(Sample.AsManager, new ResolveEscalation(1, "About the mentee"));

        var escalation = Assert.Single(life.State.Escalations);
        Assert.Equal(TextForgetting.Gone, escalation.Resolution);
        Assert.NotNull(escalation.ResolvedAt);
    }

    [Fact]
    public void Text_of_which_nobody_knows_whose_it_is_goes_with_either_side()
    {
        var life = Written();
        var page = new PairingPage([life.State.ActiveContract! with { Authors = string.Empty }], [], []);

        Assert.DoesNotMatch("mentee-own|mentor-own", JsonSerializer.Serialize(TextForgetting.Forget(page, PairingSide.Mentor, new HashSet<string>())));
    }

    [Fact]
    public void Text_that_the_other_side_took_over_stays_its_first_writers()
    {
        var life = new Life(Sample.Published(), Sample.Start).Do(Sample.AsMentor, new DraftContract(Sample.Terms));
        life.Do(Sample.AsMentee, new DraftContract(Sample.Terms with { ConfidentialityNorms = "Other norms" }));

        Assert.Equal(1, life.State.NewestContract!.Authors.Count(each => each == 'E'));
        Assert.Contains('M', life.State.NewestContract.Authors);
    }

    [Theory]
    [InlineData(null, 400, false)]
    [InlineData(30, 29, false)]
    [InlineData(30, 30, true)]
    [InlineData(365, 364, false)]
    [InlineData(365, 365, true)]
    public void Retention_is_over_on_its_day(int? days, int passed, bool over)
    {
        var life = Life.Active().Do(Sample.AsManager, new DecideTerm(TermChoice.Close));

        Assert.Equal(over, RetentionRule.IsOver(life.State, days, life.Now.AddDays(passed)));
    }

    [Fact]
    public void Ended_pairing_looks_at_the_setting_every_month_and_on_the_last_day()
    {
        var life = Life.Active();
        Assert.Null(RetentionRule.NextLook(life.State));
        life.Do(Sample.AsManager, new DecideTerm(TermChoice.Close));
        Assert.Equal(life.Now.AddDays(30), RetentionRule.NextLook(life.State));

        var later = RetentionRule.LookLater(life.State, null, life.Now.AddDays(30)).Ok();
        Assert.Equal(life.Now.AddDays(60), RetentionRule.NextLook(later));
        var shortly = RetentionRule.LookLater(life.State, 45, life.Now.AddDays(30)).Ok();
        Assert.Equal(life.Now.AddDays(45), RetentionRule.NextLook(shortly));
        Assert.Null(RetentionRule.NextLook(life.Do(Sample.AsSystem, new ForgetTexts(null)).State));
    }

    /// <summary>A contract of both sides' words, escalations, an excuse, an entry, an assessment and a milestone under way.</summary>
    private static Life Written()
    {
        var life = WordsOfBoth.Contract();
        life.Do(Sample.AsMentee, new NoteSmallWin("mentee-own milestone", 0)).Do(Sample.AsMentee, new ExcuseDuty(DutyKind.CheckIn, "mentee-own excuse"));
        life.Do(Sample.AsMentee, new AssessSelf([new CompetencyLevel("mentee-own competency", 3)]));
        life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "mentee-own milestone" });
        return life;
    }
}
