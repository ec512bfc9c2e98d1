using System.Text;

namespace MentorCloud.Integration.Tests.Telemetry;

/// <summary>A span as it travels in OTLP (opentelemetry/proto/trace/v1/trace.proto).</summary>
internal sealed record Span(string Trace, string Id, string Parent, string Name, string Source, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The spans of an ExportTraceServiceRequest.</summary>
    public static IEnumerable<Span> ReadAll(ReadOnlyMemory<byte> request) =>
        from resource in Protobuf.Messages(request, 1)
        from scope in Protobuf.Messages(resource, 2)
        let source = Protobuf.Messages(scope, 1).Select(one => Text(one, 1)).FirstOrDefault() ?? string.Empty
        from span in Protobuf.Messages(scope, 2)
        select Read(span, source);

    private static Span Read(ReadOnlyMemory<byte> span, string source) => new(
        Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5), source,
        Protobuf.Messages(span, 9).ToDictionary(pair => Text(pair, 1), pair => Protobuf.Messages(pair, 2).Select(Value).FirstOrDefault() ?? string.Empty));

    private static string Value(ReadOnlyMemory<byte> value) => Protobuf.Messages(value, 1).Select(text => Encoding.UTF8.GetString(text.Span)).FirstOrDefault() ?? "(number)";

    private static string Hex(ReadOnlyMemory<byte> message, int field) =>
        Protobuf.Messages(message, field).Select(bytes => Convert.ToHexStringLower(bytes.Span)).FirstOrDefault() ?? string.Empty;

    private static string Text(ReadOnlyMemory<byte> message, int field) =>
        Protobuf.Messages(message, field).Select(bytes => Encoding.UTF8.GetString(bytes.Span)).FirstOrDefault() ?? string.Empty;
}
