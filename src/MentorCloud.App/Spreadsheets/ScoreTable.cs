namespace MentorCloud.App.Spreadsheets;

/// <summary>A table of scores: who is in it, and a row for each allowed pair.</summary>
/// <param name="Mentors">Mentors, numbered as they are met.</param>
/// <param name="Mentees">Mentees, numbered as they are met.</param>
/// <param name="Rows">The allowed pairs.</param>
internal sealed record ScoreTable(NameTable Mentors, NameTable Mentees, ScoreRows Rows);
