using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Identity.Passwords;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Tests.Passwords;

public sealed class BreachedPasswordsTests
{
    [Theory]
    [InlineData(1, "\n", false)]
    [InlineData(2, "\r\n", true)]
    [InlineData(501, "\n", true)]
    [InlineData(500, "\r\n", false)]
    public void Password_is_found_wherever_it_stands_in_the_list_and_no_other_is(int size, string lineEnd, bool counted)
    {
        var file = Path.GetTempFileName();
        try
        {
            var leaked = Enumerable.Range(0, size).Select(number => string.Create(CultureInfo.InvariantCulture, $"leaked {number}")).ToList();
            var lines = leaked.Select(Hash).Order(StringComparer.Ordinal).Select((hash, at) => counted ? string.Create(CultureInfo.InvariantCulture, $"{hash}:{at * 1000}") : hash);
            File.WriteAllText(file, string.Join(lineEnd, lines) + lineEnd);
            var list = new BreachedPasswords(Options.Create(new IdentityOptions { BreachedPasswordFile = file }));

            Assert.All(leaked, password => Assert.True(list.Contains(password), password));
            Assert.All(Enumerable.Range(0, 200), number => Assert.False(list.Contains(string.Create(CultureInfo.InvariantCulture, $"mine {number}"))));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void List_that_is_empty_holds_nothing()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.False(new BreachedPasswords(Options.Create(new IdentityOptions { BreachedPasswordFile = file })).Contains("x"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "The list's own format.")]
    private static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
}
