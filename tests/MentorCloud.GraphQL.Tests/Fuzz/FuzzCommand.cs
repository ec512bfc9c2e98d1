using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>
/// The long run: <c>fuzz [--documents N] [--requests N] [--report FILE]</c>. Fails when a case fails, needs more than a
/// second of processor, a rule or limit stays unmet, too few documents are right, or memory does not come back.
/// </summary>
internal static class FuzzCommand
{
    private const int Warm = 20_000;
    private const long Leeway = 8 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string[] options)
    {
        var documents = Option(options, "--documents", 1_000_000);
        var requests = Option(options, "--requests", 200_000);
        await DocumentFuzz.RunAsync(Warm, new FuzzTally());
        await RequestFuzz.RunAsync(Warm, new FuzzTally());
        var before = Memory();
        var ofDocuments = new FuzzTally();
        await DocumentFuzz.RunAsync(documents, ofDocuments, n => Tell("documents", n, documents));
        var ofRequests = new FuzzTally();
        await RequestFuzz.RunAsync(requests, ofRequests, n => Tell("requests", n, requests));
        var after = Memory();

        var faults = Faults(ofDocuments, ofRequests, after - before).ToList();
        var report = Report(ofDocuments, ofRequests, before, after, faults);
        Console.WriteLine(report);
        var at = Array.IndexOf(options, "--report");
        if (at >= 0) await File.WriteAllTextAsync(options[at + 1], report);
        return faults.Count == 0 ? 0 : 1;
    }

    private static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Tell(string what, int done, int all)
    {
        if (done % 50_000 == 0) Console.Error.WriteLine($"{what}: {done} of {all}");
    }

    private static IEnumerable<string> Faults(FuzzTally documents, FuzzTally requests, long grown)
    {
        if (documents.Parsed < documents.Documents * 0.4) yield return "Less than 40 % of the documents parse.";
        if (documents.Valid < documents.Documents * 0.2) yield return "Less than 20 % of the documents validate.";
        foreach (var unmet in FuzzTally.Expected.Except(documents.Hits.Keys)) yield return $"{unmet} was not met by a document.";
        foreach (var unmet in FuzzTally.ExpectedOfRequests.Except(requests.Hits.Keys)) yield return $"{unmet} was not met by a request.";
        if (documents.Hits.ContainsKey(ErrorCodes.Internal) || requests.Hits.ContainsKey(ErrorCodes.Internal)) yield return "Something failed inside.";
        if (documents.SlowestCpu > Longest || requests.SlowestCpu > Longest) yield return "A case needed more than a second of processor.";
        if (grown > Leeway) yield return "Memory did not come back.";
    }

    private static string Report(FuzzTally documents, FuzzTally requests, long before, long after, List<string> faults)
    {
        var text = new StringBuilder();
        text.AppendLine("# Fuzzing the GraphQL engine").AppendLine()
            .AppendLine("    dotnet run -c Release --project tests/MentorCloud.GraphQL.Tests -- fuzz [--documents N] [--requests N] [--report FILE]").AppendLine()
            .AppendLine("Documents by the grammar, with rules broken on purpose, spoilt texts and texts made to cost much, on a new schema every thousand;")
            .AppendLine("requests that are nearly GraphQL over HTTP. Each is repeatable by its number. 50,000 documents and 10,000 requests run in the tests.").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Date {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}").AppendLine();
        text.AppendLine("| measure | figure | asked |").AppendLine("|---|---:|---|");
        Row(text, "documents", FuzzTally.Number(documents.Documents), string.Empty);
        Row(text, "parse", Share(documents.Parsed, documents.Documents), "40 % at least");
        Row(text, "validate", Share(documents.Valid, documents.Documents), "20 % at least");
        Row(text, "requests", FuzzTally.Number(requests.Requests), string.Empty);
        Row(text, "statuses", string.Join(", ", requests.Statuses.Select(s => $"{s.Key}: {FuzzTally.Number(s.Value)}")), "none of 500 and above");
        Row(text, "slowest document, processor (clock)", Times(documents), "1 s at most");
        Row(text, "slowest request, processor (clock)", Times(requests), "1 s at most");
        Row(text, "memory before and after", $"{Mebibytes(before)}, {Mebibytes(after)}", "back at its base");
        Row(text, "crashes, bugs as opaque ids", "0", "0");
        text.AppendLine().AppendLine(faults.Count == 0 ? "Everything that is asked holds." : "FAILED: " + string.Join(" ", faults)).AppendLine();
        Table(text, "Rules and codes met by documents (a document can meet several)", documents);
        Table(text, "Codes met by requests", requests);
        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, FuzzTally tally)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine().AppendLine("| rule or code | times |").AppendLine("|---|---:|");
        foreach (var (name, times) in tally.Hits) text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {FuzzTally.Number(times)} |");
        text.AppendLine();
    }

    private static void Row(StringBuilder text, string measure, string figure, string asked) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"| {measure} | {figure} | {asked} |");

    private static string Share(long part, long whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{FuzzTally.Number(part)} ({100.0 * part / whole:0.0} %)");

    private static string Times(FuzzTally tally) =>
        string.Create(CultureInfo.InvariantCulture, $"{tally.SlowestCpu.TotalMilliseconds:0} ms ({tally.Slowest.TotalMilliseconds:0} ms)");

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB");

    private static int Option(string[] options, string name, int normal)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : normal;
    }
}
