using System.Text.RegularExpressions;

namespace MentorCloud.Architecture.Tests;

/// <summary>Rules of the conventions that no compiler checks.</summary>
public sealed partial class SourceRulesTests
{
    private const int LongestFile = 400;

    [Fact]
    public void Nobody_is_named_Service_Manager_or_Helper()
    {
        var named = Repository.SourceFiles().Where(file => ForbiddenName().IsMatch(Path.GetFileNameWithoutExtension(file)));

        Assert.Empty(named.Select(Path.GetFileName));
    }

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var tooLong = Repository.AllCode().Where(file => File.ReadLines(file).Count() > LongestFile);

        Assert.Empty(tooLong.Select(Path.GetFileName));
    }

    [Fact]
    public void No_source_names_a_machine_path()
    {
        var paths = Repository.AllCode().Where(file => File.ReadLines(file).Any(line => MachinePath().IsMatch(line)));

        Assert.Empty(paths.Select(Path.GetFileName));
    }

    [GeneratedRegex("(Service|Manager|Helper|Util|Utils)$")]
    private static partial Regex ForbiddenName();

    // A folder of a person is a folder in it; /Users/ID is an address of SCIM.
    [GeneratedRegex("\"/(home|root|work|Users/[a-z]+)/")]
    private static partial Regex MachinePath();
}
