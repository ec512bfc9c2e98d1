using System.Globalization;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>
/// Near misses of the grammar and of every rule: 50,000 documents and 10,000 requests. The long run is a command:
/// <c>dotnet run -c Release --project tests/MentorCloud.GraphQL.Tests -- fuzz</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_document_is_answered_and_every_rule_is_hit()
    {
        var tally = new FuzzTally();
        await DocumentFuzz.RunAsync(50_000, tally);
        Tell(tally, $"{tally.Documents} documents, {tally.Parsed} parse, {tally.Valid} validate");
        Assert.True(tally.Parsed >= tally.Documents * 0.4 && tally.Valid >= tally.Documents * 0.2, $"{tally.Parsed} parse, {tally.Valid} validate of {tally.Documents}");
        Assert.Equal([], FuzzTally.Expected.Except(tally.Hits.Keys));
        Assert.DoesNotContain(ErrorCodes.Internal, tally.Hits.Keys);
    }

    [Fact]
    public async Task No_request_makes_the_endpoint_fail()
    {
        var tally = new FuzzTally();
        await RequestFuzz.RunAsync(10_000, tally);
        Tell(tally, string.Join(", ", tally.Statuses.Select(s => $"{s.Key}: {s.Value}")));
        Assert.Superset(new HashSet<int> { 200, 400, 405, 406, 413, 415 }, tally.Statuses.Keys.ToHashSet());
        Assert.Equal([], FuzzTally.ExpectedOfRequests.Except(tally.Hits.Keys));
        Assert.DoesNotContain(ErrorCodes.Internal, tally.Hits.Keys);
    }

    private void Tell(FuzzTally tally, string first)
    {
        output.WriteLine(first);
        foreach (var (name, times) in tally.Hits) output.WriteLine($"{name}: {times.ToString(CultureInfo.InvariantCulture)}");
    }
}
