using System.Text;

namespace MentorCloud.GraphQL.Binding;

/// <summary>How names of the schema become names of C#.</summary>
internal static class ClrNames
{
    /// <summary><c>totalScore</c> to <c>TotalScore</c>.</summary>
    public static string Pascal(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    /// <summary><c>InProgress</c> to <c>IN_PROGRESS</c>.</summary>
    public static string Screaming(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var boundary = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (boundary && name[i - 1] != '_') result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }

        return result.ToString();
    }

    /// <summary>A type as an error message names it: <c>IReadOnlyList&lt;String&gt;</c>.</summary>
    public static string Of(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        var name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
