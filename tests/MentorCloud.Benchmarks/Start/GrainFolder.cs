using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MentorCloud.Benchmarks.Pairings;

namespace MentorCloud.Benchmarks.Start;

/// <summary>A data folder as the demo leaves it, filled up with pairings and their reminders that nobody asks for.</summary>
internal sealed class GrainFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("mentorcloud-start-");

    private GrainFolder()
    {
    }

    public string ClientId { get; private set; } = string.Empty;

    public string ClientSecret { get; private set; } = string.Empty;

    public string Data => Path.Combine(root.FullName, "data");

    public string MasterKey => Path.Combine(root.FullName, "master.key");

    private string[] Options => ["--data", Data, "--master-key", MasterKey];

    /// <summary>Runs the demo and fills the folder up.</summary>
    /// <param name="host">The program.</param>
    /// <param name="grains">How many beside the demo's own; 0 for none.</param>
    /// <param name="from">A folder with framework and roster; null for the sample.</param>
    public static async Task<GrainFolder> MakeAsync(string host, int grains, string? from = null)
    {
        var folder = new GrainFolder();
        using (var demo = Process.Start(StartedServer.Command(host, ["demo", "--json", .. folder.Options, .. from is null ? Array.Empty<string>() : ["--from", from]]))!)
        {
            using var answer = JsonDocument.Parse(await demo.StandardOutput.ReadToEndAsync());
            var login = answer.RootElement.GetProperty("login");
            folder.ClientId = login.GetProperty("clientId").GetString()!;
            folder.ClientSecret = login.GetProperty("clientSecret").GetString()!;
            await demo.WaitForExitAsync();
        }

        if (grains > 0) await PairingFolder.FillAsync(folder.Data, grains);
        return folder;
    }

    /// <summary>The same data once more; no program may be running on it.</summary>
    public GrainFolder Copy()
    {
        var copy = new GrainFolder { ClientId = ClientId, ClientSecret = ClientSecret };
        Directory.CreateDirectory(copy.Data);
        foreach (var file in Directory.GetFiles(Data)) File.Copy(file, Path.Combine(copy.Data, Path.GetFileName(file)));
        File.Copy(MasterKey, copy.MasterKey);
        return copy;
    }

    public string[] Serve(int port) => ["serve", "--url", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), .. Options];

    public void Dispose() => root.Delete(recursive: true);
}
