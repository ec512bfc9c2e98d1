using System.Globalization;
using System.Text;

namespace MentorCloud.App.Stats;

/// <summary>The figures of a data folder as lines for a person.</summary>
internal static class StatsText
{
    private const int Width = 28;

    public static string Of(FolderStats stats)
    {
        var text = new StringBuilder();
        foreach (var kind in stats.Grains.Kinds)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Type,-Width}{kind.States,12} states, {kind.Bytes} bytes, largest {kind.Largest}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{"reminders",-Width}{stats.Grains.Reminders,12}, overdue {stats.Grains.Overdue}, next {Due(stats.Grains.NextDue)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"unpublished grains",-Width}{stats.UnpublishedGrains,12}");
        foreach (var (table, rows) in stats.Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{table,-Width}{rows,12} rows");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{"accounts",-Width}{stats.Accounts.Accounts,12}, clients {stats.Accounts.Clients}, sessions {stats.Accounts.Sessions}");
        foreach (var (file, bytes) in stats.Bytes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{file,-Width}{bytes,12} bytes");
        }

        return text.ToString().TrimEnd();
    }

    private static string Due(DateTimeOffset? due) =>
        due is { } at ? at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "none";
}
