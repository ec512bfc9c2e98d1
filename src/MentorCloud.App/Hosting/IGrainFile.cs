namespace MentorCloud.App.Hosting;

/// <summary>The file of an edition that keeps its grains in the data folder.</summary>
public interface IGrainFile
{
    /// <summary>The file's name within the data folder.</summary>
    string Name { get; }

    /// <summary>Reads the file, or a copy of it; opened anew for each question.</summary>
    /// <param name="file">The file.</param>
    /// <returns>What it holds.</returns>
    IGrainReading At(string file);
}
