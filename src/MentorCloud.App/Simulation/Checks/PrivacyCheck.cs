using System.Text;
using MentorCloud.App.Simulation.People;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;

namespace MentorCloud.App.Simulation.Checks;

/// <summary>
/// No private text outside: the mark of confided texts is searched for, byte by byte, in every file of the data folder with its
/// write-ahead logs, in the log and in the facts; and other viewers are asked for what is not theirs.
/// </summary>
internal static class PrivacyCheck
{
    private const int Block = 1 << 20;
    private const int ViewersAsked = 200;

    private static readonly byte[][] Marks = [Encoding.UTF8.GetBytes(PrivateWords.Mark), Encoding.Unicode.GetBytes(PrivateWords.Mark)];

    /// <returns>What was found, counted by facts and questions; and how many files were searched, which differs from run to run.</returns>
    public static async Task<(CheckResult Result, int Files)> RunAsync(
        string folder, IReadOnlyList<PairingPlay> plays, Actor program, FactTally facts, CanaryLog log, CancellationToken cancellationToken)
    {
        var failures = new List<string>(facts.Leaks.Concat(log.Found.Select(category => $"the log of {category}")));
        var examined = facts.Counts.Values.Sum();
        var files = 0;
        // The grain store's lock is an empty file that nobody else can open.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            files++;
            if (await HoldsMarkAsync(file, cancellationToken))
            {
                failures.Add($"{Path.GetFileName(file)} holds a confided text");
            }
        }

        foreach (var play in plays.Take(ViewersAsked))
        {
            examined += 3;
            failures.AddRange(await AskAsync(play, program));
        }

        return (CheckResult.Of("no private text outside", examined, failures), files);
    }

    internal static async Task<bool> HoldsMarkAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        var longest = Marks.Max(mark => mark.Length);
        var buffer = new byte[Block + longest];
        var kept = 0;
        int count;
        while ((count = await stream.ReadAsync(buffer.AsMemory(kept, Block), cancellationToken)) > 0)
        {
            var filled = kept + count;
            if (Array.Exists(Marks, mark => buffer.AsSpan(0, filled).IndexOf(mark) >= 0))
            {
                return true;
            }

            // What a mark that lies across two reads begins with is looked at again.
            kept = Math.Min(longest - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }

    private static async Task<IReadOnlyList<string>> AskAsync(PairingPlay play, Actor program)
    {
        var query = new EntryQuery { Most = 20 };
        var own = await TextsAsync(play, play.AsMentee, query);
        var mentors = await TextsAsync(play, play.AsMentor, query);
        var programs = await TextsAsync(play, program, query);
        return
        [
            .. own.Intersect(mentors).Where(each => PrivateWords.IsForOne(each.Text)).Select(each => $"{play.Id}: the other side reads entry {each.Entry}"),
            .. programs.Select(each => $"{play.Id}: the program reads entry {each.Entry}"),
        ];
    }

    private static async Task<HashSet<(int Entry, string Text)>> TextsAsync(PairingPlay play, Actor viewer, EntryQuery query) =>
        [.. (await play.Grain.Entries(viewer, query)).OrThrow().Entries.SelectMany(entry => entry.Texts.Select(text => (entry.Head.Number, text.Text)))];
}
