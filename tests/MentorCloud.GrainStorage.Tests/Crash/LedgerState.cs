namespace MentorCloud.GrainStorage.Tests.Crash;

/// <summary>A number, and filling that follows from it: a record that is half of one write and half of another shows.</summary>
internal sealed record LedgerState
{
    public long Number { get; init; }

    public string Filling { get; init; } = string.Empty;

    public static LedgerState Of(long number) =>
        new() { Number = number, Filling = new string((char)('a' + (number % 26)), 300 + (int)(number * 37 % 1500)) };

    public bool IsWhole => Number == 0 ? Filling.Length == 0 : this == Of(Number);
}
