namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>Tests that share the server on a manual clock; they run one after the other, and each may move the clock on.</summary>
[CollectionDefinition(Name)]
public sealed class ClockedCollection : ICollectionFixture<ClockedServer>
{
    public const string Name = "clocked server";
}
