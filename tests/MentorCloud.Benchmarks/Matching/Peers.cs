using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>LEMON and scipy on the same instance, handed over in a file; a peer that is not installed says so.</summary>
internal sealed class Peers : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorcloud-peers").FullName;
    private readonly string _source;
    private readonly bool _lemon;

    public Peers(Action<string> write)
    {
        _source = Path.Combine(AppContext.BaseDirectory, "Matching", "peers");
        _lemon = Run("g++", ["-O3", "-o", Binary, Path.Combine(_source, "peers.cpp")], TimeSpan.FromMinutes(3)) is not null;
        if (!_lemon)
            write("NOT RUN: LEMON; install g++ and liblemon-dev");
    }

    private string Binary => Path.Combine(_folder, "peers");

    /// <summary>Seconds and total by peer; seconds are null where the peer is missing or took longer than the limit.</summary>
    public IEnumerable<(string Name, double? Seconds, long Total)> Solve(int size, long[] scores, TimeSpan limit)
    {
        var file = Path.Combine(_folder, "instance");
        using (var stream = File.Create(file))
        {
            stream.Write(BitConverter.GetBytes(size));
            for (var i = 0; i < size; i++)
                stream.Write(MemoryMarshal.AsBytes(scores.AsSpan(i * size, size)));
        }

        yield return Read("scipy", Run("/usr/bin/python3", [Path.Combine(_source, "lsap.py"), file], limit));
        foreach (var (name, argument) in new[] { ("NetworkSimplex", "network"), ("CostScaling", "cost"), ("CapacityScaling", "capacity") })
            yield return _lemon ? Read(name, Run(Binary, [file, argument], limit)) : (name, null, 0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string, double?, long) Read(string name, string? output)
    {
        var fields = output?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return fields is { Length: 2 }
            ? (name, double.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[0], CultureInfo.InvariantCulture))
            : (name, null, 0);
    }

    private static string? Run(string program, string[] arguments, TimeSpan limit)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            if (!process.WaitForExit(limit))
            {
                process.Kill();
                return null;
            }

            return process.ExitCode == 0 ? process.StandardOutput.ReadToEnd() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
