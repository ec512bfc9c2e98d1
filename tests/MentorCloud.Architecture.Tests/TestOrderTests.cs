using MentorCloud.Testing.Order;

namespace MentorCloud.Architecture.Tests;

public sealed class TestOrderTests
{
    [Fact]
    public void Order_of_tests_derives_from_names_alone()
    {
        var assembly = TestContext.Current.TestAssembly!;

        Assert.Equal(OrderedFramework.IdOf(typeof(TestOrderTests).Assembly), assembly.UniqueID);
        Assert.StartsWith("MentorCloud.Architecture.Tests ", assembly.UniqueID, StringComparison.Ordinal);
    }
}
