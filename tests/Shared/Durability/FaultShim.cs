using System.ComponentModel;
using System.Diagnostics;

namespace MentorCloud.Testing.Durability;

/// <summary>Compiles the preload shim, once for all tests.</summary>
internal static class FaultShim
{
    private static readonly Lazy<Task<string?>> Library = new(CompileAsync);

    /// <summary>The library's path; skips the test, saying what to install, where there is no C compiler or no Linux.</summary>
    public static async Task<string> PathAsync()
    {
        var path = OperatingSystem.IsLinux() ? await Library.Value : null;
        if (path is null)
            Assert.Skip("NOT RUN: the fault shim needs Linux and a C compiler; apt-get install gcc libc6-dev.");
        return path;
    }

    private static async Task<string?> CompileAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "shim.c");
        var library = Path.Combine(Directory.CreateTempSubdirectory("mentorcloud-shim-").FullName, "shim.so");
        try
        {
            using var compiler = Process.Start("gcc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"]);
            await compiler.WaitForExitAsync();
            return compiler.ExitCode == 0 ? library : throw new InvalidOperationException("The fault shim does not compile.");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
