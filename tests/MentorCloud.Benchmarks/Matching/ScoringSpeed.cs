using System.Diagnostics;
using MentorCloud.Matching.Factors;
using MentorCloud.Matching.Factors.Kernels;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>Nanoseconds a pair for each kernel alone and for all together, on one thread.</summary>
internal static class ScoringSpeed
{
    public static void Run(Action<string> write)
    {
        if (RosterInstances.Folder() is null)
        {
            write("NOT RUN: scoring; ../shared/data/onet is missing");
            return;
        }

        var scores = new FactorScores(RosterInstances.Input(1000, 5000, full: true));
        var row = new long[5000];
        var values = new float[512];
        var present = new float[512];
        for (var round = 0; round < 3; round++)
        {
            foreach (var kernel in scores.Kernels)
            {
                var watch = Process.GetCurrentProcess().TotalProcessorTime;
                for (var i = 0; i < 500; i++)
                {
                    for (var start = 0; start + 512 <= 5000 && kernel.PresenceOf(i) != Presence.None; start += 512)
                        kernel.Evaluate(i, start, values, present);
                }

                if (round == 2)
                    write($"{kernel.Factor}: {(Process.GetCurrentProcess().TotalProcessorTime - watch).TotalNanoseconds / 500 / 4608:0.00} ns");
            }

            var all = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < 500; i++)
                scores.Fill(i, row);
            write($"all: {(Process.GetCurrentProcess().TotalProcessorTime - all).TotalNanoseconds / 500 / 5000:0.00} ns");
        }
    }
}
