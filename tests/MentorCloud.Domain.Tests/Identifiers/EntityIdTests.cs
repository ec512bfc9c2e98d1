using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Identifiers;

public sealed class EntityIdTests
{
    [Fact]
    public void Derive_of_the_same_parent_and_parts_gives_the_same_id() =>
        Assert.Equal(
            EntityId.Derive<PairingId>(Sample.Round.Value, "a", "b"), EntityId.Derive<PairingId>(Sample.Round.Value, "a", "b"));

    [Theory]
    [InlineData("a", "c")]
    [InlineData("b", "a")]
    [InlineData("ab", "")]
    public void Derive_of_other_parts_gives_another_id(string first, string second) =>
        Assert.NotEqual(
            EntityId.Derive<PairingId>(Sample.Round.Value, "a", "b"), EntityId.Derive<PairingId>(Sample.Round.Value, first, second));

    [Fact]
    public void Derive_keeps_the_parents_time_and_makes_a_version_7_id()
    {
        var parent = EntityId.New<RoundId>(Sample.Start);
        var derived = EntityId.Derive<PairingId>(parent.Value, "a").Value;
        Assert.Equal(Sample.Start, EntityId.MadeAt(derived));
        Assert.Equal(7, derived.Version);
        Assert.InRange(derived.Variant, 8, 11);
    }

    [Fact]
    public void New_ids_sort_by_the_time_they_were_made()
    {
        var earlier = EntityId.New<TenantId>(Sample.Start).ToString();
        var later = EntityId.New<TenantId>(Sample.Start.AddMilliseconds(1)).ToString();
        Assert.True(string.CompareOrdinal(earlier, later) < 0);
    }

    [Fact]
    public void TryParse_of_what_ToString_wrote_gives_the_id_back()
    {
        var id = EntityId.New<CohortId>(Sample.Start);
        Assert.True(EntityId.TryParse<CohortId>(id.ToString(), out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("019b8e6c0c007000800000000000000")]
    [InlineData("019b8e6c0c0070008000000000000000a")]
    [InlineData("019B8E6C0C0070008000000000000001")]
    [InlineData("019b8e6c-0c00-7000-8000-00000000")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("019b8e6c0c00700080000000000000g1")]
    [InlineData("019b8e6c0c007000800000000000000\n")]
    public void TryParse_of_anything_else_is_refused(string? text) =>
        Assert.False(EntityId.TryParse<TenantId>(text, out _));

    [Fact]
    public void Parse_of_no_id_throws() => Assert.Throws<FormatException>(() => EntityId.Parse<TenantId>("x"));
}
