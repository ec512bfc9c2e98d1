using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Tests;

public sealed class GlobalIdTests
{
    private static readonly PairingId Pairing = EntityId.New<PairingId>(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Global_id_read_back_is_the_id()
    {
        Assert.True(GlobalId.TryRead<PairingId>(GlobalId.Of("Pairing", Pairing), "Pairing", out var read));
        Assert.Equal(Pairing, read);
    }

    [Fact]
    public void Id_of_another_type_is_no_id() =>
        Assert.False(GlobalId.TryRead<PairingId>(GlobalId.Of("Cohort", Pairing), "Pairing", out _));

    [Theory]
    [InlineData("")]
    [InlineData("===")]
    [InlineData("UGFpcmluZw")]
    [InlineData("UGFpcmluZzp4")]
    [InlineData("../../etc/passwd")]
    public void Malformed_id_is_no_id(string text) => Assert.False(GlobalId.TryRead<PairingId>(text, "Pairing", out _));

    [Fact]
    public void Oversized_id_is_no_id() => Assert.False(GlobalId.TryRead<PairingId>(new string('A', 10_000), "Pairing", out _));
}
