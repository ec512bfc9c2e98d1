using System.Security.Cryptography;
using MentorCloud.Contracts.Keys;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Hosting;

namespace MentorCloud.Storage.Keys;

/// <summary>Where a master key file may lie, who may read it, and how it is made.</summary>
internal static class MasterKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The file's full path, refused when it lies in the data folder: a copy of the folder would carry the key.</summary>
    public static string PathFrom(StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.MasterKeyFile))
            throw new MasterKeyException("Storage: MasterKeyFile is missing; name a file outside the data folder.");
        var file = Path.Combine(Resolve(Path.GetDirectoryName(Path.GetFullPath(options.MasterKeyFile))!), Path.GetFileName(options.MasterKeyFile));
        if (options.DataFolder is not null && IsInside(file, Resolve(Path.GetFullPath(options.DataFolder))))
            throw new MasterKeyException($"The master key file {file} lies inside the data folder, so that every backup would carry it. Name a file outside.");
        return file;
    }

    public static void Make(string file)
    {
        // Complete under a name of its own first: a start killed here leaves no half key behind, and of several starts at
        // the same time one makes the key and the others take it.
        var draft = $"{file}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            WriteRandom(draft);
            File.Move(draft, file, overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft)) File.Delete(draft);
            if (File.Exists(file)) return;
            throw new MasterKeyException($"The master key file {file} cannot be made. Make its folder writable, or name another file.", exception);
        }
    }

    public static byte[] Read(string file)
    {
        byte[] bytes;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerOnly) != 0)
                throw new MasterKeyException($"The master key file {file} can be read by others than its owner. Run chmod 600 on it, and consider whether it was read.");
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The master key file {file} cannot be read. Put it back, or give the account that runs MentorCloud access to it.", exception);
        }

        return bytes.Length == SealedBox.KeyBytes
            ? bytes
            : throw new MasterKeyException($"The master key file {file} does not hold 32 bytes. Put the right file back.");
    }

    private static void WriteRandom(string file)
    {
        using var stream = new FileStream(file, Options());
        Span<byte> bytes = stackalloc byte[SealedBox.KeyBytes];
        RandomNumberGenerator.Fill(bytes);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        CryptographicOperations.ZeroMemory(bytes);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static bool IsInside(string file, string folder) =>
        !Path.GetRelativePath(folder, file).StartsWith("..", StringComparison.Ordinal);

    // A folder reached by a link is the folder it leads to.
    private static string Resolve(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        if (parent is null) return folder;
        var real = Path.Combine(Resolve(parent), Path.GetFileName(folder));
        return Directory.Exists(real) && Directory.ResolveLinkTarget(real, returnFinalTarget: true) is { } target ? target.FullName : real;
    }
}
