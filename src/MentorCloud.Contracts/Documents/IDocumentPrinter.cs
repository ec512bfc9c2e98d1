namespace MentorCloud.Contracts.Documents;

/// <summary>Prints documents that the program writes.</summary>
public interface IDocumentPrinter
{
    /// <summary>Prints a document as PDF.</summary>
    /// <param name="title">Its title, for the file's properties and the foot of each page.</param>
    /// <param name="markdown">The Markdown that <see cref="Domain.Pairings.Growth.Narrative"/> writes: headings, list items, tables, paragraphs, emphasis.</param>
    /// <returns>The file, and the letters that no font has.</returns>
    PrintedDocument Print(string title, string markdown);
}
