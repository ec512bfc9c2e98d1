using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Spreadsheets;

/// <summary>One pair by name, with the score as the file writes it.</summary>
internal sealed record SheetPair(string Mentor, string Mentee, ExactDecimal Score);
