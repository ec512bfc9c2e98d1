namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>A field of the schema.</summary>
internal sealed record SchemaField(string Parent, string Name, SchemaType Type, IReadOnlyList<SchemaInput> Arguments)
{
    /// <summary>As the matrix names it.</summary>
    public string Path => $"{Parent}.{Name}";
}
