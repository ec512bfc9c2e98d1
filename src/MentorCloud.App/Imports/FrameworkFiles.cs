namespace MentorCloud.App.Imports;

/// <summary>The files of one framework.</summary>
/// <param name="Skills"><c>code,title</c>, then one column for each skill.</param>
/// <param name="WorkStyles"><c>code,title</c>, then one column for each work style; null when there are none.</param>
/// <param name="Anchors"><c>competency,level,anchor</c>: what levels look like in behaviour; null when there are none.</param>
internal sealed record FrameworkFiles(ImportSource Skills, ImportSource? WorkStyles = null, ImportSource? Anchors = null);
