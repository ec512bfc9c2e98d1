namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>An argument, or a field of an input type.</summary>
internal sealed record SchemaInput(string Name, SchemaType Type, bool HasDefault)
{
    /// <summary>Whether a document must give it.</summary>
    public bool IsRequired => Type.IsRequired && !HasDefault;
}
