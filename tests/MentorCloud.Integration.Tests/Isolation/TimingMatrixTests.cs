using MentorCloud.GrainRuntime;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>
/// Time tells nothing either. Not by clocks, which lie under load, but by what is done: a request with a foreign id takes the same
/// steps (operation, grain calls, reads of the views, writes of both stores) as one with an id that nobody has, so nothing is left to measure.
/// </summary>
[Collection(MatrixCollection.Name)]
public sealed class TimingMatrixTests(MatrixFixture matrix)
{
    private readonly MatrixReport report = new();

    [Fact]
    public async Task Foreign_ids_take_the_steps_of_unknown_ones()
    {
        using var steps = new StepRecorder(() => matrix.Server.Services.GetRequiredService<GrainHost>().RestAsync());
        var (own, foreign, unknown) = (matrix.Own.Things, matrix.Other.Things, matrix.Other.Things.Unknown());
        foreach (var call in matrix.Cases.Where(call => call.IsOfRoot && call.Field.Parent != "Subscription" && call.Places(own).Count > 0 && !PlainNames.MakesOnesOwn.Contains(call.Field.Path)))
        {
            var first = await StepsAsync(steps, call, foreign);
            var second = await StepsAsync(steps, call, unknown);
            report.Add("steps", call.Name, "admin", first.Count > 0 && first.SequenceEqual(second), $"{string.Join(", ", first)} but {string.Join(", ", second)}");
        }

        report.Check();
    }

    /// <summary>The steps of the second of two such requests: what the first one woke is awake for both kinds of ids.</summary>
    private async Task<List<string>> StepsAsync(StepRecorder steps, MatrixCase call, Things things)
    {
        _ = await steps.OfAsync(() => call.SendAsync(matrix.Admin, $"s{Guid.NewGuid():N}", matrix.Own.Things, (_, kind) => things[kind]));
        return await steps.OfAsync(() => call.SendAsync(matrix.Admin, $"s{Guid.NewGuid():N}", matrix.Own.Things, (_, kind) => things[kind]));
    }
}
