namespace MentorCloud.Benchmarks.GraphQL;

/// <summary>The sample's framework with a roster three times as long, so that a page of 20 pairings is full and not the last.</summary>
internal sealed class LongRoster : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorcloud-roster-");

    public LongRoster(string sample)
    {
        foreach (var file in Directory.GetFiles(sample, "*.csv")) File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        var roster = Path.Combine(Folder, "roster.csv");
        var people = File.ReadAllLines(roster)[1..];
        foreach (var prefix in (string[])["HX-", "HY-"])
        {
            File.AppendAllLines(roster, people.Select(line => prefix + line["HG-".Length..].Replace("@", $"@{prefix}", StringComparison.Ordinal)));
        }
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
