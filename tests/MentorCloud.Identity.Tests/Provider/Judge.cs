using System.Diagnostics;
using System.Text.Json;

namespace MentorCloud.Identity.Tests.Provider;

/// <summary>Runs a script of the judges' folder on Node with the packages of its lock file.</summary>
internal static class Judge
{
    public static readonly Lazy<Task<string>> Folder = new(InstallAsync);

    /// <summary>Runs the script; answers each flow's outcome by its name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(string script, object setup)
    {
        return JsonSerializer.Deserialize<Dictionary<string, string>>(await TextAsync(script, JsonSerializer.Serialize(setup)))!;
    }

    /// <summary>Runs the script; answers what it prints.</summary>
    public static async Task<string> TextAsync(string script, string setup) => await ExecuteAsync("node", await Folder.Value, setup, script);

    private static async Task<string> InstallAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MentorCloud.sln")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root!.FullName, "tests", "MentorCloud.Identity.Tests", "judges");
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            await ExecuteAsync("npm", folder, string.Empty, "ci", "--no-audit", "--no-fund");
        }

        return folder;
    }

    private static async Task<string> ExecuteAsync(string program, string folder, string setup, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SETUP"] = setup;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await errors}{await output}");
        return await output;
    }
}
