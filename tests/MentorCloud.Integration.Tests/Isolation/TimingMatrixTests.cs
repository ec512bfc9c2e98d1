using System.Diagnostics;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>
/// Time tells nothing either. Foreign and unknown ids are asked in pairs, by turns first; if both take equally long, which one
/// of a pair is slower is a coin's throw, whatever else the machine does. A share outside a quarter to three quarters of 300
/// pairs would come by chance once in 10^17 runs.
/// </summary>
[Collection(MatrixCollection.Name)]
public sealed class TimingMatrixTests(MatrixFixture matrix)
{
    private const int Pairs = 300;

    [Fact]
    public async Task Foreign_ids_take_as_long_as_unknown_ones()
    {
        var (foreign, unknown) = (matrix.Other.Things, matrix.Other.Things.Unknown());
        foreach (var call in matrix.Cases.Where(call => call.Field is { Parent: "Query", Name: "node" }))
        {
            var slower = 0;
            for (var pair = 0; pair < Pairs; pair++)
            {
                var foreignFirst = pair % 2 == 0;
                var first = await TimeAsync(call, foreignFirst ? foreign : unknown);
                var second = await TimeAsync(call, foreignFirst ? unknown : foreign);
                slower += (foreignFirst ? first > second : second > first) ? 1 : 0;
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{call.Name}: the foreign id took longer in {slower} of {Pairs} pairs.");
            Assert.InRange(slower, Pairs / 4, Pairs * 3 / 4);
        }
    }

    private async Task<long> TimeAsync(MatrixCase call, Things things)
    {
        var began = Stopwatch.GetTimestamp();
        await call.SendAsync(matrix.Admin, "none", matrix.Own.Things, (_, kind) => things[kind]);
        return Stopwatch.GetTimestamp() - began;
    }
}
