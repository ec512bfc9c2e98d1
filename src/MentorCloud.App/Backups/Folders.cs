using MentorCloud.App.Hosting;

namespace MentorCloud.App.Backups;

/// <summary>What commands ask of folders that they are to fill.</summary>
internal static class Folders
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="OperatorException">The folder exists and holds something, or is a file.</exception>
    public static void RequireEmpty(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new OperatorException(ExitCodes.FolderUnwritable, $"{folder} is not empty; name a folder that is empty or does not exist.");
        }
    }

    /// <summary>Makes a folder for its owner alone, or closes one that exists: it holds personal data and password hashes.</summary>
    /// <exception cref="OperatorException">The folder exists and is somebody else's.</exception>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        try
        {
            Directory.CreateDirectory(folder, OwnersFolder);
            File.SetUnixFileMode(folder, OwnersFolder);
        }
        catch (UnauthorizedAccessException)
        {
            throw new OperatorException(ExitCodes.FolderUnwritable, $"{folder} cannot be made, or closed to others; name a folder of your own.");
        }
    }

    /// <summary>Closes a file that was written to everybody but its owner.</summary>
    public static void Seal(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Whether a path is the folder or lies in it.</summary>
    public static bool IsInside(string path, string folder) =>
        !Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).StartsWith("..", StringComparison.Ordinal);

    /// <summary>Deletes the files of a folder that this command filled.</summary>
    public static void Clear(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }
    }
}
