using System.Buffers.Text;
using MentorCloud.App.Imports;

namespace MentorCloud.App.Spreadsheets;

/// <summary>Reads <c>mentor,capacity</c>: the most mentees of each mentor named. Others have one.</summary>
internal static class CapacityFile
{
    private const int Mentor = 0;
    private const int Capacity = 1;
    private const int MostCapacity = 1_000_000;

    /// <summary>
    /// Capacities in the order of <paramref name="mentors"/>, to which mentors without an allowed pair are added;
    /// what is wrong is told to the log.
    /// </summary>
    public static List<int> Read(FileInfo file, NameTable mentors, ImportLog log, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        using var content = File.OpenRead(file.FullName);
        var sheet = new SheetReader(file.Name, content, ["mentor", "capacity"], log, progress);
        var capacities = Enumerable.Repeat(-1, mentors.Count).ToList();
        if (!sheet.ReadHeader(cancel))
        {
            return capacities;
        }

        while (sheet.Read(cancel))
        {
            var mentor = sheet.NameIn(Mentor, mentors);
            capacities.AddRange(Enumerable.Repeat(-1, mentors.Count - capacities.Count));

            if (!Utf8Parser.TryParse(sheet[Capacity], out int capacity, out var read) || read != sheet[Capacity].Length || capacity is < 0 or > MostCapacity)
            {
                sheet.Error(Capacity, $"a whole number from 0 to {MostCapacity}");
            }
            else if (mentor >= 0 && capacities[mentor] >= 0)
            {
                sheet.Error(Mentor, "each mentor once");
            }
            else if (mentor >= 0)
            {
                capacities[mentor] = capacity;
            }
        }

        return [.. capacities.Select(capacity => capacity < 0 ? 1 : capacity)];
    }
}
