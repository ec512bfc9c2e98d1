using Microsoft.Extensions.Options;

namespace MentorCloud.GrainRuntime;

/// <summary>Says at start which option is out of range.</summary>
internal sealed class GrainRuntimeOptionsValidation : IValidateOptions<GrainRuntimeOptions>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, GrainRuntimeOptions options)
    {
        var failures = new List<string>();
        AtLeast(options.IdleTimeout, Second, nameof(options.IdleTimeout));
        AtLeast(options.CollectionInterval, Second, nameof(options.CollectionInterval));
        AtLeast(options.ResponseTimeout, Second, nameof(options.ResponseTimeout));
        AtLeast(options.SlowTurnWarning, TimeSpan.FromMilliseconds(1), nameof(options.SlowTurnWarning));
        AtLeast(options.StopTimeout, TimeSpan.Zero, nameof(options.StopTimeout));
        AtLeast(options.ReminderHorizon, Second, nameof(options.ReminderHorizon));
        if (options.MaxQueuedCalls < 1)
            failures.Add($"{nameof(options.MaxQueuedCalls)} is {options.MaxQueuedCalls}; it must be at least 1.");
        if (options.MaxConcurrentReminders < 1)
            failures.Add($"{nameof(options.MaxConcurrentReminders)} is {options.MaxConcurrentReminders}; it must be at least 1.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void AtLeast(TimeSpan value, TimeSpan least, string option)
        {
            if (value < least)
                failures.Add($"{option} is {value}; it must be at least {least}.");
        }
    }
}
