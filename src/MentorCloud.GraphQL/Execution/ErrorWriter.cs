using System.Globalization;

namespace MentorCloud.GraphQL.Execution;

/// <summary>Writes errors as the specification's section 7.1.2 lays them out.</summary>
internal static class ErrorWriter
{
    public static void Write(IReadOnlyList<GraphQLError> errors, JsonOutput output)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            Write(errors[i], output);
        }

        output.WriteByte((byte)']');
    }

    private static void Write(GraphQLError error, JsonOutput output)
    {
        output.WriteRaw("{\"message\":"u8);
        output.WriteString(error.Message);
        if (error.Locations.Count > 0) WriteLocations(error.Locations, output);
        if (error.Path is not null) WritePath(error.Path, output);
        output.WriteRaw(",\"extensions\":{\"code\":"u8);
        output.WriteString(error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (name == "code") continue;
            output.WriteByte((byte)',');
            output.WriteString(name);
            output.WriteByte((byte)':');
            WriteValue(value, output);
        }

        output.WriteRaw("}}"u8);
    }

    private static void WriteLocations(IReadOnlyList<SourceLocation> locations, JsonOutput output)
    {
        output.WriteRaw(",\"locations\":["u8);
        for (var i = 0; i < locations.Count; i++)
        {
            output.WriteRaw(i > 0 ? ",{\"line\":"u8 : "{\"line\":"u8);
            output.WriteNumber(locations[i].Line);
            output.WriteRaw(",\"column\":"u8);
            output.WriteNumber(locations[i].Column);
            output.WriteByte((byte)'}');
        }

        output.WriteByte((byte)']');
    }

    private static void WritePath(IReadOnlyList<object> path, JsonOutput output)
    {
        output.WriteRaw(",\"path\":["u8);
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            WriteValue(path[i], output);
        }

        output.WriteByte((byte)']');
    }

    private static void WriteValue(object? value, JsonOutput output)
    {
        switch (value)
        {
            case null: output.WriteNull(); break;
            case bool b: output.WriteBoolean(b); break;
            case int i: output.WriteNumber(i); break;
            case long l: output.WriteNumber(l); break;
            case double d: output.WriteNumber(d); break;
            case string s: output.WriteString(s); break;
            case System.Text.Json.JsonElement json: output.WriteJson(json); break;
            default: output.WriteString(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
