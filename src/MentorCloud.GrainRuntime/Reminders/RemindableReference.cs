namespace MentorCloud.GrainRuntime;

/// <summary>The proxy by which reminders call their grain; written by hand, because the runtime's own project runs no generator.</summary>
internal sealed class RemindableReference(GrainReferenceSeed seed) : GrainReference(seed), IRemindable
{
    private static readonly GrainMethod Receive = new(
        typeof(IRemindable), nameof(IRemindable.ReceiveReminder), [typeof(string), typeof(TickStatus)]);

    public Task ReceiveReminder(string reminderName, TickStatus status) =>
        Call(Receive, new ReceiveCall { Name = reminderName, Status = status });

    private struct ReceiveCall : IGrainCall
    {
        public string Name;
        public TickStatus Status;

        public readonly int ArgumentCount => 2;

        public readonly CancellationToken CancellationToken => default;

        public readonly Task Invoke(object grain) => ((IRemindable)grain).ReceiveReminder(Name, Status);

        public readonly object? GetArgument(int index) => index switch
        {
            0 => Name,
            1 => Status,
            _ => throw new ArgumentOutOfRangeException(nameof(index)),
        };

        public void SetArgument(int index, object? value)
        {
            switch (index)
            {
                case 0:
                    Name = (string)value!;
                    break;
                case 1:
                    Status = (TickStatus)value!;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(index));
            }
        }
    }
}
