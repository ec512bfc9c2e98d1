using System.Diagnostics;
using System.Globalization;
using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Folders;

/// <summary>Holds a folder for this process. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const int LinuxWouldBlock = 11, MacWouldBlock = 35, WindowsSharingViolation = unchecked((int)0x80070020);
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="GrainRuntimeException">Another process holds the folder; the message says which.</exception>
    /// <exception cref="StorageUnavailableException">The folder cannot be written.</exception>
    public static FolderLock Take(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        FileStream? file = null;
        try
        {
            Directory.CreateDirectory(folder);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // Beside the lock, because the lock itself cannot be read by others.
            File.WriteAllText(HolderOf(path), Signature());
            return new FolderLock(file);
        }
        catch (IOException error) when (file is null && IsHeld(error))
        {
            throw new GrainRuntimeException(
                GrainErrorCodes.StorageLocked, $"{folder} is held by {Holder(path)}. Stop that process, or name another folder.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is not handed out is let go of at once, or the next attempt would meet it.
            file?.Dispose();
            throw new StorageUnavailableException($"{folder} cannot be written; make it writable, free space on its disk, or name another folder. ({error.Message})", error);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string HolderOf(string path) => path + ".holder";

    /// <summary>Whether the system said that another open file keeps this one from being opened; a full disk or missing rights say something else.</summary>
    private static bool IsHeld(IOException error) => error.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation;

    private static string Signature()
    {
        using var process = Process.GetCurrentProcess();
        var started = process.StartTime.ToUniversalTime();
        return string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}, started {started:O}");
    }

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(HolderOf(path));
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
