namespace MentorCloud.Domain.Facts;

/// <summary>A fact about what one side keeps from the other: a subscriber is told of it only when they see something else than before.</summary>
public interface IConfided;
