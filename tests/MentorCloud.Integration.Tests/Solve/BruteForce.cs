namespace MentorCloud.Integration.Tests.Solve;

/// <summary>Looks at every assignment there is of a small table: one mentor or none for each mentee.</summary>
internal static class BruteForce
{
    /// <summary>All assignments that keep the capacities, as the mentor of each mentee or -1.</summary>
    public static IEnumerable<int[]> All(Sheet sheet) => From(sheet, 0, new int[sheet.Mentees], [.. sheet.Capacities]);

    public static IReadOnlyList<decimal> ScoresOf(Sheet sheet, int[] mentorOf) =>
        [.. mentorOf.Select((mentor, mentee) => mentor < 0 ? null : sheet.Scores[mentee, mentor]).OfType<decimal>().Order()];

    /// <summary>Whether some mentor and mentee both score higher together than with whom they have.</summary>
    public static bool IsBlocked(Sheet sheet, int[] mentorOf)
    {
        for (var i = 0; i < sheet.Mentees; i++)
        {
            for (var j = 0; j < sheet.Mentors; j++)
            {
                if (sheet.Scores[i, j] is { } score && mentorOf[i] != j && MenteeWants(sheet, mentorOf, i, score) && MentorWants(sheet, mentorOf, j, score))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MenteeWants(Sheet sheet, int[] mentorOf, int mentee, decimal score) =>
        mentorOf[mentee] < 0 || sheet.Scores[mentee, mentorOf[mentee]] < score;

    private static bool MentorWants(Sheet sheet, int[] mentorOf, int mentor, decimal score)
    {
        var own = Enumerable.Range(0, sheet.Mentees).Where(i => mentorOf[i] == mentor).ToList();
        return own.Count < sheet.Capacities[mentor] || own.Exists(i => sheet.Scores[i, mentor] < score);
    }

    private static IEnumerable<int[]> From(Sheet sheet, int mentee, int[] mentorOf, int[] room)
    {
        if (mentee == mentorOf.Length)
        {
            yield return [.. mentorOf];
            yield break;
        }

        for (var mentor = -1; mentor < room.Length; mentor++)
        {
            if (mentor >= 0 && (room[mentor] == 0 || sheet.Scores[mentee, mentor] is null))
            {
                continue;
            }

            mentorOf[mentee] = mentor;
            room[Math.Max(0, mentor)] -= mentor < 0 ? 0 : 1;
            foreach (var rest in From(sheet, mentee + 1, mentorOf, room))
            {
                yield return rest;
            }

            room[Math.Max(0, mentor)] += mentor < 0 ? 0 : 1;
        }
    }
}
