namespace MentorCloud.Storage.Migrations;

/// <summary>One numbered step of the schema; forward only, never changed once released.</summary>
/// <param name="Number">1, 2, 3 ...</param>
/// <param name="Name">What it does, in a word.</param>
/// <param name="Sql">The statements, filled in for one database.</param>
internal sealed record Migration(int Number, string Name, string Sql);
