namespace MentorCloud.GrainRuntime;

/// <summary>Small values that travel with calls, from the caller down through every grain called. They flow like the execution context.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<Dictionary<string, object>?> Values = new();

    /// <summary>The names that are set.</summary>
    public static IEnumerable<string> Keys => Values.Value?.Keys ?? Enumerable.Empty<string>();

    /// <summary>The names and values that are set.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Values.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    /// <summary>A value by name; null when it is not set.</summary>
    public static object? Get(string key) => Values.Value is { } values && values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Sets a value for calls made from here on; callers up the chain do not see it.</summary>
    public static void Set(string key, object value) =>
        // A fresh dictionary each time: others may hold the old one in their execution context.
        Values.Value = Values.Value is { } old
            ? new Dictionary<string, object>(old, StringComparer.Ordinal) { [key] = value }
            : new Dictionary<string, object>(1, StringComparer.Ordinal) { [key] = value };

    /// <summary>Takes a value away for calls made from here on.</summary>
    /// <returns>True when it was set.</returns>
    public static bool Remove(string key)
    {
        if (Values.Value is not { } old || !old.ContainsKey(key))
            return false;
        var values = new Dictionary<string, object>(old, StringComparer.Ordinal);
        values.Remove(key);
        Values.Value = values.Count == 0 ? null : values;
        return true;
    }

    /// <summary>Takes all values away.</summary>
    public static void Clear()
    {
        if (Values.Value is not null)
            Values.Value = null;
    }
}
