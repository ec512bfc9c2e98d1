namespace MentorCloud.Integration.Tests.PostgreSql;

[CollectionDefinition(Name)]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlInstallation>
{
    public const string Name = "PostgreSQL";
}
