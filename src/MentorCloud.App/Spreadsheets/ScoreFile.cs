using MentorCloud.App.Imports;

namespace MentorCloud.App.Spreadsheets;

/// <summary>Reads <c>mentor,mentee,score</c>: a row for each allowed pair.</summary>
internal static class ScoreFile
{
    private const int Mentor = 0;
    private const int Mentee = 1;
    private const int Score = 2;

    /// <summary>The table; null when the log has errors. Time and memory grow with the rows.</summary>
    public static ScoreTable? Read(FileInfo file, ImportLog log, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        using var content = File.OpenRead(file.FullName);
        var sheet = new SheetReader(file.Name, content, ["mentor", "mentee", "score"], log, progress);
        if (!sheet.ReadHeader(cancel))
        {
            return null;
        }

        var table = new ScoreTable(new NameTable(), new NameTable(), new ScoreRows());
        while (sheet.Read(cancel))
        {
            Take(sheet, table);
        }

        if (log.ErrorCount == 0)
        {
            TellDuplicates(sheet, table);
        }

        return log.ErrorCount == 0 ? table : null;
    }

    private static void Take(SheetReader sheet, ScoreTable table)
    {
        var mentor = sheet.NameIn(Mentor, table.Mentors);
        var mentee = sheet.NameIn(Mentee, table.Mentees);
        var cell = sheet[Score];
        if (ScoreCell.TryReadShort(cell, out var mantissa, out var exponent))
        {
            table.Rows.Add(mentee, mentor, mantissa, exponent, sheet.Line);
        }
        else if (ScoreCell.TryReadAny(cell, out var value))
        {
            table.Rows.Add(mentee, mentor, value, sheet.Line);
        }
        else
        {
            sheet.Error(Score, "a finite decimal number such as 0.75");
        }
    }

    /// <summary>Each pair once: counts first, which is enough for nearly every file, then looks for the pair.</summary>
    private static void TellDuplicates(SheetReader sheet, ScoreTable table)
    {
        if (!HasDuplicates(table))
        {
            return;
        }

        var first = new Dictionary<(int, int), int>();
        foreach (var (row, mentee, mentor) in table.Rows.Pairs())
        {
            if (!first.TryAdd((mentee, mentor), row))
            {
                var other = table.Rows.LineOf(first[(mentee, mentor)]);
                var pair = $"{table.Mentors[mentor]} and {table.Mentees[mentee]}";
                sheet.Error(table.Rows.LineOf(row), "each pair once", ImportLog.Show(pair) + $", who stand on line {other} too");
            }
        }
    }

    /// <summary>One bit for each mentor and mentee, or a set of the pairs there are where that is smaller, and where a gigabyte of bits does not do.</summary>
    private static bool HasDuplicates(ScoreTable table)
    {
        const long MostBits = 8L * 1024 * 1024 * 1024;
        const long BytesInSet = 24;
        var all = (long)table.Mentors.Count * table.Mentees.Count;
        if (table.Rows.Count > all)
        {
            return true;
        }

        return all > MostBits || table.Rows.Count * BytesInSet < all / 8 ? HasDuplicatesInSet(table) : HasDuplicatesInBits(table, all);
    }

    private static bool HasDuplicatesInSet(ScoreTable table)
    {
        var seen = new HashSet<(int, int)>(table.Rows.Count);
        return table.Rows.Pairs().Any(pair => !seen.Add((pair.Mentee, pair.Mentor)));
    }

    private static bool HasDuplicatesInBits(ScoreTable table, long all)
    {
        var bits = new ulong[(all / 64) + 1];
        foreach (var (_, mentee, mentor) in table.Rows.Pairs())
        {
            var at = ((long)mentee * table.Mentors.Count) + mentor;
            if ((bits[at / 64] >> (int)(at % 64) & 1) != 0)
            {
                return true;
            }

            bits[at / 64] |= 1UL << (int)(at % 64);
        }

        return false;
    }
}
