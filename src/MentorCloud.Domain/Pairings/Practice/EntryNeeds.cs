namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Fields beside the texts that a kind of entry must have.</summary>
[Flags]
internal enum EntryNeeds
{
    None = 0,
    Topic = 1,
    Owner = 2,
    DueOn = 4,
    HappenedAt = 8,
    Tone = 16,
    CheckIn = 32,
    Milestone = 64,
    StretchForm = 128,
}
