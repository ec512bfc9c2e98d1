using System.Diagnostics;

namespace MentorCloud.Integration.Tests.Processes;

/// <summary>The program as it was built beside these tests, run as a process of its own.</summary>
internal static class HostProgram
{
    /// <summary>Far more than any command takes, even on a machine that does much else besides.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);

    /// <summary>The repository's folder; null outside of one.</summary>
    public static DirectoryInfo? Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MentorCloud.sln")))
            {
                folder = folder.Parent;
            }

            return folder;
        }
    }

    /// <summary>The default edition's program, built in the same configuration; beside tests of the cluster edition it may be missing.</summary>
    public static string Assembly
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            var artifacts = own.Parent!.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(artifacts, "embedded", "bin", "MentorCloud.Host", own.Name, "MentorCloud.Host.dll");
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<RunResult> RunAsync(DataFolder data, params IEnumerable<string> arguments)
    {
        using var process = Start(data, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var bound = new CancellationTokenSource(Bound);
        try
        {
            await process.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"'{string.Join(' ', arguments)}' did not end within {Bound}. It said:\n{await output}\n{await error}");
        }

        return new RunResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command in an environment of its own: no settings of this machine reach it.</summary>
    public static Process Start(DataFolder data, IEnumerable<string> arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : dotnet)
        {
            WorkingDirectory = data.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MENTORCLOUD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // A test that is fast must not spend a budget; those about budgets set their own.
        start.Environment["MENTORCLOUD__ACCOUNTPOINTSPERMINUTE"] = start.Environment["MENTORCLOUD__TENANTPOINTSPERMINUTE"] = "1000000000";
        foreach (var (name, value) in data.Environment)
        {
            start.Environment[name] = value;
        }

        if (OperatingSystem.IsLinux())
        {
            // A shell starts what runs in its background with interrupts ignored, and children inherit that.
            foreach (var argument in (string[])["--default-signal=INT", .. data.Prefix, dotnet])
            {
                start.ArgumentList.Add(argument);
            }
        }

        start.ArgumentList.Add("exec");
        foreach (var argument in (string[])[.. data.Program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
