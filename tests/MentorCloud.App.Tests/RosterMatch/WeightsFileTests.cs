using MentorCloud.App.RosterMatch;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.App.Tests.RosterMatch;

public sealed class WeightsFileTests
{
    [Theory]
    [InlineData("""{"-1": 3}""", "'-1' is no factor")]
    [InlineData("""{" 3": 3}""", "' 3' is no factor")]
    [InlineData("""{"skillComplementarity,experienceBreadth": 3}""", "is no factor")]
    [InlineData("""{"sharedHours": 1e-2147483648, "best": 1}""", "'best' is no factor")]
    [InlineData("""{"sharedHours": 1e999}""", "SHARED_HOURS")]
    [InlineData("""{"bestCognitiveDistance": -1e2147483648}""", "bestCognitiveDistance")]
    [InlineData("""{"\ud800": 1}""", "no JSON")]
    public void Weights_that_are_wrong_are_told(string content, string says)
    {
        var (weights, fault) = Read(System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Null(weights);
        Assert.Contains(says, fault, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told() => Assert.Contains("no JSON", Read([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']).Fault, StringComparison.Ordinal);

    [Fact]
    public void Byte_order_mark_and_any_case_of_the_name_are_read()
    {
        var (weights, fault) = Read([0xEF, 0xBB, 0xBF, .. "{\"SHARED_HOURS\": 7}"u8]);

        Assert.Null(fault);
        Assert.Equal(7, weights!.Of(MatchFactor.SharedHours));
    }

    private static (MatchWeights? Weights, string? Fault) Read(byte[] content)
    {
        var folder = Directory.CreateTempSubdirectory("weights");
        try
        {
            var file = new FileInfo(Path.Combine(folder.FullName, "weights.json"));
            File.WriteAllBytes(file.FullName, content);
            return WeightsFile.Read(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
