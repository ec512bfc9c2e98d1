using System.Globalization;
using System.Reflection;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Migrations;

/// <summary>The steps under Steps/: NNNN.name.sql for both databases, NNNN.name.DATABASE.sql for what only one of them has.</summary>
internal static class MigrationFiles
{
    public static IReadOnlyList<Migration> For(SqlDialect dialect)
    {
        var names = Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. names.Select(name => name.Split('.'))
                .Where(parts => parts is [_, _, "sql"])
                .Select(parts => new Migration(
                    int.Parse(parts[0], CultureInfo.InvariantCulture),
                    parts[1],
                    dialect.Fill(Read($"{parts[0]}.{parts[1]}.sql") + "\n" + Read($"{parts[0]}.{parts[1]}.{dialect.Name}.sql")))),
        ];
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null) return string.Empty;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
