using System.Text.Json;

namespace MentorCloud.Integration.Tests.Http;

/// <summary>Reads the events of one subscription as they come.</summary>
internal sealed class EventReader(HttpResponseMessage answer, Stream stream) : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);
    private readonly StreamReader lines = new(stream);

    /// <summary>The data of the next event, which must have no errors.</summary>
    public async Task<JsonElement> DataAsync()
    {
        var next = await NextAsync();
        Assert.True(next.TryGetProperty("data", out var data) && !next.TryGetProperty("errors", out _), next.ToString());
        return data;
    }

    /// <summary>The code of the error with which the subscription ends.</summary>
    public async Task<string> EndingCodeAsync()
    {
        var code = (await NextAsync()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
        Assert.Equal("event: complete", await LineAsync());
        return code;
    }

    /// <summary>The code of the next event's error; null when it has data.</summary>
    public async Task<string?> CodeOrNullAsync() => (await NextAsync()).TryGetProperty("errors", out var errors)
        ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
        : null;

    /// <summary>The data of every event until the subscription is complete.</summary>
    public async Task<IReadOnlyList<JsonElement>> UntilCompleteAsync()
    {
        var events = new List<JsonElement>();
        while (await LineAsync() is "event: next")
        {
            using var document = JsonDocument.Parse((await LineAsync())!["data: ".Length..]);
            events.Add(document.RootElement.GetProperty("data").Clone());
        }

        return events;
    }

    /// <summary>The next line that is no sign of life; null when the server has closed the connection.</summary>
    public async Task<string?> LineAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        string? line;
        do
        {
            line = await lines.ReadLineAsync(bound.Token);
        }
        while (line is "" or ":");
        return line;
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }

    private async Task<JsonElement> NextAsync()
    {
        Assert.Equal("event: next", await LineAsync());
        using var document = JsonDocument.Parse((await LineAsync())!["data: ".Length..]);
        return document.RootElement.Clone();
    }
}
