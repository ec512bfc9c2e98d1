namespace MentorCloud.Benchmarks.Grains;

/// <summary>Calls, activations and memory of the embedded grain runtime.</summary>
internal static class GrainsArea
{
    public static async Task<int> RunAsync(string[] args)
    {
        var measurements = new List<Measurement>();
        measurements.AddRange(await CallBenchmark.RunAsync());
        measurements.AddRange(await ActivationBenchmark.RunAsync());
        if (await OrleansPeer.RunAsync() is { } peer)
            measurements.AddRange(peer.Beside([.. measurements]));
        await Report.WriteAsync("grains", measurements, args);
        return measurements.All(one => one.Met) ? 0 : 1;
    }
}
