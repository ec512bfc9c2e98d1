using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>Keeps every line that is logged, at every level, with its scopes' and parameters' values.</summary>
internal sealed class LogKeeper : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>Whether lines of every level are kept; warnings and errors always are.</summary>
    public bool KeepsEverything { get; set; }

    /// <summary>Everything so far.</summary>
    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Kept(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Kept(LogKeeper keeper, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            if (keeper.KeepsEverything)
            {
                keeper.lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{category} scope {state}"));
            }

            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => keeper.KeepsEverything || logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : string.Empty;
            keeper.lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {exception}");
        }
    }
}
