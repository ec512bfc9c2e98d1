namespace MentorCloud.Identity.Store;

/// <summary>One step forward of the schema. Steps are never changed once released, only followed by others.</summary>
/// <param name="Number">1, 2, 3 ... without gaps.</param>
/// <param name="Sql">Statements that SQLite and PostgreSQL both understand.</param>
internal sealed record SchemaStep(int Number, string Sql);
