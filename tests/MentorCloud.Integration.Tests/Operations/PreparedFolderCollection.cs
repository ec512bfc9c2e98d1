namespace MentorCloud.Integration.Tests.Operations;

/// <summary>Tests that share the prepared folder; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PreparedFolderCollection : ICollectionFixture<PreparedFolder>
{
    public const string Name = "prepared folder";
}
