using System.Diagnostics;
using System.Globalization;

namespace MentorCloud.Benchmarks.Quotas;

/// <summary>
/// One tenant asks for twenty times its quota; another one, which asks for little, is to notice nothing. The phases take turns:
/// alone, while the greedy tenant spends what it saved meanwhile, and beside it afterwards. The target is about the last, since
/// what a tenant saved is within its quota. The greedy one's requests are sent by a process of its own.
/// </summary>
internal static class QuotasArea
{
    private const int Points = 500_000;
    private const int Times = 20;
    private const double Most = 1.5;
    private const double ModestPerSecond = 50;
    private const string Greedy = "{ pairings(first: 100) { nodes { id score mentor { name } mentee { name } } } }";
    private const int GreedyCost = 301;
    private const string Modest = "{ pairings(first: 20) { nodes { id score stage mentor { name } mentee { name } health { status } } } }";
    private static readonly TimeSpan Phase = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(4);

    private static double GreedyPerSecond => Times * Points / 60.0 / GreedyCost;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["load", var url, var token])
            return await LoadAsync(new Uri(url), token);
        var rounds = Array.IndexOf(args, "--rounds") is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 6;
        await using var tenants = await TwoTenants.StartAsync(Host(), Points);
        var (alone, burst, beside) = (await LoadOfAsync(tenants), await LoadOfAsync(tenants), await LoadOfAsync(tenants));
        var greedy = (Served: 0, Refused: 0, Failed: 0);
        await (await LoadOfAsync(tenants)).RunAsync(ModestPerSecond, Phase);
        await GreedyAsync(tenants);
        for (var round = 0; round < rounds; round++)
        {
            await alone.RunAsync(ModestPerSecond, Phase);
            var asking = GreedyAsync(tenants);
            await burst.RunAsync(ModestPerSecond, Burst);
            await beside.RunAsync(ModestPerSecond, Phase);
            var (served, refused, failed) = await asking;
            greedy = (greedy.Served + served, greedy.Refused + refused, greedy.Failed + failed);
        }

        await ReportAsync(alone, burst, beside, greedy, rounds, args);
        return 0;
    }

    private static Task ReportAsync(SteadyLoad alone, SteadyLoad burst, SteadyLoad beside, (int Served, int Refused, int Failed) greedy, int rounds, string[] args)
    {
        var (asking, all) = (rounds * (Burst + Phase).TotalSeconds, rounds * (Burst + (2 * Phase)).TotalSeconds);
        var (p99, normal) = (Quantile(beside, 0.99), Quantile(alone, 0.99));
        var (median, usual) = (Quantile(beside, 0.5), Quantile(alone, 0.5));
        var asked = greedy.Served + greedy.Refused + greedy.Failed;
        SteadyLoad[] modest = [alone, burst, beside];
        var failed = modest.Sum(load => load.Counts.Refused + load.Counts.Failed);
        return Report.WriteAsync(
            "quotas",
            [
                new("modest tenant's p99 beside a tenant at 20 times its quota", p99, "ms", normal, "alone", "at most 1.5 times", p99 <= Most * normal),
                new("modest tenant's median", median, "ms", usual, "alone", "(no limit set)", true),
                new("modest tenant's p99 while the other spends what it saved", Quantile(burst, 0.99), "ms", normal, "alone", "(no limit set)", true),
                new("modest tenant's requests", modest.Sum(load => load.Counts.Served), "", null, null, "(no limit set)", true),
                new("modest tenant's requests that were refused or failed", failed, "", null, null, "none", failed == 0),
                new("greedy tenant's requests", asked / asking, "/s", GreedyPerSecond / Times, "its quota", "20 times", asked / asking > 0.95 * GreedyPerSecond),
                new("greedy tenant's requests that were served, over all phases", greedy.Served / all, "/s", GreedyPerSecond / Times, "its quota", "at most its quota", greedy.Served / all <= 1.05 * GreedyPerSecond / Times),
                new("greedy tenant's requests that failed otherwise than by 429", greedy.Failed, "", null, null, "none", greedy.Failed == 0),
            ],
            args);
    }

    /// <summary>In a process of its own; prints the counts.</summary>
    private static async Task<int> LoadAsync(Uri server, string token)
    {
        var load = new SteadyLoad(server, token, Greedy);
        await load.RunAsync(GreedyPerSecond, Burst + Phase);
        var (served, refused, failed) = load.Counts;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{served} {refused} {failed}"));
        return 0;
    }

    private static async Task<SteadyLoad> LoadOfAsync(TwoTenants tenants) => new(tenants.Address, await tenants.TokenAsync(1), Modest);

    private static async Task<(int Served, int Refused, int Failed)> GreedyAsync(TwoTenants tenants)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(QuotasArea).Assembly.Location, "quotas", "load", tenants.Address.ToString(), await tenants.TokenAsync(0)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadToEndAsync()).Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        await process.WaitForExitAsync();
        return (said[0], said[1], said[2]);
    }

    private static double Quantile(SteadyLoad load, double share)
    {
        var sorted = load.Latencies.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
    }

    private static string Host()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "MentorCloud.Host", own.Name, "MentorCloud.Host.dll");
    }
}
