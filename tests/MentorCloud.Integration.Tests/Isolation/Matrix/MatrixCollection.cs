namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>Tests that share the matrix's server.</summary>
[CollectionDefinition(Name)]
public sealed class MatrixCollection : ICollectionFixture<MatrixFixture>
{
    public const string Name = "isolation matrix";
}
