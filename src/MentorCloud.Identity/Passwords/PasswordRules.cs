using System.Text;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Identity.Passwords;

/// <summary>What a new password must be: long, and not one that everybody tries first (NIST SP 800-63B, section 3.1.1). No composition rules.</summary>
internal sealed class PasswordRules(CommonPasswords common, BreachedPasswords breached)
{
    public const int LeastLength = 12;
    public const int MostLength = 128;

    /// <summary>Why the password is refused; null when it is accepted.</summary>
    /// <param name="password">The password.</param>
    /// <param name="context">Words that others know about the person: address, name.</param>
    public Refusal? Check(string? password, params ReadOnlySpan<string> context)
    {
        var length = password?.EnumerateRunes().Count() ?? 0;
        if (length < LeastLength)
        {
            return Weak($"A password needs at least {LeastLength} characters. A few words that only you would put together are good.");
        }

        if (length > MostLength)
        {
            return Weak($"A password has at most {MostLength} characters.");
        }

        if (common.Contains(password!) || breached.Contains(password!) || NamesThePerson(password!, context))
        {
            return Weak("This password is among the first that an attacker tries. Choose words that have nothing to do with you or the company.");
        }

        return null;
    }

    private static bool NamesThePerson(string password, ReadOnlySpan<string> context)
    {
        var bare = CommonPasswords.Bare(password);
        foreach (var words in context)
        {
            foreach (var word in words.Split(['@', '.', ' ', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries))
            {
                var name = word.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
                if (name.Length >= 4 && (bare == name || bare == name + name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Refusal Weak(string message) => new(ErrorCodes.PasswordTooWeak, message, "password");
}
