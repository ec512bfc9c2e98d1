using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Simulation.Watching;

/// <summary>Reads everything that is logged and keeps what holds a private text.</summary>
internal sealed class CanaryLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> found = new();
    private long lines;

    public IReadOnlyCollection<string> Found => found;

    public long Lines => Interlocked.Read(ref lines);

    public ILogger CreateLogger(string categoryName) => new Reader(this, categoryName);

    public void Dispose()
    {
    }

    private void Read(string category, string line)
    {
        Interlocked.Increment(ref lines);
        if (line.Contains(PrivateWords.Mark, StringComparison.Ordinal))
        {
            found.Enqueue(category);
        }
    }

    private sealed class Reader(CanaryLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Read(category, $"{formatter(state, exception)} {exception}");
    }
}
