namespace MentorCloud.Grains.State;

/// <summary>Named moments of an outbox's way, at which tests of durability end the process.</summary>
public static class PublicationPoint
{
    /// <summary>Entries of an outbox are about to be handed to the publisher.</summary>
    public const string BeforePublish = "before-publish";

    /// <summary>The publisher has made the entries durable; the envelope still holds them.</summary>
    public const string AfterPublish = "after-publish";

    /// <summary>An envelope that lacks confirmed entries is about to be written.</summary>
    public const string BeforeAcknowledge = "before-acknowledge";

    /// <summary>Confirmed entries have left the stored envelope.</summary>
    public const string AfterAcknowledge = "after-acknowledge";

    /// <summary>Every point by name.</summary>
    public static IReadOnlyList<string> All { get; } = [BeforePublish, AfterPublish, BeforeAcknowledge, AfterAcknowledge];
}
