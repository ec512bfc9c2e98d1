using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Json;

namespace MentorCloud.Gateway.People;

/// <summary>A file of an archive: headings, each with what belongs under it; headings with nothing are left out.</summary>
internal sealed class ArchiveText
{
    private static readonly JsonSerializerOptions Shape = new(ContractsJson.Options)
    {
        WriteIndented = true, IgnoreReadOnlyProperties = false, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly StringBuilder text = new();

    /// <summary>Something as JSON that people can read.</summary>
    public static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), Shape);

    public ArchiveText Line(string line)
    {
        text.Append(line).Append('\n');
        return this;
    }

    public ArchiveText Under(string heading, object? value)
    {
        if (value is not null)
        {
            text.Append('\n').Append(heading).Append('\n').Append(Json(value)).Append('\n');
        }

        return this;
    }

    public ArchiveText Under<T>(string heading, IReadOnlyCollection<T> values) => values.Count == 0 ? this : Under(heading, (object)values);

    public override string ToString() => text.ToString();
}
