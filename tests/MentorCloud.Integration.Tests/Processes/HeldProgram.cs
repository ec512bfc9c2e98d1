using System.Runtime.InteropServices;
using MentorCloud.App;
using MentorCloud.GrainRuntime;
using MentorCloud.Host;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Processes;

/// <summary>
/// The program, held as soon as it has committed the first people of a roster, at a point of the store that crash tests use: a
/// test that kills or interrupts an import finds it half-way on any machine. An interrupt lets it go on.
/// </summary>
internal static class HeldProgram
{
    /// <summary>What it says when it is held, on a line of its own among its errors.</summary>
    public const string Mark = "held amid the people of a roster";

    /// <summary>How many more people are there when it is held, at least; all that are under way at once may be there as well.</summary>
    public const int People = 50;

    /// <summary>What to start instead of <see cref="HostProgram.Assembly"/>.</summary>
    public static IReadOnlyList<string> Command { get; } = [typeof(HeldProgram).Assembly.Location, "held"];

    /// <param name="args">The program's own; the data folder exists.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var file = Path.Combine(args[Array.IndexOf(args, "--data") + 1], "grains.db");
        using var released = new ManualResetEventSlim();
        var until = Participants(file) + People;
        var isHeld = false;
        CrashPoint.Hook = point =>
        {
            // The store's one writer waits here, and with it everybody who is not committed yet.
            if (point == CrashPoint.AfterCommit && !isHeld && Participants(file) >= until)
            {
                isHeld = true;
                // Registered here, behind the program's own, and so called just before it, which stops the host and may wait for this writer.
                using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => released.Set());
                Console.Error.WriteLine(Mark);
                released.Wait();
            }
        };
        return await MentorCloudProgram.RunAsync(args, new EmbeddedEdition());
    }

    private static long Participants(string file)
    {
        using var grains = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        grains.Open();
        using var command = grains.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM states JOIN kinds ON kinds.id = states.kind WHERE grain_type = 'participant'";
        return (long)command.ExecuteScalar()!;
    }
}
