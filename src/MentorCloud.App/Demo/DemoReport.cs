using System.Globalization;
using System.Text;
using MentorCloud.App.Commands;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Demo;

/// <summary>A demo's result for programs and for people.</summary>
internal static class DemoReport
{
    public static string Json(DemoResult result) => CommandJson.Write(result);

    public static string Text(DemoResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{result.Tenant.Name}: {result.Cohort.Name}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {result.Mentors} mentors, {result.Mentees} mentees, {result.Pairings} pairings");
        text.AppendLine(CultureInfo.InvariantCulture, $"  total score {result.TotalScore:0.000000}, proven upper bound {result.UpperBound:0.000000}");
        foreach (var unmatched in result.Unmatched)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  without a partner: {(unmatched.Kind == nameof(ParticipantKind.Mentor) ? "mentor" : "mentee")} {unmatched.Name}: {unmatched.Detail}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  {result.Message}");
        AppendLogin(text, result);
        return text.ToString().TrimEnd();
    }

    private static void AppendLogin(StringBuilder text, DemoResult result)
    {
        var login = result.Login;
        text.AppendLine("Log in:");
        AppendPerson(text, "admin", login.Email, login.Password);
        foreach (var (role, person) in new[] { ("mentor", login.Mentor), ("mentee", login.Mentee) })
        {
            if (person is not null)
            {
                AppendPerson(text, role, $"{person.Email} ({person.Name})", person.Password);
            }
        }

        AppendPerson(text, "client", login.ClientId, login.ClientSecret);
        if (login.Hint is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {login.Hint}");
        }
    }

    private static void AppendPerson(StringBuilder text, string role, string name, string? secret) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"  {role,-7} {name}{(secret is null ? string.Empty : "  " + secret)}");
}
