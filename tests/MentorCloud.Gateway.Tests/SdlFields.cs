using System.Text.RegularExpressions;

namespace MentorCloud.Gateway.Tests;

/// <summary>The fields of object types in a schema's text.</summary>
internal static partial class SdlFields
{
    /// <summary>Every field, in the text's order, with the index of the line on which it begins.</summary>
    public static List<(string Type, string Name, int Line)> Of(string[] lines)
    {
        var (found, type) = (new List<(string, string, int)>(), string.Empty);
        for (var line = 0; line < lines.Length; line++)
        {
            type = Type().Match(lines[line]) is { Success: true } begun ? begun.Groups[1].Value : lines[line].StartsWith('}') ? string.Empty : type;
            if (type.Length > 0 && Field().Match(lines[line]) is { Success: true } field)
            {
                found.Add((type, field.Groups[1].Value, line));
            }
        }

        return found;
    }

    [GeneratedRegex(@"^type (\w+)")]
    private static partial Regex Type();

    [GeneratedRegex(@"^  (\w+)[(:]")]
    private static partial Regex Field();
}
