using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Counts the statements that one flow of work sends to a database.</summary>
internal sealed class StatementCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly AsyncLocal<bool> _counts = new();
    private int _count;

    public int Count => _count;

    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        _counts.Value = true;
        return await work();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (_counts.Value && value.Key == RelationalEventId.CommandExecuted.Name)
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void OnCompleted()
    {
        // Nothing is kept.
    }

    public void OnError(Exception error)
    {
        // Nothing is kept.
    }
}
