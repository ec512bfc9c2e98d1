using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Passwords;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Tests.Passwords;

public sealed class PasswordRulesTests
{
    private readonly PasswordRules _rules = new(new CommonPasswords(), new BreachedPasswords(Options.Create(new IdentityOptions())));

    [Theory]
    [InlineData("short-one-1")]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd!2026")]
    [InlineData("Willkommen123!")]
    [InlineData("Summer2026!!")]
    [InlineData("passwordpassword")]
    [InlineData("welcomementorcloud1")]
    [InlineData("qwertyuiop123")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("Lovelace2026!!")]
    [InlineData("!!!!1111????2222")]
    [InlineData("Contortionist")]
    [InlineData("$wimmingPool#2026")]
    public void Password_that_everybody_tries_first_is_refused(string password) =>
        Assert.Equal(ErrorCodes.PasswordTooWeak, _rules.Check(password, "ada@acme.example", "Ada Lovelace")?.Code);

    [Theory]
    [InlineData("seven violet otters dancing")]
    [InlineData("kT9#vLq2!xWz7")]
    [InlineData("Übermut tut selten gut, sagte Erna")]
    [InlineData("猫が好きです毎日散歩する公園")]
    [InlineData("my mother's password was terrible")]
    public void Password_of_ones_own_is_accepted(string password) => Assert.Null(_rules.Check(password, "ada@acme.example", "Ada Lovelace"));

    /// <summary>ASVS 6.2.4: at least 3,000 that the policy would let through by their length.</summary>
    [Fact]
    public void Most_used_passwords_of_the_policys_length_are_3000_and_more_and_each_is_refused_in_any_case()
    {
        using var list = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("long-passwords.txt")!);
        var used = list.ReadToEnd().Split('\n').Where(line => line.Length is >= PasswordRules.LeastLength and <= PasswordRules.MostLength && !line.StartsWith("# ", StringComparison.Ordinal)).ToList();

        Assert.InRange(used.Distinct(StringComparer.OrdinalIgnoreCase).Count(), 3000, int.MaxValue);
        Assert.DoesNotContain(used, password => _rules.Check(password) is null || _rules.Check(password.ToUpperInvariant()) is null);
    }

    [Fact]
    public void Password_lengths_are_counted_in_characters_and_their_ends_hold()
    {
        const string mixed = "kT9#vLq2!xWz7ä😀";
        Assert.NotNull(_rules.Check(mixed[..11]));
        Assert.Null(_rules.Check(string.Concat(Enumerable.Repeat("kT9#vLq2!xWz7äbn", 8))));
        Assert.NotNull(_rules.Check(string.Concat(Enumerable.Repeat("kT9#vLq2!xWz7äbn", 8)) + "x"));
        Assert.NotNull(_rules.Check(null));
    }
}
