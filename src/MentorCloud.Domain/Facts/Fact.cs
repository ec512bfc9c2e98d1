namespace MentorCloud.Domain.Facts;

/// <summary>
/// Something that happened, in the past tense. Facts feed the audit log, notifications and subscribers; they carry ids
/// and plain data, and never a confided text. The type's name is its name in storage: rename one only with a migration.
/// </summary>
public abstract record Fact;
