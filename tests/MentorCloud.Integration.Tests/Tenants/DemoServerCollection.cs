namespace MentorCloud.Integration.Tests.Tenants;

/// <summary>Tests that share the demo server; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DemoServerCollection : ICollectionFixture<DemoServer>
{
    public const string Name = "demo server";
}
