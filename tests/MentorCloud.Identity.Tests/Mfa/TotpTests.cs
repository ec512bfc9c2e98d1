using System.Text;
using MentorCloud.Identity.Mfa;

namespace MentorCloud.Identity.Tests.Mfa;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_is_that_of_rfc_6238_appendix_b(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));

    [Fact]
    public void Code_counts_in_its_step_and_the_next_and_never_twice()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);

        Assert.Equal(step - 1, Totp.Match(Secret, Totp.CodeAt(Secret, step - 1), now, lastStep: 0));
        Assert.Equal(step, Totp.Match(Secret, Totp.CodeAt(Secret, step), now, lastStep: 0));
        Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, step + 1), now, lastStep: 0));
        Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, step - 2), now, lastStep: 0));
        Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, step + 2), now, lastStep: 0));
        Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, step), now, lastStep: step));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_rfc_4648_section_10(string plain, string encoded) =>
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(plain)));
}
