using System.Diagnostics;
using System.Globalization;
using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Folders;

/// <summary>Holds a folder for this process. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="GrainRuntimeException">Another process holds the folder; the message says which.</exception>
    /// <exception cref="StorageUnavailableException">The folder cannot be written.</exception>
    public static FolderLock Take(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, error);
        }

        try
        {
            var held = new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            // Beside the lock, because the lock itself cannot be read by others.
            File.WriteAllText(HolderOf(path), Signature());
            return held;
        }
        catch (UnauthorizedAccessException error)
        {
            throw Unwritable(folder, error);
        }
        catch (IOException error)
        {
            throw new GrainRuntimeException(
                GrainErrorCodes.StorageLocked, $"{folder} is held by {Holder(path)}. Stop that process, or name another folder.", error);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string HolderOf(string path) => path + ".holder";

    private static StorageUnavailableException Unwritable(string folder, Exception error) =>
        new($"{folder} cannot be written; make it writable or name another folder. ({error.Message})", error);

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
