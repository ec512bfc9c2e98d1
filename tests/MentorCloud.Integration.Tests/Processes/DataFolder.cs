namespace MentorCloud.Integration.Tests.Processes;

/// <summary>A folder of a test's own: the data folder, and outside of it the master key. Deleted at the end.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("mentorcloud-test-");

    /// <summary>Working directory of the processes.</summary>
    public string Root => root.FullName;

    /// <summary>The data folder; the program makes it.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The options that name data folder and master key.</summary>
    public IReadOnlyList<string> Options => ["--data", Data, "--master-key", Path.Combine(Root, "master.key")];

    /// <summary>Settings that the processes get as environment variables.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>A program, with its options, that starts the processes with fewer rights; none as a rule.</summary>
    public IReadOnlyList<string> Prefix { get; set; } = [];

    /// <summary>The assembly that is run, and arguments that come before the command's; the program itself as a rule.</summary>
    public IReadOnlyList<string> Program { get; set; } = [HostProgram.Assembly];

    /// <summary>A folder with the same data and master key; no process may hold this one.</summary>
    public DataFolder Copy()
    {
        var copy = new DataFolder();
        Directory.CreateDirectory(copy.Data);
        foreach (var file in Directory.EnumerateFiles(Data))
        {
            File.Copy(file, Path.Combine(copy.Data, Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(Root, "master.key"), Path.Combine(copy.Root, "master.key"));
        return copy;
    }

    /// <summary>Runs a command on the folder.</summary>
    public Task<RunResult> RunAsync(params IEnumerable<string> arguments) => HostProgram.RunAsync(this, [.. arguments, .. Options]);

    /// <summary>Writes a file beside the data folder.</summary>
    public Task WriteAsync(string file, IEnumerable<string> lines) => File.WriteAllLinesAsync(Path.Combine(Root, file), lines);

    public void Dispose() => root.Delete(recursive: true);
}
